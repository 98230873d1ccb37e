#include "cli/lookup.h"
#include "cli/verbs.h"
#include "imaging/imaging.h"
#include "ingest/ingest.h"
#include "store/layout.h"

#include <QFileInfo>
#include <QHash>

namespace inkstep {

namespace {

using Pages = std::vector<QByteArray>;

// All are looked at before one is kept: a bad file among ten leaves nothing half done. What took long to
// convert is handed on; plain pictures are read again, so that many of them need no more memory than one.
Result<QHash<QString, Pages>> checkAll(Invocation &call) {
    QHash<QString, Pages> converted;
    std::vector<Error> failed;
    for (const QString &path : call.words()) {
        const auto bytes = call.file(path, largestFile);
        if (!bytes) {
            failed.push_back(bytes.error());
            continue;
        }
        Conversion how;
        how.progress = [&](int done, int total) {
            if (total > 1)
                call.console().progress(cliText("Reading page %1 of %2: %3")
                                            .arg(done)
                                            .arg(total)
                                            .arg(QFileInfo(path).fileName()));
        };
        auto pages = picturesIn(*bytes, how);
        if (!pages) {
            Error error = pages.error();
            error.subject = path;
            failed.push_back(error);
            continue;
        }
        if (const FileKind kind = fileKind(*bytes); kind == FileKind::Pdf || kind == FileKind::Heic)
            converted.insert(path, std::move(*pages));
    }
    if (failed.empty())
        return converted;
    // All of them at once, so that they can all be put right; the last one goes the way of every verb's.
    for (std::size_t i = 0; i + 1 < failed.size(); ++i)
        call.console().complain(wordsFor(failed[i]).sentence());
    return tl::unexpected(failed.back());
}

Result<Destination> destination(Invocation &call, Notebook &notebook) {
    Destination to;
    if (call.has(QStringLiteral("kind"))) {
        const auto kind = enumCalled<SampleKind>(call.value(QStringLiteral("kind")));
        if (!kind)
            return call.wrongUse(
                cliText("“%1” is no kind of sample.").arg(call.value(QStringLiteral("kind"))));
        to.kind = *kind;
    }
    const auto student = studentCalled(notebook, call.value(QStringLiteral("student")));
    if (!student)
        return passOn(student);
    to.student = student->id;
    if (call.has(QStringLiteral("sample"))) {
        const QString named = call.value(QStringLiteral("sample"));
        to.sample = idFromText(named);
        const auto known = notebook.store().read([&](Database &db) { return find<Sample>(db, to.sample); });
        if (!known)
            return passOn(known);
        if (!*known || (*known)->student != student->id)
            return failure(ErrorCode::NotFound, QStringLiteral("sample of this student"), named);
    }
    return to;
}

// Previews and thumbnails, also of pages a crash left without. What cannot be made now is made later.
Status deriveAll(Invocation &call, Ingest &ingest) {
    const auto pages = ingest.underived();
    if (!pages)
        return passOn(pages);
    for (std::size_t i = 0; i < pages->size(); ++i) {
        call.console().progress(cliText("Preparing page %1 of %2").arg(i + 1).arg(pages->size()));
        if (const auto derived = ingest.derivePage((*pages)[i]); !derived) {
            const ErrorCode code = derived.error().code;
            if (code == ErrorCode::DiskFull || code == ErrorCode::NoPermission ||
                code == ErrorCode::WriteFailed)
                return derived;
            qInfo("no preview: %s", qPrintable(derived.error().detail));
        }
    }
    return {};
}

} // namespace

Status runImport(Invocation &call) {
    const auto notebook = call.notebook();
    if (!notebook)
        return passOn(notebook);
    auto to = destination(call, **notebook);
    if (!to)
        return passOn(to);
    auto converted = checkAll(call);
    if (!converted)
        return passOn(converted);

    Ingest ingest(**notebook);
    const qsizetype count = call.words().size();
    for (qsizetype i = 0; i < count; ++i) {
        const QString &path = call.words().at(i);
        call.console().progress(
            cliText("Keeping %1 of %2: %3").arg(i + 1).arg(count).arg(QFileInfo(path).fileName()));
        Pages pages = converted->value(path);
        if (pages.empty()) {
            auto bytes = call.file(path, largestFile);
            if (!bytes)
                return passOn(bytes);
            pages.push_back(std::move(*bytes));
        }
        const QStringList names(static_cast<qsizetype>(pages.size()), path);
        const auto kept = ingest.keepAll(pages, names, *to);
        if (!kept)
            return passOn(kept);
        to->sample = kept->front().sample;
        for (const KeptPage &page : *kept) {
            if (call.json())
                call.console().json({{QStringLiteral("page"), idText(page.page)},
                                     {QStringLiteral("sample"), idText(page.sample)},
                                     {QStringLiteral("file"), path}});
            else
                call.console().line(idText(page.page) + QLatin1Char(' ') + idText(page.sample));
        }
        call.setSafe(i + 1 < count ? cliText("The pages before it are safe; give the others again.")
                                   : cliText("All of the pages are safe."));
    }
    return deriveAll(call, ingest);
}

} // namespace inkstep
