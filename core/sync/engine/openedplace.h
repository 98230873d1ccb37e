#pragma once

#include "base/id.h"
#include "store/store.h"
#include "sync/remote/webdavremote.h"

#include <memory>

namespace inkstep {

// A place as it was opened for one run: a folder, or a server and what opens its door.
class OpenedPlace {
public:
    // `place`: a folder's path or file: URL, or a server's as ServerAddress::place() writes it. `key` for a
    // server; without one what was kept for it. BadInput. Nothing is asked of the place yet.
    static Result<OpenedPlace> open(const QString &place, const Store::Parts &world,
                                    const ServerKey *key = nullptr);

    // A server's address as it should be kept: where it leads on to, and for a Nextcloud its files.
    // Unreachable, PasswordNeeded, UnknownCertificate, ServerTrouble. For a folder nothing happens.
    Status settle();

    // Keeps what opens a server's door, once it has. Nothing to keep for a folder.
    Status keepDoor() const;

    std::unique_ptr<Remote> root() const;
    // The notebook's store in it. It refuses when the store's own folder is gone, so that a stick pulled out
    // half way does not leave a store on the disk below it. `device` is the one that writes.
    std::unique_ptr<Remote> store(const Id &notebook, const Id &device) const;

    bool server() const { return m_line != nullptr; }
    QString text() const { return m_line ? m_address.place() : m_folder; } // as Books keep it
    ServerKey key() const; // with what was learned of the door since

private:
    explicit OpenedPlace(const Store::Parts &world) : m_world(world) {}

    Store::Parts m_world;
    QString m_folder;
    ServerAddress m_address;
    ServerKey m_key;
    std::shared_ptr<WebDavRemote::Line> m_line;
};

// What opens a server's door, kept for the next run; every notebook of one user on one server shares it.
// NotFound.
Result<ServerKey> keptKey(Secrets &secrets, const ServerAddress &address);
Status keepKey(Secrets &secrets, const ServerAddress &address, const ServerKey &key);

} // namespace inkstep
