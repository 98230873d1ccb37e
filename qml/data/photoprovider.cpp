#include "photoprovider.h"

#include "imaging/imaging.h"
#include "ingest/ingest.h"
#include "store/layout.h"
#include "workspace.h"

#include <QTransform>
#include <atomic>

namespace inkstep {

namespace {

struct Wanted {
    Id page;
    QString role;
    int turns = 0;
    QSize size;
    bool filled = false;
};

// The top of the picture, scaled to cover `box` to the pixel.
QImage filling(const QImage &image, QSize box) {
    const QImage scaled = image.scaled(box, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    return scaled.copy((scaled.width() - box.width()) / 2, 0, box.width(), box.height());
}

Result<QImage> load(Notebook &notebook, const Wanted &wanted) {
    const auto page = notebook.store().read([&](Database &db) { return find<Page>(db, wanted.page); });
    if (!page)
        return passOn(page);
    if (!*page)
        return failure(ErrorCode::NotFound, QStringLiteral("page"));
    Ingest ingest(notebook);
    const auto bytes = wanted.role == QLatin1StringView("thumbnail")
                           ? ingest.thumbnail(**page)
                           : ingest.picture(**page, wanted.role == QLatin1StringView("original"));
    if (!bytes)
        return passOn(bytes);
    const bool filled = wanted.filled && !wanted.size.isEmpty();
    const QSize bound = filled ? QSize() : wanted.turns % 2 ? wanted.size.transposed() : wanted.size;
    auto image = decodeUpright(*bytes, bound);
    if (image && wanted.turns % 4 != 0)
        *image = image->transformed(QTransform().rotate(90.0 * wanted.turns));
    if (image && filled)
        *image = filling(*image, wanted.size);
    return image;
}

// The engine keeps a response until it has finished, also when it was cancelled meanwhile.
class Response final : public QQuickImageResponse {
public:
    Response(Notebook *notebook, const Wanted &wanted, QThreadPool &pool) {
        pool.start([this, notebook, wanted] {
            const Result<QImage> image =
                m_cancelled ? failure(ErrorCode::Cancelled) : load(*notebook, wanted);
            if (image)
                m_image = *image;
            else
                m_problem = wordsFor(image.error()).happened;
            QMetaObject::invokeMethod(this, &QQuickImageResponse::finished, Qt::QueuedConnection);
        });
    }
    QQuickTextureFactory *textureFactory() const override {
        return QQuickTextureFactory::textureFactoryForImage(m_image);
    }
    QString errorString() const override { return m_problem; }
    void cancel() override { m_cancelled = true; }

private:
    std::atomic<bool> m_cancelled = false;
    QImage m_image;
    QString m_problem;
};

class EmptyResponse final : public QQuickImageResponse {
public:
    EmptyResponse() { QMetaObject::invokeMethod(this, &QQuickImageResponse::finished, Qt::QueuedConnection); }
    QQuickTextureFactory *textureFactory() const override { return nullptr; }
    QString errorString() const override { return QStringLiteral("no notebook is open"); }
};

} // namespace

PhotoProvider::PhotoProvider(Workspace &workspace) : m_workspace(workspace) {
    m_pool.setMaxThreadCount(std::max(1, QThread::idealThreadCount()));
    // The notebook's objects go with the workspace; no picture may still be loading then.
    QObject::connect(
        &workspace, &Workspace::notebookClosing, this,
        [this] {
            m_pool.clear();
            m_pool.waitForDone();
        },
        Qt::DirectConnection);
}

PhotoProvider::~PhotoProvider() {
    m_pool.clear();
    m_pool.waitForDone();
}

QQuickImageResponse *PhotoProvider::requestImageResponse(const QString &id, const QSize &requestedSize) {
    const QStringList parts = id.split(QLatin1Char('/'));
    Notebook *notebook = m_workspace.notebook();
    if (!notebook || parts.size() < 2)
        return new EmptyResponse;
    return new Response(notebook,
                        {idFromText(parts[0]), parts[1], parts.value(2).toInt(), requestedSize,
                         parts.value(3) == QLatin1StringView("filled")},
                        m_pool);
}

} // namespace inkstep
