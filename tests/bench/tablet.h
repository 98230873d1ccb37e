#pragma once

#include "base/base.h"
#include "base/secrets.h"
#include "store/profile.h"
#include "support/hastyfiles.h"

#include <QMap>
#include <QTemporaryDir>

namespace inkstep::bench {

class KeptInMemory final : public Secrets {
public:
    Result<QString> read(const QString &name) override {
        return m_kept.contains(name) ? Result<QString>(m_kept.value(name)) : failure(ErrorCode::NotFound);
    }
    Status keep(const QString &name, const QString &secret) override {
        m_kept.insert(name, secret);
        return {};
    }
    Status forget(const QString &) override { return {}; }
    bool lockedBySystem() const override { return true; }

private:
    QMap<QString, QString> m_kept;
};

// A profile that does not wait for its own disk: what is measured is elsewhere.
struct Tablet {
    QTemporaryDir folder;
    test::HastyFiles files;
    SystemClock clock;
    SystemRandom random;
    KeptInMemory secrets;
    Store::Parts parts{files, clock, random, &secrets};
    std::unique_ptr<Profile> profile = std::move(*Profile::open(folder.path(), parts));
    Notebook *notebook = nullptr;
};

} // namespace inkstep::bench
