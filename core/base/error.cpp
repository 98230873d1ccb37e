#include "base/error.h"

#include <QCoreApplication>
#include <cerrno>
#include <cstring>

namespace inkstep {

namespace {
QString say(const char *text) {
    return QCoreApplication::translate("Error", text);
}
} // namespace

QString ErrorWords::sentence() const {
    QStringList parts{happened};
    for (const QString &part : {safe, todo}) {
        if (!part.isEmpty())
            parts << part;
    }
    return parts.join(QLatin1Char(' '));
}

ErrorWords wordsFor(const Error &error) {
    const QString about = error.subject.isEmpty() ? say("That") : QStringLiteral("“%1”").arg(error.subject);
    const QString inside = error.subject.isEmpty() ? say("it") : about; // further on in a sentence
    const QString kept = say("Everything saved so far is safe.");
    const QString unchanged = say("Nothing was changed.");
    switch (error.code) {
    case ErrorCode::NotFound:
        return {say("%1 could not be found.").arg(about), unchanged, {}};
    case ErrorCode::NoPermission:
        return {(error.subject.startsWith(QLatin1StringView("http"))
                     ? say("The server does not let Inkstep use %1.")
                     : say("This device does not let Inkstep use %1."))
                    .arg(inside),
                kept, say("Choose another place, or ask whoever looks after it to allow it.")};
    case ErrorCode::DiskFull:
        return {say("There is no room left to save."), kept,
                say("Free some space on this device or in the folder, then try again.")};
    case ErrorCode::ReadFailed:
        return {say("%1 could not be read.").arg(about), unchanged, say("Try again, or use another copy.")};
    case ErrorCode::WriteFailed:
        return {say("%1 could not be saved.").arg(about), kept, say("Try again.")};
    case ErrorCode::Damaged:
        return {say("%1 is damaged: it is not what was written.").arg(about), kept,
                say("Sync with another device that has a good copy.")};
    case ErrorCode::WrongKey:
        return {say("%1 was locked with another key.").arg(about), unchanged, {}};
    case ErrorCode::TooLarge:
        return {say("%1 is too large.").arg(about), unchanged,
                error.detail.isEmpty() ? QString() : error.detail};
    case ErrorCode::NotAPicture:
        return {say("%1 is not a picture Inkstep can read, or it was cut short.").arg(about), unchanged,
                say("Use a JPEG, PNG, WebP or HEIC picture, or a PDF.")};
    case ErrorCode::BadInput:
        if (error.subject.isEmpty() && error.detail.endsWith(QLatin1Char('.')))
            return {error.detail, unchanged, {}}; // not about a thing: the detail is the whole sentence
        return {say("%1 cannot be used.").arg(about), unchanged, error.detail};
    case ErrorCode::BadCode:
        return {say("This join code does not work."), unchanged,
                say("Check it letter by letter, or ask for a new one on the other tablet.")};
    case ErrorCode::BadWords:
        return {say("These words open nothing here."), unchanged,
                say("Compare them with the paper: six words of five letters, in their order.")};
    case ErrorCode::Ambiguous:
        return {say("%1 fits more than one.").arg(about), unchanged, error.detail};
    case ErrorCode::WrongStore:
        return {say("%1 belongs to another notebook.").arg(about), unchanged, say("Choose another folder.")};
    case ErrorCode::StoreMissing:
        return {say("Nothing of this notebook is in %1 right now.").arg(inside), kept,
                error.subject.startsWith(QLatin1StringView("http"))
                    ? say("See that the address is right, and that nobody has moved or deleted its files.")
                    : say("See that the stick is in, and that this is the folder the other tablets use.")};
    case ErrorCode::NotAStore:
        return {say("%1 holds other things.").arg(about), unchanged, say("Choose an empty folder.")};
    case ErrorCode::Unreachable:
        return {say("%1 is not there right now.").arg(about), kept,
                say("It will be sent by itself when it is back.")};
    case ErrorCode::NewerVersion:
        return {say("%1 was written by a newer Inkstep.").arg(about), unchanged,
                say("Update Inkstep on this device.")};
    case ErrorCode::InUse:
        return {say("Inkstep is already open with this profile."), unchanged,
                say("Use the window that is open.")};
    case ErrorCode::NotConnected:
        return {say("This notebook is not connected to a folder yet."), kept, say("Connect it first.")};
    case ErrorCode::Cancelled:
        return {say("Stopped."), kept, {}};
    case ErrorCode::PasswordNeeded:
        return {say("%1 asks for a user name and password it knows.").arg(about), kept,
                say("Give them again where this notebook is connected.")};
    case ErrorCode::UnknownCertificate:
        return {say("%1 shows a certificate that nobody this device trusts has signed.").arg(about), kept,
                say("Ask whoever runs the server for its fingerprint, and go on only if it is the same: %1")
                    .arg(error.detail)};
    case ErrorCode::CertificateChanged:
        return {
            say("%1 shows another certificate than the one that was accepted before.").arg(about), kept,
            say("Somebody may stand between this device and the server. Ask whoever runs it whether it has a "
                "new one, and connect again only if its fingerprint is the same: %1")
                .arg(error.detail)};
    case ErrorCode::ServerBusy:
        return {say("%1 is busy right now.").arg(about), kept, say("It will be tried again by itself.")};
    case ErrorCode::ServerTrouble:
        return {
            say("%1 does not answer as a server for files should.").arg(about), kept,
            say("The Wi-Fi may want a sign-in first: open any page in a browser to see. If it stays so, tell "
                "whoever runs the server.")};
    case ErrorCode::Removed:
        return {say("This device has been taken out of %1.")
                    .arg(error.subject.isEmpty() ? say("this notebook") : about),
                say("What is on it can still be read here; nothing more is sent or received."),
                say("If that is a mistake, ask for a new invite and join again.")};
    case ErrorCode::UsedTwice:
        return {say("%1 was used on two tablets at once. Each of them now counts as a tablet of its own.")
                    .arg(about),
                say("Everything written on either of them is kept."),
                say("Nothing needs to be done. If words were changed on both, both versions are shown.")};
    case ErrorCode::NoKeyYet:
        return {say("%1 has new keys since this device last synced, and they have not reached it yet. Until "
                    "then it cannot read what the others write.")
                    .arg(error.subject.isEmpty() ? say("This notebook") : about),
                kept,
                say("Sync again once another device has synced. If it stays like this, ask for a new invite "
                    "and join again.")};
    case ErrorCode::Copied:
        return {say("Another tablet was using the same copy of %1, so this one now counts as a tablet of its "
                    "own.")
                    .arg(error.subject.isEmpty() ? say("this notebook") : about),
                say("Everything written on either of them is kept."),
                say("If the other one is not used any more, stop waiting for it under Devices.")};
    case ErrorCode::Failed:
        break;
    }
    return {error.subject.isEmpty() ? say("Something went wrong.")
                                    : say("Something went wrong with %1.").arg(about),
            kept, say("Try again.")};
}

Error systemError(int errorNumber, const QString &detail, const QString &subject) {
    const QString full =
        QStringLiteral("%1: %2").arg(detail, QString::fromLocal8Bit(std::strerror(errorNumber)));
    switch (errorNumber) {
    case ENOSPC:
    case EDQUOT:
        return {ErrorCode::DiskFull, full, subject};
    case EACCES:
    case EPERM:
    case EROFS:
        return {ErrorCode::NoPermission, full, subject};
    case ENOENT:
    case ENOTDIR:
        return {ErrorCode::NotFound, full, subject};
    case EIO:
        return {ErrorCode::WriteFailed, full, subject};
    default:
        return {ErrorCode::Failed, full, subject};
    }
}

} // namespace inkstep
