#include "voiceplayer.h"

#include "intake.h"
#include "qtloudspeaker.h"

#include <algorithm>

namespace inkstep {

namespace {
constexpr std::chrono::milliseconds looksEvery{50};
}

VoicePlayer::VoicePlayer(QObject *parent) : VoicePlayer(std::make_unique<QtLoudspeaker>(), parent) {}

VoicePlayer::VoicePlayer(std::unique_ptr<Loudspeaker> loudspeaker, QObject *parent)
    : QObject(parent), m_loudspeaker(std::move(loudspeaker)) {
    m_look.setInterval(looksEvery);
    connect(&m_look, &QTimer::timeout, this, &VoicePlayer::moved);
    connect(m_loudspeaker.get(), &Loudspeaker::ended, this, [this] {
        halt();
        m_from = {}; // the next press plays it again
        emit moved();
    });
    connect(m_loudspeaker.get(), &Loudspeaker::broke, this, [this](const QString &detail) {
        qInfo("loudspeaker: %s", qPrintable(detail));
        halt();
        say(tr("The loudspeaker cannot be used. Another program may be using it."));
    });
}

VoicePlayer::~VoicePlayer() {
    m_loudspeaker->disconnect(this);
    m_loudspeaker->stop(); // before the reader goes
}

void VoicePlayer::setWorkspace(Workspace *workspace) {
    if (m_workspace == workspace)
        return;
    m_workspace = workspace;
    if (workspace)
        connect(workspace, &Workspace::notebookClosing, this, [this] {
            halt();
            m_voice = {};
            emit moved();
        });
    emit workspaceChanged();
}

double VoicePlayer::position() const {
    if (!m_reader || m_reader->length().count() == 0)
        return 0;
    const auto now = m_from + (m_playing ? m_loudspeaker->played() : std::chrono::milliseconds(0));
    return std::clamp(double(now.count()) / double(m_reader->length().count()), 0.0, 1.0);
}

void VoicePlayer::play(const QString &voiceId) {
    const Id voice = idFromText(voiceId);
    if (voice == m_voice && m_reader)
        begin();
    else
        load(voice, true, 0);
}

void VoicePlayer::pause() {
    halt();
    emit moved();
}

void VoicePlayer::seek(const QString &voiceId, double to) {
    const Id voice = idFromText(voiceId);
    if (voice != m_voice || !m_reader)
        return load(voice, false, to);
    const bool goOn = m_playing;
    halt();
    m_from = std::chrono::milliseconds(qint64(std::clamp(to, 0.0, 1.0) * double(m_reader->length().count())));
    if (goOn)
        begin();
    emit moved();
}

void VoicePlayer::load(const Id &voice, bool thenPlay, double from) {
    halt();
    m_reader.reset();
    m_voice = voice;
    m_from = {};
    m_trouble.clear();
    emit moved();
    if (!m_workspace)
        return;
    const int load = ++m_load;
    m_workspace->intake()->readVoice(
        voice, this, [this, load, thenPlay, from](const Result<QByteArray> &file) {
            if (load != m_load)
                return;
            if (!file)
                return say(
                    file.error().code == ErrorCode::NotFound
                        ? tr("It is still on another tablet. It comes by itself when that tablet sends.")
                        : wordsFor(file.error()).sentence());
            auto reader = SoundReader::open(*file);
            if (!reader)
                return say(wordsFor(reader.error()).sentence());
            m_reader = std::move(*reader);
            if (from > 0)
                seek(this->voiceId(), from);
            if (thenPlay)
                begin();
        });
}

void VoicePlayer::begin() {
    if (m_playing)
        return;
    if (!m_loudspeaker->isThere())
        return say(tr("There is no loudspeaker. Plug in headphones or a loudspeaker."));
    m_trouble.clear();
    m_reader->seek(m_from);
    m_playing = true;
    m_look.start();
    m_loudspeaker->play(*m_reader);
    emit moved();
}

// Stays where it is.
void VoicePlayer::halt() {
    if (!m_playing)
        return;
    m_from += m_loudspeaker->played();
    m_playing = false;
    m_look.stop();
    m_loudspeaker->stop();
}

void VoicePlayer::say(const QString &trouble) {
    m_trouble = trouble;
    emit moved();
}

} // namespace inkstep
