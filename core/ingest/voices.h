#pragma once

#include "model/voice.h"
#include "sound/sound.h"
#include "store/profile.h"

namespace inkstep {

// What a microphone brought, finished.
struct Recording {
    QByteArray file; // Opus in Ogg
    QString wave;
    Id about; // a page, a sample or a student
    Author author = Author::Adult;
    Id note{}; // the voice note it becomes; null: a new id
};

struct KeptVoice {
    Id voice;
    std::chrono::milliseconds length; // as read back from the file
    Version edit;                     // what undo takes back
};

// Keeps a recording durably, sealed, and names it, in the same order as a picture; its length is read back
// from the file first. BadInput with the rest of the sentence (empty, no recording), DiskFull, NoPermission;
// then nothing has changed.
Result<KeptVoice> keepVoice(Notebook &notebook, const Recording &recording);
// The file of a voice note. NotFound when it is still on another device; Damaged.
Result<QByteArray> voiceFile(Notebook &notebook, const Id &voice);

} // namespace inkstep
