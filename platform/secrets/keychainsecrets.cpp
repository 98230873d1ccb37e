#include "systemsecrets.h"

#include <QCoreApplication>
#include <QThread>
#include <future>
#include <qt6keychain/keychain.h>

namespace inkstep {

namespace {

// A person may have to unlock the keystore first; a service that hangs must not hold up sync for ever.
constexpr auto patience = std::chrono::seconds(60);
const QString service = QStringLiteral("Inkstep");

Status statusOf(const QKeychain::Job &job) {
    switch (job.error()) {
    case QKeychain::NoError:
        return {};
    case QKeychain::EntryNotFound:
        return failure(ErrorCode::NotFound);
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return failure(ErrorCode::NoPermission, job.errorString());
    default:
        return failure(ErrorCode::Unreachable, job.errorString());
    }
}

class KeychainSecrets final : public Secrets {
public:
    Result<QString> read(const QString &name) override {
        return run<QKeychain::ReadPasswordJob, QString>(
            name, [](auto &) {}, [](const auto &job) { return job.textData(); });
    }
    Status keep(const QString &name, const QString &secret) override {
        const auto kept = run<QKeychain::WritePasswordJob, bool>(
            name, [secret](auto &job) { job.setTextData(secret); }, [](const auto &) { return true; });
        return kept ? Status() : passOn(kept);
    }
    Status forget(const QString &name) override {
        const auto gone = run<QKeychain::DeletePasswordJob, bool>(
            name, [](auto &) {}, [](const auto &) { return true; });
        return gone || gone.error().code == ErrorCode::NotFound ? Status() : passOn(gone);
    }
    bool lockedBySystem() const override { return true; }

private:
    // The keystores' libraries answer in the main thread's loop, so that is where their jobs live.
    template<class Job, class Out, class Prepare, class Take>
    static Result<Out> run(const QString &name, Prepare prepare, Take take) {
        auto outcome = std::make_shared<std::promise<Result<Out>>>();
        auto answer = outcome->get_future();
        const auto begin = [=] {
            auto *job = new Job(service, qApp); // deletes itself
            job->setKey(name);
            job->setInsecureFallback(false);
            prepare(*job);
            QObject::connect(job, &QKeychain::Job::finished, qApp, [outcome, take, job] {
                const Status status = statusOf(*job);
                outcome->set_value(status ? Result<Out>(take(*job)) : passOn(status));
            });
            job->start();
        };
        const bool here = QThread::currentThread() == qApp->thread();
        if (here)
            begin();
        else
            QMetaObject::invokeMethod(qApp, begin, Qt::QueuedConnection);
        const auto until = std::chrono::steady_clock::now() + patience;
        while (answer.wait_for(std::chrono::milliseconds(here ? 1 : 50)) != std::future_status::ready) {
            if (here) // a program without a window has nobody else to run its loop
                QCoreApplication::processEvents();
            if (std::chrono::steady_clock::now() > until)
                return failure(ErrorCode::Unreachable, QStringLiteral("the keystore does not answer"));
        }
        return answer.get();
    }
};

} // namespace

std::unique_ptr<Secrets> keychainSecrets() {
    return std::make_unique<KeychainSecrets>();
}

} // namespace inkstep
