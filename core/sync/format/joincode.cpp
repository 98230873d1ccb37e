#include "sync/format/joincode.h"

#include "crypto/hash.h"

namespace inkstep::joincode {

namespace {

constexpr QLatin1StringView alphabet("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
constexpr char version = 1;
constexpr qsizetype sumBytes = 4;
constexpr qsizetype fixedBytes = 1 + 16 + InviteSecret::bytes;
constexpr qsizetype longest = 4000; // characters typed or scanned; a QR code holds fewer
constexpr qsizetype group = 5;

QByteArray sumOf(QByteArrayView bytes) {
    return blobHash(bytes).first(sumBytes);
}

// The value of a digit as people type it; -1 for none.
int valueOf(QChar typed) {
    QChar digit = typed.toUpper();
    if (digit == QLatin1Char('O'))
        digit = QLatin1Char('0');
    else if (digit == QLatin1Char('I') || digit == QLatin1Char('L'))
        digit = QLatin1Char('1');
    return digit.unicode() < 128 ? static_cast<int>(alphabet.indexOf(digit)) : -1;
}

bool isPadding(QChar c) {
    return c.isSpace() || c.category() == QChar::Punctuation_Dash || c.category() == QChar::Other_Format;
}

} // namespace

QString write(const JoinCode &code) {
    QByteArray bytes(1, version);
    bytes += toBytes(code.notebook) + code.secret.secret().bytes() + code.place.toUtf8();
    bytes += sumOf(bytes);
    QString out;
    qsizetype digits = 0;
    quint32 held = 0;
    int bits = 0;
    const auto digit = [&](quint32 value) {
        if (digits > 0 && digits % group == 0)
            out += QLatin1Char('-');
        out += alphabet[value & 31];
        ++digits;
    };
    for (const char byte : bytes) {
        held = (held << 8 | static_cast<unsigned char>(byte)) & 0xfff;
        for (bits += 8; bits >= 5; bits -= 5)
            digit(held >> (bits - 5));
    }
    if (bits > 0)
        digit(held << (5 - bits));
    return out;
}

Result<JoinCode> read(const QString &text) {
    const auto bad = [](const QString &why) {
        return failure(ErrorCode::BadCode, QStringLiteral("join code: ") + why);
    };
    if (text.size() > longest)
        return bad(QStringLiteral("too long"));
    QByteArray bytes;
    quint32 held = 0;
    int bits = 0;
    for (const QChar typed : text) {
        if (isPadding(typed))
            continue;
        const int value = valueOf(typed);
        if (value < 0)
            return bad(QStringLiteral("a character it cannot have"));
        held = (held << 5 | static_cast<quint32>(value)) & 0xfff;
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            bytes += static_cast<char>(held >> bits);
        }
    }
    if (bytes.size() < fixedBytes + sumBytes || bits >= 5 || (held & ((1u << bits) - 1)) != 0)
        return bad(QStringLiteral("cut"));
    const auto body = QByteArrayView(bytes).chopped(sumBytes);
    if (sumOf(body) != QByteArrayView(bytes).last(sumBytes))
        return bad(QStringLiteral("checksum"));
    if (bytes[0] != version)
        return failure(ErrorCode::NewerVersion, QStringLiteral("join code"));
    return JoinCode{idFromBytes(bytes.sliced(1, 16)),
                    InviteSecret(Secret(body.sliced(17, InviteSecret::bytes))),
                    QString::fromUtf8(body.sliced(fixedBytes))};
}

} // namespace inkstep::joincode
