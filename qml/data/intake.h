#pragma once

#include "ingest/ingest.h"

#include <QObject>
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

public:
    explicit Intake(Workspace &workspace);
    ~Intake() override;

    int waiting() const { return m_waiting; }
    int importTotal() const { return m_importTotal; }
    int importDone() const { return m_importDone; }

    // Keeps one picture from memory; told by kept() or failed() with the same ticket.
    int keep(const QByteArray &picture, const Destination &destination);

    // Files as the pages of one sample, in the order given; all or none.
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

signals:
    void kept(int ticket, const QString &sample, const QString &page); // durably there
    void failed(int ticket, const QString &sentence);
    void waitingChanged();
    void importChanged();

private:
    // `check`: what a picture that is not the camera's has to pass first.
    int take(const QByteArray &picture, const Destination &destination,
             const std::function<Status(const QByteArray &)> &check);
    void deriveLater(Notebook *notebook, const Id &page);
    void deriveWhatIsMissing();
    void finish(int ticket, const QString &label, Result<std::vector<KeptPage>> result);
    void setImport(int done, int total);

    Workspace &m_workspace;
    int m_waiting = 0;
    int m_ticket = 0;
    int m_importTotal = 0;
    int m_importDone = 0;
    std::atomic<bool> m_cancelled = false;
    Executor m_executor;
};

} // namespace inkstep
