#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace inkstep {

// Answers a server's question who is there: Digest (RFC 7616, MD5 or SHA-256, qop=auth) before Basic (RFC
// 7617), name and password in UTF-8. Qt's own writes them in Latin-1, which locks out whoever has an accent
// in the password.
class HttpAuth {
public:
    // `basic`: the server asked for Basic before, and is answered before it asks again.
    HttpAuth(QString user, QString password, bool basic = false)
        : m_user(std::move(user)), m_password(std::move(password)), m_basic(basic) {}

    // A reply's WWW-Authenticate, several joined with commas. True if it can be answered; then every request
    // is.
    bool heard(const QByteArray &challenges);
    // The Authorization of a request; empty before anything was heard. `cnonce`: eight bytes of chance or
    // more.
    QByteArray answer(const QByteArray &verb, const QByteArray &path, const QByteArray &cnonce);
    // Whether the answer is Basic: refused once, it would be refused again.
    bool basic() const { return m_basic && m_digest.isEmpty(); }

private:
    using Parameters = QMap<QByteArray, QByteArray>;
    bool take(const QByteArray &scheme, const Parameters &parameters);
    QByteArray digestOf(const QByteArray &bytes) const;

    QString m_user;
    QString m_password;
    bool m_basic;
    Parameters m_digest; // of the challenge answered; empty: none
    int m_count = 0;     // requests answered with its nonce
};

} // namespace inkstep
