#pragma once

#include "camerapermission.h"
#include "soundio.h"
#include "workspace.h"

#include <QElapsedTimer>
#include <QTimer>

namespace inkstep {

// One voice note being made: listens, shows how loud it is, keeps what was said the moment it is stopped,
// left or broken off. Nothing empty is ever kept.
class VoiceRecorder : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(
        inkstep::Workspace *workspace READ workspace WRITE setWorkspace NOTIFY workspaceChanged REQUIRED)
    Q_PROPERTY(
        QString aboutId READ aboutId WRITE setAboutId NOTIFY workspaceChanged) // a page, sample, student
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(double level READ level NOTIFY heard)             // 0 to 1, of the last piece
    Q_PROPERTY(int seconds READ seconds NOTIFY heard)            // heard so far
    Q_PROPERTY(QString trouble READ trouble NOTIFY stateChanged) // a sentence; empty: none

public:
    enum State { Idle, Starting, Listening, Keeping };
    Q_ENUM(State)

    explicit VoiceRecorder(QObject *parent = nullptr);
    // For tests: a microphone that is told what to hear, for no longer than this.
    VoiceRecorder(std::unique_ptr<Microphone> microphone, std::unique_ptr<CameraPermission> permission,
                  std::chrono::milliseconds longest = longestSound, QObject *parent = nullptr);
    ~VoiceRecorder() override; // keeps what was said

    Workspace *workspace() const { return m_workspace; }
    void setWorkspace(Workspace *workspace);
    QString aboutId() const { return m_about.isNull() ? QString() : idText(m_about); }
    void setAboutId(const QString &id); // stops a recording of another
    State state() const { return m_state; }
    double level() const { return m_level; }
    int seconds() const;
    QString trouble() const { return m_trouble; }

    Q_INVOKABLE void start();
    Q_INVOKABLE void stop(); // and keep
    Q_INVOKABLE void discard();

    static constexpr std::chrono::milliseconds silence{2'000}; // no sample for so long: it is gone
    static constexpr std::chrono::milliseconds shortest{300};  // a slip of the finger
    static constexpr std::chrono::milliseconds tolerance{200}; // of the length, against the clock

signals:
    void workspaceChanged();
    void stateChanged();
    void heard();
    void kept(const QString &voiceId, int milliseconds);

private:
    void listen();
    void hear(const QByteArray &samples);
    void breakOff(const QString &noMicrophone, const QString &cutShort);
    void finish(const QString &ifNothing, const QString &ifKept);
    void setState(State state, const QString &trouble = {});
    void keepPiece();
    void dropPieces();

    std::unique_ptr<Microphone> m_microphone;
    std::unique_ptr<CameraPermission> m_permission;
    QPointer<Workspace> m_workspace;
    std::chrono::milliseconds m_longest;
    Id m_about;
    State m_state = Idle;
    QString m_trouble;
    double m_level = 0;
    std::unique_ptr<SoundWriter> m_writer;
    WaveMaker m_wave;
    Id m_note; // what it is going to be
    qsizetype m_written = 0;
    std::chrono::milliseconds m_writtenAt{};
    QTimer m_watch;
    QElapsedTimer m_clock; // since the first sample
    bool m_ending = false;
    int m_ticket = 0;
};

} // namespace inkstep
