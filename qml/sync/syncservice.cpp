#include "syncservice.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHostInfo>
#include <QLocale>
#include <QQmlEngine>

namespace inkstep {

namespace {
using namespace std::chrono_literals;
constexpr auto firstLook = 300ms;
constexpr auto settleTime = 4s;     // a burst of notes goes as one bundle
constexpr auto probeTime = 15s;     // how soon a stick that is plugged in again is noticed
constexpr auto longestProbe = 5min; // back-off while the place answers with errors

QString when(Moment moment, Moment now) {
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(toMs(moment));
    const QDateTime today = QDateTime::fromMSecsSinceEpoch(toMs(now));
    const QLocale locale;
    if (time.date() == today.date())
        return locale.toString(time.time(), QLocale::ShortFormat);
    return locale.toString(time, QLocale::ShortFormat);
}
} // namespace

SyncService::SyncService(Workspace &workspace, QObject *parent) : QObject(parent), m_workspace(workspace) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(settleTime);
    m_probe.setInterval(probeTime);
    connect(&m_soon, &QTimer::timeout, this, [this] { startSync(false); });
    connect(&m_probe, &QTimer::timeout, this, [this] { startSync(false); });
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
    return new SyncService(*Workspace::create(engine, js));
}

void SyncService::notebookChanged() {
    m_state = {};
    m_known = false;
    m_inviteCode.clear();
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

template<class Work, class Then>
void SyncService::work(Work work, Then then) {
    m_executor.call(Executor::Screen, std::move(work), this, std::move(then));
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
                 m_probe.start();
             emit changed();
         });
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
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    emit progressChanged();
    const auto told = [this](const SyncProgress &progress) {
        QMetaObject::invokeMethod(this, [this, progress] {
            m_progress = progress;
            emit progressChanged();
            emit changed();
        });
    };
    work([syncer = m_syncer, cancelled = m_cancelled,
          told] { return syncer->sync(told, [cancelled] { return cancelled->load(); }); },
         [this, asked](const Result<SyncReport> &report) { finishSync(report, asked); });
}

void SyncService::finishSync(const Result<SyncReport> &report, bool asked) {
    m_busy = false;
    if (report) {
        m_probe.setInterval(probeTime);
        for (const QString &name : report->joined)
            emit newDevice(name);
    } else {
        // An absent folder costs one look; a place that answers with errors is left alone for longer and
        // longer.
        if (report.error().code != ErrorCode::Unreachable)
            m_probe.setInterval(
                std::min<std::chrono::milliseconds>(m_probe.intervalAsDuration() * 2, longestProbe));
        if (asked && report.error().code != ErrorCode::Cancelled)
            emit failed(wordsFor(report.error()).sentence());
    }
    emit progressChanged();
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
    if (!m_syncer)
        return;
    setWorking(true);
    const QString place = folder.isLocalFile() ? folder.toLocalFile() : folder.toString();
    work([syncer = m_syncer, place] { return syncer->connect(place); },
         [this, place](const Status &connectedNow) {
             setWorking(false);
             if (!connectedNow) {
                 emit failed(wordsFor(connectedNow.error()).sentence());
                 return;
             }
             m_state.place = place;
             m_probe.start();
             emit changed();
             emit connectedTo(place);
             startSync(false);
         });
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

void SyncService::join(const QString &code) {
    if (!m_workspace.profile())
        return;
    setWorking(true);
    work(
        [profile = m_workspace.profile(), parts = m_workspace.parts(),
         code]() -> Result<std::pair<Id, QString>> {
            const auto notebook = Syncer::join(*profile, parts, code, QHostInfo::localHostName());
            if (!notebook)
                return passOn(notebook);
            // The first sync brings the words and the previews, so that the notebook opens with something in
            // it.
            Syncer syncer(**notebook, parts);
            const auto first = syncer.sync();
            const auto info = (*notebook)->info();
            if (!first)
                qInfo("first sync after joining: %s", qPrintable(first.error().detail));
            return std::pair{(*notebook)->id(), info ? info->name : QString()};
        },
        [this](const Result<std::pair<Id, QString>> &came) {
            setWorking(false);
            if (!came) {
                emit failed(wordsFor(came.error()).sentence());
                return;
            }
            m_workspace.adopted(came->first);
            emit joined(came->second);
        });
}

QString SyncService::standing() const {
    if (!connected())
        return QStringLiteral("local");
    if (m_busy && m_progress.total > 0)
        return QStringLiteral("sending");
    if (m_state.lastProblem && m_state.lastProblem->code != ErrorCode::Unreachable)
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
    if (m_state.lastProblem && m_state.lastProblem->code != ErrorCode::Unreachable)
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
    for (const SyncDevice &device : m_state.devices)
        list << QVariantMap{
            {QStringLiteral("name"), device.name},
            {QStringLiteral("self"), device.self},
            {QStringLiteral("seen"),
             device.lastSeen ? when(*device.lastSeen, m_workspace.parts().clock.now()) : QString()},
            {QStringLiteral("complete"), device.hasEverything}};
    return list;
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
    return m_progress.sending ? tr("Sending %1 of %2").arg(m_progress.done).arg(m_progress.total)
                              : tr("Fetching %1 of %2").arg(m_progress.done).arg(m_progress.total);
}

} // namespace inkstep
