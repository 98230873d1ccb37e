// A file system that fails where a test says so; else the real one.
#pragma once

#include "base/filesystem.h"

#include <functional>
#include <optional>

namespace inkstep::test {

enum class Step { Read, Stage, Write, Sync, Commit, List, MakeFolder, Remove, Settle };

class FaultyFiles final : public FileSystem {
public:
    // The error a step on a path ends with; nothing to let it pass. `write` and `sync` are asked with the
    // folder the file was staged in, `commit` with the final path.
    std::function<std::optional<ErrorCode>(Step, const QString &)> fails;
    int commits = 0;

    Result<QByteArray> read(const QString &path, qint64 limit) override {
        if (const auto error = failing(Step::Read, path))
            return tl::unexpected(*error);
        return m_real.read(path, limit);
    }
    Result<std::unique_ptr<StagedFile>> stage(const QString &folder) override {
        if (const auto error = failing(Step::Stage, folder))
            return tl::unexpected(*error);
        auto real = m_real.stage(folder);
        if (!real)
            return real;
        return std::make_unique<Staged>(*this, std::move(*real), folder);
    }
    Result<std::vector<FileEntry>> list(const QString &folder) override {
        if (const auto error = failing(Step::List, folder))
            return tl::unexpected(*error);
        return m_real.list(folder);
    }
    Status makeFolder(const QString &path) override {
        if (const auto error = failing(Step::MakeFolder, path))
            return tl::unexpected(*error);
        return m_real.makeFolder(path);
    }
    Status remove(const QString &path) override {
        if (const auto error = failing(Step::Remove, path))
            return tl::unexpected(*error);
        return m_real.remove(path);
    }
    Status settle(const QString &folder) override {
        if (const auto error = failing(Step::Settle, folder))
            return tl::unexpected(*error);
        return m_real.settle(folder);
    }
    bool exists(const QString &path) override { return m_real.exists(path); }
    qint64 size(const QString &path) override { return m_real.size(path); }

private:
    class Staged final : public StagedFile {
    public:
        Staged(FaultyFiles &of, std::unique_ptr<StagedFile> real, QString folder)
            : m_of(of), m_file(std::move(real)), m_folder(std::move(folder)) {}
        Status write(QByteArrayView bytes) override {
            if (const auto error = m_of.failing(Step::Write, m_folder))
                return tl::unexpected(*error);
            return m_file->write(bytes);
        }
        Status sync() override {
            if (const auto error = m_of.failing(Step::Sync, m_folder))
                return tl::unexpected(*error);
            return m_file->sync();
        }
        Status commit(const QString &finalPath) override {
            if (const auto error = m_of.failing(Step::Commit, finalPath))
                return tl::unexpected(*error);
            ++m_of.commits;
            return m_file->commit(finalPath);
        }

    private:
        FaultyFiles &m_of;
        std::unique_ptr<StagedFile> m_file;
        QString m_folder;
    };

    std::optional<Error> failing(Step step, const QString &path) const {
        const auto code = fails ? fails(step, path) : std::nullopt;
        return code ? std::optional<Error>(Error{*code, QStringLiteral("made to fail"), path}) : std::nullopt;
    }

    SystemFiles m_real;
};

} // namespace inkstep::test
