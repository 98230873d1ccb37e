#include "sync/engine/members.h"
#include "sync/format/format.h"
#include "sync/format/signedfile.h"

#include "crypto/hash.h"

#include <QCborArray>
#include <QTest>
#include <cmath>
#include <limits>
#include <rapidcheck.h>

using namespace inkstep;

namespace {

struct Writer {
    SystemRandom random;
    SystemClock clock;
    NotebookKeys keys = foundKeys(newId(clock, random), newId(clock, random), random);
    Member self() const { return {keys.device, keys.signing.publicKey()}; }
};

Value someValue() {
    switch (*rc::gen::inRange(0, 5)) {
    case 0:
        return Value{};
    case 1:
        return Value{*rc::gen::arbitrary<qint64>()};
    case 2:
        return Value{*rc::gen::arbitrary<double>()};
    case 3:
        return Value{QString::fromStdString(*rc::gen::string<std::string>())};
    default:
        return Value{QByteArray::fromStdString(*rc::gen::arbitrary<std::string>())};
    }
}

std::vector<EditRecord> someEdits(const Id &device, quint64 sequence) {
    std::vector<EditRecord> edits;
    for (int i = *rc::gen::inRange(1, 6); i > 0; --i) {
        EditRecord edit;
        edit.device = device;
        edit.time = *rc::gen::inRange<quint64>(0, std::numeric_limits<qint64>::max());
        edit.label = QStringLiteral("Move note");
        if (*rc::gen::arbitrary<bool>())
            edit.undoes = Version{device, *rc::gen::inRange<quint64>(1, 1000)};
        for (int j = *rc::gen::inRange(1, 5); j > 0; --j) {
            Operation op{sequence++,          QStringLiteral("note"),
                         QUuid::createUuid(), QStringLiteral("words"),
                         someValue(),         {}};
            for (int k = *rc::gen::inRange(0, 3); k > 0; --k)
                op.replaced.push_back({QUuid::createUuid(), *rc::gen::inRange<quint64>(1, 1000)});
            edit.operations.push_back(op);
        }
        edits.push_back(edit);
    }
    return edits;
}

QByteArray flipped(QByteArray bytes) {
    const auto at = *rc::gen::inRange<qsizetype>(0, bytes.size());
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << *rc::gen::inRange(0, 8)));
    return bytes;
}

} // namespace

class TestFormat : public QObject {
    Q_OBJECT

private slots:
    void bundlesComeBack() {
        QVERIFY(rc::check([] {
            Writer w;
            const quint64 first = *rc::gen::inRange<quint64>(1, quint64(1) << 60);
            const auto edits = someEdits(w.keys.device, first);
            const BundlePlace place{w.keys.notebook, w.keys.device, first, blobHash("before")};
            const QByteArray bytes = bundle::seal(place, edits, w.keys.current(), w.keys.signing);
            RC_ASSERT(bundle::open(bytes, place, w.keys, w.keys.signing.publicKey()).value() == edits);
        }));
    }

    void valuesAtTheEdgesComeBack() {
        const Id device = QUuid::createUuid();
        EditRecord edit{device, 7, {}, {}, {}};
        quint64 sequence = 1;
        const std::vector<Value> values{Value{std::numeric_limits<qint64>::min()},
                                        Value{std::numeric_limits<qint64>::max()},
                                        Value{qint64(-1)},
                                        Value{qint64(0)},
                                        Value{-0.0},
                                        Value{std::numeric_limits<double>::infinity()},
                                        Value{QString()},
                                        Value{QStringLiteral("ﷺ é 🐛")},
                                        Value{QString(200000, QLatin1Char('w'))},
                                        Value{QByteArray(200000, '\0')}};
        for (const Value &value : values)
            edit.operations.push_back(
                {sequence++, QStringLiteral("k"), device, QStringLiteral("f"), value, {}});
        const auto back = bundle::decode(bundle::encode({&edit, 1}), device, 1).value();
        QVERIFY(back.front() == edit);
    }

