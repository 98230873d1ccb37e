#include "intake.h"

#include "imaging/imaging.h"
#include "ingest/speech.h"
#include "workspace.h"

#include <QBuffer>
#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>

namespace inkstep {

Intake::Intake(Workspace &workspace) : m_workspace(workspace) {
    connect(&workspace, &Workspace::notebookChanged, this, &Intake::recoverWhatWasSaid);
    connect(&workspace, &Workspace::notebookChanged, this, &Intake::deriveWhatIsMissing);
}

Intake::~Intake() = default;

int Intake::keep(const QByteArray &picture, const Destination &destination) {
    return take(picture, destination, false);
}

int Intake::take(const QByteArray &picture, const Destination &destination, bool foreign) {
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
        [notebook, picture, destination, foreign]() -> Result<std::vector<KeptPage>> {
            if (!foreign)
                return Ingest(*notebook).keepAll({picture}, {}, destination);
            const auto pictures = picturesIn(picture);
            return pictures ? Ingest(*notebook).keepAll(*pictures, {}, destination) : passOn(pictures);
        },
        this,
        [this, ticket, notebook, destination](Result<std::vector<KeptPage>> result) {
            --m_waiting;
            emit waitingChanged();
            const auto pages = static_cast<qsizetype>(result ? result->size() : 1);
            for (const KeptPage &page : result.value_or(std::vector<KeptPage>{}))
                deriveLater(notebook, page.page);
            finish(ticket, labelFor(destination, pages), std::move(result));
        });
    return ticket;
}

QString Intake::labelFor(const Destination &destination, qsizetype pages) const {
    if (!destination.page.isNull())
        return tr("Photograph page again");
    return pages == 1 ? tr("Add page") : tr("Add %1 pages").arg(pages);
}

void Intake::beforeNextShot(std::function<void(Notebook &)> work) {
    if (Notebook *notebook = m_workspace.notebook())
        m_executor.post(Executor::Shutter, [notebook, work = std::move(work)] { work(*notebook); });
}

int Intake::keepVoice(const Recording &recording) {
    const int ticket = ++m_ticket;
    Notebook *notebook = m_workspace.notebook();
    if (!notebook) {
        QMetaObject::invokeMethod(
            this, [this, ticket] { emit failed(ticket, tr("No notebook is open.")); }, Qt::QueuedConnection);
        return ticket;
    }
    m_executor.call(
        Executor::Shutter,
        [notebook, recording] {
            auto kept = inkstep::keepVoice(*notebook, recording);
            // Pieces that cannot be removed do no harm: at the next start they are of a note that is there.
            if (const Status ended = kept ? endSpeech(*notebook) : Status(); !ended)
                qWarning("pieces of a recording: %s", qPrintable(ended.error().detail));
            return kept;
        },
        this,
        [this, ticket](const Result<KeptVoice> &kept) {
            if (!kept) {
                m_workspace.report(kept.error());
                emit failed(ticket, wordsFor(kept.error()).sentence());
                return;
            }
            m_workspace.remember(tr("Add voice note"), kept->edit);
            emit voiceKept(ticket, idText(kept->voice), static_cast<int>(kept->length.count()));
        });
    return ticket;
}

void Intake::readVoice(const Id &voice, QObject *receiver, std::function<void(Result<QByteArray>)> then) {
    if (Notebook *notebook = m_workspace.notebook())
        m_executor.call(
            Executor::Screen, [notebook, voice] { return voiceFile(*notebook, voice); }, receiver,
            std::move(then));
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
    m_executor.call(
        Executor::Screen,
        [this, notebook, files, destination] { return readAndKeep(*notebook, files, destination); }, this,
        [this, ticket, notebook, destination](Result<std::vector<KeptPage>> result) {
            const auto pages = static_cast<qsizetype>(result ? result->size() : 0);
            for (const KeptPage &page : result.value_or(std::vector<KeptPage>{}))
                deriveLater(notebook, page.page);
            setImport(0, 0);
            finish(ticket, labelFor(destination, pages), std::move(result));
        });
    return ticket;
}

Result<std::vector<KeptPage>> Intake::readAndKeep(Notebook &notebook, const QList<QUrl> &files,
                                                  const Destination &destination) {
    FileSystem &disk = m_workspace.parts().files;
    std::vector<QByteArray> pictures;
    QStringList names;
    for (qsizetype at = 0; at < files.size(); ++at) {
        const QString name = files.at(at).fileName();
        const auto before = static_cast<int>(pictures.size());
        const auto after = static_cast<int>(files.size() - at - 1);
        Conversion how;
        how.cancelled = [this] { return m_cancelled.load(); };
        how.progress = [&](int done, int total) {
            QMetaObject::invokeMethod(
                this, [this, done = before + done, all = before + total + after] { setImport(done, all); });
        };
        const auto bytes = disk.read(files.at(at).toLocalFile(), largestFile);
        auto found = bytes ? picturesIn(*bytes, how) : passOn(bytes);
        if (!found) {
            Error error = found.error();
            error.subject = name;
            return tl::unexpected(error);
        }
        for (QByteArray &picture : *found) {
            pictures.push_back(std::move(picture));
            names << name;
        }
    }
    return Ingest(notebook).keepAll(pictures, names, destination);
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
         {QStringLiteral("image/jpeg"), QStringLiteral("image/png"), QStringLiteral("image/webp"),
          QStringLiteral("image/heic"), QStringLiteral("application/pdf")}) {
        if (held->hasFormat(format)) {
            take(held->data(format), destination, true);
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

void Intake::findSheetLater(const Page &page) {
    Notebook *notebook = m_workspace.notebook();
    if (!notebook || m_lookedAt.contains(page.original.name))
        return;
    m_lookedAt.insert(page.original.name);
    m_executor.post(Executor::Bulk, [notebook, id = page.id] {
        if (const auto found = Ingest(*notebook).findSheet(id); !found)
            qWarning("sheet: %s", qPrintable(found.error().detail));
    });
}

// Once a run and notebook: what is there later is of a recording that goes on.
void Intake::recoverWhatWasSaid() {
    Notebook *notebook = m_workspace.notebook();
    if (!notebook || m_recovered.contains(notebook->id()))
        return;
    m_recovered.append(notebook->id());
    m_executor.call(
        Executor::Shutter, [notebook] { return recoverSpeech(*notebook); }, this,
        [this](const Result<std::optional<KeptVoice>> &recovered) {
            if (!recovered)
                m_workspace.report(recovered.error());
            else if (*recovered)
                m_workspace.remember(
                    tr("Keep the voice note that was being recorded when Inkstep ended (%1 s)")
                        .arg((**recovered).length.count() / 1000),
                    (**recovered).edit);
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
