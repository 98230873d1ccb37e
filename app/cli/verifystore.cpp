// A place a notebook syncs to, checked from outside: no key is needed to see that every file is what its name
// says, or what the device that wrote it has signed.
#include "cli/verbs.h"
#include "crypto/hash.h"
#include "sync/format/card.h"
#include "sync/format/head.h"
#include "sync/format/names.h"
#include "sync/format/signedfile.h"
#include "sync/format/vaultfile.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <map>

namespace inkstep {

namespace {

QString say(const char *text) {
    return QCoreApplication::translate("Cli", text);
}

constexpr qint64 largestSealed = 512ll << 20; // bytes; above the largest picture that is taken in

struct StoreCheck {
    qint64 bundles = 0;
    qint64 pictures = 0;
    qint64 unfinished = 0; // files being written, or left by a torn connection
    QStringList damaged;   // paths in the store
    int notebooks = 0;
};

class StoreWalk {
public:
    StoreWalk(FileSystem &files, QString root, Console &console)
        : m_files(files), m_root(std::move(root)), m_console(console) {}

    Status run() {
        const auto entries = m_files.list(m_root);
        if (!entries)
            return passOn(entries);
        for (const FileEntry &entry : *entries) {
            const auto notebook = syncnames::parseId(entry.name);
            if (!entry.folder || !notebook)
                continue;
            const auto bytes =
                m_files.read(m_root + QLatin1Char('/') + entry.name + QLatin1Char('/') + syncnames::vault,
                             vaultfile::limit);
            const auto vault = bytes ? vaultfile::read(*bytes) : Result<VaultFile>(passOn(bytes));
            if (!vault && vault.error().code == ErrorCode::NewerVersion)
                return passOn(vault);
            if (!vault || vault->notebook != *notebook || vaultfile::write(*vault) != *bytes)
                check.damaged << entry.name + QLatin1Char('/') + syncnames::vault;
            ++check.notebooks;
            for (const QString &kind : {QStringLiteral("/d"), QStringLiteral("/b")}) {
                if (const auto walked = walk(entry.name + kind, 0); !walked)
                    return walked;
            }
        }
        if (check.notebooks == 0)
            return failure(ErrorCode::NotAStore, QStringLiteral("no notebook's folder in it"), m_root);
        return {};
    }

    StoreCheck check;

private:
    Status walk(const QString &folder, int depth) {
        const auto entries = m_files.list(m_root + QLatin1Char('/') + folder);
        if (!entries)
            return entries.error().code == ErrorCode::NotFound ? Status() : passOn(entries);
        std::map<std::pair<QByteArray, int>, int>
            pieces; // of a large picture, by its name and how many it has
        for (const FileEntry &entry : *entries) {
            const QString path = folder + QLatin1Char('/') + entry.name;
            if (const auto piece = syncnames::parsePieceFile(entry.name); piece && !entry.folder) {
                ++pieces[{piece->name, piece->count}];
            } else if (entry.folder) {
                if (depth < 4) { // as deep as a store goes
                    if (const auto walked = walk(path, depth + 1); !walked)
                        return walked;
                }
            } else if (entry.name.startsWith(stagedPrefix)) {
                ++check.unfinished;
            } else {
                look(path, entry.name);
            }
        }
        for (const auto &[of, found] : pieces)
            lookAtPieces(folder + QLatin1Char('/'), of.first, of.second, found);
        return {};
    }

    void lookAtPieces(const QString &folder, const QByteArray &name, int count, int found) {
        if (found < count) { // the rest has not been sent yet
            ++check.unfinished;
            return;
        }
        const QString whole = folder + QString::fromLatin1(name.toHex());
        m_console.progress(say("Checking %1").arg(whole));
        Hasher hasher;
        for (int number = 1; number <= count; ++number) {
            const auto bytes = m_files.read(
                m_root + QLatin1Char('/') + whole + syncnames::pieceSuffix(number, count), largestSealed);
            if (!bytes) {
                check.damaged << whole;
                return;
            }
            hasher.add(*bytes);
        }
        if (hasher.result() == name)
            ++check.pictures;
        else
            check.damaged << whole;
    }