    void aBundleOpensInItsPlaceOnly() {
        QVERIFY(rc::check([] {
            Writer w;
            const auto edits = someEdits(w.keys.device, 5);
            const BundlePlace place{w.keys.notebook, w.keys.device, 5, blobHash("before")};
            const QByteArray bytes = bundle::seal(place, edits, w.keys.current(), w.keys.signing);
            const auto opens = [&](const BundlePlace &at) {
                return bundle::open(bytes, at, w.keys, w.keys.signing.publicKey()).has_value();
            };
            RC_ASSERT(opens(place));
            RC_ASSERT(!opens({QUuid::createUuid(), place.device, 5, place.previous}));
            RC_ASSERT(!opens({place.notebook, QUuid::createUuid(), 5, place.previous}));
            RC_ASSERT(!opens({place.notebook, place.device, 6, place.previous}));
            RC_ASSERT(!opens({place.notebook, place.device, 5, blobHash("another")}));
            RC_ASSERT(!opens({place.notebook, place.device, 5, {}}));
            RC_ASSERT(!bundle::open(bytes, place, w.keys, Writer().keys.signing.publicKey()));
        }));
    }

    void anyFlippedBitOrCutOfABundleIsNoticed() {
        QVERIFY(rc::check([] {
            Writer w;
            const BundlePlace place{w.keys.notebook, w.keys.device, 1, {}};
            const QByteArray bytes =
                bundle::seal(place, someEdits(w.keys.device, 1), w.keys.current(), w.keys.signing);
            const auto opens = [&](const QByteArray &changed) {
                return bundle::open(changed, place, w.keys, w.keys.signing.publicKey()).has_value();
            };
            RC_ASSERT(!opens(flipped(bytes)));
            RC_ASSERT(!opens(bytes.first(*rc::gen::inRange<qsizetype>(0, bytes.size()))));
            RC_ASSERT(!opens(bytes + 'x'));
        }));
    }

    void aMemberWithoutTheEpochKeyCannotRead() {
        Writer w;
        const EditRecord edit{
            w.keys.device, 1, {}, {}, {{1, QStringLiteral("k"), w.keys.device, QStringLiteral("f"), {}, {}}}};
        const BundlePlace place{w.keys.notebook, w.keys.device, 1, {}};
        const QByteArray bytes = bundle::seal(place, {&edit, 1}, w.keys.current(), w.keys.signing);
        NotebookKeys other = w.keys;
        other.epochs.front().name.number = 2;
        QCOMPARE(bundle::open(bytes, place, other, w.keys.signing.publicKey()).error().code,
                 ErrorCode::WrongKey);
        other = w.keys;
        other.epochs.front().key = Secret(QByteArray(32, 'k'));
        QCOMPARE(bundle::open(bytes, place, other, w.keys.signing.publicKey()).error().code,
                 ErrorCode::WrongKey);
    }

    // What a member with a broken or hostile program may have sealed and signed.
    void noBytesCrashTheDecoder() {
        const Id device = QUuid::createUuid();
        QVERIFY(rc::check([&] {
            const QByteArray good = bundle::encode(someEdits(device, 1));
            QByteArray bad = flipped(flipped(good));
            if (*rc::gen::arbitrary<bool>())
                bad = bad.first(*rc::gen::inRange<qsizetype>(0, bad.size()));
            const auto decoded = bundle::decode(bad, device, 1);
            if (decoded) {
                quint64 next = 1;
                for (const EditRecord &edit : *decoded) {
                    RC_ASSERT(edit.first() == next);
                    next = edit.last() + 1;
                }
            } else {
                RC_ASSERT(decoded.error().code == ErrorCode::Damaged);
            }
        }));
        QVERIFY(rc::check([&] {
            const auto text = *rc::gen::arbitrary<std::string>();
            RC_ASSERT(!bundle::decode(QByteArray::fromStdString(text), device, 1));
        }));
        // Lengths far beyond the bytes, and nesting without end.
        for (const char *hex :
             {"a1009bffffffffffffffff", "a1009a7fffffff", "a100819f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f9f",
              "a10081a5025bffffffffffffffff", "bf005f", "a1187f7fff"})
            QVERIFY(!bundle::decode(QByteArray::fromHex(hex), device, 1));
    }

