#include "scratch.h"

#include "ingest/ingest.h"
#include "ingest/voices.h"
#include "store/layout.h"
#include "support/documents.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

namespace inkstep::test {

namespace {

// Ruled paper with strokes that stand for words; every one different enough to tell apart.
QByteArray painted(int number, int width, int height) {
    QImage paper(width, height, QImage::Format_RGB32);
    paper.fill(QColor::fromHsv((number * 47) % 360, 12, 250));
    QPainter painter(&paper);
    painter.setRenderHint(QPainter::Antialiasing);
    std::mt19937 chance(static_cast<unsigned>(number));
    const int line = height / 18;
    for (int y = line * 2; y < height - line; y += line) {
        painter.setPen(QPen(QColor(170, 190, 215), 2));
        painter.drawLine(0, y, width, y);
        painter.setPen(QPen(QColor(50, 55, 70), std::max(2, width / 300)));
        int x = width / 12;
        const int end = width - width / 12 - static_cast<int>(chance() % static_cast<unsigned>(width / 3));
        while (x < end) {
            const int word = width / 16 + static_cast<int>(chance() % static_cast<unsigned>(width / 10));
            QPainterPath path(QPointF(x, y - 4));
            for (int at = 0; at < word; at += width / 60)
                path.quadTo(x + at + width / 120.0, y - line * (0.3 + (chance() % 50) / 100.0),
                            x + at + width / 60.0, y - 4);
            painter.drawPath(path);
            x += word + width / 30;
        }
    }
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    paper.save(&buffer, "JPEG", 88);
    return bytes;
}

// Clockwise from the top left, 0 to 1.
const QPolygonF paper{{0.17, 0.12}, {0.86, 0.15}, {0.82, 0.9}, {0.12, 0.86}};

QByteArray paperOnADesk(QPointF dot, int width, int height) {
    QImage photo(width, height, QImage::Format_RGB32);
    photo.fill(QColor(96, 70, 52));
    QPainter painter(&photo);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.save();
    painter.scale(width, height);
    QTransform lying;
    QTransform::squareToQuad(paper, lying);
    painter.setTransform(lying, true);
    painter.fillRect(QRectF(0, 0, 1, 1), QColor(226, 224, 216));
    painter.setPen(QPen(QColor(60, 64, 80), 0.004));
    for (double y = 0.1; y < 0.95; y += 0.06)
        for (double x = 0.08; x < 0.85; x += 0.07)
            painter.drawArc(QRectF(x, y, 0.05, 0.03), 0, 200 * 16);
    painter.restore();
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(220, 0, 0));
    painter.drawEllipse(QPointF(dot.x() * width, dot.y() * height), width / 120.0, width / 120.0);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    photo.save(&buffer, "JPEG", 92);
    return bytes;
}

} // namespace

Scratch::Scratch(std::uint64_t seed) : m_random(seed) {
    m_workspace = std::make_unique<Workspace>(m_folder.path(), Store::Parts{m_files, m_clock, m_random});
}

Scratch::~Scratch() = default;

Scratch *Scratch::create(QQmlEngine *engine, QJSEngine *) {
    auto *scratch = engine->property("inkstepScratch").value<Scratch *>();
    QJSEngine::setObjectOwnership(scratch, QJSEngine::CppOwnership);
    return scratch;
}

void Scratch::furnish(QQmlEngine *engine) {
    engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine->setProperty(Workspace::engineProperty, QVariant::fromValue(m_workspace.get()));
    engine->setProperty("inkstepScratch", QVariant::fromValue(this));
    engine->addImageProvider(QStringLiteral("photo"), new PhotoProvider(*m_workspace));
}

Store &Scratch::store() {
    return m_workspace->notebook()->store();
}

void Scratch::startClass() {
    connect(m_workspace.get(), &Workspace::stateChanged, this, [this] {
        if (m_workspace->state() == Workspace::NoNotebook)
            m_workspace->startClass(QStringLiteral("Room 12"));
    });
    m_workspace->open();
}

QString Scratch::student(const QString &name, const QString &grade) {
    Student student;
    student.id = store().makeId();
    student.name = name;
    student.grade = grade;
    student.position = m_students++;
    return store().commit(Edit(QString()).create(student)) ? idText(student.id) : QString();
}

