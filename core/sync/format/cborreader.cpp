#include "sync/format/cborreader.h"

#include <limits>

namespace inkstep {

namespace {
constexpr int deepest = 16;
}

bool CborReader::enter(QCborStreamReader::Type type) {
    require(m_reader.type() == type && m_reader.containerDepth() < deepest);
    require(m_good && m_reader.enterContainer());
    return m_good;
}

void CborReader::leave() {
    require(m_good && m_reader.leaveContainer());
}

qint64 CborReader::number() {
    if (!m_good)
        return 0;
    if (m_reader.isUnsignedInteger()) {
        const quint64 value = m_reader.toUnsignedInteger();
        require(value <= quint64(std::numeric_limits<qint64>::max()) && m_reader.next());
        return m_good ? static_cast<qint64>(value) : 0;
    }
    require(m_reader.isNegativeInteger());
    // Stored as -1 - n with an unsigned n; 0 here stands for 2^64.
    const quint64 below = m_good ? quint64(m_reader.toNegativeInteger()) : 0;
    require(below != 0 && below <= quint64(1) << 63);
    require(m_good && m_reader.next());
    return m_good ? static_cast<qint64>(~below + 1) : 0;
}

quint64 CborReader::natural() {
    const qint64 value = number();
    require(value >= 0);
    return m_good ? static_cast<quint64>(value) : 0;
}

double CborReader::real() {
    require(m_good && m_reader.isDouble());
    const double value = m_good ? m_reader.toDouble() : 0;
    require(m_good && m_reader.next());
    return value;
}

template<class Read, class Out>
bool CborReader::collect(qsizetype longest, Read read, Out &out) {
    for (;;) {
        const qsizetype chunk = m_reader.currentStringChunkSize();
        if (chunk < 0 || chunk > longest - out.size() || chunk > m_size - m_reader.currentOffset())
            return false;
        const auto part = read();
        if (part.status == QCborStreamReader::EndOfString)
            return true;
        if (part.status != QCborStreamReader::Ok)
            return false;
        out += part.data;
        if (m_reader.lastError() != QCborError::NoError)
            return false;
    }
}

QString CborReader::text(qsizetype longest) {
    QString out;
    require(m_good && m_reader.isString());
    require(m_good && collect(
                          longest, [this] { return m_reader.readString(); }, out));
    return m_good ? out : QString();
}

QByteArray CborReader::bytes(qsizetype longest) {
    QByteArray out;
    require(m_good && m_reader.isByteArray());
    require(m_good && collect(
                          longest, [this] { return m_reader.readByteArray(); }, out));
    return m_good ? out : QByteArray();
}

void CborReader::null() {
    require(m_good && m_reader.isNull() && m_reader.next());
}

void CborReader::skip() {
    require(m_good && m_reader.next(deepest));
}

} // namespace inkstep
