#pragma once

#include "sync/engine/books.h"
#include "sync/engine/members.h"
#include "sync/engine/storedpicture.h"
#include "sync/engine/syncer.h"

#include <map>
#include <mutex>

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
        bool originals = true; // false: words and previews only
    };
    explicit Session(const Parts &parts) : m(parts) {}

    Status run();
    // What a look at the place tells, for one that is asked over a network: a request a device and one more.
    enum class Look { Nothing, OnlyOurs, Everything };
    Result<Look> look();
    Status runOurs(); // after a look that found nothing new of others
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
    Status pictureWent(const Books::Picture &picture, const Status &put);
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
    struct Fetched {
        Result<qint64> read; // bytes
        Status kept;
    };
    Fetched fetchPicture(const Books::Picture &picture);
    Status pictureCame(const Books::Picture &picture, const Fetched &fetched);
    Result<QByteArray> readPicture(const Books::Picture &picture);
    // work(i) for every i below `count`, as many at once as the place takes, on threads of their own;
    // done(i, its result) here, in the order they end. After an error no more are begun and it is returned;
    // once `full` is set no more are begun.
    template<class T>
    Status several(std::size_t count, const std::function<T(std::size_t)> &work,
                   const std::function<Status(std::size_t, const T &)> &done, const bool &full);

    // Success if the run can go on after this error; the error else.
    Status note(const Error &error, const QString &subject = {});
    Status goOn() const; // Cancelled if a person stopped it
    void planned(int items, qint64 bytes);
    void did(qint64 bytes, bool sending, const QString &path = {});
    void moved(const QString &path, qint64 bytes); // from any thread
    void tell();
    void watchTransfers();
    void lookAtClock();

    Parts m;
    SyncReport m_report;
    SyncProgress m_progress;
    std::map<Id, Books::Device> m_devices; // members but this one
    std::map<Id, Head> m_heads;
    bool m_mayWrite = true; // false: another copy of this device has written to the store
    bool m_full = false;    // the place has no room for pictures
    bool m_fullHere = false;

    std::mutex m_telling;                         // over m_progress and what follows
    std::map<QString, qint64> m_moving;           // bytes of files on their way
    std::chrono::steady_clock::time_point m_told; // when progress was told last
};

// The card kept for this device, written the same each time it is needed.
inline const QString cardValue = QStringLiteral("card");
// The number of the head written last.
inline const QString headNumberValue = QStringLiteral("head.number");

} // namespace inkstep