QString Scratch::page(const QString &student, const QString &sample, int width, int height) {
    Ingest ingest(*m_workspace->notebook());
    const auto kept =
        ingest.keep(painted(++m_pictures, width, height), {idFromText(student), idFromText(sample)});
    if (!kept || !ingest.derivePage(kept->page))
        return {};
    m_clock.advance(std::chrono::seconds(1));
    return idText(kept->page);
}

QString Scratch::photograph(const QString &student, double dotX, double dotY, int width, int height,
                            const QString &sample) {
    Ingest ingest(*m_workspace->notebook());
    const auto kept =
        ingest.keep(paperOnADesk({dotX, dotY}, width, height), {idFromText(student), idFromText(sample)});
    return kept && ingest.derivePage(kept->page) ? idText(kept->page) : QString();
}

QList<double> Scratch::paperCorners() const {
    QList<double> numbers;
    for (const QPointF &corner : paper)
        numbers << corner.x() << corner.y();
    return numbers;
}

void Scratch::forgetSheet(const QString &page) {
    if (!store().commit(Edit(QString()).set(idFromText(page), &Page::foundSheet, QString())))
        qWarning("the sheet stayed");
}

void Scratch::setHints(const QString &page, const QString &words) {
    if (!store().commit(Edit(QString()).set(idFromText(page), &Page::hints, words)))
        qWarning("the hint was not kept");
}

QString Scratch::sampleOf(const QString &page) {
    return pageFacts(page).value(QStringLiteral("sample")).toString();
}

QString Scratch::skill(const QString &name, const QString &trait, const QString &compliment,
                       const QString &childWords, const QStringList &before) {
    Skill skill;
    skill.id = store().makeId();
    skill.slug = name;
    skill.name = name;
    skill.trait = trait;
    skill.compliment = compliment;
    skill.childWords = childWords;
    skill.position = m_skills++;
    for (const QString &id : before)
        skill.prerequisites << idFromText(id);
    return store().commit(Edit(QString()).create(skill)) ? idText(skill.id) : QString();
}

QString Scratch::note(const QString &about, int kind, const QString &words, double x, double y,
                      const QString &skill) {
    Note note;
    note.id = store().makeId();
    note.about = idFromText(about);
    note.kind = static_cast<NoteKind>(kind);
    note.words = words;
    note.skill = idFromText(skill);
    note.x = x;
    note.y = y;
    note.cardX = std::min(0.7, x + 0.1);
    note.cardY = std::max(0.0, y - 0.1);
    return store().commit(Edit(QString()).create(note)) ? idText(note.id) : QString();
}

void Scratch::answer(const QString &note, int level, bool letGo) {
    Answer answer;
    answer.id = store().makeId();
    answer.note = idFromText(note);
    answer.at = m_clock.now();
    answer.level = static_cast<SupportLevel>(level);
    answer.letGo = letGo;
    m_clock.advance(std::chrono::seconds(1));
    if (!store().commit(Edit(QString()).create(answer)))
        qWarning("the answer was not kept");
}

void Scratch::disagree(const QString &note, const QString &mine, const QString &theirs) {
    const auto other = Store::open(m_other.path(), {m_files, m_clock, m_random});
    const Id id = idFromText(note);
    const bool done = other && passEdits(store(), **other) &&
                      (*other)->commit(Edit(QStringLiteral("Write note")).set(id, &Note::words, theirs)) &&
                      store().commit(Edit(QStringLiteral("Write note")).set(id, &Note::words, mine)) &&
                      passEdits(**other, store());
    if (!done)
        qWarning("the tablets could not disagree");
}

void Scratch::takePictureAway(const QString &page) {
    const auto found = store().read([&](Database &db) { return find<Page>(db, idFromText(page)); });
    const Status kept = store().keepBooks(
        [&](Database &db) { db.use("UPDATE blob SET here = 0 WHERE entity = ?").with((*found)->id).run(); },
        kindsOf<Page>());
    if (!kept)
        qWarning("the picture stayed");
}

void Scratch::setDay(const QString &sample, int daysAgo) {
    const Moment day = m_clock.now() - std::chrono::hours(24 * daysAgo);
    if (!store().commit(Edit(QString()).set(idFromText(sample), &Sample::date, std::optional(day))))
        qWarning("the day was not kept");
}

void Scratch::later(int days) {
    m_clock.advance(std::chrono::hours(24 * days));
}

