#include "cli/verbs.h"
#include "crypto/hash.h"
#include "store/layout.h"

#include <QJsonArray>
#include <algorithm>

namespace inkstep {

namespace {

enum class State { Lost, Damaged, Waiting };

struct NamedPicture { // a picture as the database names it
    BlobRef blob;
    QString role;
    Id page;
    QString student;
    bool here = false; // it was once on this device
};

struct WrongPicture {
    NamedPicture picture;
    State state;
};

struct Verified {
    qint64 whole = 0;
    std::vector<WrongPicture> wrong;
    QStringList database; // what SQLite finds wrong with the file; empty when it is sound
    qint64 count(State state) const {
        return std::count_if(wrong.begin(), wrong.end(),
                             [&](const WrongPicture &f) { return f.state == state; });
    }
};

std::vector<NamedPicture> namedPictures(Database &db) {
    std::vector<NamedPicture> pictures;
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
std::optional<State> look(const Vault &vault, const NamedPicture &picture) {
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
    for (const WrongPicture &found : verified.wrong)
        console.line(QStringLiteral("%1  %2  %3  %4")
                         .arg(wordOf(found.state), found.picture.role, idText(found.picture.page),
                              found.picture.student));
    for (const QString &line : verified.database)
        console.line(cliText("database  %1").arg(line));
    console.line(cliText("%1 pictures whole, %2 lost, %3 damaged, %4 still on another device")
                     .arg(verified.whole)
                     .arg(verified.count(State::Lost))
                     .arg(verified.count(State::Damaged))
                     .arg(verified.count(State::Waiting)));
}

QJsonObject asJson(const Verified &verified) {
    const auto list = [&](State state) {
        QJsonArray pictures;
        for (const WrongPicture &found : verified.wrong) {
            if (found.state == state)
                pictures.append(QJsonObject{{QStringLiteral("file"), found.picture.blob.fileName()},
                                            {QStringLiteral("role"), found.picture.role},
                                            {QStringLiteral("page"), idText(found.picture.page)},
                                            {QStringLiteral("student"), found.picture.student}});
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
        return call.wrongUse(cliText("--repair takes the folder or server whose files are to be repaired."));
    const auto notebook = call.notebook();
    if (!notebook)
        return passOn(notebook);
    const auto pictures = (*notebook)->store().read(namedPictures, Executor::Bulk);
    if (!pictures)
        return passOn(pictures);
    Verified verified;
    for (std::size_t i = 0; i < pictures->size(); ++i) {
        call.console().progress(cliText("Checking %1 of %2").arg(i + 1).arg(pictures->size()));
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
    call.setSafe(cliText("What is listed as whole is safe."));
    return failure(ErrorCode::Damaged, cliText("%1 pictures are lost or damaged").arg(bad),
                   info ? info->name : (*notebook)->folder());
}

} // namespace inkstep
