#pragma once

#include <QObject>

namespace inkstep {

// What the system knows of the network. Where it tells nothing (no service that knows) nothing is claimed:
// never metered, and cameOnline() does not come.
class NetworkWatch : public QObject {
    Q_OBJECT

public:
    explicit NetworkWatch(QObject *parent = nullptr);

    bool metered() const; // the line in use is paid for by the byte

signals:
    void cameOnline();
};

} // namespace inkstep
