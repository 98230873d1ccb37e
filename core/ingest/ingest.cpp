#include "ingest/ingest.h"

#include "imaging/imaging.h"
#include "ingest/fresh.h"
#include "model/sheet.h"
#include "store/layout.h"

#include <QDateTime>

namespace inkstep {

namespace {

constexpr auto thumbnailRole = "thumbnail";
constexpr auto flatRole = "flat"; // its view's words and a line's end, then the thumbnail

// A camera whose clock was never set says 1980 or 2099, and a page from the future would be the newest for
// ever: such a time counts as none. A day ahead is another time zone. Where this device's own clock cannot be
// right, since Inkstep was not written yet, the camera's is believed.
Moment takenAt(const PictureInfo &info, Moment now) {
    using namespace std::chrono;
    constexpr Moment earliest = sys_days(1990y / January / 1);
    constexpr Moment writtenIn = sys_days(2026y / January / 1);
    if (!info.taken)
        return now;
    const auto localOffset = minutes(QDateTime::currentDateTime().offsetFromUtc() / 60);
    const Moment taken = info.taken->moment(localOffset);
    const Moment latest = now < writtenIn ? writtenIn + years(20) : now + days(1);
    return taken >= earliest && taken <= latest ? taken : now;
}

Error about(Error error, const QString &name) {
    if (!name.isEmpty())
        error.subject = name;
    return error;
}

QString sheetOf(const Derived &derived) {
    return derived.sheet ? sheetText(*derived.sheet) : QString();
}

} // namespace

Result<KeptPage> Ingest::keep(const QByteArray &picture, const Destination &destination) {
    auto kept = keepAll({picture}, {QString()}, destination);
    if (!kept)
        return passOn(kept);
    return kept->front();
}

Result<std::vector<KeptPage>> Ingest::keepAll(const std::vector<QByteArray> &pictures,
                                              const QStringList &names, const Destination &destination) {
    if (!destination.page.isNull()) {
        if (pictures.size() != 1)
            return failure(ErrorCode::BadInput,
                           QStringLiteral("Only one picture can take the place of a page."));
        const auto kept = retake(destination.page, pictures.front());
        if (!kept)
            return tl::unexpected(about(kept.error(), names.value(0)));
        return std::vector<KeptPage>{*kept};
    }
    Store &store = m_notebook.store();
    const Moment now = store.clock().now();

    // Everything is looked at before anything is kept: one bad file of ten leaves nothing half done.
    std::vector<CleanPicture> clean;
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const QString name = names.value(static_cast<qsizetype>(i));
        auto picture = cleaned(pictures[i]);
        if (!picture)
            return tl::unexpected(about(picture.error(), name));
        clean.push_back(std::move(*picture));
    }

    Edit edit(pictures.size() == 1 ? QStringLiteral("Add page")
                                   : QStringLiteral("Add %1 pages").arg(pictures.size()));
    Id sampleId = destination.sample;
    qint64 position = 0;
    if (sampleId.isNull()) {
        Sample sample;
        sample.id = store.makeId();
        sample.student = destination.student;
        sample.kind = destination.kind;
        sample.date = clean.empty() ? now : takenAt(clean.front().info, now);
        sampleId = sample.id;
        edit.create(sample);
    } else {
        const auto last = store.read(
            [&](Database &db) {
                Statement &row =
                    db.use("SELECT max(coalesce(position, 0)) FROM page WHERE sample = ? AND deleted = 0")
                        .with(sampleId);
                const qint64 highest = row.step() && !row.isNull(0) ? row.number(0) : -1;
                row.reset();
                return highest;
            },
            Executor::Shutter);
        if (!last)
            return passOn(last);
        position = *last + 1;
    }

    const auto quiet = store.holdBulk();
    std::vector<KeptPage> kept;
    Fresh fresh(m_notebook.vault());
    for (std::size_t i = 0; i < clean.size(); ++i) {
        const auto original = fresh.put(clean[i].bytes);
        if (!original)
            return tl::unexpected(about(original.error(), names.value(static_cast<qsizetype>(i))));
        const PictureInfo &info = clean[i].info;
        Page page;
        page.id = store.makeId();
        page.sample = sampleId;
        page.original = *original;
        page.position = position++;
        page.width = info.uprightSize().width();
        page.height = info.uprightSize().height();
        page.taken = takenAt(info, now);
        edit.create(page);
        kept.push_back({page.id, sampleId, {}});
    }
    const auto committed = store.commit(edit, Executor::Shutter);
    if (!committed)
        return passOn(committed);
    for (KeptPage &page : kept)
        page.edit = *committed->edit;
    return kept;
}

