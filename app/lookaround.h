#pragma once

#include <QObject>
#include <QString>

namespace inkstep {

// A look at a made-up class: in a profile beside this one and a window of its own, so that nothing of it is
// ever among a person's own notebooks or sent with them. Made once, by the same program's verb; kept for the
// next look.
class LookAround : public QObject {
    Q_OBJECT

public:
    // `profileFolder` is the person's own; the class goes beside it.
    explicit LookAround(QString profileFolder, QObject *parent = nullptr);

    bool busy() const { return m_busy; }

public slots:
    void open();

signals:
    void busyChanged();
    void failed(const QString &sentence);

private:
    void show();
    void setBusy(bool busy);

    QString m_folder;
    bool m_busy = false;
};

} // namespace inkstep
