// The store against the bare SQLite statements that write the same rows.
#include "bench/bench.h"

#include "imaging/imaging.h"
#include "ingest/ingest.h"
#include "store/layout.h"
#include "store/search.h"
#include "support/fakes.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <fcntl.h>
#include <thread>
#include <unistd.h>

namespace inkstep::bench {

namespace {

using test::ScratchStore;

const QStringList vocabulary = {
    QStringLiteral("the"),    QStringLiteral("lead"),   QStringLiteral("hooks"),   QStringLiteral("your"),
    QStringLiteral("reader"), QStringLiteral("spaces"), QStringLiteral("ending"),  QStringLiteral("because"),
    QStringLiteral("detail"), QStringLiteral("dragon"), QStringLiteral("capital"), QStringLiteral("period"),
    QStringLiteral("try"),    QStringLiteral("again"),  QStringLiteral("wonder"),  QStringLiteral("story")};

QString sentence(std::mt19937 &engine, int words) {
    QStringList parts;
    for (int i = 0; i < words; ++i)
        parts << vocabulary[static_cast<qsizetype>(engine() % static_cast<unsigned>(vocabulary.size()))] +
                     (engine() % 8 == 0 ? QString::number(engine() % 500) : QString());
    return parts.join(QLatin1Char(' '));
}

void synchronousOff(Store &store) {
    (void)store.read([](Database &db) {
        db.exec("PRAGMA synchronous=OFF");
        return 0;
    });
}

// A database with the same tables and rows, for the bare statements.
std::unique_ptr<Database> copyOf(const ScratchStore &scratch, const QTemporaryDir &folder) {
    const QString path = folder.filePath(QStringLiteral("bare.db"));
    (void)scratch.store->read([](Database &db) {
        db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
        return 0;
    });
    QFile::copy(scratch.folder.filePath(QStringLiteral("notebook.db")), path);
    auto db = Database::open(path);
    (*db)->exec("PRAGMA synchronous=OFF");
    return std::move(*db);
}

std::vector<Note> addNotes(Store &store, int count) {
    std::mt19937 engine(7);
    Student student;
    student.id = store.makeId();
    student.name = QStringLiteral("Maya");
    (void)store.commit(Edit(QStringLiteral("Add")).create(student));
    std::vector<Note> notes;
    for (int done = 0; done < count;) {
        Edit edit(QStringLiteral("Notes"));
        for (int i = 0; i < 500 && done < count; ++i, ++done) {
            Note note;
            note.id = store.makeId();
            note.about = student.id;
            note.words = sentence(engine, 9);
            edit.create(note);
            notes.push_back(note);
        }
        (void)store.commit(edit);
    }
    return notes;
}

std::vector<Figure> editFigures() {
    constexpr int edits = 2000;
    ScratchStore scratch;
    synchronousOff(*scratch.store);
    const std::vector<Note> notes = addNotes(*scratch.store, 2000);
    const QTemporaryDir folder;
    const auto bare = copyOf(scratch, folder);
    qint64 sequence = 1'000'000;
    const auto measured = [&] {
        static double x = 0.1;
        return timed([&] {
                   scratch.store->read(
                       [&](Database &) { // on the store's thread, as the baseline is on its own
                           for (int i = 0; i < edits; ++i) {
                               x += 1e-7;
                               const Id &id = notes[static_cast<std::size_t>(i)].id;
                               (void)scratch.store->commit(Edit(QStringLiteral("Move note"))
                                                               .set(id, &Note::cardX, x)
                                                               .set(id, &Note::cardY, x));
                           }
                           return 0;
                       });
               }) /
               edits;
    };
    const auto baseline = [&] {
        static double x = 0.1;
        return timed([&] {
                   for (int i = 0; i < edits; ++i) {
                       x += 1e-7;
                       const QByteArray id = toBytes(notes[static_cast<std::size_t>(i)].id);
                       const qint64 first = sequence + 1;
                       bare->use("BEGIN IMMEDIATE").run();
                       bare->use(
                               "INSERT INTO edit (device, first, time, label, undoes) VALUES (?, ?, ?, ?, ?)")
                           .with(qint64(1), first, sequence, QStringLiteral("Move note"), QByteArray())
                           .run();
                       for (const QString &field : {QStringLiteral("cardX"), QStringLiteral("cardY")}) {
                           Statement &old = bare->use("SELECT device, seq FROM op WHERE entity = ? AND field "
                                                      "= ? AND live = 1")
                                                .with(id, field);
                           const bool there = old.step();
                           const qint64 replaced = there ? old.number(1) : 0;
                           old.reset();
                           bare->use("INSERT INTO op (device, seq, time, edit, kind, entity, field, value, "
                                     "replaced, "
                                     "live) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                               .with(qint64(1), ++sequence, sequence, first, QStringLiteral("note"), id,
                                     field, x, QByteArray(16, 'r'), true)
                               .run();
                           if (there)
                               bare->use("UPDATE op SET live = 0 WHERE device = ? AND seq = ?")
                                   .with(qint64(1), replaced)
                                   .run();
                       }
                       bare->use("UPDATE device SET seen = ? WHERE no = ?").with(sequence, qint64(1)).run();
                       bare->use("UPDATE note SET cardX = ?, cardY = ?, changed = ? WHERE id = ?")
                           .with(x, x, sequence, id)
                           .run();
                       bare->use("COMMIT").run();
                   }
               }) /
               edits;
    };
    const Pair pair = inTurn(measured, baseline);
    return {
        {QStringLiteral("one Edit / bare statements"),
         QStringLiteral("move a note: 2 fields, one transaction, synchronous=OFF; mean of %1, median of 5")
             .arg(edits),
         pair.measured, pair.baseline, 3.0}};
}

// Edits of another device: a class's worth of notes, made, moved and reworded.
std::vector<EditRecord> foreignEdits(std::size_t operations) {
    ScratchStore other(99);
    synchronousOff(*other.store);
    std::mt19937 engine(3);
    Student student;
    student.id = other->makeId();
    student.name = QStringLiteral("Leo");
    (void)other->commit(Edit(QStringLiteral("Add")).create(student));
    std::size_t made = 2;
    while (made < operations) {
        Note note;
        note.id = other->makeId();
        note.about = student.id;
        note.words = sentence(engine, 9);
        (void)other->commit(Edit(QStringLiteral("Note")).create(note));
        (void)other->commit(Edit(QStringLiteral("Move note"))
                                .set(note.id, &Note::cardX, 0.25)
                                .set(note.id, &Note::cardY, 0.75));
        (void)other->commit(
            Edit(QStringLiteral("Reword")).set(note.id, &Note::words, note.words + QStringLiteral(" now")));
        made += 6;
    }
    return *other->ownEdits(0, operations);
}

std::vector<Figure> applyFigures() {
    constexpr std::size_t operations = 100'000;
    const std::vector<EditRecord> edits = foreignEdits(operations);
    const auto measured = [&] {
        ScratchStore store(5);
        synchronousOff(*store.store);
        return timed([&] { (void)store->apply(edits); });
    };
    const auto baseline = [&] {
        // The same rows: operations, edits, the rows that show, the full text; in transactions of 1,000
        // edits.
        ScratchStore store(6);
        const QTemporaryDir folder;
        const auto db = copyOf(store, folder);
        return timed([&] {
            QHash<Id, qint64> rows;
            std::size_t inTransaction = 0;
            db->use("BEGIN IMMEDIATE").run();
            for (const EditRecord &edit : edits) {
                db->use("INSERT INTO edit (device, first, time, label, undoes) VALUES (?, ?, ?, ?, ?)")
                    .with(qint64(2), edit.first(), edit.time, edit.label, QByteArray())
                    .run();
                Note note;
                QString words;
                for (const Operation &op : edit.operations) {
                    db->use("INSERT INTO op (device, seq, time, edit, kind, entity, field, value, replaced, "
                            "live) "
                            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                        .with(qint64(2), op.sequence, edit.time, edit.first(), op.kind, op.entity, op.field,
                              op.value, op.replaced.empty() ? QByteArray() : QByteArray(16, 'r'), true)
                        .run();
                    for (const Version &version : op.replaced)
                        db->use("UPDATE op SET live = 0 WHERE device = ? AND seq = ?")
                            .with(qint64(2), version.sequence)
                            .run();
                    if (op.field == QLatin1StringView("words"))
                        words = std::get<QString>(op.value);
                }
                const Operation &op = edit.operations.front();
                if (op.kind == QLatin1StringView("note")) {
                    qint64 &row = rows[op.entity];
                    if (row == 0) {
                        db->use("INSERT INTO note (id, made, changed, about, words) VALUES (?, ?, ?, ?, ?)")
                            .with(op.entity, edit.time, edit.time, op.entity, words)
                            .run();
                        row = sqlite3_last_insert_rowid(db->handle());
                        db->use("INSERT INTO search (rowid, words) VALUES (?, ?)")
                            .with(row * searchStride + 5, words)
                            .run();
                    } else if (!words.isEmpty()) {
                        db->use("UPDATE note SET changed = ?, words = ? WHERE row = ?")
                            .with(edit.time, words, row)
                            .run();
                        db->use("DELETE FROM search WHERE rowid = ?").with(row * searchStride + 5).run();
                        db->use("INSERT INTO search (rowid, words) VALUES (?, ?)")
                            .with(row * searchStride + 5, words)
                            .run();
                    } else {
                        db->use("UPDATE note SET changed = ?, cardX = ?, cardY = ? WHERE row = ?")
                            .with(edit.time, 0.25, 0.75, row)
                            .run();
                    }
                }
                if (++inTransaction % 1000 == 0) {
                    db->use("COMMIT").run();
                    db->use("BEGIN IMMEDIATE").run();
                }
            }
            db->use("COMMIT").run();
        });
    };
    const Pair pair = inTurn(measured, baseline);
    return {{QStringLiteral("100,000 operations applied / same inserts"),
             QStringLiteral("notes made, moved, reworded by another device; synchronous=OFF; median of 5"),
             pair.measured, pair.baseline, 3.0}};
}

std::vector<Figure> searchFigures() {
    ScratchStore scratch;
    synchronousOff(*scratch.store);
    (void)addNotes(*scratch.store, 100'000);
    const QStringList typed = {
        QStringLiteral("d"),         QStringLiteral("dr"),         QStringLiteral("dra"),
        QStringLiteral("drag"),      QStringLiteral("dragon"),     QStringLiteral("dragon t"),
        QStringLiteral("dragon th"), QStringLiteral("dragon the"), QStringLiteral("capital12"),
        QStringLiteral("s"),         QStringLiteral("spaces e"),   QStringLiteral("zzz")};
    std::vector<double> each;
    const auto measured = [&] {
        return *scratch.store->read([&](Database &db) {
            double total = 0;
            for (const QString &text : typed) {
                const double took = timed([&] { (void)search(db, text, 50); });
                each.push_back(took);
                total += took;
            }
            return total;
        });
    };
    const auto baseline = [&] {
        return *scratch.store->read([&](Database &db) {
            return timed([&] {
                for (const QString &text : typed) {
                    Statement &row =
                        db.use("SELECT rowid FROM search WHERE words MATCH ? ORDER BY rowid DESC LIMIT 50")
                            .with(searchQuery(text));
                    while (row.step()) {
                    }
                    row.reset();
                }
            });
        });
    };
    const Pair pair = inTurn(measured, baseline, 15);
    return {{QStringLiteral("search as you type / FTS query alone"),
             QStringLiteral("%1 prefixes typed, 100,000 notes, newest 50; median of 15").arg(typed.size()),
             pair.measured, pair.baseline, 2.0},
            {QStringLiteral("search as you type, p95"), QStringLiteral("one keystroke; one frame is 16.7 ms"),
             percentile(each, 0.95), 0, 16.7}};
}

QByteArray cameraPicture() {
    std::mt19937 engine(11);
    QImage image(3264, 2448, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const int grain = static_cast<int>(engine() % 24);
            line[x] = qRgb(200 + grain, 195 + grain, 180 + grain);
        }
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", 85);
    return bytes;
}

struct Shutter {
    explicit Shutter(std::uint64_t seed) : random(seed) {
        profile = std::move(*Profile::open(folder.path(), {files, clock, random}));
        notebook = *profile->create(QStringLiteral("Room 12"), NotebookKind::Class);
        Student one;
        one.id = notebook->store().makeId();
        one.name = QStringLiteral("Maya");
        student = one.id;
        (void)notebook->store().commit(Edit(QStringLiteral("Add")).create(one));
    }
    double shoot(const QByteArray &picture) {
        return timed([&] { (void)Ingest(*notebook).keep(picture, {student, {}}); });
    }
    // The same durable steps for the same picture as it is, not looked at and not sealed: temporary file,
    // write, fsync, rename, folder fsync, and the commit of the same edit.
    double shootUnsealed(const QByteArray &picture) {
        return timed([&] {
            Store &store = notebook->store();
            Sample sample;
            sample.id = store.makeId();
            sample.student = student;
            sample.date = clock.now();
            Page page;
            page.id = store.makeId();
            page.sample = sample.id;
            page.original = {random.bytes(32), random.bytes(32), picture.size()};
            page.width = 3264;
            page.height = 2448;
            page.taken = sample.date;
            (void)files.save(folder.filePath(idText(page.id)), picture);
            (void)store.commit(Edit(QStringLiteral("Add page")).create(sample).create(page),
                               Executor::Shutter);
        });
    }
    QTemporaryDir folder{QDir::currentPath() + QStringLiteral("/bench-XXXXXX")}; // the disk, not a tmpfs
    SystemFiles files;
    SystemClock clock;
    test::SeededRandom random;
    std::unique_ptr<Profile> profile;
    Notebook *notebook = nullptr;
    Id student;
};

std::vector<Figure> shutterFigures() {
    const QByteArray picture = cameraPicture();
    constexpr int shots = 20;
    Shutter sealed(1);
    Shutter unsealed(2);
    std::vector<double> all;
    const auto measured = [&] {
        std::vector<double> took;
        for (int i = 0; i < shots; ++i)
            took.push_back(sealed.shoot(picture));
        all.insert(all.end(), took.begin(), took.end());
        return median(took);
    };
    const auto baseline = [&] {
        std::vector<double> took;
        for (int i = 0; i < shots; ++i)
            took.push_back(unsealed.shootUnsealed(picture));
        return median(took);
    };
    const Pair pair = inTurn(measured, baseline);
    return {{QStringLiteral("shutter to durably saved / unsealed"),
             QStringLiteral("%1 MB from memory: look, clean, seal, sync, commit; median of 5 × %2")
                 .arg(static_cast<double>(picture.size()) / 1e6, 0, 'f', 1)
                 .arg(shots),
             pair.measured, pair.baseline, 1.3},
            {QStringLiteral("shutter to durably saved, p95"), QStringLiteral("absolute"),
             percentile(all, 0.95), 0, 150}};
}

std::vector<Figure> underLoadFigures() {
    const QByteArray picture = cameraPicture();
    const std::vector<EditRecord> edits = foreignEdits(100'000);
    std::vector<double> idle;
    std::vector<double> busy;
    const auto shoot = [&](Shutter &shutter, std::vector<double> &into) {
        std::this_thread::sleep_for(std::chrono::milliseconds(100)); // ten a second: quicker than any thumb
        into.push_back(shutter.shoot(picture));
    };
    for (int round = 0; round < 5; ++round) {
        Shutter shutter(static_cast<std::uint64_t>(20 + round));
        for (int i = 0; i < 20; ++i)
            shoot(shutter, idle);
        std::atomic<bool> done = false;
        std::thread bulk([&] {
            (void)shutter.notebook->store().apply(edits);
            done = true;
        });
        while (!done)
            shoot(shutter, busy);
        bulk.join();
    }
    return {{QStringLiteral("shutter while 100,000 operations apply, p95"),
             QStringLiteral("%1 shots under load / %2 idle, ten a second, p95 each, synchronous=FULL")
                 .arg(busy.size())
                 .arg(idle.size()),
             percentile(busy, 0.95), percentile(idle, 0.95), 2.0}};
}

const Registered edit("edit", editFigures);
const Registered apply("apply", applyFigures);
const Registered searching("search", searchFigures);
const Registered shutter("shutter", shutterFigures);
const Registered underLoad("load", underLoadFigures);

} // namespace

} // namespace inkstep::bench