Result<KeptPage> Ingest::retake(const Id &pageId, const QByteArray &picture) {
    Store &store = m_notebook.store();
    const auto before = store.read([&](Database &db) { return find<Page>(db, pageId); }, Executor::Shutter);
    if (!before)
        return passOn(before);
    if (!*before)
        return failure(ErrorCode::NotFound, QStringLiteral("page"));
    const auto clean = cleaned(picture);
    if (!clean)
        return passOn(clean);
    Fresh fresh(m_notebook.vault());
    const auto original = fresh.put(clean->bytes);
    if (!original)
        return passOn(original);
    // Only what is not the old picture's is carried over, also of fields that are yet to come.
    Page after;
    after.id = pageId;
    after.sample = (*before)->sample;
    after.position = (*before)->position;
    after.original = *original;
    after.width = clean->info.uprightSize().width();
    after.height = clean->info.uprightSize().height();
    after.taken = takenAt(clean->info, store.clock().now());
    if (const auto derived = derive(clean->bytes)) {
        const auto preview = fresh.put(derived->preview);
        if (!preview)
            return passOn(preview);
        after.preview = *preview;
        after.foundSheet = sheetOf(*derived);
        after.hints = hintWords(derived->hints);
    }
    const auto committed = store.commit(
        Edit(QStringLiteral("Photograph page again")).changed(**before, after), Executor::Shutter);
    if (!committed)
        return passOn(committed);
    return KeptPage{pageId, after.sample, committed->edit.value_or(Version{})};
}

Status Ingest::derivePage(const Id &pageId) {
    Store &store = m_notebook.store();
    const auto page = store.read([&](Database &db) { return find<Page>(db, pageId); });
    if (!page)
        return passOn(page);
    if (!*page)
        return failure(ErrorCode::NotFound, QStringLiteral("page"));
    const auto original = m_notebook.vault().get((*page)->original);
    if (!original)
        return passOn(original);
    const auto derived = derive(*original);
    if (!derived)
        return passOn(derived);
    if (const auto kept =
            m_notebook.vault().keepDerived((*page)->original, thumbnailRole, derived->thumbnail);
        !kept)
        return kept;
    if (!(*page)->preview.isNull())
        return {};
    const auto preview = m_notebook.vault().put(derived->preview);
    if (!preview)
        return passOn(preview);
    // No label: a preview is not something a person did, so history passes it over. The person's own corners
    // and look are other fields: nothing found here can take their place.
    Edit edit{QString()};
    edit.set(pageId, &Page::preview, *preview);
    if (derived->sheet)
        edit.set(pageId, &Page::foundSheet, sheetOf(*derived));
    if (derived->hints.any())
        edit.set(pageId, &Page::hints, hintWords(derived->hints));
    const auto committed = store.commit(edit);
    if (!committed)
        return passOn(committed);
    return {};
}

Status Ingest::findSheet(const Id &pageId) {
    Store &store = m_notebook.store();
    const auto page = store.read([&](Database &db) { return find<Page>(db, pageId); });
    if (!page)
        return passOn(page);
    if (!*page)
        return failure(ErrorCode::NotFound, QStringLiteral("page"));
    if (!(*page)->foundSheet.isEmpty() || hintsFrom((*page)->hints).noPage)
        return {};
    const auto bytes = picture(**page, false);
    if (!bytes)
        return passOn(bytes);
    const auto sheet = sheetIn(*bytes);
    if (!sheet)
        return passOn(sheet);
    if (!*sheet)
        return {};
    // As in derivePage(). No hints: the paper is no longer at hand to photograph it again.
    const auto committed = store.commit(Edit(QString()).set(pageId, &Page::foundSheet, sheetText(**sheet)));
    return committed ? Status() : passOn(committed);
}

Result<std::vector<Id>> Ingest::underived() {
    return m_notebook.store().read(
        [](Database &db) {
            std::vector<Id> pages;
            // Pages first: nearly all have their preview, and need no look at their files.
            Statement &row =
                db.use("SELECT p.id FROM page p CROSS JOIN blob b ON b.name = substr(p.original, 1, 32) "
                       "WHERE p.preview IS NULL AND p.deleted = 0 AND b.here = 1");
            while (row.step())
                pages.push_back(row.id(0));
            row.reset();
            return pages;
        },
        Executor::Bulk);
}

Result<QByteArray> Ingest::picture(const Page &page, bool originalWanted) {
    Vault &vault = m_notebook.vault();
    const BlobRef &first = originalWanted ? page.original : page.preview;
    const BlobRef &second = originalWanted ? page.preview : page.original;
    if (!first.isNull() && vault.has(first.name))
        return vault.get(first);
    return vault.get(second);
}

Result<QByteArray> Ingest::thumbnail(const Page &page, const QString &view) {
    Vault &vault = m_notebook.vault();
    const auto flat = flatViewFrom(view);
    const QByteArray role = flat ? flatRole : thumbnailRole;
    const QByteArray heading = flat ? view.toLatin1() + '\n' : QByteArray();
    if (auto kept = vault.derived(page.original, role); kept && kept->startsWith(heading))
        return kept->sliced(heading.size());
    const auto source = picture(page, false);
    if (!source)
        return passOn(source);
    const auto made = flat ? thumbnailOf(*source, flat->corners, flat->clear ? Look::Clear : Look::Page)
                           : thumbnailOf(*source);
    if (!made)
        return passOn(made);
    if (const auto kept = vault.keepDerived(page.original, role, heading + *made); !kept)
        qWarning("a thumbnail could not be kept: %s", qPrintable(kept.error().detail)); // shown all the same
    return *made;
}

} // namespace inkstep
