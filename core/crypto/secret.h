#pragma once

#include <QByteArray>

namespace inkstep {

// Bytes that are overwritten when they are let go of. Copies are real copies, each wiped by itself. Not for
// what the database holds in the plain anyway (the keys of single photos).
class Secret {
public:
    Secret() = default;
    explicit Secret(QByteArrayView bytes);
    Secret(const Secret &other);
    Secret(Secret &&other) noexcept;
    Secret &operator=(const Secret &other);
    Secret &operator=(Secret &&other) noexcept;
    ~Secret();

    // Takes the bytes over and wipes `source`, which must not be shared with another QByteArray.
    static Secret take(QByteArray &source);

    bool isEmpty() const { return m_bytes.isEmpty(); }
    qsizetype size() const { return m_bytes.size(); }
    // Shares nothing that outlives the secret as long as nobody keeps a copy of what this returns.
    const QByteArray &bytes() const { return m_bytes; }
    bool operator==(const Secret &other) const; // in constant time

private:
    void wipe();
    QByteArray m_bytes;
};

} // namespace inkstep
