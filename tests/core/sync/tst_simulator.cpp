// Worlds of tablets in which everything goes wrong that can, then calm, then everything must be well.
//   tst_simulator                   INKSTEP_SEEDS seeds (a few hundred when it is not set)
//   tst_simulator --seeds 10000     that many; --from S: beginning with S; --seed S: only that one
#include "core/sync/sim/simulation.h"

#include <QElapsedTimer>
#include <QTest>
#include <limits>

using namespace inkstep;

namespace {
constexpr quint64 usualSeeds = 200;
quint64 firstSeed = 1;
quint64 seeds = 0;
} // namespace

class TestSimulator : public QObject {
    Q_OBJECT

private slots:
    void inTheEndAllIsWellEverywhere() {
        quint64 count = seeds > 0 ? seeds : quint64(qEnvironmentVariableIntValue("INKSTEP_SEEDS"));
        count = count > 0 ? count : usualSeeds;
        QElapsedTimer since;
        since.start();
        quint64 failures = 0;
        for (quint64 seed = firstSeed; seed < firstSeed + count; ++seed) {
            const sim::Script script = sim::scriptOf(seed);
            const QString wrong = sim::outcomeOf(seed, script);
            if (wrong.isEmpty())
                continue;
            ++failures;
            const sim::Script shorter = sim::shortened(seed, script);
            qWarning("seed %llu: %s\nas little as this shows it:\n%s", static_cast<unsigned long long>(seed),
                     qPrintable(sim::outcomeOf(seed, shorter)), qPrintable(sim::textOf(shorter)));
            if (failures >= 5)
                break;
        }
        qInfo("%llu seeds from %llu in %.1f s", static_cast<unsigned long long>(count),
              static_cast<unsigned long long>(firstSeed), double(since.elapsed()) / 1000);
        QCOMPARE(failures, quint64(0));
    }

    // The same seed is the same world, or a failure could not be looked at again.
    void aSeedIsAWorld() {
        QCOMPARE(sim::textOf(sim::scriptOf(7)), sim::textOf(sim::scriptOf(7)));
        QVERIFY(sim::textOf(sim::scriptOf(7)) != sim::textOf(sim::scriptOf(8)));
    }
};

int main(int argc, char **argv) {
    QCoreApplication app(argc, argv);
    QStringList rest;
    const QStringList given = QCoreApplication::arguments();
    for (qsizetype i = 0; i < given.size(); ++i) {
        const quint64 number = given.value(i + 1).toULongLong();
        if (given[i] == QStringLiteral("--seeds") && number > 0)
            seeds = number, ++i;
        else if (given[i] == QStringLiteral("--from"))
            firstSeed = number, ++i;
        else if (given[i] == QStringLiteral("--seed"))
            firstSeed = number, seeds = 1, ++i;
        else
            rest << given[i];
    }
    // Thousands of seeds take longer than Qt Test waits for one function.
    if (!qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT"))
        qputenv("QTEST_FUNCTION_TIMEOUT", QByteArray::number(std::numeric_limits<int>::max()));
    TestSimulator test;
    return QTest::qExec(&test, rest);
}

#include "tst_simulator.moc"
