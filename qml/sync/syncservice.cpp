#include "syncservice.h"

#include "days.h"
#include "sync/remote/serveraddress.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QQmlEngine>

namespace inkstep {

namespace {
using namespace std::chrono_literals;
constexpr auto settleTime = 4s;   // a burst of notes goes as one bundle
constexpr auto folderTime = 15s;  // how soon a stick that is plugged in again is noticed
constexpr auto serverTime = 2min; // how soon what a colleague sent is noticed; a request or two a device

QString when(Moment moment, Moment now) {
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(toMs(moment));
    const QDateTime today = QDateTime::fromMSecsSinceEpoch(toMs(now));
    if (time.date() == today.date())
        return QLocale().toString(time.time(), QLocale::ShortFormat);
    return dayAndTime(moment);
}

// What another tablet has of what was written here.
QString standingOf(const SyncDevice &device, const QString &seen) {
    if (device.self)
        return {};
    if (device.removed)
        return SyncService::tr("Taken out of this notebook");
    QStringList words;
    if (device.hasEverything)
        words << SyncService::tr("Has everything from here");
    else if (device.lacksEdits + device.lacksPictures > 0)
        words << SyncService::tr("Lacks %1 changes and %2 pictures from here")
                     .arg(device.lacksEdits)
                     .arg(device.lacksPictures);
    words << (seen.isEmpty() ? SyncService::tr("not seen yet") : SyncService::tr("last seen %1").arg(seen));
    if (device.retired)
        words << SyncService::tr("not waited for");
    if (device.erasuresLeft > 0)
        words << SyncService::tr("has not erased what it should");
    return words.join(QStringLiteral(" · "));
}
} // namespace

SyncService::SyncService(Workspace &workspace, const Preferences &preferences, QObject *parent)
    : QObject(parent), m_workspace(workspace), m_preferences(preferences) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(settleTime);
    for (QTimer *timer : {&m_soon, &m_probe})
        connect(timer, &QTimer::timeout, this, [this] {
            if (worthTrying())
                startSync(false);
        });
    connect(&m_network, &NetworkWatch::cameOnline, this, [this] {
        if (!serverAsks())
            startSync(false);
    });
    connect(&workspace, &Workspace::notebookClosing, this, [this] {
        cancel();
        m_watch.reset();
        m_syncer.reset();
    });
    connect(&workspace, &Workspace::notebookChanged, this, &SyncService::notebookChanged);
    notebookChanged();
}

SyncService::~SyncService() {
    cancel();
}

SyncService *SyncService::create(QQmlEngine *engine, QJSEngine *js) {
    return new SyncService(*Workspace::create(engine, js), *Preferences::create(engine, js));
}

void SyncService::notebookChanged() {
    m_state = {};
    m_history.clear();
    m_erasures.clear();
    m_known = false;
    m_inviteCode.clear();
    m_clock.clear();
    if (Notebook *notebook = m_workspace.notebook()) {
        m_syncer = std::make_shared<Syncer>(*notebook, m_workspace.parts());
        m_watch = notebook->store().watch(
            ~KindSet(0), [](Database &) { return 0; }, this,
            [this](int) {
                refresh();
                if (connected())
                    m_soon.start();
            });
    }
    emit changed();
    emit inviteChanged();
}

void SyncService::refresh() {
    if (!m_syncer)
        return;
    work([syncer = m_syncer] { return syncer->state(); },
         [this, syncer = m_syncer](Result<SyncState> state) {
             if (!state || syncer != m_syncer)
                 return;
             const bool first = m_state.place.isEmpty() && !state->place.isEmpty();
             m_state = *state;
             m_known = true;
             if (first)
                 beginProbing();
             emit changed();
         });
}

void SyncService::beginProbing() {
    if (isServer(m_state.place))
        m_network.begin();
    m_probe.start(isServer(m_state.place) ? serverTime : folderTime);
}

// An absent folder costs one look, so it is looked at again and again. A server that failed is left alone for
// as long as was reckoned, and one that refused this person's name or showed another certificate until a
// person has seen to it: a school's server may lock out who asks too often.
bool SyncService::worthTrying() const {
    if (!m_state.lastProblem || !isServer(m_state.place))
        return true;
    if (serverAsks())
        return false;
    return !m_state.nextTry || m_workspace.parts().clock.now() >= *m_state.nextTry;
}

void SyncService::startSync(bool asked) {
    if (!m_syncer || !connected())
        return;
    if (m_busy) {
        m_again = true;
        return;
    }
    m_busy = true;
    m_again = false;
    m_progress = {};
    m_began = std::chrono::steady_clock::now();
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    emit progressChanged();
    const auto told = [this](const SyncProgress &progress) {
        QMetaObject::invokeMethod(this, [this, progress] {
            m_progress = progress;
            emit progressChanged();
            emit changed();
        });
    };
    // On a line that is paid for by the byte only what is small goes, unless a person asks.
    const bool originals = asked || m_preferences.photosOnMetered() || !m_network.metered();
    m_sparing = !originals;
    work(
        [syncer = m_syncer, cancelled = m_cancelled, told, originals, asked] {
            return syncer->sync(
                told, [cancelled] { return cancelled->load(); }, SyncManner{originals, true, asked});
        },
        [this](const Result<SyncReport> &report) { finishSync(report); });
}

void SyncService::finishSync(const Result<SyncReport> &report) {
    m_busy = false;
    if (report) {
        m_clock = clockWords(*report);
        if (!report->joined.empty())
            forgetInvite(); // it works once
        for (const QString &name : report->joined)
            emit newDevice(name);
    }
    emit progressChanged();
    readHistory();
    readErasures();
    refresh();
    if (m_again)
        m_soon.start();
}

