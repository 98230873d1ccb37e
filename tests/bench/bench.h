// Figures, each beside a baseline measured in the same run: A and B in turn, five times, medians and their
// ratio. In: pairs of closures. Out: a table for people, JSON for programs. Not tests: nothing here passes or
// fails by time.
#pragma once

#include <QJsonArray>
#include <QString>
#include <functional>
#include <vector>

namespace inkstep::bench {

struct Figure {
    QString name;
    QString what;    // "median of 200 commits"
    double measured; // milliseconds unless `unit` says otherwise
    double baseline; // the same unit; 0: an absolute figure without a baseline
    double bound;    // of the ratio, or of the measured figure when there is no baseline
    QString unit = QStringLiteral("ms");
    double ratio() const { return baseline > 0 ? measured / baseline : measured; }
    bool within() const { return bound <= 0 || ratio() <= bound; } // no bound: only told
};

// The most memory this process held at once, in MB. Not getrusage(): what a program's parent held counts
// there.
double peakMegabytes();

// Milliseconds `work` takes.
double timed(const std::function<void()> &work);
double percentile(std::vector<double> values, double share); // share 0 to 1
double median(std::vector<double> values);

// Five rounds of (measured, baseline), each closure giving one figure; medians of both.
struct Pair {
    double measured;
    double baseline;
};
Pair inTurn(const std::function<double()> &measured, const std::function<double()> &baseline, int rounds = 5);

// Each file of figures adds its own.
using Group = std::function<std::vector<Figure>()>;
void addGroup(const QString &name, Group group);
struct Registered {
    Registered(const char *name, Group group) { addGroup(QString::fromLatin1(name), std::move(group)); }
};

} // namespace inkstep::bench