    // They would be times and places beyond all others.
    void numbersBelowZeroAreNone() {
        const Id device = QUuid::createUuid();
        const auto edit = [&](const char *first, const char *time) {
            // {0: [{0: first, 1: time, 2: "l", 4: [["k", id, "f", 7, h'']]}]}
            return QByteArray::fromHex("a10081a400") + QByteArray::fromHex(first) +
                   QByteArray::fromHex("01") + QByteArray::fromHex(time) +
                   QByteArray::fromHex("02616c048185616b50") + QByteArray(16, 'i') +
                   QByteArray::fromHex("61660740");
        };
        QVERIFY(bundle::decode(edit("01", "02"), device, 1));
        QVERIFY(!bundle::decode(edit("01", "21"), device, 1));
        QVERIFY(!bundle::decode(edit("20", "02"), device, 1));
    }

    // A head that its writer signed and garbled.
    void fractionsInAHeadAreNoNumbers() {
        Writer w;
        QCborMap map;
        map[1] = toBytes(w.keys.notebook);
        map[2] = toBytes(w.keys.device);
        map[3] = 1e111;
        map[4] = -7;
        map[6] = QCborArray{1e111, QByteArray(32, 'h')};
        map[16] = QCborArray{-1e111, toBytes(w.keys.device)};
        const auto read = head::read(signedfile::write('h', map, w.keys.signing), w.keys.notebook,
                                     {w.keys.device, w.keys.signing.publicKey()}, w.keys);
        QVERIFY(read);
        QCOMPARE(read->number, 0u);
        QCOMPARE(read->lastSequence, 0u);
        QCOMPARE(read->recent.front().sequence, 0u);
        QCOMPARE(read->wants.front().number, 0u);
    }

    void whatANewerInkstepAddsIsPassedOver() {
        // {0: [{0: 1, 1: 2, 2: "l", 4: [["k", id, "f", 7, h'', "new"]], 9: {"new": [1]}}], 5: "new", "x": 1}
        const QByteArray cbor = QByteArray::fromHex("a30081a5000101020261"
                                                    "6c"
                                                    "048186616b50") +
                                QByteArray(16, 'i') +
                                QByteArray::fromHex("6166"
                                                    "07"
                                                    "40"
                                                    "636e6577"
                                                    "09a1636e65778101"
                                                    "05636e6577"
                                                    "617801");
        const auto edits = bundle::decode(cbor, QUuid::createUuid(), 1);
        QVERIFY(edits);
        QCOMPARE(edits->front().operations.size(), std::size_t(1));
        QVERIFY(edits->front().operations.front().value == Value{qint64(7)});
    }

    void aNewerBundleIsSaidToBeOne() {
        Writer w;
        const BundlePlace place{w.keys.notebook, w.keys.device, 1, {}};
        const EditRecord edit{
            w.keys.device, 1, {}, {}, {{1, QStringLiteral("k"), w.keys.device, QStringLiteral("f"), {}, {}}}};
        QByteArray bytes = bundle::seal(place, {&edit, 1}, w.keys.current(), w.keys.signing).chopped(64);
        bytes[5] = 2;
        QByteArray number(8, '\0');
        number[7] = 1;
        const QByteArray bound = "bundle" + toBytes(place.notebook) + toBytes(place.device) + number +
                                 QByteArray(32, '\0') + bytes.sliced(8, 20);
        QCOMPARE(bundle::open(bytes + w.keys.signing.sign(bound + bytes), place, w.keys,
                              w.keys.signing.publicKey())
                     .error()
                     .code,
                 ErrorCode::NewerVersion);
    }

