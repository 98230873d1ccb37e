#include "bench/slowline.h"

#include <QFile>
#include <QProcess>
#include <array>
#include <atomic>
#include <chrono>
#include <cstring>
#include <deque>
#include <fcntl.h>
#include <linux/if_tun.h>
#include <net/if.h>
#include <poll.h>
#include <random>
#include <sys/ioctl.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace inkstep::bench {

namespace {

using Clock = std::chrono::steady_clock;

const QString space = QStringLiteral("inkslow");
constexpr std::size_t longestQueue = 1000; // packets; netem's own default

void ip(const QString &line) {
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral("ip"), line.split(QLatin1Char(' ')));
    if (!process.waitForFinished() || process.exitCode() != 0)
        qFatal("ip %s: %s", qPrintable(line), process.readAll().constData());
}

int makeTunnel(const char *name) {
    const int file = ::open("/dev/net/tun", O_RDWR | O_NONBLOCK);
    ifreq request{};
    request.ifr_flags = IFF_TUN | IFF_NO_PI;
    std::strncpy(request.ifr_name, name, IFNAMSIZ - 1);
    if (file < 0 || ::ioctl(file, TUNSETIFF, &request) != 0)
        qFatal("no tunnel: %s", std::strerror(errno));
    return file;
}

struct Packet {
    std::vector<char> bytes;
    Clock::time_point due;
};

// One way of the line.
struct Lane {
    int from;
    int to;
    std::chrono::duration<double> delay;
    double bitsPerSecond;
    std::deque<Packet> waiting = {};
    Clock::time_point free = {}; // when the last bit of what was taken so far has left

    void take(double lost, std::mt19937 &chance) {
        std::array<char, 65536> buffer;
        for (;;) {
            const auto length = ::read(from, buffer.data(), buffer.size());
            if (length <= 0)
                return;
            if (waiting.size() >= longestQueue || std::uniform_real_distribution<>()(chance) < lost)
                continue;
            const auto now = Clock::now();
            const std::chrono::duration<double> takes(double(length) * 8 / bitsPerSecond);
            free = std::max(free, now) + std::chrono::duration_cast<Clock::duration>(takes);
            waiting.push_back({std::vector<char>(buffer.begin(), buffer.begin() + length),
                               free + std::chrono::duration_cast<Clock::duration>(delay)});
        }
    }
    void give() {
        while (!waiting.empty() && waiting.front().due <= Clock::now()) {
            static_cast<void>(!::write(to, waiting.front().bytes.data(), waiting.front().bytes.size()));
            waiting.pop_front();
        }
    }
};

} // namespace

struct SlowLine::Carrier {
    int here = makeTunnel("inkslow0");
    int there = makeTunnel("inkslow1");
    std::atomic<bool> over = false;
    std::thread thread;
};

SlowLine::SlowLine(const Quality &quality) : m_carrier(std::make_unique<Carrier>()) {
    ip(QStringLiteral("netns add ") + space);
    ip(QStringLiteral("link set inkslow1 netns ") + space);
    ip(QStringLiteral("addr add 10.77.0.1/30 dev inkslow0"));
    ip(QStringLiteral("link set inkslow0 up"));
    ip(QStringLiteral("-n %1 addr add 10.77.0.2/30 dev inkslow1").arg(space));
    ip(QStringLiteral("-n %1 link set inkslow1 up").arg(space));
    ip(QStringLiteral("-n %1 link set lo up").arg(space));
    Carrier &carrier = *m_carrier;
    carrier.thread = std::thread([&carrier, quality] {
        std::mt19937 chance(7);
        const std::chrono::duration<double> half(quality.delayMs / 2000);
        Lane up{carrier.there, carrier.here, half, quality.upBitsPerSecond};
        Lane down{carrier.here, carrier.there, half, quality.downBitsPerSecond};
        while (!carrier.over) {
            std::array<pollfd, 2> files{pollfd{up.from, POLLIN, 0}, pollfd{down.from, POLLIN, 0}};
            ::poll(files.data(), files.size(), up.waiting.empty() && down.waiting.empty() ? 50 : 1);
            for (Lane *lane : {&up, &down}) {
                lane->take(quality.lost, chance);
                lane->give();
            }
        }
    });
}

SlowLine::~SlowLine() {
    m_carrier->over = true;
    m_carrier->thread.join();
    ::close(m_carrier->here);
    ::close(m_carrier->there);
    ip(QStringLiteral("netns del ") + space);
}

bool SlowLine::possible() {
    return ::geteuid() == 0 && QFile::exists(QStringLiteral("/dev/net/tun"));
}

QString SlowLine::here() {
    return QStringLiteral("10.77.0.1");
}

QStringList SlowLine::farEnd() {
    return {QStringLiteral("ip"), QStringLiteral("netns"), QStringLiteral("exec"), space};
}

} // namespace inkstep::bench
