#include "crypto/secret.h"

#include "crypto/sodiumready.h"

#include <sodium.h>
#include <utility>

namespace inkstep {

Secret::Secret(QByteArrayView bytes) : m_bytes(bytes.data(), bytes.size()) {}

Secret::Secret(const Secret &other) : m_bytes(other.m_bytes.constData(), other.m_bytes.size()) {}

Secret::Secret(Secret &&other) noexcept : m_bytes(std::exchange(other.m_bytes, {})) {}

Secret &Secret::operator=(const Secret &other) {
    if (this != &other) {
        wipe();
        m_bytes = QByteArray(other.m_bytes.constData(), other.m_bytes.size());
    }
    return *this;
}

Secret &Secret::operator=(Secret &&other) noexcept {
    if (this != &other) {
        wipe();
        m_bytes = std::exchange(other.m_bytes, {});
    }
    return *this;
}

Secret::~Secret() {
    wipe();
}

Secret Secret::take(QByteArray &source) {
    Secret secret{QByteArrayView(source)};
    sodium_memzero(source.data(), static_cast<std::size_t>(source.size()));
    source.clear();
    return secret;
}

bool Secret::operator==(const Secret &other) const {
    return size() == other.size() && sodium_memcmp(m_bytes.constData(), other.m_bytes.constData(),
                                                   static_cast<std::size_t>(size())) == 0;
}

void Secret::wipe() {
    // data() would detach, and so wipe a copy, if the bytes were shared; they are not (see bytes()).
    if (!m_bytes.isEmpty())
        sodium_memzero(m_bytes.data(), static_cast<std::size_t>(m_bytes.size()));
    m_bytes.clear();
}

} // namespace inkstep
