#include "sync/remote/httpauth.h"

#include <QCryptographicHash>
#include <QList>

namespace inkstep {

namespace {

bool isToken(char c) {
    return c > ' ' && c != '=' && c != ',' && c != '"' && c < 127;
}

} // namespace

bool HttpAuth::heard(const QByteArray &challenges) {
    if (m_password.isEmpty())
        return false;
    m_basic = false;
    m_digest.clear();
    m_count = 0;
    // A list of schemes, each with its parameters, all with commas between: a word without "=" begins a
    // scheme.
    QByteArray scheme;
    Parameters parameters;
    bool found = false;
    qsizetype at = 0;
    const auto word = [&] {
        const auto from = at;
        while (at < challenges.size() && isToken(challenges[at]))
            ++at;
        return challenges.sliced(from, at - from);
    };
    while (at < challenges.size()) {
        if (!isToken(challenges[at])) {
            ++at;
            continue;
        }
        const QByteArray name = word().toLower();
        if (at >= challenges.size() || challenges[at] != '=') {
            found = take(scheme, parameters) || found;
            scheme = name;
            parameters.clear();
            continue;
        }
        ++at;
        QByteArray value;
        if (at < challenges.size() && challenges[at] == '"') {
            for (++at; at < challenges.size() && challenges[at] != '"'; ++at) {
                if (challenges[at] == '\\' && at + 1 < challenges.size())
                    ++at;
                value += challenges[at];
            }
            ++at;
        } else {
            value = word();
        }
        parameters.insert(name, value);
    }
    return take(scheme, parameters) || found;
}

bool HttpAuth::take(const QByteArray &scheme, const Parameters &parameters) {
    if (scheme == "basic")
        return m_basic = true;
    const QByteArray algorithm = parameters.value("algorithm", "MD5").toUpper();
    const QByteArray qop = parameters.value("qop");
    if (scheme != "digest" || parameters.value("nonce").isEmpty() ||
        (algorithm != "MD5" && algorithm != "SHA-256") ||
        !(',' + QByteArray(qop).replace(' ', "") + ',').contains(",auth,"))
        return false;
    if (m_digest.isEmpty()) // the server lists what it likes best first
        m_digest = parameters;
    return true;
}

QByteArray HttpAuth::digestOf(const QByteArray &bytes) const {
    const bool md5 = m_digest.value("algorithm", "MD5").toUpper() == "MD5";
    return QCryptographicHash::hash(bytes, md5 ? QCryptographicHash::Md5 : QCryptographicHash::Sha256)
        .toHex();
}

QByteArray HttpAuth::answer(const QByteArray &verb, const QByteArray &path, const QByteArray &cnonce) {
    const QByteArray user = m_user.toUtf8(), password = m_password.toUtf8();
    if (m_digest.isEmpty())
        return m_basic ? "Basic " + (user + ':' + password).toBase64() : QByteArray();
    const auto quoted = [](QByteArray text) {
        return '"' + text.replace('\\', "\\\\").replace('"', "\\\"") + '"';
    };
    const QByteArray realm = m_digest.value("realm"), nonce = m_digest.value("nonce");
    const QByteArray count = QByteArray::number(++m_count, 16).rightJustified(8, '0');
    const QByteArray secret = digestOf(user + ':' + realm + ':' + password);
    const QByteArray asked = digestOf(verb + ':' + path);
    const QByteArray response =
        digestOf(secret + ':' + nonce + ':' + count + ':' + cnonce + ":auth:" + asked);
    QByteArray line = "Digest username=" + quoted(user) + ", realm=" + quoted(realm) +
                      ", nonce=" + quoted(nonce) + ", uri=" + quoted(path) + ", qop=auth, nc=" + count +
                      ", cnonce=" + quoted(cnonce) + ", response=" + quoted(response) +
                      ", algorithm=" + m_digest.value("algorithm", "MD5");
    if (m_digest.contains("opaque"))
        line += ", opaque=" + quoted(m_digest.value("opaque"));
    return line;
}

} // namespace inkstep
