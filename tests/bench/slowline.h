#pragma once

#include <QString>
#include <QStringList>
#include <memory>

namespace inkstep::bench {

// A slow line between this computer and a network namespace of its own: packets wait, are let through at a
// rate and now and then are lost, and the kernel's own TCP makes of it what it makes of such a line. Needs
// root and /dev/net/tun, as tc's netem would, which not every kernel has.
class SlowLine {
public:
    struct Quality {
        double delayMs = 100;         // there and back together
        double upBitsPerSecond = 2e6; // from the namespace to here
        double downBitsPerSecond = 20e6;
        double lost = 0.01; // share of packets, each way
    };
    explicit SlowLine(const Quality &quality);
    ~SlowLine();
    SlowLine(const SlowLine &) = delete;
    SlowLine &operator=(const SlowLine &) = delete;

    static bool possible();
    static QString here(); // this end's address
    // What to put before a program to run it at the far end.
    static QStringList farEnd();

private:
    struct Carrier;
    std::unique_ptr<Carrier> m_carrier;
};

} // namespace inkstep::bench
