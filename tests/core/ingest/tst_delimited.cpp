#include "ingest/roster/delimited.h"

#include <QTest>

#include <rapidcheck.h>

using namespace inkstep;

namespace {

// Text made of what delimited files trip over.
rc::Gen<std::string> trickyText() {
    return rc::gen::container<std::string>(
        rc::gen::element('a', 'Z', '7', ' ', ',', ';', '\t', '"', '\'', '\n', '\r', '='));
}

QString written(const std::vector<std::vector<std::string>> &rows, QChar delimiter, const QString &lineEnd) {
    QString text;
    for (const auto &row : rows) {
        QStringList fields;
        for (const std::string &field : row) {
            QString quoted = QString::fromStdString(field);
            quoted.replace(QLatin1Char('"'), QStringLiteral("\"\""));
            fields << QLatin1Char('"') + quoted + QLatin1Char('"');
        }
        text += fields.join(delimiter) + lineEnd;
    }
    return text;
}

} // namespace

class TestDelimited : public QObject {
    Q_OBJECT

private slots:
    void readsBackWhatTheRfcWrites() {
        QVERIFY(rc::check("quoted fields survive", [] {
            const auto rows = *rc::gen::container<std::vector<std::vector<std::string>>>(
                rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(trickyText())));
            const QChar delimiter = QLatin1Char(*rc::gen::element(',', ';', '\t'));
            const QString lineEnd = QString::fromLatin1(*rc::gen::element("\n", "\r\n", "\r"));
            const auto read = readDelimited(written(rows, delimiter, lineEnd), delimiter);
            RC_ASSERT(read.has_value());
            RC_ASSERT(read->size() == rows.size());
            for (std::size_t i = 0; i < rows.size(); ++i) {
                RC_ASSERT(static_cast<std::size_t>((*read)[i].fields.size()) == rows[i].size());
                for (std::size_t k = 0; k < rows[i].size(); ++k)
                    RC_ASSERT((*read)[i].fields[static_cast<qsizetype>(k)].toStdString() == rows[i][k]);
            }
        }));
    }

    void neverFailsWithoutQuotationMarks() {
        QVERIFY(rc::check("plain text is always records", [] {
            std::string text = *trickyText();
            std::erase(text, '"');
            const auto read = readDelimited(QString::fromStdString(text), QLatin1Char(','));
            RC_ASSERT(read.has_value());
            RC_ASSERT(read->empty() == text.empty());
        }));
    }

    void countsLines() {
        const auto read = readDelimited(u"a\r\n\"b\r\nb\nb\"\rc\n\nd", QLatin1Char(','));
        QVERIFY(read.has_value());
        QCOMPARE(read->size(), 5U);
        QCOMPARE((*read)[0].line, 1);
        QCOMPARE((*read)[1].line, 2);
        QCOMPARE((*read)[1].fields.first(), QStringLiteral("b\r\nb\nb"));
        QCOMPARE((*read)[2].line, 5);
        QCOMPARE((*read)[3].fields, QStringList{QString()});
        QCOMPARE((*read)[4].line, 7);
    }

    void keepsMarksInsidePlainFields() {
        const auto read = readDelimited(u"Ana \"Annie\" Silva,\"x\" y,", QLatin1Char(','));
        QVERIFY(read.has_value());
        const QStringList expected{QStringLiteral("Ana \"Annie\" Silva"), QStringLiteral("x y"), QString()};
        QCOMPARE(read->front().fields, expected);
    }

    void namesTheLineOfAnOpenMark() {
        const auto read = readDelimited(u"a\nb\n\"c\nd\ne", QLatin1Char(','));
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, ErrorCode::BadInput);
        QVERIFY(read.error().detail.startsWith(QStringLiteral("Line 3:")));
    }
};

QTEST_APPLESS_MAIN(TestDelimited)
#include "tst_delimited.moc"
