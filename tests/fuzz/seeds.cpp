// Writes what the fuzzers start from: one good example of each kind, in a folder for each under the one
// named.
#include "fuzz/fixedkeys.h"
#include "sync/format/bundle.h"
#include "sync/format/card.h"
#include "sync/format/epochfile.h"
#include "sync/format/head.h"
#include "sync/format/joincode.h"
#include "sync/format/signedfile.h"

#include <QDir>
#include <QFile>

using namespace inkstep;

namespace {

bool save(const QString &root, const char *kind, const QByteArray &bytes) {
    const QString folder = root + QLatin1Char('/') + QString::fromLatin1(kind);
    QFile file(folder + QStringLiteral("/seed"));
    return QDir().mkpath(folder) && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

// Without mark and signature, as the fuzzer signs it again.
QByteArray inside(const QByteArray &file) {
    return file.sliced(signedfile::markBytes).chopped(signatureBytes);
}

} // namespace

int main(int count, char **arguments) {
    if (count != 2)
        return 2;
    const QString root = QString::fromLocal8Bit(arguments[1]);
    fuzz::Fixed fixed;
    const NotebookKeys keys = fuzz::fixedKeys();
    const Member self{keys.device, keys.signing.publicKey()};
    const Id thing = idFromBytes(QByteArray(16, '\5'));
    EditRecord edit{keys.device, 77, QStringLiteral("Write note"), Version{keys.device, 1}, {}};
    edit.operations.push_back({1, QStringLiteral("note"), thing, QStringLiteral("+"), Value{qint64(1)}, {}});
    edit.operations.push_back({2,
                               QStringLiteral("note"),
                               thing,
                               QStringLiteral("words"),
                               Value{QStringLiteral("ä metaphor")},
                               {{keys.device, 1}}});
    edit.operations.push_back({3, QStringLiteral("note"), thing, QStringLiteral("x"), Value{0.5}, {}});
    edit.operations.push_back(
        {4, QStringLiteral("page"), thing, QStringLiteral("p"), Value{QByteArray("b")}, {}});
    Head head;
    head.notebook = keys.notebook;
    head.device = keys.device;
    head.number = 3;
    head.recent.push_back({1, QByteArray(32, 'h')});
    head.seen.push_back({thing, 4});
    head.lacks = head::lacksOf({QByteArray(32, 'l')});
    head.invites.push_back({thing, QByteArray(32, 'k'), {thing, QByteArray(32, 's')}});
    head.boxKey = keys.box.publicKey();
    head.epoch = keys.current().name;
    head.epochFiles.push_back({1, QByteArray(32, 'e')});
    head.wants.push_back({2, thing});
    head.snapshot = {{1, QByteArray(32, 'n')}, keys.current().name, {{thing, 4}}};
    head.deviceName = QStringLiteral("Maya's tablet");
    EpochFile epoch;
    epoch.notebook = keys.notebook;
    epoch.author = keys.device;
    epoch.epoch = keys.current().name;
    epoch.seats.push_back({self, keys.box.publicKey(), QByteArray(80, 'x')});
    epoch.removed.push_back({thing, 9});
    epoch.erased.push_back(thing);
    const InviteSecret secret(Secret(QByteArray(InviteSecret::bytes, '\4')));
    const Card card{keys.notebook, self, secret.id(), card::proof(keys.notebook, self, secret), {}, {}, {}};
    const Invite invite{self, self, keys.epochs, QStringLiteral("Room 12"), {}};
    const JoinCode code{keys.notebook, secret, QStringLiteral("https://server/dav/")};
    const QByteArray listing =
        "<?xml version=\"1.0\"?><D:multistatus xmlns:D=\"DAV:\"><D:response><D:href>/base/d/</D:href>"
        "<D:propstat><D:prop><D:resourcetype><D:collection/></D:resourcetype></D:prop>"
        "<D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response><D:response>"
        "<D:href>/base/d/a%20b</D:href><D:propstat><D:prop><D:getcontentlength>12</D:getcontentlength>"
        "<D:resourcetype/></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>"
        "</D:multistatus>";
    const QString keyFile = root + QStringLiteral("/keyfile");
    SystemFiles files;
    const bool keysSaved =
        QDir().mkpath(keyFile) && saveKeys(files, keyFile + QStringLiteral("/seed"), keys).has_value();
    const bool all = keysSaved && save(root, "bundle", bundle::encode({&edit, 1})) &&
                     save(root, "snapshot", bundle::encodeNumbered({&edit, 1})) &&
                     save(root, "epoch", inside(epochfile::write(epoch, keys.signing))) &&
                     save(root, "card", inside(card::write(card, keys.signing))) &&
                     save(root, "head", inside(head::write(head, keys, fixed))) &&
                     save(root, "invite", invite::seal(invite, keys.notebook, secret, keys.signing, fixed)) &&
                     save(root, "joincode", joincode::write(code).toUtf8()) &&
                     save(root, "multistatus", listing);
    return all ? 0 : 1;
}
