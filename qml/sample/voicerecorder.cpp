#include "voicerecorder.h"

#include "intake.h"
#include "qtmicrophone.h"

#include "ingest/speech.h"

namespace inkstep {

VoiceRecorder::VoiceRecorder(QObject *parent)
    : VoiceRecorder(std::make_unique<QtMicrophone>(), systemMicrophonePermission(), longestSound, parent) {}

VoiceRecorder::VoiceRecorder(std::unique_ptr<Microphone> microphone,
                             std::unique_ptr<CameraPermission> permission, std::chrono::milliseconds longest,
                             QObject *parent)
    : QObject(parent), m_microphone(std::move(microphone)), m_permission(std::move(permission)),
      m_longest(longest) {
    m_watch.setSingleShot(true);
    m_watch.setInterval(silence);
    connect(&m_watch, &QTimer::timeout, this, [this] {
        breakOff(tr("The microphone sends no sound. Another program may be using it: close that program and "
                    "try again."),
                 tr("The microphone fell silent."));
    });
    connect(m_microphone.get(), &Microphone::heard, this, &VoiceRecorder::hear);
    connect(m_microphone.get(), &Microphone::broke, this, [this](const QString &detail) {
        qInfo("microphone: %s", qPrintable(detail));
        breakOff(tr("The microphone cannot be used. Another program may be using it: close that program and "
                    "try again."),
                 tr("The microphone was taken away."));
    });
}

VoiceRecorder::~VoiceRecorder() {
    m_microphone->disconnect(this);
    if (m_state == Listening)
        stop();
    else
        m_microphone->stop();
}

void VoiceRecorder::setWorkspace(Workspace *workspace) {
    if (m_workspace == workspace)
        return;
    m_workspace = workspace;
    if (workspace) {
        connect(workspace->intake(), &Intake::voiceKept, this,
                [this](int ticket, const QString &id, int length) {
                    if (ticket != m_ticket)
                        return;
                    m_ticket = 0;
                    setState(Idle, m_trouble);
                    emit kept(id, length);
                });
        connect(workspace->intake(), &Intake::failed, this, [this](int ticket, const QString &sentence) {
            if (ticket != m_ticket)
                return;
            m_ticket = 0;
            setState(Idle, tr("What was said was not kept. %1").arg(sentence));
        });
        connect(workspace, &Workspace::notebookClosing, this, [this] {
            if (m_state == Listening)
                stop();
        });
    }
    emit workspaceChanged();
}

void VoiceRecorder::setAboutId(const QString &id) {
    if (m_about == idFromText(id))
        return;
    if (m_state == Listening)
        stop();
    m_about = idFromText(id);
    emit workspaceChanged();
}

int VoiceRecorder::seconds() const {
    return m_writer ? int(m_writer->length().count() / 1000) : 0;
}

void VoiceRecorder::setState(State state, const QString &trouble) {
    m_state = state;
    m_trouble = trouble;
    emit stateChanged();
}

void VoiceRecorder::start() {
    if (m_state != Idle || !m_workspace || m_about.isNull())
        return;
    switch (m_permission->answer()) {
    case CameraPermission::Answer::Granted:
        return listen();
    case CameraPermission::Answer::NotAsked:
        setState(Starting);
        m_permission->ask(this, [this](CameraPermission::Answer answer) {
            if (m_state != Starting)
                return;
            m_state = Idle;
            if (answer == CameraPermission::Answer::Granted)
                listen();
            else
                start();
        });
        return;
    case CameraPermission::Answer::Denied:
        break;
    }
    setState(Idle, tr("Inkstep is not allowed to use the microphone. Allow it in the system's settings."));
}

void VoiceRecorder::listen() {
    if (!m_microphone->isThere())
        return setState(Idle, tr("No microphone is connected. Plug one in and try again."));
    m_writer = std::make_unique<SoundWriter>();
    m_wave = {};
    m_level = 0;
    m_note = {};
    m_written = 0;
    m_writtenAt = {};
    m_clock.invalidate();
    setState(Starting);
    m_watch.start();
    m_microphone->start();
}

void VoiceRecorder::hear(const QByteArray &bytes) {
    if (m_state != Starting && m_state != Listening)
        return;
    const std::span<const qint16> samples(reinterpret_cast<const qint16 *>(bytes.constData()),
                                          std::size_t(bytes.size()) / sizeof(qint16));
    if (!m_clock.isValid())
        m_clock.start();
    m_watch.start();
    m_level = loudnessOf(samples);
    m_wave.add(samples);
    if (const Status added = m_writer->add(samples); !added)
        return breakOff(wordsFor(added.error()).sentence(), wordsFor(added.error()).happened);
    if (m_state == Starting)
        setState(Listening);
    if (m_writer->length() - m_writtenAt >= speechPiece)
        keepPiece();
    emit heard();
    if (m_writer->length() >= m_longest)
        finish({}, tr("A voice note is %1 minutes at most. It is kept; begin another to go on.")
                       .arg(std::chrono::ceil<std::chrono::minutes>(m_longest).count()));
}

void VoiceRecorder::stop() {
    if (m_state == Starting)
        return discard();
    if (m_state == Listening)
        finish({}, {});
}

// In turn with the shots, since it is the same thread that makes things durable. One that fails costs what a
// crash would take, and nothing else: the whole is kept when it is stopped.
void VoiceRecorder::keepPiece() {
    if (!m_workspace || !m_workspace->notebook())
        return;
    const QByteArray piece = m_writer->since(m_written);
    m_writtenAt = m_writer->length();
    m_written += piece.size();
    const bool first = m_note.isNull();
    if (first)
        m_note = m_workspace->notebook()->store().makeId();
    m_workspace->intake()->beforeNextShot([first, piece, note = m_note, about = m_about](Notebook &notebook) {
        const Status begun = first ? beginSpeech(notebook, note, about, Author::Adult) : Status();
        if (const Status kept = begun ? addSpeech(notebook, piece) : begun; !kept)
            qWarning("a piece of a recording: %s", qPrintable(kept.error().detail));
    });
}

void VoiceRecorder::dropPieces() {
    if (m_note.isNull() || !m_workspace)
        return;
    m_note = {};
    m_workspace->intake()->beforeNextShot([](Notebook &notebook) {
        if (const Status ended = endSpeech(notebook); !ended)
            qWarning("pieces of a recording: %s", qPrintable(ended.error().detail));
    });
}

void VoiceRecorder::discard() {
    m_watch.stop();
    m_microphone->stop();
    m_writer.reset();
    dropPieces();
    if (m_state == Starting || m_state == Listening)
        setState(Idle);
}

void VoiceRecorder::breakOff(const QString &noMicrophone, const QString &cutShort) {
    if (m_state == Starting) {
        discard();
        setState(Idle, noMicrophone);
    } else if (m_state == Listening) {
        finish(tr("%1 Nothing was kept.").arg(cutShort),
               tr("%1 What was said until then is kept.").arg(cutShort));
    }
}

void VoiceRecorder::finish(const QString &ifNothing, const QString &ifKept) {
    const auto passed = std::chrono::milliseconds(m_clock.elapsed());
    const bool whole = ifKept.isEmpty();
    if (std::exchange(m_ending, true))
        return;
    m_microphone->stop(); // hands over what it still holds
    m_ending = false;
    m_watch.stop();
    const auto writer = std::move(m_writer);
    const auto length = writer->length();
    if (length < shortest)
        return setState(Idle, ifNothing.isEmpty()
                                  ? tr("That was too short to keep. Press, speak, press again.")
                                  : ifNothing);
    auto file = writer->finish();
    if (!file)
        return setState(Idle, wordsFor(file.error()).sentence());
    QString said = ifKept;
    if (whole && passed - length > tolerance)
        said = tr("The microphone missed a part: %1 s of %2 s are kept.")
                   .arg(length.count() / 1000.0, 0, 'f', 1)
                   .arg(passed.count() / 1000.0, 0, 'f', 1);
    m_level = 0;
    if (!m_workspace)
        return setState(Idle, said);
    setState(Keeping, said);
    m_ticket = m_workspace->intake()->keepVoice({*file, m_wave.wave(), m_about, Author::Adult, m_note});
}

} // namespace inkstep
