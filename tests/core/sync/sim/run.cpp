#include "core/sync/sim/run.h"

#include <QDir>
#include <mutex>
#include <sodium.h>

namespace inkstep::sim {

namespace {

// Memory where there is a disk of it: hundreds of databases are made and thrown away.
QString scratch() {
    const QString memory = QStringLiteral("/dev/shm");
    return (QDir(memory).exists() ? memory : QDir::tempPath()) + QStringLiteral("/inkstep-sim-XXXXXX");
}

Faults faultsOf(Chance &chance) {
    Faults faults;
    faults.seed = chance();
    switch (chance() % 8) {
    case 0:
    case 1:
        faults.crashAfter = int(chance() % 60);
        break;
    case 2:
        faults.failEvery = 3 + int(chance() % 20);
        break;
    case 3:
        faults.strangeEvery = 2 + int(chance() % 8);
        break;
    case 4:
        faults.strangeEvery = 2 + int(chance() % 8);
        faults.crashAfter = int(chance() % 60);
        break;
    case 5:
        faults.fullPlace = oneIn(chance, 2);
        break;
    default:
        break;
    }
    return faults;
}

// What libsodium draws by itself, for sealed boxes and streams, comes from the seed as well: files are named
// by hashes of it, and a world is to be the same again.
class SodiumChance {
public:
    static void begin(quint64 seed) {
        static randombytes_implementation own{name, number, nullptr, nullptr, fill, nullptr};
        randombytes_set_implementation(&own);
        if (sodium_init() < 0) // draws as well, the first time
            qFatal("libsodium");
        const std::lock_guard lock(s_mutex);
        s_chance.seed(seed);
    }

private:
    static const char *name() { return "from a seed"; }
    static uint32_t number() {
        const std::lock_guard lock(s_mutex);
        return static_cast<uint32_t>(s_chance());
    }
    static void fill(void *bytes, std::size_t count) {
        const std::lock_guard lock(s_mutex);
        auto *at = static_cast<unsigned char *>(bytes);
        while (count-- > 0)
            *at++ = static_cast<unsigned char>(s_chance());
    }
    static inline std::mutex s_mutex;
    static inline Chance s_chance;
};

} // namespace

Run::Run(quint64 seed) : m_folder(scratch()), m_world(m_folder.path()), m_seed(seed) {
    SodiumChance::begin(seed);
    Chance chance(seed);
    const int count = 2 + int(chance() % 5);
    for (int i = 0; i < count; ++i)
        m_devices.push_back(std::make_unique<SimDevice>(m_world, folderOf(i), i, seed));
    m_devices.front()->begin();
}

void Run::step(const Step &step) {
    SimDevice &device = *m_devices[std::size_t(step.device) % m_devices.size()];
    Chance chance(step.seed);
    switch (step.what) {
    case Step::Write:
        device.write(step.seed);
        break;
    case Step::Sync:
        device.sync(faultsOf(chance));
        break;
    case Step::Reopen:
        device.reopen();
        break;
    case Step::Jump:
        device.jump(step.seed);
        break;
    case Step::Hide:
        hide(chance);
        break;
    case Step::Copy:
        copy(chance);
        break;
    case Step::Mend:
        mend();
        break;
    case Step::Join:
        join(device, chance);
        break;
    case Step::Epoch:
        device.newKeys();
        break;
    case Step::Erase:
        device.erase(step.seed);
        break;
    case Step::Out:
        device.takeOut(*m_devices[chance() % m_devices.size()]);
        break;
    case Step::Clone:
        clone(device);
        break;
    case Step::Keep:
        device.keepCopy();
        break;
    case Step::PutBack:
        device.putBack();
        break;
    case Step::Archive:
        m_archive = shared();
        break;
    case Step::Rollback:
        if (!m_archive.empty())
            setShared(m_archive);
        break;
    case Step::Apart:
        apart(device, chance);
        break;
    }
}

std::map<QString, QByteArray> Run::shared() const {
    std::map<QString, QByteArray> files;
    const QString prefix = m_world.shared + QLatin1Char('/');
    for (auto at = m_world.disk.files.lower_bound(prefix);
         at != m_world.disk.files.end() && at->first.startsWith(prefix); ++at)
        files.insert(*at);
    return files;
}

void Run::setShared(const std::map<QString, QByteArray> &files) {
    const QString prefix = m_world.shared + QLatin1Char('/');
    std::erase_if(m_world.disk.files, [&](const auto &file) { return file.first.startsWith(prefix); });
    m_world.disk.files.insert(files.begin(), files.end());
}

std::vector<QString> Run::sharedFiles() const {
    std::vector<QString> found;
    const QString prefix = m_world.shared + QLatin1Char('/');
    for (const auto &[path, bytes] : m_world.disk.files) {
        if (path.startsWith(prefix) && !path.endsWith(QStringLiteral("vault.json")))
            found.push_back(path);
    }
    return found;
}

void Run::hide(Chance &chance) {
    const auto files = sharedFiles();
    if (files.empty())
        return;
    const QString path = files[chance() % files.size()];
    QByteArray &bytes = m_world.disk.files[path];
    m_hidden.emplace(path, bytes); // what it held first
    if (oneIn(chance, 2))
        m_world.disk.files.erase(path);
    else
        bytes = bytes.first(static_cast<qsizetype>(chance() % static_cast<quint64>(bytes.size() + 1)));
}

void Run::copy(Chance &chance) {
    const auto files = sharedFiles();
    if (files.empty())
        return;
    const QString path = files[chance() % files.size()];
    const qsizetype dot = path.endsWith(QStringLiteral(".b")) ? path.size() - 2 : path.size();
    const QString made = path.first(dot) +
                         (oneIn(chance, 2) ? QStringLiteral(" (1)")
                                           : QStringLiteral(".sync-conflict-20260101-120000-ABCDEFG")) +
                         path.mid(dot);
    m_world.disk.files[made] = m_world.disk.files[path];
}

void Run::mend() {
    for (const auto &[path, bytes] : m_hidden) {
        // A head that was written anew meanwhile stays: it is the newer one.
        if (path.endsWith(QStringLiteral("/head")) && m_world.disk.files.contains(path))
            continue;
        m_world.disk.files[path] = bytes;
    }
    m_hidden.clear();
}

void Run::join(SimDevice &device, Chance &chance) {
    if (device.joined())
        return;
    const std::size_t first = chance() % m_devices.size();
    for (std::size_t i = 0; i < m_devices.size(); ++i) {
        SimDevice &inviter = *m_devices[(first + i) % m_devices.size()];
        if (inviter.joined() && !inviter.out() && device.join(inviter))
            return;
    }
}

void Run::clone(SimDevice &device) {
    constexpr std::size_t most = 8;
    if (m_devices.size() >= most)
        return;
    const int number = int(m_devices.size());
    if (auto made = device.copied(folderOf(number), number, m_seed)) {
        m_devices.push_back(std::move(made));
    }
}

void Run::apart(SimDevice &device, Chance &chance) {
    SimDevice *a = &device;
    SimDevice *b = m_devices[chance() % m_devices.size()].get();
    if (a == b || !a->joined() || !b->joined())
        return;
    const bool keys = oneIn(chance, 4);
    const auto before = shared();
    std::vector<std::map<QString, QByteArray>> after;
    for (SimDevice *one : {a, b}) {
        setShared(before);
        if (keys)
            one->newKeys();
        for (int i = 0; i < 3; ++i)
            one->write(chance());
        for (quint64 i = 1 + chance() % 2; i > 0; --i)
            one->sync(oneIn(chance, 4) ? faultsOf(chance) : Faults{});
        after.push_back(shared());
    }
    // What either wrote or took away; of what both wrote the second's, as drives do.
    auto together = before;
    for (const auto &one : after) {
        for (const auto &[path, bytes] : before) {
            if (!one.contains(path))
                together.erase(path);
        }
        for (const auto &[path, bytes] : one) {
            const auto was = before.find(path);
            if (was == before.end() || was->second != bytes)
                together[path] = bytes;
        }
    }
    setShared(together);
}

QString Run::calm() {
    mend();
    Chance chance(1);
    constexpr int mostRounds = 20;
    QString last;
    for (int round = 0; round < mostRounds; ++round) {
        for (const auto &device : m_devices) {
            device->wait(std::chrono::hours(24 * 4));
            device->sync({});
        }
        // Who never came in does so once the others have agreed on who is out.
        if (round == 3) {
            for (const auto &device : m_devices)
                join(*device, chance);
            if (m_world.namesChange)
                retireGhosts();
        }
        if (round < 4)
            continue;
        last = compare();
        if (last.isEmpty())
            return {};
    }
    for (std::size_t i = 0; i < m_devices.size(); ++i)
        last += QStringLiteral("\n  tablet %1 says: %2").arg(i).arg(m_devices[i]->lastProblem());
    return last;
}

// Names that nobody has any more, of tablets that were put back: a person says not to wait for them, on each
// tablet that does.
void Run::retireGhosts() {
    std::set<Id> names;
    for (const auto &device : m_devices) {
        if (device->joined())
            names.insert(device->store().device());
    }
    for (const auto &in : m_devices) {
        if (!in->joined() || in->out())
            continue;
        const auto state = in->syncer().state();
        for (const SyncDevice &device : state->devices) {
            if (!device.removed && !device.retired && !names.contains(device.id))
                in->retire(device.id);
        }
    }
}

} // namespace inkstep::sim
