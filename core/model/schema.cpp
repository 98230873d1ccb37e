#include "model/schema.h"

#include "model/voice.h"

#include <algorithm>

namespace inkstep {

const FieldSpec *KindSpec::field(const QString &fieldName) const {
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const FieldSpec &f) { return f.name == fieldName; });
    return found == fields.end() ? nullptr : &*found;
}

bool KindSpec::searchable() const {
    return std::any_of(fields.begin(), fields.end(), [](const FieldSpec &f) { return f.is(Searchable); });
}

template<class Entity>
void Schema::add() {
    KindSpec spec;
    spec.name = QString::fromLatin1(Description<Entity>::kind);
    spec.index = static_cast<int>(m_kinds.size());
    std::apply(
        [&](const auto &...field) {
            const auto one = [&](const auto &f) {
                using Member = std::remove_reference_t<decltype(std::declval<Entity>().*(f.member))>;
                spec.fields.push_back({QString::fromLatin1(f.name), fieldTypeOf<Member>(), f.flags});
            };
            (one(field), ...);
        },
        Description<Entity>::fields);
    m_kinds.push_back(std::move(spec));
}

Schema::Schema() {
    // The order is each kind's bit and part of its full-text rows' numbers: append, never reorder.
    add<NotebookInfo>();
    add<Student>();
    add<Skill>();
    add<Sample>();
    add<Page>();
    add<Note>();
    add<Answer>();
    add<Check>();
    add<Absence>();
    add<Conference>();
    add<CheckBack>();
    add<WorkBlock>();
    add<PlanItem>();
    add<Trait>();
    add<Wording>();
    add<Teaching>();
    add<Voice>();
}

const Schema &Schema::instance() {
    static const Schema table;
    return table;
}

const KindSpec *Schema::kind(const QString &name) const {
    const auto found =
        std::find_if(m_kinds.begin(), m_kinds.end(), [&](const KindSpec &k) { return k.name == name; });
    return found == m_kinds.end() ? nullptr : &*found;
}

Id teachingId(const Id &notebook) {
    return QUuid::createUuidV5(notebook, QStringLiteral("teaching"));
}

Id traitId(const Id &notebook, const QString &slug) {
    return QUuid::createUuidV5(notebook, QStringLiteral("trait/") + slug);
}

StepState stepStateAfter(const std::optional<Answer> &latest) {
    if (!latest)
        return StepState::Offered;
    if (latest->letGo)
        return StepState::LetGo;
    switch (latest->level) {
    case SupportLevel::Alone:
        return StepState::Alone;
    case SupportLevel::NotYet:
        return StepState::Offered;
    default:
        return StepState::TriedWithHelp;
    }
}

} // namespace inkstep
