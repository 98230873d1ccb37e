// A person who photographs a pile, for tests that kill the program meanwhile: the camera page's own pile,
// without a window. In: a profile, how many children. Each child's picture is a shade of its own, so that a
// page in the wrong hands shows. Out: "<page id> <child's number>" on a line of its own the moment the pile's
// intake says it is kept; 0 when everybody is in.
#include "intake.h"
#include "pile.h"
#include "store/layout.h"

#include <QBuffer>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QTimer>
#include <cstdio>

using namespace inkstep;

namespace {

// As large as a tablet's camera makes them, with the child's number as eight fields.
QByteArray pictureOf(int number) {
    QImage page(1600, 1200, QImage::Format_RGB32);
    page.fill(QColor(250, 247, 239));
    QPainter painter(&page);
    for (int bit = 0; bit < 8; ++bit)
        painter.fillRect(200 * bit, 0, 200, 1200, (number >> bit) & 1 ? Qt::black : Qt::white);
    painter.end();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    page.save(&buffer, "JPEG", 92);
    return buffer.data();
}

// "Ada 7" has the number 7.
int numberOf(const QString &name) {
    return name.section(QLatin1Char(' '), -1).toInt();
}

} // namespace

int main(int argc, char **argv) {
    const QGuiApplication application(argc, argv);
    if (argc != 2)
        return 2;
    QFile out;
    if (!out.open(1, QIODevice::WriteOnly | QIODevice::Unbuffered))
        return 1;
    SystemFiles files;
    const SystemClock clock;
    SystemRandom random;
    Workspace workspace(QString::fromLocal8Bit(argv[1]), {files, clock, random});
    Pile pile;
    QObject::connect(workspace.intake(), &Intake::failed, &application, [](int, const QString &sentence) {
        std::fprintf(stderr, "%s\n", qPrintable(sentence));
        QGuiApplication::exit(1);
    });
    // The next shot as soon as the shutter could be free again; now and then a finger does something else.
    QTimer shutter;
    shutter.setInterval(25);
    int shots = 0;
    QObject::connect(&shutter, &QTimer::timeout, &application, [&] {
        if (pile.finished() && pile.skipped() == 0) {
            if (!pile.saving() && workspace.intake()->waiting() == 0) {
                pile.finish();
                QGuiApplication::quit();
            }
            return;
        }
        if (pile.finished()) { // come back to who was skipped
            for (int row = 0; row < pile.count(); ++row) {
                const QModelIndex at = pile.index(row);
                if (pile.data(at, Qt::UserRole + 2).toInt() == Pile::Skipped) {
                    pile.goTo(pile.data(at, Qt::UserRole).toString());
                    return;
                }
            }
        }
        if (++shots % 7 == 0 && !pile.currentId().isEmpty()) {
            pile.skip();
            return;
        }
        pile.shoot(pictureOf(numberOf(pile.currentName())));
    });
    QObject::connect(
        workspace.intake(), &Intake::kept, &application,
        [&](int, const QString &sample, const QString &page) {
            workspace.notebook()->store().read(
                [sample](Database &db) {
                    Statement &row = db.use("SELECT t.name FROM sample s JOIN student t ON t.id = "
                                            "s.student WHERE s.id = ?")
                                         .with(idFromText(sample));
                    const QString name = row.step() ? row.text(0) : QString();
                    row.reset();
                    return name;
                },
                workspace.intake(),
                [&out, page](const Result<QString> &name) {
                    out.write(page.toLatin1() + ' ' + QByteArray::number(numberOf(*name)) + '\n');
                });
        });
    QObject::connect(&workspace, &Workspace::stateChanged, &application, [&] {
        if (workspace.state() != Workspace::Open)
            return QGuiApplication::exit(1);
        pile.setWorkspace(&workspace);
        pile.setActive(true);
        shutter.start();
    });
    workspace.open();
    return QGuiApplication::exec();
}