    void headsComeBackAndNoticeChanges() {
        QVERIFY(rc::check([] {
            Writer w;
            Head head;
            head.notebook = w.keys.notebook;
            head.device = w.keys.device;
            head.number = *rc::gen::inRange<quint64>(1, 1000);
            head.lastSequence = 12;
            head.lastHash = blobHash("last");
            head.recent = {{1, blobHash("a")}, {5, blobHash("b")}};
            head.seen = {{QUuid::createUuid(), 4}, {QUuid::createUuid(), 9}};
            head.lacks = head::lacksOf({blobHash("x"), blobHash("y"), blobHash("z")});
            head.invites = {
                {QUuid::createUuid(), QByteArray(32, 'a'), {}},
                {QUuid::createUuid(), QByteArray(32, 'b'), {QUuid::createUuid(), QByteArray(32, 'c')}}};
            head.heardBeyond = {{QUuid::createUuid(), 7}};
            head.boxKey = w.keys.box.publicKey();
            head.epoch = w.keys.current().name;
            head.deviceName = QStringLiteral("Maya's tablet");
            head.unknown[99] = QStringLiteral("later");
            const QByteArray bytes = head::write(head, w.keys, w.random);
            RC_ASSERT(!bytes.contains("Maya"));
            const Head back = head::read(bytes, w.keys.notebook, w.self(), w.keys).value();
            RC_ASSERT(back.number == head.number && back.recent == head.recent && back.seen == head.seen);
            RC_ASSERT(back.heardBeyond == head.heardBeyond);
            RC_ASSERT(back.invites == head.invites && back.deviceName == head.deviceName);
            RC_ASSERT(back.lastHash == head.lastHash && back.epoch == head.epoch &&
                      back.unknown == head.unknown);
            RC_ASSERT(head::lacks(back, blobHash("y")) && !head::lacks(back, blobHash("w")));
            RC_ASSERT(!head::read(flipped(bytes), w.keys.notebook, w.self(), w.keys));
            RC_ASSERT(!head::read(bytes, QUuid::createUuid(), w.self(), w.keys));
            RC_ASSERT(!head::read(bytes.first(*rc::gen::inRange<qsizetype>(0, bytes.size())), w.keys.notebook,
                                  w.self(), w.keys));
            Writer other;
            RC_ASSERT(
                !head::read(bytes, w.keys.notebook, {w.keys.device, other.keys.signing.publicKey()}, w.keys));
        }));
    }

    void cardsCountOnlyWithAMembersWord() {
        Writer maya;
        Writer tom;
        const InviteSecret secret = InviteSecret::generate(maya.random);
        const auto cardOf = [&](const InviteSecret &with) {
            return Card{maya.keys.notebook,
                        tom.self(),
                        with.id(),
                        card::proof(maya.keys.notebook, tom.self(), with),
                        {},
                        {},
                        {}};
        };
        const Card card =
            card::read(card::write(cardOf(secret), tom.keys.signing), maya.keys.notebook, tom.keys.device)
                .value();
        const std::map<Id, Card> cards{{tom.keys.device, card}};
        InviteRecord invite{secret.id(), secret.answerKey().publicKey(), {}};
        const auto members = [&](const InviteRecord &record, const std::map<Id, Card> &found) {
            return membersFrom({maya.self()}, found,
                               [&](const Member &of) {
                                   return of == maya.self() ? std::optional(std::vector{record})
                                                            : std::nullopt;
                               })
                .contains(tom.keys.device);
        };
        QVERIFY(!members(invite, cards)); // nobody has said so yet
        const auto answered = answeredBy({invite}, cards);
        QCOMPARE(answered.size(), std::size_t(1));
        QVERIFY(members(answered.front(), cards));
        QVERIFY(answeredBy(answered, cards).empty()); // once only

        // Another secret's proof, another key under the same device, a proof taken from somebody else's card.
        const std::map<Id, Card> wrong{{tom.keys.device, cardOf(InviteSecret::generate(tom.random))}};
        QVERIFY(!members(answered.front(), wrong));
        QVERIFY(answeredBy({invite}, wrong).empty());
        Writer eve;
        Card stolen = card;
        stolen.member = eve.self();
        QVERIFY(answeredBy({invite}, {{eve.keys.device, stolen}}).empty());
        Card unproven = card;
        unproven.proof = QByteArray(64, 'x');
        QVERIFY(!members(answered.front(), {{tom.keys.device, unproven}}));
        Card changed = card;
        changed.member.signingKey = eve.keys.signing.publicKey();
        QVERIFY(!members(answered.front(), {{tom.keys.device, changed}}));
    }

