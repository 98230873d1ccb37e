#pragma once

#include <QQuickAsyncImageProvider>
#include <QThreadPool>
#include <memory>

namespace inkstep {

class Workspace;

// image://photo/<page id>/<thumbnail|preview|original>/<quarter turns>/<plain|filled>/<stamp>/<view>: a
// page's picture, upright, in its view (viewOf(); left out: as shot) and then turned, never larger than the
// size asked for. Filled: the top of the picture, cut and scaled to be exactly that size: for small pictures,
// which a scene then shows pixel by pixel. The stamp is for the caller alone: another one loads a changed
// picture anew. image://photo/<page id>/part/0/<x,y,width,height,pixels>/<stamp>/<view>: a part of the
// unturned view, 0 to 1 across and down, so many pixels wide but never wider than it was taken; the file is
// opened once for all its parts. Read, opened, decoded and flattened on threads of its own.
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
