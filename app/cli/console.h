#pragma once

#include "base/error.h"
#include "cli/cli.h"

#include <QJsonObject>

namespace inkstep {

// What a verb says, and where.
class Console {
public:
    explicit Console(Streams streams) : m_streams(streams) {}

    // One line of what was asked for. It has left the program when this returns.
    void line(const QString &text);
    void json(const QJsonObject &object); // one line
    // One line on the error stream, whatever line breaks `text` holds.
    void complain(const QString &text);
    // How far long work is; shown to a person at a terminal only, each over the last.
    void progress(const QString &text);

    QByteArray input() const; // all of it

private:
    void endProgress();

    Streams m_streams;
    bool m_inProgress = false;
};

} // namespace inkstep
