#include "sync/engine/session.h"

#include "crypto/hash.h"
#include "sync/engine/syncerengine.h"

#include <QCborArray>
#include <QCborValue>

namespace inkstep {

namespace {

constexpr std::size_t mostProblems = 50; // a broken store must not fill the memory with words about it
const QString headSum = QStringLiteral("head.sum");

// What two heads must share to be worth only one.
QByteArray sumOf(const Head &head) {
    QByteArray all = packVersions(head.seen) + head.lacks + head.lastHash + head.boxKey +
                     head.deviceName.toUtf8() + packVersions(head.retired) + 'b' +
                     packVersions(head.heardBeyond) + head.snapshot.name.hash + toBytes(head.epoch.mark) +
                     QByteArray::number(head.epoch.number);
    for (const auto &name : head.epochFiles)
        all += name.hash;
    for (const EpochName &name : head.wants)
        all += 'w' + QByteArray::number(name.number) + toBytes(name.mark);
    for (const ForkRecord &fork : head.forks) {
        for (const ForkRecord::Start &start : fork.starts)
            all += 'f' + start.hash;
    }
    for (const InviteRecord &invite : head.invites)
        all += toBytes(invite.id) + toBytes(invite.answered.device) + invite.answered.signingKey;
    return blobHash(all);
}

} // namespace

Status Session::run() {
    watchTransfers();
    if (const auto read = readOwn(); !read)
        return read;
    // Who is out and under which key first: nothing must go out under an epoch that is over. Then words
    // before pictures, readable pictures before originals. The head goes last, once after what a minute on a
    // slow line can carry and again after the originals, so that what others wait to hear does not wait for
    // these.
    const std::initializer_list<Status (Session::*)()> steps{
        &Session::announceSelf,
        &Session::readPeople,
        &Session::adoptEpochs,
        &Session::adoptForks,
        &Session::lookWhatOthersSaw,
        &Session::passHeardHead,
        &Session::becomeNewIfCopied,
        &Session::makeEpochIfNeeded,
        &Session::handOn,
        &Session::sendEpochs,
        &Session::closeBundles,
        &Session::sendBundles,
        &Session::receiveBundles,
        &Session::finishErasures,
        &Session::snapshotIfDue,
        &Session::trim,
        &Session::dropOldSnapshots,
        &Session::collectDeleted,
        &Session::retireEpochs,
        &Session::lookForPictures,
    };
    for (const auto step : steps) {
        if (const auto done = (this->*step)(); !done)
            return done;
    }
    for (const bool previews : {true, false}) {
        if (!previews && !m.manner.originals)
            break;
        if (const auto sent = sendPictures(previews); !sent)
            return sent;
        if (const auto fetched = fetchPictures(previews); !fetched)
            return fetched;
        if (const auto published = publishHead(); !published)
            return published;
    }
    lookAtClock();
    if (const auto told = tellOfMissingKey(); !told)
        return told;
    return m.books.setValue(syncvalues::lastWhole, QByteArray::number(qint64(toMs(m.world.clock.now()))));
}

void Session::lookAtClock() {
    m_report.clockAhead = m.remote.clockAhead();
}

Status Session::readOwn() {
    auto branches = m.books.branches();
    if (!branches)
        return passOn(branches);
    m_branches = std::move(*branches);
    const auto packed = m.books.value(sessionvalues::snapshot);
    if (!packed)
        return passOn(packed);
    const QCborArray record = QCborValue::fromCbor(*packed).toArray();
    if (record.size() >= 5)
        m_ownSnapshot = {{quint64(record.at(0).toInteger()), record.at(1).toByteArray()},
                         {quint32(record.at(2).toInteger()), idFromBytes(record.at(3).toByteArray())},
                         unpackVersions(record.at(4).toByteArray())};
    return {};
}

Status Session::publishHead() {
    if (!m_mayWrite)
        return {};
    const auto epochs = m.books.epochs();
    const auto retired = m.books.value(sessionvalues::retired);
    if (!epochs || !retired)
        return failure(ErrorCode::ReadFailed, QStringLiteral("sync: books"));
    const auto seen = m.notebook.store().seen();
    const auto missing = m.books.picturesMissing();
    const auto bundles = m.books.bundles();
    const auto invites = m.books.invites();
    const auto number = m.books.value(headNumberValue);
    const auto written = m.books.value(headSum);
    if (!seen || !missing || !bundles || !invites || !number || !written)
        return failure(ErrorCode::ReadFailed, QStringLiteral("sync: books"));

    Head head;
    head.notebook = m.keys.notebook;
    head.device = m.keys.device;
    head.epoch = m.keys.current().name;
    for (const Books::Bundle &bundle : *bundles) {
        if (!bundle.sent) {
            head.epoch = bundle.epoch; // others need its key until it is there
            break;
        }
        head.lastSequence = bundle.last;
        head.lastHash = bundle.name.hash;
        head.recent.push_back(bundle.name);
    }
    if (head.recent.size() > head::recentNames)
        head.recent.erase(head.recent.begin(), head.recent.end() - head::recentNames);
    for (const Version &version : *seen) {
        if (version.device != head.device)
            head.seen.push_back(version);
    }
    std::vector<QByteArray> lacking;
    for (const Books::Picture &picture : *missing)
        lacking.push_back(picture.ref.name);
    head.lacks = head::lacksOf(std::move(lacking));
    for (const Books::OwnInvite &invite : *invites)
        head.invites.push_back(invite.record);
    head.boxKey = m.keys.box.publicKey();
    for (const Books::Epoch &epoch : *epochs) {
        if (epoch.author == head.device)
            head.epochFiles.push_back(epoch.name);
    }
    head.wants = m_wants;
    head.retired = unpackVersions(*retired);
    for (const Id &device : m_oldHeads)
        head.heardBeyond.push_back({device, m_devices.at(device).headNumber});
    head.snapshot = m_ownSnapshot;
    head.forks = forks();
    head.deviceName = m.deviceName;
    head.time = static_cast<quint64>(toMs(m.world.clock.now()));

    const QString path = syncnames::head(head.device);
    const QByteArray sum = sumOf(head);
    if (sum == *written) {
        if (m_ownHeadThere)
            return {};
        const auto there = m.remote.read(path, head::limit);
        const auto read =
            there ? head::read(*there, head.notebook, {head.device, m.keys.signing.publicKey()}, m.keys)
                  : Result<Head>(passOn(there));
        if (read && read->number == number->toULongLong()) // not an older one that was put back
            return {};
    }
    head.number = number->toULongLong() + 1;
    // The number is spent before it is shown: two different heads must never share one.
    if (const auto kept = m.books.setValue(headNumberValue, QByteArray::number(head.number)); !kept)
        return kept;
    if (const auto put = m.remote.replace(path, head::write(head, m.keys, m.world.random)); !put)
        return note(put.error());
    return m.books.setValue(headSum, sum);
}

Status Session::note(const Error &error, const QString &subject) {
    switch (troubleOf(error)) {
    case Trouble::Permission:
    case Trouble::WrongStore:
        return tl::unexpected(error);
    case Trouble::Full:
        m_full = true;
        break;
    case Trouble::Passing:
        if (error.code == ErrorCode::Unreachable || error.code == ErrorCode::ServerBusy ||
            error.code == ErrorCode::Cancelled)
            return tl::unexpected(error);
        break;
    }
    Error told = error;
    if (!subject.isEmpty())
        told.subject = subject;
    const auto same = [&](const Error &one) { return one == told; };
    if (m_report.problems.size() < mostProblems &&
        std::none_of(m_report.problems.begin(), m_report.problems.end(), same))
        m_report.problems.push_back(std::move(told));
    return {};
}

Status Session::goOn() const {
    if (m.cancelled && m.cancelled())
        return failure(ErrorCode::Cancelled);
    return {};
}

void Session::planned(int items, qint64 bytes) {
    const std::lock_guard lock(m_telling);
    m_progress.total += items;
    m_progress.bytesTotal += bytes;
}

void Session::did(qint64 bytes, bool sending, const QString &path) {
    const std::lock_guard lock(m_telling);
    if (!path.isEmpty())
        std::erase_if(m_moving, [&](const auto &moving) { return moving.first.startsWith(path); });
    ++m_progress.done;
    m_progress.bytesDone += bytes;
    (sending ? m_report.sentBytes : m_report.receivedBytes) += bytes;
    m_progress.sending = sending;
    tell();
}

void Session::moved(const QString &path, qint64 bytes) {
    constexpr auto often = std::chrono::milliseconds(100);
    if (!path.startsWith(QLatin1StringView("b/")))
        return; // the small ones are counted when they are done
    const std::lock_guard lock(m_telling);
    m_moving[path] = bytes;
    if (std::chrono::steady_clock::now() - m_told >= often)
        tell();
}

// With m_telling held: one at a time, whatever the thread.
void Session::tell() {
    m_told = std::chrono::steady_clock::now();
    if (!m.progress)
        return;
    SyncProgress now = m_progress;
    for (const auto &[path, bytes] : m_moving)
        now.bytesDone += bytes;
    now.bytesDone = std::min(now.bytesDone, now.bytesTotal);
    m.progress(now);
}

void Session::watchTransfers() {
    m.remote.watch({[this](const QString &path, qint64 bytes) { moved(path, bytes); }, m.cancelled});
}

} // namespace inkstep
