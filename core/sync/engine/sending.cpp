#include "sync/engine/several.h"

#include "crypto/crypto.h"
#include "sync/format/bundle.h"

#include <QCoreApplication>
#include <map>
#include <set>

namespace inkstep {

namespace {

constexpr std::size_t editsAtOnce = 500;
constexpr qsizetype bundleBytes = 1 << 20; // about; an edit is never split

} // namespace

Status Session::announceSelf() {
    const auto card = m.books.value(cardValue);
    if (!card)
        return passOn(card);
    const auto shown = m.remote.read(syncnames::card(m.keys.device), card::limit);
    if (!shown || *shown != *card) {
        if (const auto put = m.remote.write(syncnames::card(m.keys.device), *card); !put) {
            if (const auto on = note(put.error()); !on)
                return on;
        }
    }
    const auto listed = m.remote.list(syncnames::bundles(m.keys.device));
    if (!listed)
        return passOn(listed);
    const auto bundles = m.books.bundles();
    if (!bundles)
        return passOn(bundles);
    std::map<syncnames::BundleName, qint64> there; // and their sizes
    std::set<syncnames::BundleName> unsent;
    for (const RemoteEntry &entry : *listed) {
        bool copy = false;
        const auto name = syncnames::parseBundleFile(entry.name, &copy);
        if (name && !copy)
            there.emplace(*name, entry.size);
    }
    for (const Books::Bundle &bundle : *bundles) {
        // What was sent and is gone or cut (a folder put back from an old copy) is sent again, byte for byte.
        if (bundle.trimmed) {
            there.erase(bundle.name); // left behind, or a listing that is late
            continue;
        }
        const auto found = there.find(bundle.name);
        const bool whole = found != there.end() && found->second == bundle.size;
        if (found != there.end())
            there.erase(found);
        else if (!bundle.sent)
            unsent.insert(bundle.name);
        if (!whole && bundle.sent) {
            m_putBack = true;
            if (const auto kept = m.books.setSent(bundle.name.sequence, false); !kept)
                return kept;
        }
    }
    // Our own head tells of a copy even where its bundles are trimmed already: only who has our key writes
    // one.
    const auto number = m.books.value(headNumberValue);
    const auto head = m.remote.read(syncnames::head(m.keys.device), head::limit);
    const auto read =
        head ? head::read(*head, m.keys.notebook, {m.keys.device, m.keys.signing.publicKey()}, m.keys)
             : Result<Head>(passOn(head));
    if (!number)
        return passOn(number);
    m_beyond = read && read->number > number->toULongLong();
    m_putBack = m_putBack || (number->toULongLong() > 0 && (!read || read->number < number->toULongLong()));
    const bool ours = read && read->number == number->toULongLong();
    if (const auto looked = lookForSnapshot(ours ? read->snapshot : SnapshotRecord()); !looked)
        return looked;
    std::set<syncnames::BundleName> foreign;
    for (const auto &[name, size] : there)
        foreign.insert(name);
    // Only who has our key writes our head: what it names and we do not was sent, though it is trimmed by
    // now.
    std::set<syncnames::BundleName> announced;
    if (read) {
        m_ownEpochFiles = read->epochFiles;
        announced.insert(read->recent.begin(), read->recent.end());
        for (const Books::Bundle &bundle : *bundles)
            announced.erase(bundle.name);
        foreign.insert(announced.begin(), announced.end());
    }
    if (foreign.empty() && !m_beyond)
        return {};
    const auto fork = forkFrom(*bundles, foreign, announced, unsent);
    if (!fork)
        return passOn(fork);
    m_fork = *fork;
    m_mayWrite = !m_fork; // until it has a name of its own
    return {};
}

Status Session::closeBundles() {
    if (!m_mayWrite)
        return {};
    // Restored from long ago: what is sealed under the keys of then nobody may be able to open any more.
    const auto was = m.books.value(sessionvalues::was);
    if (!was)
        return passOn(was);
    if (!was->isEmpty() && newerAwaited())
        return {};
    if (const auto reopened = m.books.reopenBundles(m.keys.current().name); !reopened)
        return reopened;
    const auto bundles = m.books.bundles();
    if (!bundles)
        return passOn(bundles);
    quint64 last = bundles->empty() ? 0 : bundles->back().last;
    QByteArray previous = bundles->empty() ? QByteArray() : bundles->back().name.hash;
    for (;;) {
        if (const auto on = goOn(); !on)
            return on;
        const auto edits = m.notebook.store().ownEdits(last, editsAtOnce);
        if (!edits)
            return passOn(edits);
        if (edits->empty())
            return {};
        std::size_t count = 0;
        for (qsizetype size = 0; count < edits->size(); ++count) {
            size += bundle::encode({edits->data() + count, 1}).size();
            if (count > 0 && size > bundleBytes)
                break;
        }
        const std::span<const EditRecord> taken(edits->data(), count);
        const BundlePlace place{m.keys.notebook, m.keys.device, taken.front().first(), previous};
        const QByteArray bytes = bundle::seal(place, taken, m.keys.current(), m.keys.signing);
        const Books::Bundle closed{{place.sequence, blobHash(bytes)},
                                   taken.back().last(),
                                   false,
                                   false,
                                   false,
                                   m.keys.current().name,
                                   bytes.size()};
        if (const auto kept = m.books.addBundle(closed, bytes); !kept)
            return kept;
        last = closed.last;
        previous = closed.name.hash;
    }
}

Status Session::sendBundles() {
    if (!m_mayWrite)
        return {};
    auto bundles = m.books.bundles();
    if (!bundles)
        return passOn(bundles);
    std::erase_if(*bundles, [](const Books::Bundle &bundle) { return bundle.sent; });
    planned(static_cast<int>(bundles->size()), 0);
    for (const Books::Bundle &bundle : *bundles) {
        if (const auto on = goOn(); !on)
            return on;
        const auto bytes = m.books.bytes(bundle.name.sequence);
        if (!bytes)
            return passOn(bytes);
        const QString path =
            syncnames::bundles(m.keys.device) + QLatin1Char('/') + syncnames::bundleFile(bundle.name);
        const auto edits = m.books.editsAfter(bundle.name.sequence - 1);
        const auto later = m.books.editsAfter(bundle.last);
        if (const auto begun = m.books.setTried(bundle.name.sequence); !begun)
            return begun;
        if (const auto put = m.remote.write(path, *bytes); !put)
            return note(put.error()); // later ones wait: they could not be read without it
        if (const auto kept = m.books.setSent(bundle.name.sequence, true); !kept)
            return kept;
        if (const auto counted = cameBy(bytes->size()); !counted)
            return counted;
        if (edits && later)
            m_report.sentEdits += *edits - *later;
        did(bytes->size(), true);
    }
    return {};
}

Status Session::sendPictures(bool previews) {
    if (!m_mayWrite || m_full)
        return {};
    auto pictures = m.books.picturesToSend();
    if (!pictures)
        return passOn(pictures);
    std::erase_if(*pictures, [&](const Books::Picture &picture) { return picture.preview != previews; });
    qint64 bytes = 0;
    for (const Books::Picture &picture : *pictures)
        bytes += sealedSize(picture.ref.size);
    planned(static_cast<int>(pictures->size()), bytes);
    return several<Status>(
        pictures->size(), [&](std::size_t i) { return putPicture((*pictures)[i]); },
        [&](std::size_t i, const Status &put) { return pictureWent((*pictures)[i], put); }, m_full);
}

// On any thread.
Status Session::putPicture(const Books::Picture &picture) {
    const auto sealed = m.notebook.vault().sealed(picture.ref.name);
    const QString about = QCoreApplication::translate("Sync", "A picture");
    if (!sealed)
        return failure(ErrorCode::Damaged, sealed.error().detail, about);
    // A damaged file must not be vouched for: others would believe that it is safe.
    if (blobHash(*sealed) != picture.ref.name)
        return failure(ErrorCode::Damaged, QStringLiteral("not what was sealed"), about);
    return storedpicture::write(m.remote, picture.device, picture.ref.name, *sealed);
}

Status Session::pictureWent(const Books::Picture &picture, const Status &put) {
    if (!put)
        return note(put.error());
    if (const auto kept = m.books.pictureSent(picture.ref.name); !kept)
        return kept;
    ++m_report.sentPictures;
    did(sealedSize(picture.ref.size), true, syncnames::blob(picture.device, picture.ref.name));
    return {};
}

} // namespace inkstep
