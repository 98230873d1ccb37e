#pragma once

#include <QByteArray>
#include <QRandomGenerator>
#include <span>

namespace inkstep {

class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<unsigned char> bytes) = 0; // unpredictable in the real one
    QByteArray bytes(qsizetype count) {
        QByteArray out(count, Qt::Uninitialized);
        fill({reinterpret_cast<unsigned char *>(out.data()), static_cast<std::size_t>(count)});
        return out;
    }
};

class SystemRandom final : public Random {
public:
    void fill(std::span<unsigned char> bytes) override {
        for (unsigned char &byte : bytes)
            byte = static_cast<unsigned char>(QRandomGenerator::system()->generate());
    }
};

} // namespace inkstep