void SyncService::syncNow() {
    m_soon.stop();
    startSync(true);
}

void SyncService::cancel() {
    if (m_cancelled)
        *m_cancelled = true;
}

void SyncService::setWorking(bool working) {
    m_working = working;
    emit workingChanged();
}

void SyncService::connectTo(const QUrl &folder) {
    open(folder.isLocalFile() ? folder.toLocalFile() : folder.toString(), {});
}

void SyncService::disconnectPlace() {
    if (!m_syncer)
        return;
    cancel();
    work([syncer = m_syncer] { return syncer->disconnect(); },
         [this](const Status &gone) {
             if (!gone)
                 emit failed(wordsFor(gone.error()).sentence());
             m_probe.stop();
             m_soon.stop();
             refresh();
         });
}

void SyncService::makeInvite() {
    if (!m_syncer)
        return;
    setWorking(true);
    work([syncer = m_syncer] { return syncer->makeInvite(); },
         [this](const Result<QString> &code) {
             setWorking(false);
             if (!code) {
                 emit failed(wordsFor(code.error()).sentence());
                 return;
             }
             m_inviteCode = *code;
             emit inviteChanged();
         });
}

void SyncService::forgetInvite() {
    m_inviteCode.clear();
    emit inviteChanged();
}

void SyncService::copyInvite() {
    QGuiApplication::clipboard()->setText(m_inviteCode);
}

// What passes by itself is no trouble anybody must see to.
bool SyncService::troubled() const {
    return m_state.lastProblem && m_state.lastProblem->code != ErrorCode::Unreachable &&
           m_state.lastProblem->code != ErrorCode::ServerBusy;
}

QString SyncService::standing() const {
    if (!connected())
        return QStringLiteral("local");
    if (m_busy && m_progress.total > 0)
        return QStringLiteral("sending");
    if (troubled())
        return QStringLiteral("trouble");
    return m_state.waiting > 0 ? QStringLiteral("waiting") : QStringLiteral("copied");
}

QString SyncService::words() const {
    if (!m_known)
        return {};
    if (!connected())
        return tr("Only on this tablet");
    if (m_busy && m_progress.total > 0)
        return progressWords();
    if (troubled())
        return tr("Not sent: tap to see why");
    if (m_state.lastProblem && m_state.waiting > 0)
        return tr("No connection, %n waiting", nullptr, m_state.waiting);
    if (m_state.waiting > 0)
        return tr("%n only on this tablet", nullptr, m_state.waiting);
    return m_state.lastSync ? tr("All copied %1").arg(lastSync()) : tr("Nothing to send");
}

QString SyncService::lastSync() const {
    return m_state.lastSync ? when(*m_state.lastSync, m_workspace.parts().clock.now()) : QString();
}

QString SyncService::problem() const {
    return m_state.lastProblem ? wordsFor(*m_state.lastProblem).sentence() : QString();
}

QVariantList SyncService::devices() const {
    QVariantList list;
    for (const SyncDevice &device : m_state.devices) {
        const QString seen =
            device.lastSeen ? when(*device.lastSeen, m_workspace.parts().clock.now()) : QString();
        list << QVariantMap{{QStringLiteral("id"), idText(device.id)},
                            {QStringLiteral("name"), device.name.isEmpty() ? tr("A tablet") : device.name},
                            {QStringLiteral("self"), device.self},
                            {QStringLiteral("seen"), seen},
                            {QStringLiteral("standing"), standingOf(device, seen)},
                            {QStringLiteral("out"), device.removed},
                            {QStringLiteral("silent"), device.retired}};
    }
    return list;
}

void SyncService::decide(std::function<Status(Syncer &)> decision, QObject *receiver,
                         std::function<void(const Status &)> then) {
    ask(std::move(decision), this,
        [this, alive = QPointer<QObject>(receiver), then = std::move(then)](const Status &done) {
            if (alive)
                then(done);
            refresh();
            if (done)
                startSync(true);
        });
}

void SyncService::readErasures() {
    ask([](Syncer &syncer) { return syncer.erasureReceipts(); }, this,
        [this](const Result<std::vector<ErasureReceipt>> &receipts) {
            m_erasures.clear();
            for (const ErasureReceipt &receipt : receipts.value_or(std::vector<ErasureReceipt>())) {
                const QString name = receipt.self                   ? tr("This tablet")
                                     : receipt.deviceName.isEmpty() ? tr("A tablet")
                                                                    : receipt.deviceName;
                m_erasures.prepend(QVariantMap{
                    {QStringLiteral("when"), when(receipt.ordered, m_workspace.parts().clock.now())},
                    {QStringLiteral("words"), receipt.done ? tr("%1 has erased it").arg(name)
                                                           : tr("%1 has not been heard of since").arg(name)},
                    {QStringLiteral("done"), receipt.done}});
            }
            emit erasuresChanged();
        });
}

double SyncService::progress() const {
    if (m_progress.bytesTotal > 0)
        return static_cast<double>(m_progress.bytesDone) / static_cast<double>(m_progress.bytesTotal);
    return m_progress.total > 0 ? static_cast<double>(m_progress.done) / m_progress.total : 0;
}

QString SyncService::progressWords() const {
    if (!m_busy)
        return {};
    if (m_progress.total == 0)
        return tr("Looking for changes");
    const QString words = m_progress.sending
                              ? tr("Sending %1 of %2").arg(m_progress.done).arg(m_progress.total)
                              : tr("Fetching %1 of %2").arg(m_progress.done).arg(m_progress.total);
    const QString left = bytesLeft();
    return left.isEmpty() ? words : words + QLatin1Char(' ') + left;
}

} // namespace inkstep
