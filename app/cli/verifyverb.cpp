#include "cli/verbs.h"
#include "crypto/hash.h"
#include "store/layout.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <algorithm>

namespace inkstep {

namespace {

QString say(const char *text) {
    return QCoreApplication::translate("Cli", text);
}

enum class State { Lost, Damaged, Waiting };

struct Named { // a picture as the database names it
    BlobRef blob;
    QString role;
    Id page;
    QString student;
    bool here = false; // it was once on this device
};

struct Found {
    Named named;
    State state;
};

struct Verified {
    qint64 whole = 0;
    std::vector<Found> wrong;
    QStringList database; // what SQLite finds wrong with the file; empty when it is sound
    qint64 count(State state) const {
        return std::count_if(wrong.begin(), wrong.end(), [&](const Found &f) { return f.state == state; });
    }
};

std::vector<Named> named(Database &db) {
    std::vector<Named> pictures;
    Statement &row =
        db.use("SELECT b.name, b.key, b.size, b.role, b.entity, st.name, b.here FROM blob b "
               "LEFT JOIN voice v ON v.id = b.entity "
               "LEFT JOIN page p ON p.id IN (b.entity, v.about) "
               "LEFT JOIN sample sa ON sa.id IN (p.sample, v.about) "
               "LEFT JOIN student st ON st.id IN (sa.student, v.about) ORDER BY st.name, b.entity, b.role");
    while (row.step())
        pictures.push_back({{row.bytes(0), row.bytes(1), row.number(2)},
                            row.text(3),
                            row.id(4),
                            row.text(5),
                            row.number(6) != 0});
    row.reset();
    return pictures;
}

QStringList integrity(Database &db) {
    QStringList wrong;
    Statement &row = db.use("PRAGMA integrity_check(20)");
    while (row.step()) {
        if (row.text(0) != QLatin1StringView("ok"))
            wrong << row.text(0);
    }
    row.reset();
    return wrong;
}

// The state of a picture that is not whole here; nothing for one that is.
std::optional<State> look(const Vault &vault, const Named &picture) {
    if (!vault.has(picture.blob.name))
        return picture.here ? State::Lost : State::Waiting;
    const auto sealed = vault.sealed(picture.blob.name);
    if (!sealed || blobHash(*sealed) != picture.blob.name)
        return State::Damaged;
    return std::nullopt;
}

QString wordOf(State state) {
    switch (state) {
    case State::Lost:
        return QStringLiteral("lost");
    case State::Damaged:
        return QStringLiteral("damaged");
    case State::Waiting:
        break;
    }
    return QStringLiteral("waiting");
}

void show(Console &console, const Verified &verified) {
    for (const Found &found : verified.wrong)
        console.line(
            QStringLiteral("%1  %2  %3  %4")
                .arg(wordOf(found.state), found.named.role, idText(found.named.page), found.named.student));
    for (const QString &line : verified.database)
        console.line(say("database  %1").arg(line));
    console.line(say("%1 pictures whole, %2 lost, %3 damaged, %4 still on another device")
                     .arg(verified.whole)
                     .arg(verified.count(State::Lost))
                     .arg(verified.count(State::Damaged))
                     .arg(verified.count(State::Waiting)));
}

QJsonObject asJson(const Verified &verified) {
    const auto list = [&](State state) {
        QJsonArray pictures;
        for (const Found &found : verified.wrong) {
            if (found.state == state)
                pictures.append(QJsonObject{{QStringLiteral("file"), found.named.blob.fileName()},
                                            {QStringLiteral("role"), found.named.role},
                                            {QStringLiteral("page"), idText(found.named.page)},
                                            {QStringLiteral("student"), found.named.student}});
        }
        return pictures;
    };
    return {{QStringLiteral("whole"), verified.whole},
            {QStringLiteral("lost"), list(State::Lost)},
            {QStringLiteral("damaged"), list(State::Damaged)},
            {QStringLiteral("waiting"), list(State::Waiting)},
            {QStringLiteral("database"), QJsonArray::fromStringList(verified.database)}};
}

} // namespace

Status runVerify(Invocation &call) {
    if (!call.words().isEmpty())
        return verifyStore(call, call.words().first());
    if (call.has(QStringLiteral("repair")))
        return call.wrongUse(say("--repair takes the folder or server whose files are to be repaired."));
    const auto notebook = call.notebook();
    if (!notebook)
        return passOn(notebook);
    const auto pictures = (*notebook)->store().read(named, Executor::Bulk);
    if (!pictures)
        return passOn(pictures);
    Verified verified;
    for (std::size_t i = 0; i < pictures->size(); ++i) {
        call.console().progress(say("Checking %1 of %2").arg(i + 1).arg(pictures->size()));
        if (const auto state = look((*notebook)->vault(), (*pictures)[i]))
            verified.wrong.push_back({(*pictures)[i], *state});
        else
            ++verified.whole;
    }
    const auto database = (*notebook)->store().read(integrity, Executor::Bulk);
    if (!database)
        return passOn(database);
    verified.database = *database;

    if (call.json())
        call.console().json(asJson(verified));
    else
        show(call.console(), verified);
    const qint64 bad = verified.count(State::Lost) + verified.count(State::Damaged);
    if (bad == 0 && verified.database.isEmpty())
        return {};
    const auto info = (*notebook)->info();
    call.setSafe(say("What is listed as whole is safe."));
    return failure(ErrorCode::Damaged, say("%1 pictures are lost or damaged").arg(bad),
                   info ? info->name : (*notebook)->folder());
}

} // namespace inkstep
