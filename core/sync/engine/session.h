#pragma once

#include "sync/engine/books.h"
#include "sync/engine/members.h"
#include "sync/engine/syncer.h"

#include <map>

namespace inkstep {

// One run of sending and receiving. What concerns one file (damaged, late, not to be written just now)
// becomes a problem in the report and the run goes on; what concerns the place or this device's disk ends it.
class Session {
public:
    struct Parts {
        Notebook &notebook;
        Store::Parts world;
        Books &books;
        const NotebookKeys &keys;
        Remote &remote;
        QString deviceName;
        std::function<void(const SyncProgress &)> progress;
        std::function<bool()> cancelled;
    };
    explicit Session(const Parts &parts) : m(parts) {}

    Status run();
    SyncReport takeReport() { return std::move(m_report); }

    // Just the head, as after joining.
    Status publishHead();

private:
    // Sending (sending.cpp).
    Status announceSelf(); // our card, and whether the store agrees with what we remember of it
    Status closeBundles();
    Status sendBundles();
    Status sendPictures(bool previews);
    Status putPicture(const Books::Picture &picture);
    // Receiving (receiving.cpp).
    Status readPeople();
    Status readCards(std::map<Id, Card> &cards);
    Status answerInvites(const std::map<Id, Card> &cards);
    std::optional<Head> headOf(const Member &member);
    Status tellWhoJoined();
    Status receiveBundles();
    Status receiveFrom(Books::Device &device);
    Result<bool> receiveOne(Books::Device &device, const QString &file, const syncnames::BundleName &name);
    Status fetchPictures(bool previews);
    Result<QByteArray> readPicture(const Books::Picture &picture);

    // Success if the run can go on after this error; the error else.
    Status note(const Error &error, const QString &subject = {});
    Status goOn() const; // Cancelled if a person stopped it
    void planned(std::size_t items, qint64 bytes);
    void did(qint64 bytes, bool sending);

    Parts m;
    SyncReport m_report;
    SyncProgress m_progress;
    std::map<Id, Books::Device> m_devices; // members but this one
    std::map<Id, Head> m_heads;
    bool m_mayWrite = true; // false: another copy of this device has written to the store
    bool m_full = false;    // the place has no room for pictures
    bool m_fullHere = false;
};

// The card kept for this device, written the same each time it is needed.
inline const QString cardValue = QStringLiteral("card");

} // namespace inkstep
