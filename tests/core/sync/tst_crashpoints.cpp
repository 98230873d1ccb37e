// The power goes at every step that a tablet takes in the file system, one after the other, in everything
// that keeps, sends, fetches, gathers, changes keys or erases (pictures that leave the store:
// tst_collecting). What was announced as saved is whole on both tablets afterwards, what was erased on none,
// and the store has no fault.
#include "core/sync/sim/simdevice.h"
#include "store/erasing.h"
#include "store/layout.h"
#include "sync/engine/checking.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace inkstep;
using namespace inkstep::sim;

namespace {

QString scratch() {
    const QString memory = QStringLiteral("/dev/shm");
    return (QDir(memory).exists() ? memory : QDir::tempPath()) + QStringLiteral("/inkstep-crash-XXXXXX");
}

// Two tablets that share a class.
struct Scene {
    Scene() {
        maya.begin();
        ada = add(maya, QStringLiteral("Ada"));
        if (!tom.join(maya))
            qFatal("join");
        meet();
        photograph(maya, "the first page");
        meet();
    }

    static Id add(SimDevice &on, const QString &name) {
        Student student;
        student.id = on.store().makeId();
        student.name = name;
        if (!on.store().commit(Edit(QStringLiteral("Add student")).create(student)))
            qFatal("commit");
        return student.id;
    }
    void note(SimDevice &on, const QString &words) {
        Note made;
        made.id = on.store().makeId();
        made.about = on.notebook().id();
        made.words = words;
        if (!on.store().commit(Edit(QStringLiteral("Write note")).create(made)))
            qFatal("commit");
        announced << words;
    }
    // May be cut short by the power: then it was not announced.
    void photograph(SimDevice &on, const QByteArray &bytes) {
        Sample sample;
        sample.id = on.store().makeId();
        sample.student = ada;
        Page page;
        page.id = on.store().makeId();
        page.sample = sample.id;
        page.original = on.notebook().vault().put(bytes).value();
        page.preview = on.notebook().vault().put("preview of " + bytes).value();
        if (!on.store().commit(Edit(QStringLiteral("Photograph a page")).create(sample).create(page)))
            qFatal("commit");
        pages.emplace_back(page, bytes);
    }
    void meet() {
        for (int i = 0; i < 4; ++i) {
            maya.sync({});
            tom.sync({});
        }
    }

    QTemporaryDir folder{scratch()};
    World world{folder.path()};
    SimDevice maya{world, folder.filePath(QStringLiteral("maya")), 0, 1};
    SimDevice tom{world, folder.filePath(QStringLiteral("tom")), 1, 1};
    Id ada;
    QStringList announced;
    std::vector<std::pair<Page, QByteArray>> pages;
    bool erased = false; // Ada, by an order that was announced
};

QStringList notesOf(SimDevice &on) {
    return on.store()
        .read([](Database &db) {
            QStringList words;
            Statement &row = db.use("SELECT words FROM note WHERE deleted = 0 ORDER BY words");
            while (row.step())
                words << row.text(0);
            row.reset();
            return words;
        })
        .value();
}

bool knowsAda(SimDevice &on, const Id &ada) {
    return on.store()
        .read([&](Database &db) {
            Statement &row = db.use("SELECT 1 FROM student WHERE id = ? AND name = 'Ada'").with(ada);
            const bool any = row.step();
            row.reset();
            return any;
        })
        .value();
}

QString wrong(Scene &scene) {
    QStringList words = scene.announced;
    words.sort();
    for (SimDevice *one : {&scene.maya, &scene.tom}) {
        const QString who = QStringLiteral("tablet %1: ").arg(one->number());
        if (one->store().digest().value() != scene.maya.store().digest().value())
            return who + QStringLiteral("another digest");
        if (notesOf(*one) != words)
            return who + notesOf(*one).join(QLatin1Char(','));
        for (const auto &[page, bytes] : scene.pages) {
            const auto here = one->notebook().vault().get(page.original);
            if (scene.erased && here)
                return who + QStringLiteral("an erased picture is there");
            if (!scene.erased && (!here || *here != bytes))
                return who + QStringLiteral("a picture is not there");
        }
        if (knowsAda(*one, scene.ada) == scene.erased)
            return who + QStringLiteral("what was to be erased and what is there differ");
        const auto state = one->syncer().state().value();
        if (state.waiting != 0 || state.wanted != 0 || state.oldEpochs || state.lastProblem)
            return who + QStringLiteral("%1 waiting, %2 wanted, old epochs %3, %4")
                             .arg(state.waiting)
                             .arg(state.wanted)
                             .arg(state.oldEpochs)
                             .arg(one->lastProblem());
    }
    const auto check = scene.maya.syncer().check(scene.world.shared, false);
    if (!check)
        return check.error().detail;
    return check->wrong.empty() ? QString()
                                : QStringLiteral("the store: %1, fault %2")
                                      .arg(check->wrong.front().path)
                                      .arg(int(check->wrong.front().fault));
}

using Act = void (*)(Scene &);

} // namespace

