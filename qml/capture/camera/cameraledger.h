#pragma once

#include "camerabackend.h"

#include <QHash>
#include <QSet>

namespace inkstep {

// Makes one list of real cameras out of what Qt's GStreamer backend reports (up to 6.4): a camera that is
// there when the program starts appears a second time soon after, and unplugging it takes away only one of
// the two entries. Cameras plugged in later are listed once. So every entry of the first list waits for its
// double, and an entry whose double was taken away is of a camera that is gone. Systems that list right pass
// through unchanged, except that a second camera of the same name, plugged in after the start, counts as the
// double of the first.
class CameraLedger {
public:
    // Takes the system's list as it is now; returns the cameras that are there.
    QList<CameraInfo> update(const QList<CameraInfo> &listed);

private:
    bool isDouble(const CameraInfo &camera);
    void noteMissing(const QSet<QByteArray> &present);

    QHash<QByteArray, QString> m_single;      // first listed, double not seen yet: id and name
    QHash<QByteArray, QByteArray> m_doubleOf; // either way round
    QSet<QByteArray> m_hidden;                // doubles and entries of cameras that are gone
    QSet<QByteArray> m_known;
    bool m_started = false;
};

} // namespace inkstep
