#include "demo/generator/classcontent.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace inkstep {

namespace {

const QStringList &paperNames() {
    static const QStringList names{QStringLiteral("primary"), QStringLiteral("story"),
                                   QStringLiteral("lined"),   QStringLiteral("blank"),
                                   QStringLiteral("squared"), QStringLiteral("colored")};
    return names;
}

const QStringList &drawingNames() {
    static const QStringList names{
        QStringLiteral("none"), QStringLiteral("house"),  QStringLiteral("family"), QStringLiteral("dog"),
        QStringLiteral("cat"),  QStringLiteral("tree"),   QStringLiteral("sea"),    QStringLiteral("rocket"),
        QStringLiteral("cake"), QStringLiteral("garden"), QStringLiteral("ball"),   QStringLiteral("rain"),
        QStringLiteral("bus")};
    return names;
}

// Reads one object's fields and keeps the first thing that is wrong with them.
class Fields {
public:
    Fields(const QJsonValue &value, QString where, QString &problem)
        : m_object(value.toObject()), m_where(std::move(where)), m_problem(problem) {
        if (!value.isObject())
            complain(QStringLiteral("is missing or not an object"));
    }
    QString text(QLatin1StringView key, bool required = true) {
        const QString value = m_object.value(key).toString();
        if (required && value.trimmed().isEmpty())
            complain(QStringLiteral("needs \"%1\"").arg(key));
        return value;
    }
    int number(QLatin1StringView key, int low, int high) {
        const int value = m_object.value(key).toInt(low - 1);
        if (value < low || value > high)
            complain(QStringLiteral("needs \"%1\" from %2 to %3").arg(key).arg(low).arg(high));
        return value;
    }
    qsizetype choice(QLatin1StringView key, const QStringList &names) {
        const qsizetype at = names.indexOf(m_object.value(key).toString());
        if (at < 0)
            complain(QStringLiteral("\"%1\" is none of: %2").arg(key, names.join(QStringLiteral(", "))));
        return std::max<qsizetype>(at, 0);
    }
    SuggestedNote note(QLatin1StringView key, bool required) {
        if (!required && !m_object.contains(key))
            return {};
        Fields fields(m_object.value(key), m_where + QStringLiteral(", ") + key, m_problem);
        const QString words = fields.text(QLatin1StringView("words"));
        return {words, traitNames().at(fields.choice(QLatin1StringView("trait"), traitNames()))};
    }

private:
    void complain(const QString &what) {
        if (m_problem.isEmpty())
            m_problem = m_where + QLatin1Char(' ') + what;
    }
    QJsonObject m_object;
    QString m_where;
    QString &m_problem;
};

} // namespace

const QStringList &genreNames() {
    static const QStringList names{QStringLiteral("small moment"), QStringLiteral("how-to"),
                                   QStringLiteral("opinion"),      QStringLiteral("information"),
                                   QStringLiteral("list"),         QStringLiteral("letter"),
                                   QStringLiteral("poem"),         QStringLiteral("notebook")};
    return names;
}

const QStringList &traitNames() {
    static const QStringList names{
        QStringLiteral("ideas"),      QStringLiteral("organization"), QStringLiteral("elaboration"),
        QStringLiteral("wordChoice"), QStringLiteral("sentences"),    QStringLiteral("conventions"),
        QStringLiteral("process"),    QStringLiteral("stamina"),      QStringLiteral("routines")};
    return names;
}

Result<ClassContent> readClassContent(const QByteArray &json) {
    using Key = QLatin1StringView;
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsing);
    if (parsing.error != QJsonParseError::NoError)
        return failure(ErrorCode::BadInput,
                       QStringLiteral("%1 at byte %2").arg(parsing.errorString()).arg(parsing.offset));
    QString problem;
    const QJsonObject root = document.object();
    Fields(root, QStringLiteral("the file"), problem).number(Key("format"), 1, 1);

    ClassContent content;
    Fields about(root.value(Key("class")), QStringLiteral("class"), problem);
    content.name = about.text(Key("name"));
    content.grade = about.number(Key("grade"), 0, 8);
    for (const QJsonValue &value : root.value(Key("students")).toArray()) {
        Fields fields(value, QStringLiteral("student %1").arg(content.students.size() + 1), problem);
        content.students.push_back({fields.text(Key("name")), fields.number(Key("age"), 4, 14),
                                    fields.text(Key("homeLanguage")), fields.number(Key("level"), 1, 4)});
    }
    for (const QJsonValue &value : root.value(Key("writings")).toArray()) {
        Fields fields(value, QStringLiteral("writing %1").arg(content.writings.size() + 1), problem);
        DemoWriting writing;
        writing.genre = genreNames().at(fields.choice(Key("genre"), genreNames()));
        writing.level = fields.number(Key("level"), 1, 4);
        writing.heading = fields.text(Key("heading"), false);
        writing.text = fields.text(Key("text"));
        writing.paper = PaperKind(fields.choice(Key("paper"), paperNames()));
        writing.drawing = DrawingKind(fields.choice(Key("drawing"), drawingNames()));
        writing.noticed = fields.note(Key("noticed"), true);
        writing.wonder = fields.note(Key("wonder"), false);
        writing.nextStep = fields.note(Key("nextStep"), true);
        content.writings.push_back(std::move(writing));
    }
    if (problem.isEmpty() && (content.students.empty() || content.writings.empty()))
        problem = QStringLiteral("the file has no students or no writings");
    if (!problem.isEmpty())
        return failure(ErrorCode::BadInput, problem);
    return content;
}

Result<ClassContent> builtInClass() {
    QFile file(QStringLiteral(":/inkstep/demo/class.json"));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::NotFound, QStringLiteral("the demo class is not built in"));
    return readClassContent(file.readAll());
}

} // namespace inkstep
