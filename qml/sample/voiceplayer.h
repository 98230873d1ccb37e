#pragma once

#include "soundio.h"
#include "workspace.h"

#include <QTimer>

namespace inkstep {

// Plays one voice note at a time: another one ends it.
class VoicePlayer : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(
        inkstep::Workspace *workspace READ workspace WRITE setWorkspace NOTIFY workspaceChanged REQUIRED)
    Q_PROPERTY(QString voiceId READ voiceId NOTIFY moved) // the one at hand; empty: none
    Q_PROPERTY(bool playing READ playing NOTIFY moved)
    Q_PROPERTY(double position READ position NOTIFY moved) // 0 to 1
    Q_PROPERTY(QString trouble READ trouble NOTIFY moved)  // a sentence; empty: none

public:
    explicit VoicePlayer(QObject *parent = nullptr);
    explicit VoicePlayer(std::unique_ptr<Loudspeaker> loudspeaker, QObject *parent = nullptr);
    ~VoicePlayer() override;

    Workspace *workspace() const { return m_workspace; }
    void setWorkspace(Workspace *workspace);
    QString voiceId() const { return m_voice.isNull() ? QString() : idText(m_voice); }
    bool playing() const { return m_playing; }
    double position() const;
    QString trouble() const { return m_trouble; }

    Q_INVOKABLE void play(const QString &voiceId); // from where it stands; from the beginning if another
    Q_INVOKABLE void pause();
    // 0 to 1; of the one at hand or of another.
    Q_INVOKABLE void seek(const QString &voiceId, double to);

signals:
    void workspaceChanged();
    void moved();

private:
    void load(const Id &voice, bool thenPlay, double from);
    void begin();
    void halt();
    void say(const QString &trouble);

    std::unique_ptr<Loudspeaker> m_loudspeaker;
    std::unique_ptr<SoundReader> m_reader;
    QPointer<Workspace> m_workspace;
    Id m_voice;
    int m_load = 0;                     // an earlier one may still be on its way
    std::chrono::milliseconds m_from{}; // where playing began, or stands
    bool m_playing = false;
    QString m_trouble;
    QTimer m_look;
};

} // namespace inkstep
