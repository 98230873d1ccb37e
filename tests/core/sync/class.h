// Tablets of a class that share a folder: each with a profile of its own, one clock, chance from a seed.
#pragma once

#include "core/sync/faultyfiles.h"
#include "store/layout.h"
#include "support/fakes.h"
#include "sync/engine/syncer.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

namespace inkstep::test {

struct Tablet {
    Tablet(FakeClock &clock, std::uint64_t seed) : random(seed), parts{files, clock, random} { open(); }

    void open() {
        syncer.reset();
        notebook = nullptr;
        profile.reset();
        profile = Profile::open(folder.path(), parts).value();
        if (!profile->entries().empty())
            use(profile->notebook(profile->entries().front().id).value());
    }
    void use(Notebook *of) {
        notebook = of;
        syncer = std::make_unique<Syncer>(*of, parts);
    }
    void begin(const QString &name) { use(profile->create(name, NotebookKind::Class).value()); }
    Result<Notebook *> join(const QString &code, const QString &name) {
        auto joined = Syncer::join(*profile, parts, code, name);
        if (joined)
            use(*joined);
        return joined;
    }
    Store &store() { return notebook->store(); }
    QByteArray digest() { return store().digest().value(); }

    Id student(const QString &name) {
        Student student{store().makeId(), name, {}, {}, {}, {}, {}, false, 0};
        commit(Edit(QStringLiteral("Add student")).create(student));
        return student.id;
    }
    Id note(const Id &about, const QString &words) {
        Note note;
        note.id = store().makeId();
        note.about = about;
        note.words = words;
        commit(Edit(QStringLiteral("Write note")).create(note));
        return note.id;
    }
    void rewrite(const Id &note, const QString &words) {
        commit(Edit(QStringLiteral("Change note")).set(note, &Note::words, words));
    }
    Id page(const Id &student, const QByteArray &picture) {
        Sample sample;
        sample.id = store().makeId();
        sample.student = student;
        Page page;
        page.id = store().makeId();
        page.sample = sample.id;
        page.original = notebook->vault().put(picture).value();
        page.preview = notebook->vault().put("preview of " + picture).value();
        commit(Edit(QStringLiteral("Photograph a page")).create(sample).create(page));
        return page.id;
    }
    Page pageOf(const Id &id) {
        return store().read([&](Database &db) { return find<Page>(db, id); }).value().value_or(Page{});
    }
    void commit(const Edit &edit) {
        const auto done = store().commit(edit);
        if (!done)
            qFatal("commit: %s", qPrintable(done.error().detail));
    }
    SyncReport sync() {
        const auto report = syncer->sync();
        if (!report)
            qFatal("sync: %d %s", int(report.error().code), qPrintable(report.error().detail));
        return *report;
    }

    QTemporaryDir folder;
    FaultyFiles files;
    SeededRandom random;
    Store::Parts parts;
    std::unique_ptr<Profile> profile;
    Notebook *notebook = nullptr;
    std::unique_ptr<Syncer> syncer;
};

struct Class {
    FakeClock clock;
    QTemporaryDir shared;
    Tablet maya{clock, 1};
    Tablet tom{clock, 2};

    QString place() const { return shared.path(); }
    // Maya's class, connected, with Tom joined; both have synced.
    void share() {
        maya.begin(QStringLiteral("Room 12"));
        QVERIFY(maya.syncer->connect(place()));
        QVERIFY(maya.syncer->setDeviceName(QStringLiteral("Maya's tablet")));
        maya.sync();
        QVERIFY(tom.join(maya.syncer->makeInvite().value(), QStringLiteral("Tom's tablet")));
        meet();
    }
    void meet() {
        for (int i = 0; i < 2; ++i) {
            maya.sync();
            tom.sync();
        }
    }
    // Files of the store whose path contains `part`, in order.
    QStringList files(const QString &part) const {
        QStringList found;
        QDirIterator walk(shared.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            const QString path = walk.next();
            if (path.contains(part))
                found << path;
        }
        found.sort();
        return found;
    }
    QString folderOf(const Tablet &tablet) const { return idText(tablet.notebook->store().device()); }
};

inline QByteArray contentOf(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void overwrite(const QString &path, const QByteArray &bytes) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace inkstep::test
