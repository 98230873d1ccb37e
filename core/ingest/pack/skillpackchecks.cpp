#include "ingest/pack/skillpackchecks.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

namespace inkstep {

namespace {

// The skills left over when every skill whose prerequisites are all taken has been taken, again and again
// (Kahn, "Topological sorting of large networks", 1962). What is left stands on a circle or waits for one.
QSet<QString> heldUp(const SkillPack &pack) {
    QHash<QString, qsizetype> waitingFor;
    QHash<QString, QStringList> opens;
    QStringList ready;
    QSet<QString> left;
    for (const PackSkill &skill : pack.skills) {
        left.insert(skill.id);
        waitingFor[skill.id] = skill.prerequisites.size();
        for (const QString &before : skill.prerequisites)
            opens[before] << skill.id;
        if (skill.prerequisites.isEmpty())
            ready << skill.id;
    }
    while (!ready.isEmpty()) {
        const QString taken = ready.takeLast();
        left.remove(taken);
        for (const QString &next : opens.value(taken)) {
            if (--waitingFor[next] == 0)
                ready << next;
        }
    }
    return left;
}

// The names round one circle, the first again at the end. Every skill in `left` has a prerequisite in it, so
// following those must come back to a skill already seen.
QStringList circle(const SkillPack &pack, const QSet<QString> &left) {
    QHash<QString, const PackSkill *> byId;
    for (const PackSkill &skill : pack.skills)
        byId.insert(skill.id, &skill);
    QStringList path;
    QString at = *left.constBegin();
    while (!path.contains(at)) {
        path << at;
        for (const QString &before : byId.value(at)->prerequisites) {
            if (left.contains(before)) {
                at = before;
                break;
            }
        }
    }
    path = path.mid(path.indexOf(at)) << at;
    QStringList names;
    for (const QString &id : path)
        names << byId.value(id)->name;
    return names;
}

template<class Part>
QString firstTwice(const std::vector<Part> &parts) {
    QSet<QString> seen;
    for (const Part &part : parts) {
        if (seen.contains(part.id))
            return part.id;
        seen.insert(part.id);
    }
    return {};
}

} // namespace

Status checkPack(const SkillPack &pack, const QString &subject) {
    const auto refuse = [&subject](const QString &sentence) {
        return failure(ErrorCode::BadInput, sentence, subject);
    };
    if (const QString id = firstTwice(pack.traits); !id.isEmpty())
        return refuse(packText("Two traits have the id “%1”. Each needs its own.").arg(id));
    if (const QString id = firstTwice(pack.supportLadder); !id.isEmpty())
        return refuse(packText("Two support levels have the id “%1”. Each needs its own.").arg(id));
    if (const QString id = firstTwice(pack.skills); !id.isEmpty())
        return refuse(packText("Two skills have the id “%1”. Each needs its own.").arg(id));

    QSet<QString> traits;
    for (const PackTrait &trait : pack.traits)
        traits.insert(trait.id);
    QSet<QString> skills;
    for (const PackSkill &skill : pack.skills)
        skills.insert(skill.id);
    QHash<QString, QSet<int>> places;
    for (const PackSkill &skill : pack.skills) {
        if (!traits.contains(skill.trait))
            return refuse(packText("The skill “%1” belongs to the trait “%2”, which the pack does not have.")
                              .arg(skill.name, skill.trait));
        if (skill.fromAge > skill.toAge)
            return refuse(
                packText("The skill “%1” is for ages %2 to %3. The first must not be above the second.")
                    .arg(skill.name, QString::number(skill.fromAge), QString::number(skill.toAge)));
        if (places[skill.trait].contains(skill.order))
            return refuse(
                packText("The skill “%1” has the order %2, which another skill of its trait has too.")
                    .arg(skill.name, QString::number(skill.order)));
        places[skill.trait].insert(skill.order);
        QSet<QString> named;
        for (const QString &before : skill.prerequisites) {
            if (!skills.contains(before))
                return refuse(packText("The skill “%1” should come after “%2”, which the pack does not have.")
                                  .arg(skill.name, before));
            if (named.contains(before))
                return refuse(packText("The skill “%1” names “%2” twice among the skills that come first.")
                                  .arg(skill.name, before));
            named.insert(before);
        }
    }
    if (const QSet<QString> left = heldUp(pack); !left.isEmpty())
        return refuse(packText("These skills wait for each other in a circle: %1.")
                          .arg(circle(pack, left).join(QStringLiteral(" ← "))));
    return {};
}

} // namespace inkstep
