#pragma once

#include "support/realservers.h"

#include <QStringList>

namespace inkstep::bench {

// rclone, as a baseline: the same files moved by a program that many trust. Four transfers, one try, no
// configuration of whoever runs this.
QStringList rcloneOptions();
// And with what opens a server: its folder is then ":webdav:...".
QStringList rcloneOptions(const test::RealServer &server);
// Ends the program with what rclone said if it fails.
void rclone(const QStringList &arguments);

} // namespace inkstep::bench
