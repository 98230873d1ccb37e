// A notebook in one file: made, and put back.
#include "cli/verbs.h"
#include "crypto/recoverywords.h"
#include "sync/engine/backup.h"

#include <QDir>
#include <QFileInfo>

namespace inkstep {

Status runBackup(Invocation &call) {
    const auto notebook = call.notebook();
    if (!notebook)
        return passOn(notebook);
    const QString file = QDir::current().absoluteFilePath(call.value(QStringLiteral("out")));
    if (QFileInfo(file).isDir())
        return call.folderForFile(file);
    if (const QString folder = QFileInfo(file).absolutePath(); !call.parts().files.exists(folder))
        return failure(ErrorCode::NotFound, QStringLiteral("backup"), folder);
    const auto backup = writeBackup(**notebook, call.parts(), file, [&](qint64 done, qint64 total) {
        call.console().progress(cliText("Writing picture %1 of %2").arg(done).arg(total));
    });
    if (!backup)
        return passOn(backup);
    if (call.json()) {
        call.console().json({{QStringLiteral("words"), backup->words},
                             {QStringLiteral("pictures"), backup->pictures},
                             {QStringLiteral("missing"), backup->missing}});
        return {};
    }
    call.console().line(backup->words);
    return {};
}

Status runRestore(Invocation &call) {
    const QString file = QDir::current().absoluteFilePath(call.words().first());
    if (QFileInfo(file).isDir())
        return call.folderForFile(file);
    if (!call.parts().files.exists(file))
        return failure(ErrorCode::NotFound, QStringLiteral("restore"), file);
    const QString words = QString::fromUtf8(call.console().input());
    if (const auto read = RecoveryWords::read(words); !read)
        return passOn(read); // before a profile is made for it
    const auto profile = call.profile();
    if (!profile)
        return passOn(profile);
    const auto notebook = restoreBackup(**profile, call.parts(), file, words, [&](qint64 done, qint64 total) {
        call.console().progress(cliText("Reading, %1 %").arg(total > 0 ? done * 100 / total : 100));
    });
    if (!notebook)
        return passOn(notebook);
    if (const auto shown = (*profile)->setCurrent((*notebook)->id()); !shown)
        return shown;
    const auto info = (*notebook)->info();
    if (!info)
        return passOn(info);
    call.console().line(cliText("%1 is back").arg(info->name));
    return {};
}

} // namespace inkstep
