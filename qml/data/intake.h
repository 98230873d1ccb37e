#pragma once

#include "ingest/ingest.h"
#include "ingest/voices.h"

#include <QObject>
#include <QSet>
#include <QUrl>
#include <QtQml/qqmlregistration.h>
#include <atomic>
#include <functional>

namespace inkstep {

class Workspace;

// Pictures on their way into the notebook. A shot is handed over and forgotten: it is kept on a thread of its
// own, in order; previews are worked out when no shot waits.
class Intake : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the workspace")
    Q_PROPERTY(int waiting READ waiting NOTIFY waitingChanged) // pictures not yet durably kept
    // Of the import that is running, else 0.
    Q_PROPERTY(int importTotal READ importTotal NOTIFY importChanged)
    Q_PROPERTY(int importDone READ importDone NOTIFY importChanged)
    Q_PROPERTY(QString fileEndings READ endings CONSTANT) // "*.jpg" ...: what a file picker offers

public:
    explicit Intake(Workspace &workspace);
    ~Intake() override;

    int waiting() const { return m_waiting; }
    int importTotal() const { return m_importTotal; }
    int importDone() const { return m_importDone; }
    QString endings() const { return fileEndings().join(QLatin1Char(' ')); }

    // Keeps one picture from memory; told by kept() or failed() with the same ticket.
    int keep(const QByteArray &picture, const Destination &destination);

    // Files as the pages of one sample, in the order given, a PDF's pages one by one; all or none.
    int keepFiles(const QList<QUrl> &files, const Destination &destination);
    // What the clipboard holds: a picture or picture files. False if neither.
    bool keepClipboard(const Destination &destination);

    // The same for QML. Empty `sample`: a new sample of the student.
    Q_INVOKABLE int keepShot(const QByteArray &picture, const QString &student, const QString &sample);
    // Files as the pages of one sample, in the order given; all or none.
    Q_INVOKABLE int importFiles(const QList<QUrl> &files, const QString &student, const QString &sample);
    // What the clipboard holds: a picture or picture files. False if neither.
    Q_INVOKABLE bool importClipboard(const QString &student, const QString &sample);
    Q_INVOKABLE void cancelImport();
    // Looks for the sheet in a page's picture when no shot waits; once a run for each picture.
    void findSheetLater(const Page &page);
    // Runs on the thread that keeps shots, before any shot that is handed over later.
    void beforeNextShot(std::function<void(Notebook &)> work);
    // Keeps what a microphone brought; told by voiceKept() or failed() with the same ticket.
    int keepVoice(const Recording &recording);
    // The bytes of a voice note; `then` is called on the receiver's thread.
    void readVoice(const Id &voice, QObject *receiver, std::function<void(Result<QByteArray>)> then);

signals:
    void kept(int ticket, const QString &sample, const QString &page); // durably there
    void voiceKept(int ticket, const QString &voice, int milliseconds);
    void failed(int ticket, const QString &sentence);
    void waitingChanged();
    void importChanged();

private:
    // `foreign`: not the camera's own, so it has to be looked at and may hold several.
    int take(const QByteArray &picture, const Destination &destination, bool foreign);
    Result<std::vector<KeptPage>> readAndKeep(Notebook &notebook, const QList<QUrl> &files,
                                              const Destination &destination);
    QString labelFor(const Destination &destination, qsizetype pages) const;
    void deriveLater(Notebook *notebook, const Id &page);
    void deriveWhatIsMissing();
    void recoverWhatWasSaid();
    void finish(int ticket, const QString &label, Result<std::vector<KeptPage>> result);
    void setImport(int done, int total);

    Workspace &m_workspace;
    int m_waiting = 0;
    int m_ticket = 0;
    int m_importTotal = 0;
    int m_importDone = 0;
    QList<Id> m_recovered;       // notebooks
    QSet<QByteArray> m_lookedAt; // originals' names
    std::atomic<bool> m_cancelled = false;
    Executor m_executor;
};

} // namespace inkstep