    // A card is signed with the key in it; a head and an invite with that of their device's card.
    void lookAtSigned(const QString &path) {
        const QStringList parts = path.split(QLatin1Char('/')); // notebook/d/device/...
        const auto notebook = syncnames::parseId(parts.value(0));
        const auto device = syncnames::parseId(parts.value(2));
        const QString file = parts.value(3);
        const bool invite = parts.size() == 5 && file == QStringLiteral("invite");
        const bool one =
            parts.size() == 4 && (file == QStringLiteral("card") || file == QStringLiteral("head"));
        if (!notebook || !device || (!invite && !one))
            return; // nothing of ours
        const auto read = [&](const QString &name) {
            return m_files.read(m_root + QLatin1Char('/') + parts[0] + QLatin1Char('/') + name, head::limit);
        };
        const auto bytes = read(syncnames::card(*device));
        const auto card = bytes ? card::read(*bytes, *notebook, *device) : Result<Card>(passOn(bytes));
        if (file == QStringLiteral("card")) {
            if (!card)
                check.damaged << path;
            return;
        }
        const auto signedBytes = m_files.read(m_root + QLatin1Char('/') + path, head::limit);
        if (!card || !signedBytes)
            return; // the card is named, or it is just being written or answered
        const auto fits =
            signedfile::read(*signedBytes, invite ? 'i' : 'h', card->member.signingKey, head::limit);
        if (!fits)
            check.damaged << path;
    }

    void look(const QString &path, const QString &name) {
        bool copy = false;
        const auto bundle = syncnames::parseBundleFile(name, &copy);
        const QByteArray blob = QByteArray::fromHex(name.toLatin1());
        const bool isBlob = name.size() == 64 && blob.size() == 32;
        const auto epoch = syncnames::parseNumbered(name, 'k');
        const auto snapshot = syncnames::parseNumbered(name, 's');
        if (epoch || snapshot) {
            const auto bytes = m_files.read(m_root + QLatin1Char('/') + path, largestSealed);
            if (!bytes || blobHash(*bytes) != (epoch ? epoch->hash : snapshot->hash))
                check.damaged << path;
            return;
        }
        if (!bundle && !isBlob) {
            lookAtSigned(path);
            return;
        }
        m_console.progress(say("Checking %1").arg(path));
        const auto bytes = m_files.read(m_root + QLatin1Char('/') + path, largestSealed);
        if (!bytes || blobHash(*bytes) != (bundle ? bundle->hash : blob)) {
            if (!copy) // a cloud drive's copy only ever stands in for the file itself
                check.damaged << path;
            return;
        }
        ++(bundle ? check.bundles : check.pictures);
    }

    FileSystem &m_files;
    QString m_root;
    Console &m_console;
};

} // namespace

Status verifyStore(Invocation &call, const QString &folder) {
    StoreWalk walk(call.parts().files, folder, call.console());
    if (const auto walked = walk.run(); !walked)
        return walked;
    const StoreCheck &check = walk.check;
    if (call.json()) {
        call.console().json({{QStringLiteral("notebooks"), check.notebooks},
                             {QStringLiteral("bundles"), check.bundles},
                             {QStringLiteral("pictures"), check.pictures},
                             {QStringLiteral("unfinished"), check.unfinished},
                             {QStringLiteral("damaged"), QJsonArray::fromStringList(check.damaged)}});
    } else {
        for (const QString &path : check.damaged)
            call.console().line(say("damaged  %1").arg(path));
        call.console().line(say("%1 bundles and %2 pictures whole, %3 files damaged, %4 unfinished")
                                .arg(check.bundles)
                                .arg(check.pictures)
                                .arg(check.damaged.size())
                                .arg(check.unfinished));
    }
    if (check.damaged.isEmpty())
        return {};
    call.setSafe(say("What is on the tablets is safe."));
    return failure(ErrorCode::Damaged, say("%1 files").arg(check.damaged.size()), folder);
}

} // namespace inkstep