class TestCrashPoints : public QObject {
    Q_OBJECT

private slots:
    void whileItIsSaved() {
        for (int cut = 0, steps = 1; cut <= steps; ++cut) {
            for (quint64 seed : {1, 2, 3}) {
                Scene scene;
                Faults faults{seed};
                faults.crashAfter = cut;
                scene.maya.powered(faults, [&] { scene.photograph(scene.maya, "a page in a storm"); });
                steps = std::max(steps, scene.maya.steps());
                scene.note(scene.maya, QStringLiteral("afterwards"));
                scene.meet();
                QVERIFY2(wrong(scene).isEmpty(), qPrintable(QStringLiteral("%1: ").arg(cut) + wrong(scene)));
            }
        }
    }

    void whileItIsSynced_data() {
        QTest::addColumn<Act>("act");
        QTest::addRow("publish and apply") << Act([](Scene &scene) {
            scene.note(scene.maya, QStringLiteral("of Maya"));
            scene.photograph(scene.maya, "a page of Maya's");
            scene.note(scene.tom, QStringLiteral("of Tom"));
            scene.photograph(scene.tom, "a page of Tom's");
        });
        QTest::addRow("snapshot and trim") << Act([](Scene &scene) {
            for (SimDevice *one : {&scene.maya, &scene.tom})
                scene.note(*one, QString(3000, QLatin1Char('a' + one->number())));
        });
        QTest::addRow("rotate") << Act([](Scene &scene) {
            scene.note(scene.tom, QStringLiteral("under the old keys"));
            QVERIFY(scene.maya.syncer().newKeys());
        });
        QTest::addRow("erase") << Act([](Scene &scene) {
            scene.note(scene.tom, QStringLiteral("beside it"));
            QVERIFY(eraseStudent(scene.maya.notebook(), scene.ada));
            scene.erased = true;
        });
    }
    void whileItIsSynced() {
        QFETCH(Act, act);
        int cuts = 0;
        for (int round = 0; round < 8;
             ++round) { // the power goes in the run of this number, of one or the other
            for (int cut = 0;; ++cut) {
                Scene scene;
                act(scene);
                int steps = 0;
                for (int i = 0; i <= round; ++i) {
                    SimDevice &one = i % 2 == 0 ? scene.maya : scene.tom;
                    Faults faults{quint64(cut)};
                    faults.crashAfter = i == round ? cut : -1;
                    one.sync(faults);
                    steps = one.steps();
                }
                scene.meet();
                scene.meet();
                QVERIFY2(wrong(scene).isEmpty(),
                         qPrintable(QStringLiteral("run %1, step %2: ").arg(round).arg(cut) + wrong(scene)));
                if (steps <= cut)
                    break;
                ++cuts;
            }
        }
        QVERIFY2(cuts > 100, qPrintable(QString::number(cuts)));
    }

    void whileItIsErased() {
        for (int cut = 0, steps = 1; cut <= steps; ++cut) {
            Scene scene;
            Faults faults{quint64(cut)};
            faults.crashAfter = cut;
            scene.maya.powered(faults,
                               [&] { static_cast<void>(eraseStudent(scene.maya.notebook(), scene.ada)); });
            steps = std::max(steps, scene.maya.steps());
            scene.erased = !erasures(scene.maya.store()).value().empty();
            scene.meet();
            scene.meet();
            QVERIFY2(wrong(scene).isEmpty(), qPrintable(QStringLiteral("%1: ").arg(cut) + wrong(scene)));
        }
    }
};

QTEST_GUILESS_MAIN(TestCrashPoints)
#include "tst_crashpoints.moc"
