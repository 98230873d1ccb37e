#include "ingest/voices.h"

#include "model/voice.h"
#include "store/layout.h"

namespace inkstep {

Result<KeptVoice> keepVoice(Notebook &notebook, const Recording &recording) {
    const auto reader = SoundReader::open(recording.file);
    if (!reader)
        return passOn(reader);
    const auto length = (*reader)->length();
    const auto sound = notebook.vault().put(recording.file);
    if (!sound)
        return passOn(sound);
    Store &store = notebook.store();
    Voice voice;
    voice.id = recording.note.isNull() ? store.makeId() : recording.note;
    voice.about = recording.about;
    voice.sound = *sound;
    voice.length = length.count();
    voice.wave = recording.wave;
    voice.at = store.clock().now();
    voice.author = recording.author;
    const auto committed =
        store.commit(Edit(QStringLiteral("Add voice note")).create(voice), Executor::Shutter);
    if (!committed)
        return passOn(committed);
    return KeptVoice{voice.id, length, committed->edit.value_or(Version{})};
}

Result<QByteArray> voiceFile(Notebook &notebook, const Id &id) {
    const auto voice = notebook.store().read([&](Database &db) { return find<Voice>(db, id); });
    if (!voice)
        return passOn(voice);
    if (!*voice)
        return failure(ErrorCode::NotFound, QStringLiteral("voice note"));
    return notebook.vault().get((*voice)->sound);
}

} // namespace inkstep
