#include "core/sync/sim/simdevice.h"

#include "store/erasing.h"
#include "store/layout.h"

#include <QDir>
#include <QDirIterator>

namespace inkstep::sim {

SimDevice::SimDevice(World &world, QString folder, int number, quint64 seed)
    : m_world(world), m_folder(std::move(folder)), m_number(number), m_random(seed * 64 + quint64(number)),
      m_files(world.disk, world.shared), m_parts{m_files, m_clock, m_random} {
    open();
}

void SimDevice::close() {
    m_syncer.reset();
    m_notebook = nullptr;
    m_profile.reset();
}

void SimDevice::open() {
    auto opened = Profile::open(m_folder, m_parts);
    if (!opened)
        qFatal("profile: %s", qPrintable(opened.error().detail));
    m_profile = std::move(*opened);
    if (m_profile->entries().empty())
        return;
    Notebook *notebook = m_profile->notebook(m_profile->entries().front().id).value();
    if (m_files.exists(notebook->folder() + QStringLiteral("/keys")))
        use(notebook);
}

void SimDevice::use(Notebook *notebook) {
    m_notebook = notebook;
    m_syncer = std::make_unique<Syncer>(*notebook, m_parts);
    m_syncer->setSnapshotFloor(1500); // so that worlds of minutes grow old
}

void SimDevice::powered(const Faults &faults, const std::function<void()> &work) {
    m_files.begin(faults);
    try {
        work();
        m_files.end();
    } catch (const Crash &) {
        close();
        m_files.recover();
        open();
    }
}

void SimDevice::begin() {
    Notebook *made = m_profile->create(QStringLiteral("Room 12"), NotebookKind::Class).value();
    m_notebook = made;
    Syncer first(*made, m_parts);
    if (!first.connect(m_world.shared))
        qFatal("connect");
    use(made);
    note();
}

bool SimDevice::join(SimDevice &inviter) {
    const auto code = inviter.syncer().makeInvite();
    if (!code)
        return false;
    const auto made = Syncer::join(*m_profile, m_parts, *code, QStringLiteral("Tablet %1").arg(m_number));
    if (made)
        use(*made);
    else
        m_lastProblem = made.error().detail;
    return made.has_value();
}

void SimDevice::reopen() {
    close();
    open();
}

void SimDevice::jump(quint64 seed) {
    Chance chance(seed);
    constexpr qint64 day = 86'400'000;
    const qint64 days = oneIn(chance, 3) ? 0 : qint64(chance() % 7300) - 3650;
    m_clock.set(fromMs(1'790'000'000'000 + days * day));
}

void SimDevice::sync(const Faults &faults) {
    if (!joined())
        return;
    m_clock.advance(std::chrono::seconds(1));
    powered(faults, [&] {
        const auto report = m_syncer->sync();
        m_lastProblem.clear();
        if (!report)
            m_lastProblem = report.error().detail + QLatin1Char(' ') + report.error().subject;
        else if (!report->problems.empty())
            m_lastProblem = report->problems.front().detail;
        m_lacksKey = report && std::any_of(report->problems.begin(), report->problems.end(),
                                           [](const Error &one) { return one.code == ErrorCode::NoKeyYet; });
    });
    if (joined())
        note();
}

void SimDevice::erase(quint64 seed) {
    if (!joined())
        return;
    Chance chance(seed);
    Faults faults;
    faults.seed = seed;
    if (oneIn(chance, 2))
        faults.crashAfter = int(chance() % 12);
    if (const auto student = pick(chance, "student"))
        powered(faults, [&] { static_cast<void>(eraseStudent(*m_notebook, *student)); });
    note();
}

void SimDevice::takeOut(SimDevice &other) {
    if (joined() && other.joined() && &other != this)
        static_cast<void>(m_syncer->removeDevice(other.store().device()));
}

bool SimDevice::out() {
    return joined() && m_syncer->state()->removedHere;
}

void SimDevice::newKeys() {
    if (joined())
        static_cast<void>(m_syncer->newKeys());
}

void SimDevice::copyProfile(const QString &from, const QString &to) {
    std::vector<std::pair<QString, QByteArray>> files;
    for (auto at = m_world.disk.files.lower_bound(from + QLatin1Char('/'));
         at != m_world.disk.files.end() && at->first.startsWith(from + QLatin1Char('/')); ++at)
        files.emplace_back(to + at->first.sliced(from.size()), at->second);
    std::set<QString> folders;
    for (const QString &folder : m_world.disk.folders) {
        if (folder == from || folder.startsWith(from + QLatin1Char('/')))
            folders.insert(to + folder.sliced(from.size()));
    }
    QDir(to).removeRecursively();
    std::erase_if(m_world.disk.files,
                  [&](const auto &file) { return file.first.startsWith(to + QLatin1Char('/')); });
    for (const auto &[path, bytes] : files)
        m_world.disk.files[path] = bytes;
    m_world.disk.folders.insert(folders.begin(), folders.end());
    QDirIterator walk(from, QDir::Files, QDirIterator::Subdirectories);
    QDir().mkpath(to);
    while (walk.hasNext()) {
        const QString path = walk.next();
        const QString copy = to + path.sliced(from.size());
        QDir().mkpath(QFileInfo(copy).path());
        QFile::copy(path, copy);
    }
}

std::unique_ptr<SimDevice> SimDevice::copied(const QString &folder, int number, quint64 seed) {
    if (!joined())
        return nullptr;
    m_world.namesChange = true;
    close();
    copyProfile(m_folder, folder);
    open();
    auto made = std::make_unique<SimDevice>(m_world, folder, number, seed);
    made->m_clock.set(m_clock.now());
    made->note();
    return made;
}

void SimDevice::keepCopy() {
    if (!joined())
        return;
    close();
    copyProfile(m_folder, m_folder + QStringLiteral("-kept"));
    open();
    m_keptAt = m_world.journal.size();
    m_kept = true;
}

void SimDevice::putBack() {
    if (!m_kept)
        return;
    m_world.namesChange = true;
    close();
    copyProfile(m_folder + QStringLiteral("-kept"), m_folder);
    open();
    m_noted = 0; // its numbers begin again where the copy ends
    const auto edits = store().ownEdits(0, 1'000'000);
    if (!edits->empty())
        m_noted = edits->back().last();
    for (std::size_t i = m_keptAt; i < m_world.journal.size(); ++i)
        m_world.journal[i].owed = m_world.journal[i].owed && m_world.journal[i].tablet != m_number;
}

void SimDevice::note() {
    if (store().device() != m_notedAs) // what it had not sent is under its new name now
        m_noted = 0;
    m_notedAs = store().device();
    const auto edits = store().ownEdits(m_noted, 1'000'000);
    for (const EditRecord &edit : *edits) {
        m_world.journal.push_back({edit, m_number, true});
        m_noted = edit.last();
    }
}

void SimDevice::commit(const Edit &edit) {
    const auto done = store().commit(edit);
    if (!done)
        qFatal("commit: %s", qPrintable(done.error().detail));
    note();
}

std::optional<Id> SimDevice::pick(Chance &chance, const char *kind) {
    const std::string sql = "SELECT id FROM \"" + std::string(kind) + "\" ORDER BY id";
    const auto ids = store().read([&](Database &db) {
        std::vector<Id> found;
        Statement &row = db.use(sql);
        while (row.step())
            found.push_back(row.id(0));
        row.reset();
        return found;
    });
    if (ids->empty())
        return std::nullopt;
    return ids->at(chance() % ids->size());
}

void SimDevice::photograph(Chance &chance) {
    const auto student = pick(chance, "student");
    if (!student)
        return;
    Sample sample;
    sample.id = store().makeId();
    sample.student = *student;
    Page page;
    page.id = store().makeId();
    page.sample = sample.id;
    const QByteArray plain = "picture " + m_random.bytes(static_cast<qsizetype>(chance() % 300));
    const auto original = m_notebook->vault().put(plain);
    const auto preview = m_notebook->vault().put("preview of " + plain);
    if (!original || !preview)
        return; // nothing was announced
    page.original = *original;
    page.preview = *preview;
    m_world.pictures[original->name] = {*original, plain};
    m_world.pictures[preview->name] = {*preview, "preview of " + plain};
    commit(Edit(QStringLiteral("Photograph a page")).create(sample).create(page));
}

void SimDevice::write(quint64 seed) {
    if (!joined())
        return;
    Chance chance(seed);
    m_clock.advance(std::chrono::milliseconds(chance() % 100'000));
    const QString text = QStringLiteral("words %1").arg(chance() % 1'000'000);
    const auto student = pick(chance, "student");
    const auto note = pick(chance, "note");
    const auto sample = pick(chance, "sample");
    const auto page = pick(chance, "page");
    const auto about = oneIn(chance, 2) && page ? page : oneIn(chance, 2) && sample ? sample : student;
    switch (chance() % 15) {
    case 0: {
        Student made;
        made.id = store().makeId();
        made.name = text;
        commit(Edit(QStringLiteral("Add student")).create(made));
        break;
    }
    case 1:
    case 2:
        if (about) {
            Note made;
            made.id = store().makeId();
            made.about = *about;
            made.words = text;
            commit(Edit(QStringLiteral("Write note")).create(made));
        }
        break;
    case 3:
    case 4:
        if (note)
            commit(Edit(QStringLiteral("Change note")).set(*note, &Note::words, text));
        break;
    case 5:
        if (note)
            commit(Edit(QStringLiteral("Move note"))
                       .set(*note, &Note::x, double(chance() % 100) / 100)
                       .set(*note, &Note::y, double(chance() % 100) / 100));
        break;
    case 6:
        if (note && about)
            commit(Edit(QStringLiteral("Put note elsewhere")).set(*note, &Note::about, *about));
        break;
    case 7:
        if (sample && student)
            commit(Edit(QStringLiteral("Give to another")).set(*sample, &Sample::student, *student));
        break;
    case 8: {
        Edit edit(QStringLiteral("Delete"));
        const bool back = oneIn(chance, 3);
        const auto which = chance() % 4;
        if (which == 0 && note)
            back ? edit.restore<Note>(*note) : edit.remove<Note>(*note);
        else if (which == 1 && sample)
            back ? edit.restore<Sample>(*sample) : edit.remove<Sample>(*sample);
        else if (which == 2 && page)
            back ? edit.restore<Page>(*page) : edit.remove<Page>(*page);
        else if (which == 3 && student)
            back ? edit.restore<Student>(*student) : edit.remove<Student>(*student);
        if (!edit.isEmpty())
            commit(edit);
        break;
    }
    case 9:
        if (student)
            commit(Edit(QStringLiteral("Rename")).set(*student, &Student::name, text));
        break;
    case 10: { // one of one's last edits is taken back
        const quint64 back = chance() % 4;
        std::optional<Version> edit;
        for (auto at = m_world.journal.rbegin(); at != m_world.journal.rend() && !edit; ++at) {
            if (at->owed && at->edit.device == store().device() &&
                back <= quint64(at - m_world.journal.rbegin()))
                edit = Version{at->edit.device, at->edit.first()};
        }
        if (edit && edit->sequence > 1) {
            if (!store().undo(*edit, QStringLiteral("Undo")))
                qFatal("undo");
            this->note();
        }
        break;
    }
    case 11: // as a newer Inkstep would: of a kind and of a field that this one does not know
        if (student)
            commit(Edit(QStringLiteral("Something new"))
                       .add({QStringLiteral("of tomorrow"),
                             store().makeId(),
                             QStringLiteral("+"),
                             Value{text},
                             {}})
                       .add({QStringLiteral("student"),
                             *student,
                             QStringLiteral("of tomorrow"),
                             Value{text},
                             {}}));
        break;
    default: {
        Faults faults;
        faults.seed = chance();
        if (oneIn(chance, 4))
            faults.crashAfter = int(chance() % 8);
        else if (oneIn(chance, 4))
            faults.failEvery = 4;
        powered(faults, [&] { photograph(chance); });
    }
    }
}

} // namespace inkstep::sim
