#include "imaging/layout.h"

#include <QtEndian>

// The JPEG file as ITU-T T.81, annex B, has it: markers, segments and entropy-coded data.
namespace inkstep {

namespace {

enum Marker : quint8 {
    Tem = 0x01,
    Sof0 = 0xC0,
    Sof1 = 0xC1,
    Sof2 = 0xC2,
    Dht = 0xC4,
    Sof9 = 0xC9,
    Sof10 = 0xCA,
    Dac = 0xCC,
    Rst0 = 0xD0,
    Rst7 = 0xD7,
    Soi = 0xD8,
    Eoi = 0xD9,
    Sos = 0xDA,
    Dqt = 0xDB,
    Dri = 0xDD,
    App0 = 0xE0,
    App1 = 0xE1,
    App2 = 0xE2,
    App14 = 0xEE,
};

// A progressive picture needs about a dozen; thousands of empty ones keep a decoder busy for minutes.
constexpr int mostScans = 100;

tl::unexpected<Error> notJpeg(const char *detail) {
    return failure(ErrorCode::NotAPicture, QStringLiteral("JPEG: ") + QLatin1StringView(detail));
}

class Walk {
public:
    explicit Walk(const QByteArray &bytes) : m_bytes(bytes) {}

    Result<PictureLayout> run() {
        m_layout.pieces.push_back(viewOf(m_bytes, 0, 2));
        m_layout.tagsGoBefore = 1;
        m_at = 2;
        for (;;) {
            const int marker = nextMarker();
            if (marker < 0)
                return notJpeg("cut short before its end marker");
            if (marker == Eoi)
                break;
            if (const auto status = segment(quint8(marker)); !status)
                return passOn(status);
        }
        if (m_scans == 0)
            return notJpeg("no pixels");
        m_layout.pieces.push_back(viewOf(m_bytes, m_at - 2, 2));
        return std::move(m_layout);
    }

private:
    quint8 byte(qsizetype at) const { return quint8(m_bytes[at]); }

    // Steps over a marker and the fill bytes before it; -1 at the end or where no marker stands.
    int nextMarker() {
        if (m_at >= m_bytes.size() || byte(m_at) != 0xFF)
            return -1;
        while (m_at < m_bytes.size() && byte(m_at) == 0xFF)
            ++m_at;
        return m_at < m_bytes.size() ? byte(m_at++) : -1;
    }

    Status segment(quint8 marker) {
        if (marker == Tem || (marker >= Rst0 && marker <= Soi) || marker == 0)
            return notJpeg("a marker out of place");
        const qsizetype start = m_at - 2;
        if (m_at + 2 > m_bytes.size())
            return notJpeg("cut short in a segment");
        const qsizetype length = qFromBigEndian<quint16>(m_bytes.constData() + m_at);
        if (length < 2 || m_at + length > m_bytes.size())
            return notJpeg("cut short in a segment");
        const QByteArrayView body(m_bytes.constData() + m_at + 2, length - 2);
        m_at += length;
        QByteArray whole = viewOf(m_bytes, start, m_at - start);

        switch (marker) {
        case Sof0:
        case Sof1:
        case Sof2:
        case Sof9:
        case Sof10:
            if (body.size() < 6 || !m_layout.size.isEmpty())
                return notJpeg("a damaged frame header");
            m_layout.size =
                QSize(qFromBigEndian<quint16>(body.data() + 3), qFromBigEndian<quint16>(body.data() + 1));
            keep(std::move(whole));
            return {};
        case Dht:
        case Dac:
        case Dqt:
        case Dri:
            keep(std::move(whole));
            return {};
        case Sos:
            return scan(start);
        case App0:
            keepJfif(body);
            return {};
        case App1:
            if (body.startsWith(QByteArrayView("Exif\0", 5)) && !m_tagsRead) {
                m_layout.tags = readExif(body);
                m_tagsRead = true;
            }
            return {};
        case App2:
            if (body.startsWith(QByteArrayView("ICC_PROFILE\0", 12)))
                keep(std::move(whole));
            return {};
        case App14:
            // Says how the colors were transformed; without it some pictures turn green.
            if (body.startsWith("Adobe") && body.size() == 12)
                keep(std::move(whole));
            return {};
        default:
            if (marker >= 0xC0 && marker <= 0xCF)
                return notJpeg("a kind of JPEG nobody decodes");
            return {};
        }
    }

    void keep(QByteArray piece) { m_layout.pieces.push_back(std::move(piece)); }

    // JFIF 1.02: version, density, then a thumbnail, which is left out.
    void keepJfif(QByteArrayView body) {
        if (!body.startsWith(QByteArrayView("JFIF\0", 5)) || body.size() < 14 || m_layout.pieces.size() != 1)
            return;
        QByteArray jfif("\xff\xe0\x00\x10", 4);
        jfif.append(body.first(12)).append(2, '\0');
        keep(std::move(jfif));
        m_layout.tagsGoBefore = 2;
    }

    // The scan's header and its entropy-coded data, up to the next marker that is not a restart.
    Status scan(qsizetype start) {
        if (m_layout.size.isEmpty())
            return notJpeg("pixels before the frame header");
        if (++m_scans > mostScans)
            return notJpeg("too many scans");
        for (;;) {
            skipPixels();
            m_at = m_bytes.indexOf('\xff', m_at);
            if (m_at < 0 || m_at + 1 >= m_bytes.size())
                return notJpeg("cut short in its pixels");
            const quint8 next = byte(m_at + 1);
            if (next == 0xFF)
                m_at += 1;
            else if (next == 0 || (next >= Rst0 && next <= Rst7))
                m_at += 2;
            else
                break;
        }
        keep(viewOf(m_bytes, start, m_at - start));
        return {};
    }

    // Ahead by whole blocks in which no 0xFF stands but the one that pixels are written with, "0xFF 0".
    // Counted without a branch, so the compiler takes many bytes at once: this is most of the walk.
    void skipPixels() {
        constexpr qsizetype block = 64;
        const auto *data = reinterpret_cast<const quint8 *>(m_bytes.constData());
        for (; m_at + block < m_bytes.size(); m_at += block) {
            quint8 markers = 0;
            for (qsizetype i = 0; i < block; ++i)
                markers |= quint8(quint8(data[m_at + i] == 0xFF) & quint8(data[m_at + i + 1] != 0));
            if (markers != 0)
                return;
        }
    }

    const QByteArray &m_bytes;
    qsizetype m_at = 0;
    PictureLayout m_layout;
    bool m_tagsRead = false;
    int m_scans = 0;
};

} // namespace

Result<PictureLayout> jpegLayout(const QByteArray &bytes) {
    return Walk(bytes).run();
}

QByteArray jpegTagPiece(const ExifTags &tags) {
    const QByteArray block = QByteArray("Exif\0\0", 6) + writeExif(tags);
    QByteArray piece("\xff\xe1", 2);
    const auto length = quint16(block.size() + 2);
    piece.append(char(length >> 8)).append(char(length)).append(block);
    return piece;
}

} // namespace inkstep
