// Every kind, through everything its one description promises: values and back, edits, rows.
#include "model/edit.h"
#include "model/voice.h"
#include "store/layout.h"
#include "support/fakes.h"

#include <QSet>
#include <QTest>
#include <rapidcheck.h>

using namespace inkstep;

namespace {

// All kinds this version knows; a new one belongs here too, which the first test makes sure of.
template<class Visit>
void forEveryKind(Visit visit) {
    visit(NotebookInfo{});
    visit(Student{});
    visit(Skill{});
    visit(Sample{});
    visit(Page{});
    visit(Note{});
    visit(Answer{});
    visit(Check{});
    visit(Absence{});
    visit(Conference{});
    visit(CheckBack{});
    visit(WorkBlock{});
    visit(PlanItem{});
    visit(Trait{});
    visit(Wording{});
    visit(Teaching{});
    visit(Voice{});
}

QByteArray anyBytes(std::size_t count) {
    const auto bytes =
        *rc::gen::container<std::vector<unsigned char>>(count, rc::gen::arbitrary<unsigned char>());
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
}

QString anyText() {
    static const std::vector<uint> letters{'a', 'Z', '0', ' ', '\'', '"', '\n', 0xe9, 0x5d0, 0x4e2d, 0x1f58a};
    const auto points = *rc::gen::container<std::vector<uint>>(rc::gen::elementOf(letters));
    QString text;
    for (const uint point : points)
        text += QString::fromUcs4(reinterpret_cast<const char32_t *>(&point), 1);
    return text;
}

template<class M>
M any() {
    if constexpr (std::is_same_v<M, QString>)
        return anyText();
    else if constexpr (std::is_same_v<M, Id>)
        return *rc::gen::arbitrary<bool>() ? Id() : idFromBytes(anyBytes(16));
    else if constexpr (std::is_same_v<M, QList<Id>>) {
        QList<Id> ids;
        const int count = *rc::gen::inRange(0, 5);
        for (int i = 0; i < count; ++i)
            ids << idFromBytes(anyBytes(16));
        return ids;
    } else if constexpr (std::is_same_v<M, BlobRef>)
        return *rc::gen::arbitrary<bool>()
                   ? BlobRef()
                   : BlobRef{anyBytes(32), anyBytes(32), *rc::gen::inRange<qint64>(0, 1ll << 40)};
    else if constexpr (std::is_same_v<M, std::optional<Moment>>)
        return *rc::gen::arbitrary<bool>() ? M() : M(fromMs(*rc::gen::arbitrary<qint64>()));
    else if constexpr (std::is_enum_v<M>)
        return static_cast<M>(*rc::gen::inRange<std::size_t>(0, EnumWords<M>::words.size()));
    else if constexpr (std::is_same_v<M, double>)
        return *rc::gen::arbitrary<double>();
    else
        return *rc::gen::arbitrary<M>();
}

template<class Entity, class Visit>
void forEveryField(Visit visit) {
    std::apply([&](const auto &...field) { (visit(field), ...); }, Description<Entity>::fields);
}

template<class Entity, class Member>
Member heldBy(const Field<Entity, Member> &); // for its type

template<class Entity>
Entity anyEntity() {
    Entity entity;
    entity.id = idFromBytes(anyBytes(16));
    forEveryField<Entity>([&](const auto &field) {
        using Held = decltype(heldBy(field));
        entity.*(field.member) = any<Held>();
    });
    return entity;
}

// What the edit says a thing is, read back field by field.
template<class Entity>
Entity replayed(const Edit &edit, Entity entity) {
    for (const Edit::Change &change : edit.changes()) {
        forEveryField<Entity>([&](const auto &field) {
            using Held = decltype(heldBy(field));
            if (change.field == QLatin1StringView(field.name))
                entity.*(field.member) = fromValue<Held>(change.value);
        });
    }
    return entity;
}

template<class E>
void enumWordsHold() {
    QSet<QString> words;
    for (std::size_t i = 0; i < EnumWords<E>::words.size(); ++i) {
        const QString word = wordOf(static_cast<E>(i));
        QVERIFY(!words.contains(word));
        words << word;
        QCOMPARE(int(enumOf<E>(word)), int(i));
    }
    QCOMPARE(int(enumOf<E>(QStringLiteral("of a newer Inkstep"))), 0);
}

} // namespace

class TestSchema : public QObject {
    Q_OBJECT

private slots:
    void theTableKnowsEveryKindInItsLastingOrder() {
        QStringList visited;
        forEveryKind([&](auto entity) { visited << kindName<decltype(entity)>(); });
        QStringList known;
        for (const KindSpec &kind : Schema::instance().kinds()) {
            QCOMPARE(kind.index, int(known.size()));
            known << kind.name;
        }
        QCOMPARE(visited, known);
        QVERIFY(!Schema::instance().kind(QStringLiteral("of a newer Inkstep")));
    }

