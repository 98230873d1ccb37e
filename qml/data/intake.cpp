#include "intake.h"

#include "workspace.h"

#include <QBuffer>
#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>

namespace inkstep {

Intake::Intake(Workspace &workspace) : m_workspace(workspace) {
    connect(&workspace, &Workspace::notebookChanged, this, &Intake::deriveWhatIsMissing);
}

Intake::~Intake() = default;

int Intake::keep(const QByteArray &picture, const Destination &destination) {
    return take(picture, destination, {});
}

int Intake::take(const QByteArray &picture, const Destination &destination,
                 const std::function<Status(const QByteArray &)> &check) {
    const int ticket = ++m_ticket;
    Notebook *notebook = m_workspace.notebook();
    if (!notebook) {
        emit failed(ticket, tr("No notebook is open."));
        return ticket;
    }
    ++m_waiting;
    emit waitingChanged();
    m_executor.call(
        Executor::Shutter,
        [notebook, picture, destination, check]() -> Result<std::vector<KeptPage>> {
            if (const Status good = check ? check(picture) : Status(); !good)
                return passOn(good);
            return Ingest(*notebook).keepAll({picture}, {}, destination);
        },
        this,
        [this, ticket, notebook](Result<std::vector<KeptPage>> result) {
            --m_waiting;
            emit waitingChanged();
            if (result)
                deriveLater(notebook, result->front().page);
            finish(ticket, tr("Add page"), std::move(result));
        });
    return ticket;
}

int Intake::keepShot(const QByteArray &picture, const QString &student, const QString &sample) {
    return keep(picture, {idFromText(student), idFromText(sample)});
}

int Intake::importFiles(const QList<QUrl> &files, const QString &student, const QString &sample) {
    return keepFiles(files, {idFromText(student), idFromText(sample)});
}

int Intake::keepFiles(const QList<QUrl> &files, const Destination &destination) {
    const int ticket = ++m_ticket;
    Notebook *notebook = m_workspace.notebook();
    if (!notebook || files.isEmpty())
        return ticket;
    m_cancelled = false;
    setImport(0, static_cast<int>(files.size()));
    FileSystem &disk = m_workspace.parts().files;
    m_executor.call(
        Executor::Screen,
        [this, notebook, files, destination, &disk]() -> Result<std::vector<KeptPage>> {
            std::vector<QByteArray> pictures;
            QStringList names;
            for (const QUrl &file : files) {
                if (m_cancelled)
                    return failure(ErrorCode::Cancelled);
                auto bytes = disk.read(file.toLocalFile());
                const Status good = bytes ? Ingest::showable(*bytes) : passOn(bytes);
                if (!good) {
                    Error error = good.error();
                    error.subject = file.fileName();
                    return tl::unexpected(error);
                }
                pictures.push_back(std::move(*bytes));
                names << file.fileName();
                const int read = static_cast<int>(pictures.size());
                QMetaObject::invokeMethod(this, [this, read] { setImport(read, m_importTotal); });
            }
            return Ingest(*notebook).keepAll(pictures, names, destination);
        },
        this,
        [this, ticket, notebook](Result<std::vector<KeptPage>> result) {
            const auto pages = static_cast<int>(result ? result->size() : 0);
            if (result) {
                for (const KeptPage &page : *result)
                    deriveLater(notebook, page.page);
            }
            setImport(0, 0);
            finish(ticket, tr("Add %n page(s)", nullptr, pages), std::move(result));
        });
    return ticket;
}

bool Intake::importClipboard(const QString &student, const QString &sample) {
    return keepClipboard({idFromText(student), idFromText(sample)});
}

bool Intake::keepClipboard(const Destination &destination) {
    const QMimeData *held = QGuiApplication::clipboard()->mimeData();
    if (!held)
        return false;
    if (held->hasUrls()) {
        keepFiles(held->urls(), destination);
        return true;
    }
    for (const QString &format :
         {QStringLiteral("image/jpeg"), QStringLiteral("image/png"), QStringLiteral("image/webp")}) {
        if (held->hasFormat(format)) {
            take(held->data(format), destination, Ingest::showable);
            return true;
        }
    }
    const auto image = held->hasImage() ? qvariant_cast<QImage>(held->imageData()) : QImage();
    if (image.isNull())
        return false;
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    keep(png, destination);
    return true;
}

void Intake::cancelImport() {
    m_cancelled = true;
}

void Intake::setImport(int done, int total) {
    m_importDone = done;
    m_importTotal = total;
    emit importChanged();
}

void Intake::finish(int ticket, const QString &label, Result<std::vector<KeptPage>> result) {
    if (!result) {
        m_workspace.report(result.error());
        emit failed(ticket, wordsFor(result.error()).sentence());
        return;
    }
    m_workspace.remember(label, result->front().edit);
    emit kept(ticket, idText(result->front().sample), idText(result->back().page));
}

void Intake::deriveLater(Notebook *notebook, const Id &page) {
    m_executor.post(Executor::Bulk, [notebook, page] {
        // A preview that fails now is worked out at the next start; the original is safe.
        if (const auto derived = Ingest(*notebook).derivePage(page); !derived)
            qWarning("preview: %s", qPrintable(derived.error().detail));
    });
}

void Intake::deriveWhatIsMissing() {
    Notebook *notebook = m_workspace.notebook();
    if (!notebook)
        return;
    m_executor.call(
        Executor::Bulk, [notebook] { return Ingest(*notebook).underived(); }, this,
        [this, notebook](Result<std::vector<Id>> pages) {
            for (const Id &page : pages.value_or(std::vector<Id>{}))
                deriveLater(notebook, page);
        });
}

} // namespace inkstep
