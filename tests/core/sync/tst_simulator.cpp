// Worlds of tablets in which everything goes wrong that can, then calm, then everything must be well.
//   tst_simulator                   INKSTEP_SEEDS seeds (a few hundred when it is not set)
//   tst_simulator --seeds 10000     that many; --from S: beginning with S; --seed S: only that one
//   tst_simulator --seed S --script FILE    the steps in FILE, as a failure prints them, in the world of seed
//   S
#include "core/sync/sim/simulation.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <limits>

using namespace inkstep;

namespace {
constexpr quint64 usualSeeds = 200;
quint64 firstSeed = 1;
quint64 seeds = 0;
sim::Script given; // instead of the seed's own
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
            const sim::Script script = given.empty() ? sim::scriptOf(seed) : given;
            const QString wrong = sim::outcomeOf(seed, script);
            if (wrong.isEmpty())
                continue;
            ++failures;
            const sim::Script shorter = given.empty() ? sim::shortened(seed, script) : given;
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
        const QString text = sim::textOf(sim::scriptOf(7));
        QCOMPARE(sim::textOf(sim::scriptOf(7)), text);
        QVERIFY(sim::textOf(sim::scriptOf(8)) != text);
        QCOMPARE(sim::textOf(sim::scriptFrom(text)), text);
    }
};

int main(int argc, char **argv) {
    QCoreApplication app(argc, argv);
    QStringList rest;
    const QStringList arguments = QCoreApplication::arguments();
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString next = arguments.value(i + 1);
        const quint64 number = next.toULongLong();
        if (arguments[i] == QStringLiteral("--seeds") && number > 0) {
            seeds = number, ++i;
        } else if (arguments[i] == QStringLiteral("--from")) {
            firstSeed = number, ++i;
        } else if (arguments[i] == QStringLiteral("--seed")) {
            firstSeed = number, seeds = 1, ++i;
        } else if (arguments[i] == QStringLiteral("--script")) {
            QFile file(next);
            if (!file.open(QIODevice::ReadOnly))
                qFatal("%s cannot be read", qPrintable(next));
            given = sim::scriptFrom(QString::fromUtf8(file.readAll()));
            ++i;
        } else {
            rest << arguments[i];
        }
    }
    // Thousands of seeds take longer than Qt Test waits for one function.
    if (!qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT"))
        qputenv("QTEST_FUNCTION_TIMEOUT", QByteArray::number(std::numeric_limits<int>::max()));
    TestSimulator test;
    return QTest::qExec(&test, rest);
}

#include "tst_simulator.moc"
