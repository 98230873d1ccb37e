#pragma once

#include <QQuickAsyncImageProvider>
#include <QThreadPool>
#include <memory>

namespace inkstep {

class Workspace;

// image://photo/<page id>/part/0/<x,y,width,height,pixels>: a part of the upright original, 0 to 1 across and
// down, so many pixels wide but never wider than it is there; the file is opened once for all its parts.
// image://photo/<page id>/<thumbnail|preview|original>/<quarter turns>: a page's picture, upright and turned,
// never larger than the size asked for. With /filled after it, the top of the picture, cut and scaled to be
// exactly that size: for small pictures, which a scene then shows pixel by pixel. Read, opened and decoded on
// threads of its own. What follows then is for the caller alone: another ending loads a changed picture anew.
class PhotoProvider final : public QQuickAsyncImageProvider {
public:
    explicit PhotoProvider(Workspace &workspace);
    ~PhotoProvider() override;
    QQuickImageResponse *requestImageResponse(const QString &id, const QSize &requestedSize) override;

private:
    Workspace &m_workspace;
    std::shared_ptr<void> m_atHand; // the original whose parts are looked at
    QThreadPool m_pool;
};

} // namespace inkstep
