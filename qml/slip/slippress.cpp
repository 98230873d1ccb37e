#include "slippress.h"

#include <QFileInfo>

namespace inkstep {

namespace {
constexpr double millimetersPerPoint = 25.4 / 72;
}

SlipPress::SlipPress(QObject *parent) : QObject(parent), m_paper(usualPaper(QLocale::system())) {}

void SlipPress::setList(SlipList *list) {
    if (m_list == list)
        return;
    if (m_list)
        m_list->disconnect(this);
    m_list = list;
    if (list)
        connect(list, &SlipList::slipsChanged, this, &SlipPress::set);
    emit listChanged();
    set();
}

double SlipPress::ratio() const {
    const QSizeF size = paperSize(m_paper);
    return size.height() / size.width();
}

void SlipPress::set() {
    const int run = ++m_run;
    m_executor.call(
        Executor::Screen,
        [slips = m_list ? m_list->slips() : std::vector<Slip>(), paper = m_paper] {
            return std::make_shared<const SlipSheets>(slips, paper);
        },
        this,
        [this, run](std::shared_ptr<const SlipSheets> sheets) {
            if (run != m_run)
                return;
            m_sheets = std::move(sheets);
            emit sheetsChanged();
        });
}

void SlipPress::makePdf(Paper paper, std::function<void(Result<QByteArray>)> then) {
    m_executor.call(
        Executor::Screen,
        [slips = m_list ? m_list->slips() : std::vector<Slip>(), paper, title = tr("Slips")] {
            return SlipSheets(slips, paper).pdf(title);
        },
        this, [then = std::move(then)](Result<QByteArray> pdf) { then(std::move(pdf)); });
}

void SlipPress::print() {
    if (m_busy || sheets() == 0)
        return;
    setBusy(true);
    tell({});
    if (!m_printing)
        m_printing = systemPrinting();
    PrintJob job;
    job.title = tr("Slips");
    job.paper = paperSize(m_paper) * millimetersPerPoint;
    job.make = [this](const QSizeF &paper, PrintJob::Take take) {
        makePdf(nearestPaper(paper), std::move(take));
    };
    m_printing->print(std::move(job), [this](Printed outcome) { printed(outcome); });
}

void SlipPress::printed(Printed outcome) {
    setBusy(false);
    switch (outcome) {
    case Printed::HandedOver:
        return tell(tr("On their way to the printer."));
    case Printed::Cancelled:
        return;
    case Printed::Failed:
        return tell(tr("They could not be printed. Try again, or save them as a PDF."));
    case Printed::Unavailable:
        break;
    }
    setBusy(true);
    makePdf(m_paper, [this](Result<QByteArray> pdf) {
        setBusy(false);
        if (pdf && showDocument(*pdf))
            return tell(tr("Opened as a PDF; print it from there."));
        tell(tr("This device has no print dialog. Save the slips as a PDF and print that."));
        emit fileNeeded();
    });
}

void SlipPress::save(const QUrl &file) {
    Workspace *workspace = m_list ? m_list->workspace() : nullptr;
    if (m_busy || !workspace || sheets() == 0)
        return;
    setBusy(true);
    tell({});
    FileSystem *files = &workspace->parts().files;
    const QString path = file.toLocalFile();
    m_executor.call(
        Executor::Screen,
        [files, path, slips = m_list->slips(), paper = m_paper, title = tr("Slips")]() -> Status {
            const auto pdf = SlipSheets(slips, paper).pdf(title);
            return pdf ? files->save(path, *pdf) : Status(passOn(pdf));
        },
        this,
        [this, path, shown = QPointer(workspace)](const Status &saved) {
            setBusy(false);
            if (saved)
                return tell(tr("Saved as %1.").arg(QFileInfo(path).fileName()));
            Error error = saved.error();
            error.subject = QFileInfo(path).fileName();
            if (shown)
                shown->report(error);
        });
}

void SlipPress::setBusy(bool busy) {
    if (m_busy == busy)
        return;
    m_busy = busy;
    emit busyChanged();
}

void SlipPress::tell(const QString &sentence) {
    if (m_outcome == sentence)
        return;
    m_outcome = sentence;
    emit outcomeChanged();
}

} // namespace inkstep
