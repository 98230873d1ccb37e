// Photographing page after page: whom it is for, which sample it belongs to, what was kept last.
// In: the shutter's bytes and files, a child chosen before or after. Out: pages kept through the intake;
// nothing waits.
#pragma once

#include "ingest/ingest.h"
#include "workspace.h"

#include <QSet>
#include <QUrl>

namespace inkstep {

class CaptureSession : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(
        inkstep::Workspace *workspace READ workspace WRITE setWorkspace NOTIFY workspaceChanged REQUIRED)
    Q_PROPERTY(
        QString studentId READ studentId WRITE setStudentId NOTIFY studentChanged) // empty: not chosen yet
    Q_PROPERTY(QString studentName READ studentName NOTIFY studentChanged)
    Q_PROPERTY(QString sampleId READ sampleId WRITE setSampleId NOTIFY
                   sampleChanged) // empty: the next shot begins one
    // A page to photograph again; empty: every shot is a page of its own.
    Q_PROPERTY(QString retakeId READ retakeId WRITE setRetakeId NOTIFY sampleChanged)
    // For the two-weekly sample: a new sample is an independent one.
    Q_PROPERTY(bool independent MEMBER m_independent NOTIFY sampleChanged)
    Q_PROPERTY(QString lastPageId READ lastPageId NOTIFY keptChanged)
    Q_PROPERTY(int pages READ pages NOTIFY keptChanged)      // of the sample at hand
    Q_PROPERTY(bool saving READ saving NOTIFY savingChanged) // a shot is not durably kept yet

public:
    using QObject::QObject;

    Workspace *workspace() const { return m_workspace; }
    void setWorkspace(Workspace *workspace);
    QString studentId() const { return idOrNothing(m_student); }
    void setStudentId(const QString &id);
    QString studentName() const { return m_studentName; }
    QString sampleId() const { return idOrNothing(m_sample); }
    void setSampleId(const QString &id);
    QString retakeId() const { return idOrNothing(m_retake); }
    void setRetakeId(const QString &id);
    QString lastPageId() const { return m_lastPage; }
    int pages() const { return m_before + m_pages; }
    bool saving() const { return !m_tickets.isEmpty(); }

    Q_INVOKABLE void shoot(const QByteArray &picture);
    Q_INVOKABLE void importFiles(const QList<QUrl> &files);
    Q_INVOKABLE bool paste();
    // The next shot begins a new sample, of the same child or of another.
    Q_INVOKABLE void nextSample();
    // Whose the sample at hand is; also after the shot.
    Q_INVOKABLE void giveTo(const QString &studentId);

signals:
    void workspaceChanged();
    void studentChanged();
    void sampleChanged();
    void keptChanged();
    void savingChanged();
    void kept(const QString &pageId);

private:
    static QString idOrNothing(const Id &id) { return id.isNull() ? QString() : idText(id); }
    void watchName();
    void countPages();
    void await(int ticket);
    void shootNow(const QByteArray &picture);
    Destination destination() const;

    QPointer<Workspace> m_workspace;
    Id m_student;
    Id m_sample;
    QString m_studentName;
    QString m_lastPage;
    Id m_retake;
    int m_before = 0; // pages the sample had
    int m_pages = 0;  // kept since then
    bool m_independent = false;
    QSet<int> m_tickets;
    QList<QByteArray> m_held; // shots that wait for the first one to name the sample they share
    std::unique_ptr<Watch> m_nameWatch;
};

} // namespace inkstep