    void fieldsHaveNamesOfTheirOwnAndTheRightType() {
        forEveryKind([](auto entity) {
            using Entity = decltype(entity);
            const KindSpec *kind = Schema::instance().kind(kindName<Entity>());
            QSet<QString> names;
            forEveryField<Entity>([&](const auto &field) {
                const QString name = QString::fromLatin1(field.name);
                using Held = decltype(heldBy(field));
                QVERIFY2(!names.contains(name), field.name);
                names << name;
                QVERIFY(name != createField && name != deleteField);
                QCOMPARE(fieldName(field.member), name);
                QCOMPARE(int(kind->field(name)->type), int(fieldTypeOf<Held>()));
                QCOMPARE(kind->field(name)->flags, field.flags);
            });
        });
    }

    void valuesGoThereAndBack() {
        forEveryKind([](auto entity) {
            using Entity = decltype(entity);
            QVERIFY(rc::check(Description<Entity>::kind, [] {
                const Entity before = anyEntity<Entity>();
                forEveryField<Entity>([&](const auto &field) {
                    using Held = decltype(heldBy(field));
                    RC_ASSERT(fromValue<Held>(toValue(before.*(field.member))) == before.*(field.member));
                });
            }));
        });
    }

    void anEditSaysWhatChangedAndNothingElse() {
        forEveryKind([](auto entity) {
            using Entity = decltype(entity);
            QVERIFY(rc::check(Description<Entity>::kind, [] {
                const Entity before = anyEntity<Entity>();
                Entity after = anyEntity<Entity>();
                after.id = before.id;
                Edit edit(QStringLiteral("Change"));
                edit.changed(before, after);
                RC_ASSERT(replayed(edit, before) == after);
                RC_ASSERT(Edit(QString()).changed(after, after).isEmpty());
                Entity fresh;
                fresh.id = after.id;
                Edit made(QStringLiteral("Make"));
                made.create(after);
                RC_ASSERT(made.changes().front().field == createField);
                RC_ASSERT(replayed(made, fresh) == after);
            }));
        });
    }

    void rowsGoThereAndBack() {
        test::ScratchStore scratch;
        forEveryKind([&](auto entity) {
            using Entity = decltype(entity);
            QVERIFY(rc::check(Description<Entity>::kind, [&] {
                const Entity before = anyEntity<Entity>();
                RC_PRE(!before.id.isNull());
                RC_ASSERT(scratch->commit(Edit(QStringLiteral("Make")).create(before)).has_value());
                const auto after =
                    scratch->read([&](Database &db) { return inkstep::find<Entity>(db, before.id); });
                RC_ASSERT(after.has_value() && after->has_value());
                RC_ASSERT(**after == before);
            }));
        });
    }

    void aValueOfAnotherTypeReadsAsNothing() {
        for (const Value &value : {Value{}, Value{qint64(7)}, Value{1.5}, Value{QStringLiteral("text")},
                                   Value{QByteArray("15 bytes or so.")}}) {
            if (!std::holds_alternative<QString>(value))
                QCOMPARE(fromValue<QString>(value), QString());
            if (!std::holds_alternative<qint64>(value)) {
                QCOMPARE(fromValue<qint64>(value), 0);
                QVERIFY(!fromValue<std::optional<Moment>>(value));
            }
            QVERIFY(fromValue<Id>(value).isNull());
            QVERIFY(fromValue<QList<Id>>(value).isEmpty());
            QVERIFY(fromValue<BlobRef>(value).isNull());
            QCOMPARE(int(fromValue<NoteKind>(value)), 0);
        }
        QCOMPARE(fromValue<double>(Value{qint64(7)}), 7.0); // SQLite may hand a whole number back
    }

    void enumWordsAreDistinctAndLasting() {
        enumWordsHold<NotebookKind>();
        enumWordsHold<SampleKind>();
        enumWordsHold<NoteKind>();
        enumWordsHold<Author>();
        enumWordsHold<SupportLevel>();
        enumWordsHold<StepState>();
        QCOMPARE(wordOf(NoteKind::NextStep), QStringLiteral("nextStep")); // on disk: never to be renamed
    }

    void aStepsStateIsThatOfItsLatestAnswer() {
        const auto after = [](SupportLevel level, bool letGo = false) {
            Answer answer;
            answer.level = level;
            answer.letGo = letGo;
            return stepStateAfter(answer);
        };
        QCOMPARE(stepStateAfter({}), StepState::Offered);
        QCOMPARE(after(SupportLevel::NotYet), StepState::Offered);
        for (const auto level : {SupportLevel::Prompt, SupportLevel::Model, SupportLevel::Together})
            QCOMPARE(after(level), StepState::TriedWithHelp);
        QCOMPARE(after(SupportLevel::Alone), StepState::Alone); // the one rung that counts as independent
        QCOMPARE(after(SupportLevel::Alone, true), StepState::LetGo);
    }
};

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