QString Scratch::voice(const QString &about, int seconds) {
    std::vector<qint16> samples(std::size_t(seconds) * soundRate);
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] =
            static_cast<qint16>(double(i) / double(samples.size()) * (i / 100 % 2 ? 20'000 : -20'000));
    SoundWriter writer;
    WaveMaker wave;
    wave.add(samples);
    const auto file = writer.add(samples) ? writer.finish() : failure(ErrorCode::Failed);
    const auto kept =
        file ? keepVoice(*m_workspace->notebook(), {*file, wave.wave(), idFromText(about), Author::Child})
             : passOn(file);
    return kept ? idText(kept->voice) : QString();
}

int Scratch::voices(const QString &about) {
    return store()
        .read([&](Database &db) {
            Statement &row =
                db.use("SELECT count(*) FROM voice WHERE about = ? AND deleted = 0").with(idFromText(about));
            const int count = row.step() ? static_cast<int>(row.number(0)) : -1;
            row.reset();
            return count;
        })
        .value_or(-1);
}

QUrl Scratch::pdfFile(int pages) {
    const QString path = m_other.filePath(QStringLiteral("scan%1.pdf").arg(++m_pictures));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(pdfOf(pages)) < 0)
        return {};
    return QUrl::fromLocalFile(path);
}

QUrl Scratch::pictureFile() {
    const QString path = m_other.filePath(QStringLiteral("shot%1.jpg").arg(++m_pictures));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(painted(m_pictures, 600, 800)) < 0)
        return {};
    return QUrl::fromLocalFile(path);
}

QVariantList Scratch::notes(const QString &about) {
    const auto found = store().read([&](Database &db) {
        static const std::string sql = "SELECT " + columnsOf<Note>("n") +
                                       " FROM note n WHERE n.about = ? AND n.deleted = 0 ORDER BY n.made";
        QVariantList list;
        Statement &row = db.use(sql).with(idFromText(about));
        while (row.step()) {
            const Note note = readRow<Note>(row);
            list << QVariantMap{
                {QStringLiteral("id"), idText(note.id)},
                {QStringLiteral("kind"), static_cast<int>(note.kind)},
                {QStringLiteral("words"), note.words},
                {QStringLiteral("skill"), note.skill.isNull() ? QString() : idText(note.skill)},
                {QStringLiteral("x"), note.x},
                {QStringLiteral("y"), note.y},
                {QStringLiteral("cardX"), note.cardX},
                {QStringLiteral("cardY"), note.cardY},
                {QStringLiteral("author"), static_cast<int>(note.author)}};
        }
        row.reset();
        return list;
    });
    return found.value_or(QVariantList{});
}

QVariantList Scratch::answers(const QString &note) {
    const auto found = store().read([&](Database &db) {
        QVariantList list;
        Statement &row =
            db.use("SELECT level, letGo FROM answer WHERE note = ? AND deleted = 0 ORDER BY at, made")
                .with(idFromText(note));
        while (row.step())
            list << QVariantMap{{QStringLiteral("level"), row.text(0)},
                                {QStringLiteral("letGo"), row.number(1) != 0}};
        row.reset();
        return list;
    });
    return found.value_or(QVariantList{});
}

QVariantMap Scratch::pageFacts(const QString &page) {
    const auto found = store().read([&](Database &db) { return find<Page>(db, idFromText(page)); });
    if (!found || !*found)
        return {};
    return {{QStringLiteral("sample"), idText((*found)->sample)},
            {QStringLiteral("rotation"), (*found)->rotation},
            {QStringLiteral("position"), (*found)->position},
            {QStringLiteral("look"), static_cast<int>((*found)->look)},
            {QStringLiteral("foundSheet"), (*found)->foundSheet},
            {QStringLiteral("sheet"), (*found)->sheet},
            {QStringLiteral("hints"), (*found)->hints}};
}

int Scratch::edits() {
    const auto found = store().read([](Database &db) {
        Statement &row = db.use("SELECT count(*) FROM edit WHERE label <> ''");
        row.step();
        const auto count = static_cast<int>(row.number(0));
        row.reset();
        return count;
    });
    return found.value_or(-1);
}

QString Scratch::pathFor(const QString &picture) const {
    const QString folder = qEnvironmentVariable("INKSTEP_LOOKS");
    return folder.isEmpty() ? QString() : folder + QLatin1Char('/') + picture;
}

} // namespace inkstep::test
