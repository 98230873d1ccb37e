#include "ingest/roster/delimited.h"

#include <QCoreApplication>

namespace inkstep {

namespace {

bool isLineEnd(QChar c) {
    return c == QLatin1Char('\n') || c == QLatin1Char('\r');
}

class Reader {
public:
    Reader(QStringView text, QChar delimiter) : m_text(text), m_delimiter(delimiter) {}

    Result<std::vector<DelimitedRecord>> records() {
        std::vector<DelimitedRecord> found;
        while (m_at < m_text.size()) {
            DelimitedRecord record{{}, m_line};
            do {
                Result<QString> field = readField();
                if (!field)
                    return passOn(field);
                record.fields << *field;
            } while (takeDelimiter());
            takeLineEnd();
            found.push_back(std::move(record));
        }
        return found;
    }

private:
    Result<QString> readField() {
        QString field;
        if (m_at < m_text.size() && m_text[m_at] == QLatin1Char('"')) {
            if (const Status closed = readQuoted(field); !closed)
                return passOn(closed);
        }
        const qsizetype start = m_at;
        while (m_at < m_text.size() && m_text[m_at] != m_delimiter && !isLineEnd(m_text[m_at]))
            ++m_at;
        field += m_text.sliced(start, m_at - start);
        return field;
    }

    Status readQuoted(QString &field) {
        const int opened = m_line;
        ++m_at;
        while (m_at < m_text.size()) {
            if (m_text[m_at] == QLatin1Char('"')) {
                ++m_at;
                if (m_at >= m_text.size() || m_text[m_at] != QLatin1Char('"'))
                    return {};
            }
            countLineEnd();
            field += m_text[m_at++];
        }
        return failure(ErrorCode::BadInput,
                       QCoreApplication::translate("Roster",
                                                   "Line %1: a quotation mark (\") opens and never closes. "
                                                   "Close it or take it out, and try again.")
                           .arg(opened));
    }

    bool takeDelimiter() {
        if (m_at >= m_text.size() || m_text[m_at] != m_delimiter)
            return false;
        ++m_at;
        return true;
    }

    void takeLineEnd() {
        if (m_at >= m_text.size())
            return;
        if (m_text[m_at] == QLatin1Char('\r') && m_at + 1 < m_text.size() &&
            m_text[m_at + 1] == QLatin1Char('\n'))
            ++m_at;
        countLineEnd();
        ++m_at;
    }

    // CR LF counts once, at its LF.
    void countLineEnd() {
        const bool pair = m_text[m_at] == QLatin1Char('\r') && m_at + 1 < m_text.size() &&
                          m_text[m_at + 1] == QLatin1Char('\n');
        if (isLineEnd(m_text[m_at]) && !pair)
            ++m_line;
    }

    QStringView m_text;
    QChar m_delimiter;
    qsizetype m_at = 0;
    int m_line = 1;
};

} // namespace

Result<std::vector<DelimitedRecord>> readDelimited(QStringView text, QChar delimiter) {
    return Reader(text, delimiter).records();
}

} // namespace inkstep
