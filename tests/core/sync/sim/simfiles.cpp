#include "core/sync/sim/simfiles.h"

#include <QDir>
#include <QFileInfo>

namespace inkstep::sim {

class SimFiles::Staged final : public StagedFile {
public:
    Staged(SimFiles &of, QString folder) : m_of(of), m_folder(std::move(folder)) {}

    Status write(QByteArrayView bytes) override {
        if (const auto error = m_of.step(m_folder, true))
            return tl::unexpected(*error);
        m_bytes += bytes.toByteArray();
        return {};
    }
    Status sync() override {
        if (const auto error = m_of.step(m_folder, true))
            return tl::unexpected(*error);
        return {};
    }
    Status commit(const QString &finalPath) override {
        const auto torn = [&] {
            // Somewhere between the first byte and the rename: nothing, a leftover, or on a drive that knows
            // no better the name with half of the bytes. Or the rename went through and only the news did
            // not.
            const auto half =
                static_cast<qsizetype>(m_of.m_chance() % static_cast<quint64>(m_bytes.size() + 1));
            switch (m_of.m_chance() % 4) {
            case 0:
                m_of.m_disk.files[m_folder + QLatin1Char('/') + stagedPrefix +
                                  QString::number(m_of.m_chance() % 100000)] = m_bytes.first(half);
                break;
            case 1:
                if (m_of.shared(finalPath))
                    m_of.m_disk.files[finalPath] = m_bytes.first(half);
                break;
            case 2:
                m_of.keep(finalPath, m_bytes);
                break;
            default:
                break;
            }
        };
        try {
            if (const auto error = m_of.step(finalPath, true)) {
                torn();
                return tl::unexpected(*error);
            }
        } catch (const Crash &) {
            torn();
            throw;
        }
        m_of.keep(finalPath, m_bytes);
        return {};
    }

private:
    SimFiles &m_of;
    QString m_folder;
    QByteArray m_bytes;
};

void SimFiles::begin(const Faults &faults) {
    m_faults = faults;
    m_chance.seed(faults.seed);
    m_steps = 0;
}

void SimFiles::end() {
    m_faults = {};
    m_removed.clear();
}

void SimFiles::recover() {
    for (const auto &[path, bytes] : m_removed) {
        if (oneIn(m_chance, 2))
            m_disk.files.emplace(path, bytes);
    }
    m_removed.clear();
    m_dead = false;
    m_faults = {};
}

std::optional<Error> SimFiles::step(const QString &path, bool writes) {
    if (m_dead)
        throw Crash{};
    ++m_steps;
    if (m_faults.crashAfter >= 0 && m_steps > m_faults.crashAfter) {
        m_dead = true;
        throw Crash{};
    }
    if (m_faults.fullPlace && writes && shared(path))
        return Error{ErrorCode::DiskFull, QStringLiteral("made to fail"), path};
    if (m_faults.failEvery > 0 && oneIn(m_chance, static_cast<unsigned>(m_faults.failEvery))) {
        const ErrorCode codes[] = {writes ? ErrorCode::WriteFailed : ErrorCode::ReadFailed,
                                   writes ? ErrorCode::DiskFull : ErrorCode::ReadFailed};
        return Error{codes[m_chance() % 2], QStringLiteral("made to fail"), path};
    }
    return std::nullopt;
}

void SimFiles::keep(const QString &path, const QByteArray &bytes) {
    if (const auto there = m_disk.files.find(path); there != m_disk.files.end() && shared(path))
        m_before[path] = there->second;
    m_disk.files[path] = bytes;
}

Result<QByteArray> SimFiles::read(const QString &path, qint64 limit) {
    if (const auto error = step(path, false))
        return tl::unexpected(*error);
    const auto found = m_disk.files.find(path);
    if (found == m_disk.files.end())
        return failure(ErrorCode::NotFound, QStringLiteral("read"), path);
    QByteArray bytes = found->second;
    if (shared(path) && m_faults.strangeEvery > 0 &&
        oneIn(m_chance, static_cast<unsigned>(m_faults.strangeEvery))) {
        switch (m_chance() % 3) {
        case 0: // not come through the cloud yet
            return failure(ErrorCode::NotFound, QStringLiteral("read"), path);
        case 1: // half of it has
            bytes = bytes.first(static_cast<qsizetype>(m_chance() % static_cast<quint64>(bytes.size() + 1)));
            break;
        default: // what it was before
            if (const auto before = m_before.find(path); before != m_before.end())
                bytes = before->second;
        }
    }
    if (bytes.size() > limit)
        return failure(ErrorCode::TooLarge, {}, path);
    return bytes;
}

Result<std::unique_ptr<StagedFile>> SimFiles::stage(const QString &folder) {
    if (const auto error = step(folder, true))
        return tl::unexpected(*error);
    if (!m_disk.folders.contains(folder))
        return failure(ErrorCode::NotFound, QStringLiteral("stage"), folder);
    return std::make_unique<Staged>(*this, folder);
}

Result<std::vector<FileEntry>> SimFiles::list(const QString &folder) {
    if (const auto error = step(folder, false))
        return tl::unexpected(*error);
    if (!m_disk.folders.contains(folder))
        return failure(ErrorCode::NotFound, QStringLiteral("list"), folder);
    const QString prefix = folder + QLatin1Char('/');
    std::vector<FileEntry> entries;
    for (auto at = m_disk.folders.lower_bound(prefix); at != m_disk.folders.end() && at->startsWith(prefix);
         ++at) {
        if (!QStringView(*at).mid(prefix.size()).contains(QLatin1Char('/')))
            entries.push_back({at->mid(prefix.size()), 0, true});
    }
    for (auto at = m_disk.files.lower_bound(prefix); at != m_disk.files.end() && at->first.startsWith(prefix);
         ++at) {
        if (QStringView(at->first).mid(prefix.size()).contains(QLatin1Char('/')))
            continue;
        // A listing that is behind lacks what came last.
        if (shared(folder) && m_faults.strangeEvery > 0 &&
            oneIn(m_chance, 3 * static_cast<unsigned>(m_faults.strangeEvery)))
            continue;
        entries.push_back({at->first.mid(prefix.size()), at->second.size(), false});
    }
    return entries;
}

Status SimFiles::makeFolder(const QString &path) {
    if (m_disk.folders.contains(path))
        return {};
    if (const auto error = step(path, true))
        return tl::unexpected(*error);
    for (QString at = path; at.size() > 1 && !m_disk.folders.contains(at); at = QFileInfo(at).path())
        m_disk.folders.insert(at);
    if (!shared(path))
        QDir().mkpath(path);
    return {};
}

Status SimFiles::remove(const QString &path) {
    const auto gone = [&] {
        if (const auto found = m_disk.files.find(path); found != m_disk.files.end()) {
            m_removed.insert_or_assign(path, found->second);
            m_disk.files.erase(found);
        }
    };
    try {
        if (const auto error = step(path, true))
            return tl::unexpected(*error);
    } catch (const Crash &) {
        if (oneIn(m_chance, 2)) // it went through, and only the news did not
            gone();
        throw;
    }
    gone();
    return {};
}

Status SimFiles::settle(const QString &folder) {
    if (const auto error = step(folder, true))
        return tl::unexpected(*error);
    std::erase_if(m_removed, [&](const auto &one) { return QFileInfo(one.first).path() == folder; });
    return {};
}

bool SimFiles::exists(const QString &path) {
    if (path.endsWith(QLatin1StringView("notebook.db")))
        return QFileInfo::exists(path);
    return m_disk.files.contains(path) || m_disk.folders.contains(path);
}

qint64 SimFiles::size(const QString &path) {
    const auto found = m_disk.files.find(path);
    return found == m_disk.files.end() ? -1 : found->second.size();
}

} // namespace inkstep::sim
