#include "support/largeclass.h"

#include "store/layout.h"
#include "store/profile.h"
#include "support/fakes.h"
#include "support/hastyfiles.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

namespace inkstep {

namespace {

QByteArray thumbnail(int number) {
    QImage image(320, 240, QImage::Format_RGB32);
    image.fill(QColor::fromHsv(number * 5 % 360, 20, 245));
    QPainter painter(&image);
    painter.setPen(QPen(QColor(40, 50, 70), 2));
    for (int y = 30; y < 230; y += 16) {
        for (int x = 20; x < 300; x += 7 + (x * y + number) % 9)
            painter.drawLine(x, y, x + 4, y - 6 + (x + number) % 8);
    }
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", 80);
    return bytes;
}

} // namespace

void makeLargeClass(const QString &profileFolder, int samples, int studentCount, qsizetype pictureBytes) {
    test::HastyFiles files;
    test::FakeClock clock;
    test::SeededRandom random(42);
    const auto profile = std::move(*Profile::open(profileFolder, {files, clock, random}));
    Notebook *notebook = *profile->create(QStringLiteral("Room 12"), NotebookKind::Class);
    Store &store = notebook->store();
    (void)store.read([](Database &db) {
        db.exec("PRAGMA synchronous=OFF");
        return 0;
    });
    std::vector<Id> students;
    if (studentCount > 0) {
        Edit edit(QStringLiteral("Add students"));
        for (int i = 0; i < studentCount; ++i) {
            Student student;
            student.id = store.makeId();
            student.name = QStringLiteral("Student %1").arg(i + 1);
            student.position = i;
            edit.create(student);
            students.push_back(student.id);
        }
        (void)store.commit(edit);
    }
    std::vector<QByteArray> pictures;
    for (int i = 0; i < 64; ++i)
        pictures.push_back(thumbnail(i));
    for (int done = 0; done < samples;) {
        Edit edit(QStringLiteral("Add samples"));
        for (int i = 0; i < 500 && done < samples; ++i, ++done) {
            Sample sample;
            sample.id = store.makeId();
            sample.student = students[static_cast<std::size_t>(done) % students.size()];
            sample.title = QStringLiteral("Piece %1").arg(done + 1);
            sample.date = clock.now() - std::chrono::hours(done / 4);
            Page page;
            page.id = store.makeId();
            page.sample = sample.id;
            page.original = {random.bytes(32), random.bytes(32), 1'000'000};
            page.preview = {random.bytes(32), random.bytes(32), 200'000};
            if (pictureBytes > 0) {
                page.original = *notebook->vault().put(random.bytes(pictureBytes));
                page.preview = *notebook->vault().put(random.bytes(200'000));
            }
            page.width = 3264;
            page.height = 2448;
            edit.create(sample).create(page);
            (void)notebook->vault().keepDerived(page.original, "thumbnail",
                                                pictures[static_cast<std::size_t>(done) % pictures.size()]);
        }
        (void)store.commit(edit);
    }
}

} // namespace inkstep
