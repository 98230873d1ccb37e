#pragma once

#include <QQuickAsyncImageProvider>
#include <QThreadPool>

namespace inkstep {

class Workspace;

// image://photo/<page id>/<thumbnail|preview|original>/<quarter turns>: a page's picture, upright and turned,
// never larger than the size asked for. With /filled after it, the top of the picture, cut and scaled to be
// exactly that size: for small pictures, which a scene then shows pixel by pixel. Read, opened and decoded on
// threads of its own.
class PhotoProvider final : public QQuickAsyncImageProvider {
public:
    explicit PhotoProvider(Workspace &workspace);
    ~PhotoProvider() override;
    QQuickImageResponse *requestImageResponse(const QString &id, const QSize &requestedSize) override;

private:
    Workspace &m_workspace;
    QThreadPool m_pool;
};

} // namespace inkstep
