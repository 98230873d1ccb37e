#include "crypto/recoverywords.h"

#include "crypto/hash.h"
#include "crypto/sodiumready.h"

#include <QStringList>
#include <QtEndian>
#include <sodium.h>

namespace inkstep {

namespace {

constexpr qsizetype chanceBytes = 10;
constexpr qsizetype letters = 5;
constexpr QLatin1StringView consonants("bdfghjklmnprstvz");
constexpr QLatin1StringView vowels("aiou");

QString wordOf(quint16 value) {
    QString word;
    for (const int shift : {12, 10, 6, 4, 0}) {
        const bool vowel = shift == 10 || shift == 4;
        word += vowel ? vowels[(value >> shift) & 3] : consonants[(value >> shift) & 15];
    }
    return word;
}

// -1 for what is no such word.
int valueOf(const QString &word) {
    int value = 0;
    for (qsizetype i = 0; i < letters; ++i) {
        const bool vowel = i % 2 == 1;
        const auto digit = (vowel ? vowels : consonants).indexOf(word[i]);
        if (digit < 0)
            return -1;
        value = value << (vowel ? 2 : 4) | static_cast<int>(digit);
    }
    return value;
}

quint16 sumOf(const QByteArray &chance) {
    return qFromBigEndian<quint16>(blobHash("inkstep words" + chance).constData());
}

} // namespace

QByteArray RecoveryParameters::bytes() const {
    QByteArray out = salt;
    char costs[8];
    qToBigEndian(passes, costs);
    qToBigEndian(memory, costs + 4);
    return out.append(costs, 8);
}

RecoveryParameters RecoveryParameters::fromBytes(const QByteArray &bytes) {
    if (bytes.size() != 24)
        return {};
    return {bytes.first(16), qFromBigEndian<quint32>(bytes.constData() + 16),
            qFromBigEndian<quint32>(bytes.constData() + 20)};
}

RecoveryWords RecoveryWords::generate(Random &random) {
    QByteArray chance = random.bytes(chanceBytes);
    return RecoveryWords(Secret::take(chance));
}

Result<RecoveryWords> RecoveryWords::read(const QString &text) {
    QString plain;
    for (const QChar c : text.toLower()) {
        if (c.isLetter())
            plain += c;
        else if (!c.isSpace() && !c.isPunct())
            return failure(ErrorCode::BadWords,
                           QStringLiteral("recovery words: a character they cannot have"));
    }
    if (plain.size() != letters * (chanceBytes / 2 + 1))
        return failure(ErrorCode::BadWords, QStringLiteral("recovery words: six of five letters"));
    QByteArray bytes;
    for (qsizetype at = 0; at < plain.size(); at += letters) {
        const int value = valueOf(plain.sliced(at, letters));
        if (value < 0)
            return failure(ErrorCode::BadWords, QStringLiteral("recovery words: no such word"));
        bytes += static_cast<char>(value >> 8);
        bytes += static_cast<char>(value & 0xff);
    }
    QByteArray chance = bytes.first(chanceBytes);
    if (qFromBigEndian<quint16>(bytes.constData() + chanceBytes) != sumOf(chance))
        return failure(ErrorCode::BadWords, QStringLiteral("recovery words: checksum"));
    return RecoveryWords(Secret::take(chance));
}

QString RecoveryWords::text() const {
    const QByteArray &chance = m_chance.bytes();
    QStringList words;
    for (qsizetype at = 0; at < chanceBytes; at += 2)
        words << wordOf(qFromBigEndian<quint16>(chance.constData() + at));
    words << wordOf(sumOf(chance));
    return words.join(QLatin1Char(' '));
}

Result<RecoveryKeys> RecoveryWords::keys(const RecoveryParameters &parameters) const {
    sodiumReady();
    // A store is not believed about how much memory to take.
    constexpr quint32 mostMemory = 1 << 20; // KiB
    constexpr quint32 mostPasses = 32;
    if (parameters.salt.size() != crypto_pwhash_SALTBYTES || parameters.memory > mostMemory ||
        parameters.memory < 8 || parameters.passes < 1 || parameters.passes > mostPasses)
        return failure(ErrorCode::Damaged, QStringLiteral("recovery words: parameters"));
    QByteArray root(32, Qt::Uninitialized);
    const QByteArray &words = m_chance.bytes();
    if (crypto_pwhash(reinterpret_cast<unsigned char *>(root.data()), 32, words.constData(),
                      static_cast<unsigned long long>(words.size()),
                      reinterpret_cast<const unsigned char *>(parameters.salt.constData()), parameters.passes,
                      std::size_t(parameters.memory) << 10, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return failure(ErrorCode::Failed, QStringLiteral("recovery words: no memory"));
    QByteArray box = deriveKey(root, "inkstep recovery box");
    QByteArray signing = deriveKey(root, "inkstep recovery signing");
    const Secret wiped = Secret::take(root);
    return RecoveryKeys{BoxKey::fromSecret(Secret::take(box)), SigningKey::fromSeed(Secret::take(signing))};
}

} // namespace inkstep
