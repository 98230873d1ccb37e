#include "sync/engine/place.h"

#include "sync/format/names.h"
#include "sync/format/vaultfile.h"

#include <QDir>
#include <QUrl>

namespace inkstep {

namespace {

bool isLitter(const QString &name) {
    // Windows; Linux; Android; the boxes of Synology and QNAP.
    static const QStringList litter{
        QStringLiteral("desktop.ini"),  QStringLiteral("Thumbs.db"),
        QStringLiteral("autorun.inf"),  QStringLiteral("System Volume Information"),
        QStringLiteral("$RECYCLE.BIN"), QStringLiteral("RECYCLER"),
        QStringLiteral("RECYCLED"),     QStringLiteral("FOUND.000"),
        QStringLiteral("lost+found"),   QStringLiteral("Android"),
        QStringLiteral("LOST.DIR"),     QStringLiteral("@eaDir"),
        QStringLiteral("#recycle"),     QStringLiteral("@Recycle")};
    return name.startsWith(QLatin1Char('.')) || litter.contains(name, Qt::CaseInsensitive);
}

enum class Holds { Ours, Nothing, OtherThings };

Result<Holds> held(Remote &folder, const Id &notebook) {
    const auto entries = folder.list(QString());
    if (!entries)
        return passOn(entries);
    const auto bytes = folder.read(idText(notebook) + QLatin1Char('/') + syncnames::vault, vaultfile::limit);
    if (bytes) {
        const auto vault = vaultfile::read(*bytes);
        if (!vault)
            return failure(vault.error().code, vault.error().detail, folder.place());
        if (vault->notebook != notebook)
            return failure(ErrorCode::WrongStore, QStringLiteral("vault.json names another"), folder.place());
        return Holds::Ours;
    }
    if (bytes.error().code != ErrorCode::NotFound)
        return passOn(bytes);
    bool stores = false;
    bool others = false;
    for (const RemoteEntry &entry : *entries) {
        if (isLitter(entry.name) || (entry.folder && entry.name == idText(notebook)))
            continue; // our own folder without its vault.json: making it was cut short
        if (entry.folder && syncnames::parseId(entry.name))
            stores = true;
        else if (entry.name == syncnames::vault)
            stores = true; // the inside of a store was chosen
        else
            others = true;
    }
    if (stores)
        return failure(ErrorCode::WrongStore, {}, folder.place());
    return others ? Holds::OtherThings : Holds::Nothing;
}

} // namespace

QString folderOf(const QString &place) {
    const QUrl url(place);
    const QString path = url.isLocalFile() ? url.toLocalFile() : place;
    return path.isEmpty() ? path : QDir::cleanPath(path);
}

Result<PlaceState> lookAt(Remote &folder, const Id &notebook) {
    const auto holds = held(folder, notebook);
    if (!holds)
        return passOn(holds);
    if (*holds == Holds::OtherThings)
        return failure(ErrorCode::NotAStore, {}, folder.place());
    return *holds == Holds::Ours ? PlaceState::Ours : PlaceState::Empty;
}

Status findStore(Remote &folder, const Id &notebook) {
    const auto holds = held(folder, notebook);
    if (!holds)
        return passOn(holds);
    if (*holds != Holds::Ours)
        return failure(ErrorCode::StoreMissing, QStringLiteral("no store of this notebook"), folder.place());
    return {};
}

Status makeStore(Remote &folder, const Id &notebook) {
    return folder.write(idText(notebook) + QLatin1Char('/') + syncnames::vault,
                        vaultfile::write({notebook, {}}));
}

} // namespace inkstep
