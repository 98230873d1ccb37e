// Everything that is read from a store, a camera or a server, under libFuzzer; the first argument names what.
// What is signed or summed is signed and summed here, with a fixed key, so that what lies behind the
// signature is reached; the raw bytes are tried as well.
//   inkstep_fuzz bundle|snapshot|keyfile|epoch|card|head|invite|joincode|multistatus [libFuzzer's arguments]
#include "crypto/hash.h"
#include "fuzz/fixedkeys.h"
#include "sync/format/bundle.h"
#include "sync/format/card.h"
#include "sync/format/epochfile.h"
#include "sync/format/head.h"
#include "sync/format/joincode.h"
#include "sync/format/recoverykey.h"
#include "sync/format/signedfile.h"
#include "sync/format/snapshot.h"
#include "sync/format/vaultfile.h"
#include "sync/remote/multistatus.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>

using namespace inkstep;

namespace {

const NotebookKeys &keys() {
    static const NotebookKeys keys = fuzz::fixedKeys();
    return keys;
}

Member self() {
    return {keys().device, keys().signing.publicKey()};
}

QByteArray signedAs(char kind, const QByteArray &body) {
    const QByteArray bytes = signedfile::mark(kind) + body;
    return bytes + keys().signing.sign(bytes);
}

// A file system that holds one file.
class OneFile final : public FileSystem {
public:
    explicit OneFile(QByteArray bytes) : m_bytes(std::move(bytes)) {}
    Result<QByteArray> read(const QString &, qint64) override { return m_bytes; }
    Result<std::unique_ptr<StagedFile>> stage(const QString &) override {
        return failure(ErrorCode::NoPermission);
    }
    Result<std::vector<FileEntry>> list(const QString &) override { return std::vector<FileEntry>{}; }
    Status makeFolder(const QString &) override { return {}; }
    Status remove(const QString &) override { return {}; }
    Status settle(const QString &) override { return {}; }
    bool exists(const QString &) override { return true; }
    qint64 size(const QString &) override { return m_bytes.size(); }

private:
    QByteArray m_bytes;
};

void require(bool holds) {
    if (!holds)
        std::abort();
}

} // namespace

namespace target {

void bundle(const QByteArray &input) {
    static_cast<void>(
        inkstep::bundle::open(input, {keys().notebook, keys().device, 1, {}}, keys(), self().signingKey));
    static_cast<void>(epochOf(input));
    const auto edits = inkstep::bundle::decode(input, keys().device, 1);
    if (!edits)
        return;
    // What was understood is written the same again.
    const QByteArray written = inkstep::bundle::encode(*edits);
    const auto again = inkstep::bundle::decode(written, keys().device, 1);
    require(again && inkstep::bundle::encode(*again) == written);
}

void snapshot(const QByteArray &input) {
    static_cast<void>(inkstep::snapshot::open(input, keys().notebook, self(), 1, keys()));
    const auto edits = inkstep::bundle::decodeNumbered(input);
    if (!edits)
        return;
    const QByteArray written = inkstep::bundle::encodeNumbered(*edits);
    const auto again = inkstep::bundle::decodeNumbered(written);
    require(again && inkstep::bundle::encodeNumbered(*again) == written);
}

void keyfile(const QByteArray &input) {
    OneFile raw(input);
    static_cast<void>(loadKeys(raw, QStringLiteral("keys")));
    OneFile summed(input + blobHash(input));
    static_cast<void>(loadKeys(summed, QStringLiteral("keys")));
    static_cast<void>(vaultfile::read(input));
}

void epoch(const QByteArray &input) {
    static_cast<void>(epochfile::readUnverified(input, keys().notebook, keys().device));
    const auto file = epochfile::read(signedAs('k', input), keys().notebook, self());
    if (file)
        static_cast<void>(recoverykey::read(file->recoveryKey, keys().notebook));
    static_cast<void>(recoverykey::read(input, keys().notebook));
}

void card(const QByteArray &input) {
    static_cast<void>(inkstep::card::read(input, keys().notebook, keys().device));
    const auto read = inkstep::card::read(signedAs('c', input), keys().notebook, keys().device);
    if (read) {
        static_cast<void>(inkstep::card::proofFits(*read, self().signingKey));
        static_cast<void>(inkstep::card::vouchFits(*read, self().signingKey));
    }
}

void head(const QByteArray &input) {
    static_cast<void>(inkstep::head::read(input, keys().notebook, self(), keys()));
    const auto read = inkstep::head::read(signedAs('h', input), keys().notebook, self(), keys());
    if (read)
        static_cast<void>(inkstep::head::lacks(*read, QByteArray(32, '\3')));
}

void invite(const QByteArray &input) {
    const InviteSecret secret(Secret(QByteArray(InviteSecret::bytes, '\4')));
    static_cast<void>(inkstep::invite::open(input, keys().notebook, keys().device, secret));
    static_cast<void>(inkstep::invite::open(signedAs('i', input), keys().notebook, keys().device, secret));
}

void joincode(const QByteArray &input) {
    const auto code = inkstep::joincode::read(QString::fromUtf8(input));
    if (!code)
        return;
    const auto again = inkstep::joincode::read(inkstep::joincode::write(*code));
    require(again && again->notebook == code->notebook && again->place == code->place);
}

void multistatus(const QByteArray &input) {
    Multistatus whole(QUrl(QStringLiteral("http://server/base/d/")));
    whole.add(input);
    static_cast<void>(whole.finish());
    // As a line hands it over: in parts.
    Multistatus parts(QUrl(QStringLiteral("http://server/base/d/")));
    for (qsizetype at = 0; at < input.size(); at += 7) {
        if (!parts.add(QByteArrayView(input).sliced(at, std::min<qsizetype>(7, input.size() - at))))
            break;
    }
    const auto entries = parts.finish();
    for (const RemoteEntry &entry : entries.value_or(std::vector<RemoteEntry>{}))
        require(!entry.name.isEmpty() && !entry.name.contains(QLatin1Char('/')));
}

} // namespace target

namespace {

constexpr std::pair<const char *, void (*)(const QByteArray &)> targets[] = {
    {"bundle", target::bundle}, {"snapshot", target::snapshot}, {"keyfile", target::keyfile},
    {"epoch", target::epoch},   {"card", target::card},         {"head", target::head},
    {"invite", target::invite}, {"joincode", target::joincode}, {"multistatus", target::multistatus},
};
void (*chosen)(const QByteArray &) = nullptr;

} // namespace

extern "C" int LLVMFuzzerInitialize(int *count, char ***arguments) {
    const char *name = *count > 1 ? (*arguments)[1] : "";
    const auto *found = std::find_if(std::begin(targets), std::end(targets),
                                     [&](const auto &one) { return std::strcmp(one.first, name) == 0; });
    if (found == std::end(targets)) {
        std::fprintf(stderr, "there is no target \"%s\"\n", name);
        std::exit(2);
    }
    chosen = found->second;
    (*arguments)[1] = (*arguments)[0];
    ++*arguments;
    --*count;
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size) {
    chosen(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    return 0;
}
