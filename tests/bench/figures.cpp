#include "bench/bench.h"

#include <QFile>
#include <algorithm>
#include <chrono>

namespace inkstep::bench {

double peakMegabytes() {
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).simplified().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

double timed(const std::function<void()> &work) {
    using namespace std::chrono;
    const auto start = steady_clock::now();
    work();
    return duration<double, std::milli>(steady_clock::now() - start).count();
}

double percentile(std::vector<double> values, double share) {
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    const auto last = static_cast<double>(values.size() - 1);
    return values[static_cast<std::size_t>(std::min(last, share * last + 0.5))];
}

double median(std::vector<double> values) {
    return percentile(std::move(values), 0.5);
}

Pair inTurn(const std::function<double()> &measured, const std::function<double()> &baseline, int rounds) {
    std::vector<double> a;
    std::vector<double> b;
    for (int round = 0; round < rounds; ++round) {
        a.push_back(measured());
        b.push_back(baseline());
    }
    return {median(a), median(b)};
}

} // namespace inkstep::bench
