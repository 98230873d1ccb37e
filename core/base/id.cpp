#include "base/id.h"

namespace inkstep {

Id newId(const Clock &clock, Random &random) {
    QByteArray bytes = random.bytes(16);
    const auto ms = static_cast<std::uint64_t>(toMs(clock.now()));
    for (int i = 0; i < 6; ++i)
        bytes[i] = static_cast<char>(ms >> (8 * (5 - i)));
    bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x70);
    bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80);
    return idFromBytes(bytes);
}

} // namespace inkstep
