#pragma once

#include <QByteArray>

namespace inkstep::test {

// A certificate nobody vouches for, for 127.0.0.1, made now.
struct SelfSigned {
    QByteArray certificate; // PEM
    QByteArray key;         // PEM
    QByteArray fingerprint; // SHA-256
};
SelfSigned makeCertificate();

} // namespace inkstep::test
