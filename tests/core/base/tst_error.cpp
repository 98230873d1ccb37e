#include "base/error.h"

#include <QSet>
#include <QTest>
#include <cerrno>

using namespace inkstep;

namespace {
std::vector<ErrorCode> everyCode() {
    std::vector<ErrorCode> codes;
    for (int code = 0; code <= int(ErrorCode::CertificateChanged); ++code)
        codes.push_back(ErrorCode(code));
    return codes;
}
} // namespace

class TestError : public QObject {
    Q_OBJECT

private slots:
    void everyErrorHasWordsForAPerson() {
        QSet<QString> said;
        for (const ErrorCode code : everyCode()) {
            for (const QString &subject : {QString(), QStringLiteral("Maya's page.jpg")}) {
                const ErrorWords words = wordsFor({code, QStringLiteral("fsync: errno 5"), subject});
                QVERIFY2(!words.happened.isEmpty(), qPrintable(QString::number(int(code))));
                QVERIFY(!words.safe.isEmpty());
                for (const QString &part : {words.happened, words.safe})
                    QVERIFY2(part.endsWith(QLatin1Char('.')), qPrintable(part));
                QVERIFY2(!words.sentence().contains(QLatin1Char('%')), qPrintable(words.sentence()));
            }
            const QString unnamed = wordsFor({code, {}, {}}).happened;
            QVERIFY2(!unnamed.contains(QStringLiteral(" That")), qPrintable(unnamed));
            said << unnamed;
        }
        QCOMPARE(said.size(), qsizetype(everyCode().size())); // no two things that happen sound alike
    }

    void theSystemsOwnWordsAreNeverShown() {
        for (const ErrorCode code : everyCode()) {
            // These carry words made for the person who gave the input, and what that person is to compare.
            if (code == ErrorCode::BadInput || code == ErrorCode::TooLarge || code == ErrorCode::Ambiguous ||
                code == ErrorCode::UnknownCertificate || code == ErrorCode::CertificateChanged)
                continue;
            const QString sentence = wordsFor({code, QStringLiteral("errno 5"), {}}).sentence();
            QVERIFY2(!sentence.contains(QStringLiteral("errno")), qPrintable(sentence));
        }
    }

    void theSubjectIsNamed() {
        const Error error{ErrorCode::NotAPicture, {}, QStringLiteral("list.txt")};
        QVERIFY(wordsFor(error).sentence().contains(QStringLiteral("list.txt")));
    }

    void aSubjectMayHoldPercentSigns() {
        const Error error{ErrorCode::NotFound, {}, QStringLiteral("100%1.jpg")};
        QVERIFY(wordsFor(error).sentence().contains(QStringLiteral("100%1.jpg")));
    }

    void systemErrorsFindTheirClass_data() {
        QTest::addColumn<int>("number");
        QTest::addColumn<int>("code");
        QTest::newRow("full") << ENOSPC << int(ErrorCode::DiskFull);
        QTest::newRow("quota") << EDQUOT << int(ErrorCode::DiskFull);
        QTest::newRow("access") << EACCES << int(ErrorCode::NoPermission);
        QTest::newRow("read-only") << EROFS << int(ErrorCode::NoPermission);
        QTest::newRow("gone") << ENOENT << int(ErrorCode::NotFound);
        QTest::newRow("device") << EIO << int(ErrorCode::WriteFailed);
        QTest::newRow("other") << EMFILE << int(ErrorCode::Failed);
    }
    void systemErrorsFindTheirClass() {
        QFETCH(int, number);
        QFETCH(int, code);
        const Error error = systemError(number, QStringLiteral("open"), QStringLiteral("/a"));
        QCOMPARE(int(error.code), code);
        QCOMPARE(error.subject, QStringLiteral("/a"));
        QVERIFY(error.detail.startsWith(QStringLiteral("open: ")));
    }
};

QTEST_APPLESS_MAIN(TestError)
#include "tst_error.moc"
