#include "imaging/exif.h"

#include <QtEndian>
#include <vector>

namespace inkstep {

namespace {

using namespace std::chrono;

enum Tag : quint16 {
    Orientation = 0x0112,
    ChangedAt = 0x0132,
    ExifFolder = 0x8769,
    TakenAt = 0x9003,
    DigitizedAt = 0x9004,
    OffsetTaken = 0x9011,
    SubSecondsTaken = 0x9291,
};
enum Type : quint16 { Ascii = 2, Short = 3, Long = 4 };

constexpr QByteArrayView exifPrefix{"Exif\0\0", 6};

class Reader {
public:
    explicit Reader(QByteArrayView block) : m_block(block) {
        if (m_block.startsWith(exifPrefix))
            m_block = m_block.sliced(exifPrefix.size());
        if (m_block.size() < 8)
            return;
        m_little = m_block.startsWith("II");
        if (!m_little && !m_block.startsWith("MM"))
            m_block = {};
        else if (u16(2) != 42)
            m_block = {};
    }
    quint16 u16(qsizetype at) const {
        if (at < 0 || at + 2 > m_block.size())
            return 0;
        const char *p = m_block.data() + at;
        return m_little ? qFromLittleEndian<quint16>(p) : qFromBigEndian<quint16>(p);
    }
    quint32 u32(qsizetype at) const {
        if (at < 0 || at + 4 > m_block.size())
            return 0;
        const char *p = m_block.data() + at;
        return m_little ? qFromLittleEndian<quint32>(p) : qFromBigEndian<quint32>(p);
    }
    // Where a folder's entry for `tag` starts, or -1.
    qsizetype entry(qsizetype folder, quint16 tag) const {
        if (folder < 8 || folder + 2 > m_block.size())
            return -1;
        const int count = u16(folder);
        for (int i = 0; i < count; ++i) {
            const qsizetype at = folder + 2 + 12 * qsizetype(i);
            if (at + 12 > m_block.size())
                return -1;
            if (u16(at) == tag)
                return at;
        }
        return -1;
    }
    QByteArrayView text(qsizetype folder, quint16 tag) const {
        const qsizetype at = entry(folder, tag);
        if (at < 0 || u16(at + 2) != Ascii)
            return {};
        const qsizetype length = u32(at + 4);
        const qsizetype where = length <= 4 ? at + 8 : qsizetype(u32(at + 8));
        if (length > 64 || where + length > m_block.size())
            return {};
        const QByteArrayView value = m_block.sliced(where, length);
        const qsizetype end = value.indexOf('\0');
        return end < 0 ? value : value.first(end);
    }
    qsizetype firstFolder() const { return u32(4); }

private:
    QByteArrayView m_block;
    bool m_little = false;
};

// The number in `text` at `at`, `digits` long, or -1.
int number(QByteArrayView text, qsizetype at, qsizetype digits) {
    if (at + digits > text.size())
        return -1;
    int value = 0;
    for (const char c : text.sliced(at, digits)) {
        if (c < '0' || c > '9')
            return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

// "YYYY:MM:DD HH:MM:SS"
std::optional<local_time<milliseconds>> parseWall(QByteArrayView text) {
    if (text.size() < 19)
        return {};
    const year_month_day date{year(number(text, 0, 4)), month(unsigned(number(text, 5, 2))),
                              day(unsigned(number(text, 8, 2)))};
    const int h = number(text, 11, 2);
    const int m = number(text, 14, 2);
    const int s = number(text, 17, 2);
    if (int(date.year()) < 1 || !date.ok() || h < 0 || h > 23 || m < 0 || m > 59 || s < 0 || s > 59)
        return {};
    return local_time<milliseconds>(local_days(date)) + hours(h) + minutes(m) + seconds(s);
}

// "+HH:MM"
std::optional<minutes> parseOffset(QByteArrayView text) {
    const int h = number(text, 1, 2);
    const int m = number(text, 4, 2);
    if (text.size() < 6 || (text[0] != '+' && text[0] != '-') || h < 0 || h > 14 || m < 0 || m > 59)
        return {};
    const minutes east = hours(h) + minutes(m);
    return text[0] == '-' ? -east : east;
}

milliseconds parseSubSeconds(QByteArrayView text) {
    int value = 0;
    for (qsizetype i = 0, scale = 100; i < 3; ++i, scale /= 10) {
        const int digit = number(text, i, 1);
        if (digit < 0)
            break;
        value += digit * int(scale);
    }
    return milliseconds(value);
}

QByteArray padded(int value, int digits) {
    return QByteArray::number(value).rightJustified(digits, '0');
}

class Writer {
public:
    void u16(quint16 value) { m_out.append(char(value >> 8)).append(char(value)); }
    void u32(quint32 value) {
        u16(quint16(value >> 16));
        u16(quint16(value));
    }
    void number(quint16 tag, quint16 value) {
        add(tag, Short, 1, QByteArray{}.append(char(value >> 8)).append(char(value)).append(2, '\0'));
    }
    void text(quint16 tag, QByteArray value) {
        value.append('\0');
        const auto length = quint32(value.size());
        add(tag, Ascii, length, value.size() <= 4 ? value.leftJustified(4, '\0') : value);
    }
    void pointer(quint16 tag, quint32 value) {
        QByteArray raw(4, Qt::Uninitialized);
        qToBigEndian(value, raw.data());
        add(tag, Long, 1, raw);
    }
    // The entries so far as one folder, its longer values right behind it.
    void finishFolder() {
        u16(quint16(m_entries.size()));
        quint32 behind = quint32(m_out.size() + 12 * qsizetype(m_entries.size()) + 4);
        QByteArray values;
        for (const Entry &entry : m_entries) {
            u16(entry.tag);
            u16(entry.type);
            u32(entry.count);
            if (entry.value.size() == 4) {
                m_out.append(entry.value);
                continue;
            }
            u32(behind + quint32(values.size()));
            values.append(entry.value);
            if (values.size() % 2)
                values.append('\0'); // TIFF 6.0: values begin on a word boundary
        }
        u32(0);
        m_out.append(values);
        m_entries.clear();
    }
    qsizetype size() const { return m_out.size(); }
    qsizetype pending() const { return qsizetype(m_entries.size()); }
    void raw(QByteArrayView bytes) { m_out.append(bytes); }
    QByteArray take() { return std::move(m_out); }

private:
    struct Entry {
        quint16 tag;
        Type type;
        quint32 count;
        QByteArray value;
    };
    void add(quint16 tag, Type type, quint32 count, QByteArray value) {
        m_entries.push_back({tag, type, count, std::move(value)});
    }
    QByteArray m_out;
    std::vector<Entry> m_entries;
};

} // namespace

ExifTags readExif(QByteArrayView block) {
    ExifTags tags;
    const Reader reader(block);
    const qsizetype first = reader.firstFolder();
    if (const qsizetype at = reader.entry(first, Orientation); at >= 0) {
        // A short, but some programs write a long.
        const int type = reader.u16(at + 2);
        const qint64 value = type == Short  ? qint64(reader.u16(at + 8))
                             : type == Long ? qint64(reader.u32(at + 8))
                                            : 1;
        tags.orientation = value >= 1 && value <= 8 ? int(value) : 1;
    }
    const qsizetype pointer = reader.entry(first, ExifFolder);
    const qsizetype exif = pointer < 0 ? -1 : qsizetype(reader.u32(pointer + 8));
    // A scanned or edited picture may lack the shutter's own time; the next best are tried in this order.
    auto wall = parseWall(reader.text(exif, TakenAt));
    if (!wall)
        wall = parseWall(reader.text(exif, DigitizedAt));
    if (!wall)
        wall = parseWall(reader.text(first, ChangedAt));
    if (wall)
        tags.taken = CaptureTime{*wall + parseSubSeconds(reader.text(exif, SubSecondsTaken)),
                                 parseOffset(reader.text(exif, OffsetTaken))};
    return tags;
}

QByteArray writeExif(const ExifTags &tags) {
    Writer out;
    out.raw(QByteArrayView("MM\0*\0\0\0\x08", 8));
    if (tags.orientation != 1 || !tags.taken)
        out.number(Orientation, quint16(tags.orientation));
    if (!tags.taken) {
        out.finishFolder();
        return out.take();
    }
    const qsizetype firstFolderSize = 2 + 12 * (out.pending() + 1) + 4;
    out.pointer(ExifFolder, quint32(out.size() + firstFolderSize));
    out.finishFolder();

    const auto dayStart = floor<days>(tags.taken->wall);
    const year_month_day date(dayStart);
    const hh_mm_ss time(tags.taken->wall - dayStart);
    out.text(TakenAt, padded(int(date.year()), 4) + ':' + padded(int(unsigned(date.month())), 2) + ':' +
                          padded(int(unsigned(date.day())), 2) + ' ' + padded(int(time.hours().count()), 2) +
                          ':' + padded(int(time.minutes().count()), 2) + ':' +
                          padded(int(time.seconds().count()), 2));
    if (tags.taken->offset) {
        const int east = int(tags.taken->offset->count());
        out.text(OffsetTaken, QByteArray(east < 0 ? "-" : "+") + padded(std::abs(east) / 60, 2) + ':' +
                                  padded(std::abs(east) % 60, 2));
    }
    if (time.subseconds().count() != 0)
        out.text(SubSecondsTaken, padded(int(time.subseconds().count()), 3));
    out.finishFolder();
    return out.take();
}

} // namespace inkstep