    void cardsNoticeChanges() {
        QVERIFY(rc::check([] {
            Writer w;
            const QByteArray bytes =
                card::write({w.keys.notebook, w.self(), {}, {}, {}, {}, {}}, w.keys.signing);
            RC_ASSERT(card::read(bytes, w.keys.notebook, w.keys.device).has_value());
            RC_ASSERT(!card::read(flipped(bytes), w.keys.notebook, w.keys.device));
            RC_ASSERT(!card::read(bytes, w.keys.notebook, QUuid::createUuid()));
            RC_ASSERT(!card::read(bytes, QUuid::createUuid(), w.keys.device));
        }));
    }

    void invitesOpenWithTheirSecretOnly() {
        Writer w;
        const InviteSecret secret = InviteSecret::generate(w.random);
        const Invite invite{w.self(), w.keys.founder, w.keys.epochs, QStringLiteral("Room 12"), {}};
        const QByteArray bytes = invite::seal(invite, w.keys.notebook, secret, w.keys.signing, w.random);
        QVERIFY(!bytes.contains("Room 12"));
        QVERIFY(!bytes.contains(w.keys.current().key.bytes()));
        const Invite back = invite::open(bytes, w.keys.notebook, w.keys.device, secret).value();
        QVERIFY(back.inviter == invite.inviter && back.founder == invite.founder &&
                back.epochs == invite.epochs);
        QCOMPARE(back.notebookName, invite.notebookName);
        QVERIFY(!invite::open(bytes, w.keys.notebook, w.keys.device, InviteSecret::generate(w.random)));
        QVERIFY(!invite::open(bytes, w.keys.notebook, QUuid::createUuid(), secret));
        QVERIFY(rc::check(
            [&] { RC_ASSERT(!invite::open(flipped(bytes), w.keys.notebook, w.keys.device, secret)); }));
    }

    void oneKindDoesNotPassForAnother() {
        Writer w;
        const QByteArray card = card::write({w.keys.notebook, w.self(), {}, {}, {}, {}, {}}, w.keys.signing);
        QCOMPARE(head::read(card, w.keys.notebook, w.self(), w.keys).error().code, ErrorCode::Damaged);
    }

    void vaultFilesAreReadStrictly() {
        const Id notebook = QUuid::createUuid();
        VaultFile vault{notebook, {}};
        vault.unknown[QStringLiteral("later")] = 3;
        const VaultFile back = vaultfile::read(vaultfile::write(vault)).value();
        QCOMPARE(back.notebook, notebook);
        QCOMPARE(back.unknown, vault.unknown);
        QCOMPARE(vaultfile::read("{}").error().code, ErrorCode::NotAStore);
        QCOMPARE(vaultfile::read("not json").error().code, ErrorCode::NotAStore);
        QCOMPARE(vaultfile::read(R"({"inkstep": 1, "notebook": "x"})").error().code, ErrorCode::NotAStore);
        QCOMPARE(vaultfile::read(R"({"inkstep": 2})").error().code, ErrorCode::NewerVersion);
    }

    void fileNamesAreReadStrictly() {
        const syncnames::BundleName name{42, blobHash("x")};
        const QString file = syncnames::bundleFile(name);
        bool copy = true;
        QVERIFY(syncnames::parseBundleFile(file, &copy) == name);
        QVERIFY(!copy);
        for (const char *end :
             {" (1).b", ".sync-conflict-20260101-120000-ABCDEF.b", " (Maya's conflicted copy).b"}) {
            QVERIFY(syncnames::parseBundleFile(file.chopped(2) + QString::fromLatin1(end), &copy) == name);
            QVERIFY(copy);
        }
        for (const QString &bad : {file + QStringLiteral(".part"), QStringLiteral(".part-") + file,
                                   file.toUpper(), file.sliced(1), file + QLatin1Char('\n'),
                                   QString(file).replace(0, 16, QString(16, QLatin1Char('0'))), QString()})
            QVERIFY2(!syncnames::parseBundleFile(bad), qPrintable(bad));
        const Id id = QUuid::createUuid();
        QVERIFY(syncnames::parseId(idText(id)) == id);
        QVERIFY(!syncnames::parseId(idText(id).toUpper()));
        QVERIFY(!syncnames::parseId(id.toString()));
        QVERIFY(!syncnames::parseId(QStringLiteral("..")));
    }
};

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
