#include "cameraledger.h"

#include <algorithm>

namespace inkstep {

QList<CameraInfo> CameraLedger::update(const QList<CameraInfo> &listed) {
    QSet<QByteArray> present;
    for (const CameraInfo &camera : listed)
        present.insert(camera.id);
    noteMissing(present);

    for (const CameraInfo &camera : listed) {
        if (m_known.contains(camera.id))
            continue;
        m_known.insert(camera.id);
        if (isDouble(camera))
            m_hidden.insert(camera.id);
        else if (!m_started)
            m_single.insert(camera.id, camera.name);
    }
    m_started = true;

    QList<CameraInfo> real;
    std::copy_if(listed.begin(), listed.end(), std::back_inserter(real),
                 [this](const CameraInfo &camera) { return !m_hidden.contains(camera.id); });
    return real;
}

bool CameraLedger::isDouble(const CameraInfo &camera) {
    for (auto single = m_single.begin(); single != m_single.end(); ++single) {
        if (single.value() != camera.name)
            continue;
        m_doubleOf.insert(camera.id, single.key());
        m_doubleOf.insert(single.key(), camera.id);
        m_single.erase(single);
        return true;
    }
    return false;
}

void CameraLedger::noteMissing(const QSet<QByteArray> &present) {
    const QSet<QByteArray> gone = m_known - present;
    for (const QByteArray &id : gone) {
        const QByteArray left = m_doubleOf.take(id);
        if (!left.isEmpty()) {
            m_doubleOf.remove(left);
            m_hidden.insert(left);
        }
        m_single.remove(id);
        m_hidden.remove(id);
        m_known.remove(id);
    }
}

} // namespace inkstep
