#pragma once

#include "base/base.h"

namespace inkstep {

// Every byte of every picture of a notebook, sealed. A picture is durably there before anything names it:
// sealed temporary file, synced, renamed, folder synced. Safe from any thread; files are only ever added
// whole.
class Vault {
public:
    Vault(QString folder, FileSystem &files, Random &random);

    // Makes the folders pictures go to, so that no shutter waits for one to be made and synced.
    Status prepare();

    // Removes what was half written when a program ended: for the one who has just opened the notebook,
    // before anybody writes. What cannot be removed stays; it is never taken for a picture.
    void sweep();

    // Seals and keeps. Durable when it returns success. DiskFull, NoPermission, WriteFailed.
    Result<BlobRef> put(QByteArrayView plain);
    // The plain bytes. NotFound when the file is not on this device, Damaged, WrongKey.
    Result<QByteArray> get(const BlobRef &ref) const;

    bool has(const QByteArray &name) const;
    // Sealed bytes, for sending and for checking.
    Result<QByteArray> sealed(const QByteArray &name) const;
    // Keeps sealed bytes that came from elsewhere. Damaged unless they hash to the name.
    Status adopt(const QByteArray &name, QByteArrayView sealedBytes);
    // Removes a picture for good, and what was worked out from it; absent is success.
    Status erase(const QByteArray &name);
    // Names of every sealed file here.
    Result<std::vector<QByteArray>> names() const;

    // Small things worked out from a picture, which can be worked out again: not synced, lost without harm.
    Status keepDerived(const BlobRef &of, const QByteArray &role, QByteArrayView plain);
    Result<QByteArray> derived(const BlobRef &of, const QByteArray &role) const;

    // Pieces of what is still being said, counted from 0, each sealed under a key the caller keeps: durable
    // when it returns success, gone with the recording.
    Status keepPiece(int number, const QByteArray &key, QByteArrayView context, QByteArrayView plain);
    Result<QByteArray> piece(int number, const QByteArray &key, QByteArrayView context) const;
    int pieces() const;
    Status dropPieces(); // the last before the first, so that none is ever passed over

private:
    QString piecePath(int number) const;
    QString pictures() const { return m_folder + QStringLiteral("/blobs"); }
    QString derivatives() const { return m_folder + QStringLiteral("/derived"); }
    QString path(const QByteArray &name) const;
    QString derivedPath(const BlobRef &of, const QByteArray &role) const;
    Result<std::unique_ptr<StagedFile>> stage(const QString &root);
    Status keep(StagedFile &staged, const QString &final);

    QString m_folder;
    FileSystem &m_files;
    Random &m_random;
};

} // namespace inkstep
