// One sync as a process of its own, so that it can run at the far end of a slow line:
// inkstep_bench_sync PROFILE PLACE FINGERPRINT small|all. The server's password is in INKSTEP_PASSWORD.
// Prints milliseconds and the peak of its memory in MB.
#include "bench/bench.h"
#include "bench/tablet.h"
#include "support/realservers.h"
#include "sync/engine/syncer.h"
#include "sync/remote/httpline.h"

#include <QCoreApplication>
#include <chrono>
#include <cstdio>

int main(int argc, char **argv) {
    using namespace inkstep;
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    SystemFiles files;
    const SystemClock clock;
    SystemRandom random;
    bench::KeptInMemory secrets;
    const Store::Parts parts{files, clock, random, &secrets};
    const auto profile = Profile::open(arguments.value(1), parts);
    if (!profile)
        return 1;
    const auto notebook = (*profile)->find(QString());
    if (!notebook)
        return 1;
    Syncer syncer(**notebook, parts);
    const ServerKey key{QString::fromLatin1(test::RealServer::user), qEnvironmentVariable("INKSTEP_PASSWORD"),
                        HttpLine::fingerprintFrom(arguments.value(3))};
    if (const auto connected = syncer.connect(arguments.value(2), &key); !connected) {
        std::fprintf(stderr, "%s\n", qPrintable(connected.error().detail));
        return 1;
    }
    const auto began = std::chrono::steady_clock::now();
    const auto report = syncer.sync({}, {}, {.originals = arguments.value(4) == QLatin1StringView("all")});
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
    if (!report || !report->problems.empty()) {
        std::fprintf(stderr, "%s\n",
                     qPrintable(report ? report->problems.front().detail : report.error().detail));
        return 1;
    }
    std::printf("%.1f %.1f\n", took.count(), bench::peakMegabytes());
    return 0;
}
