#include "bench/bench.h"

#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <cstdio>

namespace inkstep::bench {

namespace {
struct NamedGroup {
    QString name;
    Group group;
};
std::vector<NamedGroup> &groups() {
    static std::vector<NamedGroup> all;
    return all;
}
} // namespace

void addGroup(const QString &name, Group group) {
    groups().push_back({name, std::move(group)});
}

} // namespace inkstep::bench

// inkstep_bench [--json FILE] [GROUP...]: runs all groups, or those whose names match.
int main(int argc, char **argv) {
    using namespace inkstep::bench;
    if (!qEnvironmentVariableIsSet("DISPLAY") && !qEnvironmentVariableIsSet("WAYLAND_DISPLAY") &&
        !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication app(argc, argv);
    QStringList wanted = app.arguments().mid(1);
    QString jsonFile;
    if (const auto at = wanted.indexOf(QStringLiteral("--json")); at >= 0 && at + 1 < wanted.size()) {
        jsonFile = wanted[at + 1];
        wanted.remove(at, 2);
    }
    QJsonArray json;
    int over = 0;
    std::printf("%-46s %12s %12s %8s %8s\n", "figure", "measured", "baseline", "ratio", "bound");
    for (const NamedGroup &group : groups()) {
        if (!wanted.isEmpty() && !wanted.contains(group.name))
            continue;
        for (const Figure &figure : group.group()) {
            const bool plain = figure.baseline <= 0;
            std::printf("%-46s %9.3f %-2s %12s %8s %8.2f  %s\n", qPrintable(figure.name), figure.measured,
                        qPrintable(figure.unit),
                        plain ? "-" : qPrintable(QString::number(figure.baseline, 'f', 3)),
                        plain ? "-" : qPrintable(QString::number(figure.ratio(), 'f', 2)), figure.bound,
                        figure.within() ? "" : "OVER");
            std::printf("    %s\n", qPrintable(figure.what));
            std::fflush(stdout);
            over += figure.within() ? 0 : 1;
            json.append(QJsonObject{{QStringLiteral("figure"), figure.name},
                                    {QStringLiteral("what"), figure.what},
                                    {QStringLiteral("unit"), figure.unit},
                                    {QStringLiteral("measured"), figure.measured},
                                    {QStringLiteral("baseline"), figure.baseline},
                                    {QStringLiteral("ratio"), figure.ratio()},
                                    {QStringLiteral("bound"), figure.bound},
                                    {QStringLiteral("within"), figure.within()}});
        }
    }
    std::printf("%d over their bound\n", over);
    if (!jsonFile.isEmpty()) {
        std::FILE *file = std::fopen(qPrintable(jsonFile), "w");
        if (!file)
            return 1;
        std::fputs(QJsonDocument(json).toJson().constData(), file);
        std::fclose(file);
    }
    return 0;
}
