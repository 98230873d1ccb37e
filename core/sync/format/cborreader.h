#pragma once

#include <QByteArray>
#include <QCborStreamReader>
#include <QString>

namespace inkstep {

// Reads CBOR that may be anything: after the first thing that does not fit every call does nothing and gives
// defaults, and finished() is false. Lengths are checked before anything is allocated for them.
class CborReader {
public:
    explicit CborReader(const QByteArray &bytes) : m_reader(bytes), m_size(bytes.size()) {}

    QCborStreamReader::Type type() const { return m_good ? m_reader.type() : QCborStreamReader::Invalid; }
    qint64 number();   // an unsigned one over 2^63-1 does not fit
    quint64 natural(); // from 0 to 2^63-1
    double real();
    QString text(qsizetype longest); // UTF-8 bytes
    QByteArray bytes(qsizetype longest);
    void null();
    void skip(); // whatever comes next, a few levels deep
    void require(bool holds) { m_good = m_good && holds; }

    // Calls `each` with the place of every element; it must read or skip exactly one.
    template<class Each>
    void array(Each each) {
        if (!enter(QCborStreamReader::Array))
            return;
        for (quint64 index = 0; m_good && m_reader.hasNext(); ++index)
            each(index);
        leave();
    }
    // Calls `each` with every whole-number key; other keys are skipped with their values.
    template<class Each>
    void map(Each each) {
        if (!enter(QCborStreamReader::Map))
            return;
        while (m_good && m_reader.hasNext()) {
            if (m_reader.isInteger()) {
                each(number());
            } else {
                skip();
                skip();
            }
        }
        leave();
    }

    bool finished() const { return m_good && m_reader.currentOffset() == m_size; }

private:
    bool enter(QCborStreamReader::Type type);
    void leave();
    template<class Read, class Out>
    bool collect(qsizetype longest, Read read, Out &out);

    QCborStreamReader m_reader;
    qint64 m_size;
    bool m_good = true;
};

} // namespace inkstep
