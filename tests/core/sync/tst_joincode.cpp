#include "sync/format/joincode.h"

#include <QRegularExpression>
#include <QTest>
#include <rapidcheck.h>

using namespace inkstep;

namespace {
JoinCode some(const QString &place = QStringLiteral("/media/school/Römer 4b")) {
    SystemRandom random;
    return {newId(SystemClock(), random), InviteSecret::generate(random), place};
}
} // namespace

class TestJoinCode : public QObject {
    Q_OBJECT

private slots:
    void comesBack() {
        for (const QString &place :
             {QString(), QStringLiteral("/a"), QStringLiteral("/media/school/Römer 4b")}) {
            const JoinCode code = some(place);
            const JoinCode read = joincode::read(joincode::write(code)).value();
            QCOMPARE(read.notebook, code.notebook);
            QVERIFY(read.secret.secret() == code.secret.secret());
            QCOMPARE(read.place, place);
        }
    }

    void isReadAsPeopleType() {
        const JoinCode code = some();
        QString typed = joincode::write(code).toLower();
        typed.replace(QLatin1Char('0'), QLatin1Char('o')).replace(QLatin1Char('1'), QLatin1Char('l'));
        typed.replace(QLatin1Char('-'), QStringLiteral(" \u2013\n"));
        QVERIFY(joincode::read(typed).value().secret.secret() == code.secret.secret());
        typed.remove(QRegularExpression(QStringLiteral("[^a-z0-9]")));
        QVERIFY(joincode::read(typed).value().secret.secret() == code.secret.secret());
    }

    void fitsTheCompactModeOfAQrCode() {
        static const QRegularExpression compact(QStringLiteral("\\A[0-9A-Z-]+\\z"));
        QVERIFY(compact.match(joincode::write(some())).hasMatch());
    }

    void anyMistypedLetterIsNoticed() {
        const QString good = joincode::write(some());
        QVERIFY(rc::check([&] {
            QString bad = good;
            const auto at = *rc::gen::inRange<qsizetype>(0, bad.size());
            const QChar other =
                QLatin1StringView("0123456789ABCDEFGHJKMNPQRSTVWXYZ")[*rc::gen::inRange<qsizetype>(0, 32)];
            RC_PRE(bad[at] != other && bad[at] != QLatin1Char('-'));
            bad[at] = other;
            RC_ASSERT(joincode::read(bad).error().code == ErrorCode::BadCode);
        }));
    }

    void anyCutIsNoticed() {
        const QString good = joincode::write(some());
        for (qsizetype length = 0; length < good.size() - 1; ++length)
            QCOMPARE(joincode::read(good.first(length)).error().code, ErrorCode::BadCode);
        QCOMPARE(joincode::read(good + QLatin1Char('A')).error().code, ErrorCode::BadCode);
    }

    void whateverElseIsPastedIsRefused() {
        for (const char *text : {"", "hello", "https://example.org/x?y=z", "ÄÖÜ", "----"})
            QCOMPARE(joincode::read(QString::fromUtf8(text)).error().code, ErrorCode::BadCode);
        QCOMPARE(joincode::read(QString(5000, QLatin1Char('A'))).error().code, ErrorCode::BadCode);
    }

    void whatFollowsFromASecretIsItsOwn() {
        SystemRandom random;
        const InviteSecret one = InviteSecret::generate(random);
        const InviteSecret two = InviteSecret::generate(random);
        QCOMPARE(one.secret().size() * 8, 128);
        QVERIFY(one.id() != two.id());
        QVERIFY(one.answerKey().publicKey() != two.answerKey().publicKey());
        QVERIFY(!(one.sealingKey() == two.sealingKey()));
    }
};

QTEST_GUILESS_MAIN(TestJoinCode)
#include "tst_joincode.moc"
