#pragma once

#include <QObject>

namespace inkstep {

// What the system knows of the network. Where it tells nothing (no service that knows) nothing is claimed:
// never metered, and cameOnline() does not come. Asking costs a plugin and what it stands on, so nothing is
// asked before begin(): who syncs to a folder needs no network.
class NetworkWatch : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    void begin();         // once is enough; more do nothing
    bool metered() const; // the line in use is paid for by the byte

signals:
    void cameOnline();

private:
    bool m_begun = false;
};

} // namespace inkstep
