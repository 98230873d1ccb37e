#include "banktraitlist.h"

#include "store/layout.h"

#include <QHash>
#include <QVariantMap>
#include <algorithm>

namespace inkstep {

namespace {

std::vector<Trait>::iterator called(std::vector<Trait> &traits, const QString &slug) {
    return std::find_if(traits.begin(), traits.end(), [&](const Trait &trait) { return trait.slug == slug; });
}

} // namespace

KindSet BankTraitList::kinds() const {
    return kindsOf<Trait>() | kindsOf<Skill>();
}

BankTraitList::Query BankTraitList::query() const {
    return [notebook = workspace()->notebook()->id()](Database &db) {
        QHash<QString, int> skills;
        Statement &row =
            db.use("SELECT trait, count(*) FROM skill WHERE deleted = 0 AND coalesce(archived, 0) = 0 "
                   "GROUP BY trait");
        while (row.step())
            skills.insert(row.text(0), static_cast<int>(row.number(1)));
        row.reset();
        std::vector<BankTraitRow> rows;
        for (const Trait &trait : traitsIn(db, notebook))
            rows.push_back({trait.id, trait, skills.value(trait.slug)});
        return rows;
    };
}

QVariantList BankTraitList::choices() const {
    QVariantList list;
    for (const BankTraitRow &row : rows()) {
        if (!row.trait.archived)
            list << QVariantMap{{QStringLiteral("id"), row.trait.slug},
                                {QStringLiteral("name"), row.trait.name}};
    }
    return list;
}

void BankTraitList::change(const QString &label, std::function<void(std::vector<Trait> &)> how) {
    Notebook *in = workspace() ? workspace()->notebook() : nullptr;
    if (!in)
        return;
    using Both = std::pair<std::vector<Trait>, std::vector<Trait>>; // stored, shown
    in->store().read(
        [id = in->id()](Database &db) -> Both {
            return {ownTraits(db), traitsIn(db, id)};
        },
        this,
        [this, label, how = std::move(how)](const Result<Both> &read) {
            if (!read)
                return workspace()->report(read.error());
            const std::vector<Trait> shown = read->second;
            std::vector<Trait> after = shown;
            how(after);
            if (after == shown)
                return;
            Edit edit(label);
            for (std::size_t place = 0; place < after.size(); ++place) {
                after[place].position = static_cast<qint64>(place);
                const auto stored = std::find_if(read->first.begin(), read->first.end(),
                                                 [&](const Trait &one) { return one.id == after[place].id; });
                Trait &trait = after[place];
                // What nobody wrote stays unwritten: it shows in the language of whoever reads it.
                const auto showed = std::find_if(shown.begin(), shown.end(),
                                                 [&](const Trait &one) { return one.id == trait.id; });
                const Trait kept = stored != read->first.end() ? *stored : Trait{};
                if (showed != shown.end() && trait.name == showed->name)
                    trait.name = kept.name;
                if (showed != shown.end() && trait.about == showed->about)
                    trait.about = kept.about;
                if (stored != read->first.end()) {
                    edit.changed(*stored, trait);
                    continue;
                }
                // Its first writing may have been taken back: it stands again, with every field as it is now.
                edit.create(trait).restore<Trait>(trait.id);
                edit.set(trait.id, &Trait::slug, trait.slug).set(trait.id, &Trait::name, trait.name);
                edit.set(trait.id, &Trait::about, trait.about)
                    .set(trait.id, &Trait::position, trait.position);
                edit.set(trait.id, &Trait::archived, trait.archived);
            }
            workspace()->perform(std::move(edit));
        });
}

void BankTraitList::rename(const QString &slug, const QString &name) {
    const QString text = name.simplified().left(PackBounds::nameLength);
    change(tr("Rename trait"), [slug, text](std::vector<Trait> &traits) {
        const auto found = called(traits, slug);
        if (found != traits.end() && !text.isEmpty())
            found->name = text;
    });
}

void BankTraitList::archive(const QString &slug, bool away) {
    change(away ? tr("Put trait away") : tr("Bring trait back"), [slug, away](std::vector<Trait> &traits) {
        const auto found = called(traits, slug);
        if (found != traits.end())
            found->archived = away;
    });
}

void BankTraitList::move(const QString &slug, int by) {
    change(tr("Move trait"), [slug, by](std::vector<Trait> &traits) {
        const auto found = called(traits, slug);
        if (found == traits.end() || (by < 0 && found == traits.begin()) ||
            (by > 0 && found + 1 == traits.end()))
            return;
        std::iter_swap(found, by < 0 ? found - 1 : found + 1);
    });
}

void BankTraitList::add(const QString &name) {
    Notebook *in = workspace() ? workspace()->notebook() : nullptr;
    const QString text = name.simplified().left(PackBounds::nameLength);
    if (!in || text.isEmpty())
        return;
    Trait trait;
    trait.id = in->store().makeId();
    trait.slug = idText(trait.id);
    trait.name = text;
    change(tr("Add trait"), [trait](std::vector<Trait> &traits) { traits.push_back(trait); });
}

const std::vector<BankTraitList::Role> &BankTraitList::roles() const {
    static const std::vector<Role> roles{
        {"slug", [](const BankTraitRow &r) { return QVariant(r.trait.slug); }},
        {"name", [](const BankTraitRow &r) { return QVariant(r.trait.name); }},
        {"about", [](const BankTraitRow &r) { return QVariant(r.trait.about); }},
        {"archived", [](const BankTraitRow &r) { return QVariant(r.trait.archived); }},
        {"skills", [](const BankTraitRow &r) { return QVariant(r.skills); }},
    };
    return roles;
}

} // namespace inkstep
