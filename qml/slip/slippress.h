#pragma once

#include "printing.h"
#include "report/slipsheets.h"
#include "sliplist.h"

#include <QPointer>
#include <QUrl>

namespace inkstep {

// The slips chosen in a list, set on sheets behind the interface, and the ways to paper: the system's print
// dialog; where there is none the program that shows PDFs; else a file of one's own.
class SlipPress : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(inkstep::SlipList *list READ list WRITE setList NOTIFY listChanged REQUIRED)
    Q_PROPERTY(int sheets READ sheets NOTIFY sheetsChanged)
    Q_PROPERTY(double ratio READ ratio NOTIFY sheetsChanged) // a sheet's height over its width
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)       // a dialog is open, or a file is being written
    // What came of the last press, in a sentence.
    Q_PROPERTY(QString outcome READ outcome NOTIFY outcomeChanged)

public:
    explicit SlipPress(QObject *parent = nullptr);

    SlipList *list() const { return m_list; }
    void setList(SlipList *list);
    int sheets() const { return m_sheets ? m_sheets->count() : 0; }
    double ratio() const;
    bool busy() const { return m_busy; }
    QString outcome() const { return m_outcome; }
    const SlipSheets *shown() const { return m_sheets.get(); }

    Q_INVOKABLE void print();
    Q_INVOKABLE void save(const QUrl &file);

    void setPrinting(std::unique_ptr<Printing> printing) { m_printing = std::move(printing); }

signals:
    void listChanged();
    void sheetsChanged();
    void busyChanged();
    void outcomeChanged();
    // There is neither a print dialog nor a program for PDFs: a file is what is left.
    void fileNeeded();

private:
    void set();
    void makePdf(Paper paper, std::function<void(Result<QByteArray>)> then);
    void printed(Printed outcome);
    void setBusy(bool busy);
    void tell(const QString &sentence);

    QPointer<SlipList> m_list;
    Paper m_paper;
    std::shared_ptr<const SlipSheets> m_sheets;
    int m_run = 0;
    bool m_busy = false;
    QString m_outcome;
    std::unique_ptr<Printing> m_printing;
    Executor m_executor;
};

} // namespace inkstep
