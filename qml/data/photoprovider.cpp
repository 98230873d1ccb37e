#include "photoprovider.h"

#include "imaging/flat/flatparts.h"
#include "imaging/imaging.h"
#include "imaging/part.h"
#include "ingest/ingest.h"
#include "model/sheet.h"
#include "store/layout.h"
#include "workspace.h"

#include <QTransform>
#include <atomic>
#include <mutex>

namespace inkstep {

namespace {

struct Wanted {
    Id page;
    QString role;
    int turns = 0;
    QSize size;
    bool filled = false;
    QString view; // its words; empty: as shot
    QRectF part;  // of the unturned view; empty: all of it
};

// Pixels a side, which every tablet's graphics can show in one piece.
constexpr int largestTexture = 4096;

// "0.1,0.2,0.5,0.5,1200": a part, 1200 pixels across.
void askForPart(const QString &text, Wanted &wanted) {
    const QStringList numbers = text.split(QLatin1Char(','));
    wanted.part = QRectF(numbers.value(0).toDouble(), numbers.value(1).toDouble(),
                         numbers.value(2).toDouble(), numbers.value(3).toDouble());
    wanted.size = QSize(std::clamp(numbers.value(4).toInt(), 1, largestTexture), largestTexture);
}

// The top of the picture, scaled to cover `box` to the pixel.
QImage filling(const QImage &image, QSize box) {
    const QImage scaled = image.scaled(box, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
    return scaled.copy((scaled.width() - box.width()) / 2, 0, box.width(), box.height());
}

Look lookOf(const FlatView &view) {
    return view.clear ? Look::Clear : Look::Page;
}

// The upright picture with its longer side at most `side` pixels, from the preview where it is here.
Result<QImage> smallPicture(Notebook &notebook, const Page &page, int side) {
    const auto bytes = Ingest(notebook).picture(page, false);
    return bytes ? decodeUpright(*bytes, QSize(side, side)) : passOn(bytes);
}

// The file whose parts are looked at, opened once for all of them; and how the light of its sheet is evened.
class OriginalAtHand {
public:
    Result<QByteArray> bytes(Notebook &notebook, const Page &page) {
        const std::lock_guard lock(m_mutex);
        if (m_name == page.original.name && !m_name.isEmpty())
            return m_bytes;
        auto bytes = Ingest(notebook).picture(page, true);
        if (bytes && bytes->size() <= most) {
            m_name = page.original.name;
            m_bytes = *bytes;
        }
        return bytes;
    }
    Result<FlatParts> parts(Notebook &notebook, const Page &page, const QString &view, const FlatView &flat) {
        const std::lock_guard lock(m_mutex);
        if (m_parts && m_partsOf == page.original.name && m_view == view)
            return *m_parts;
        const auto preview = smallPicture(notebook, page, previewSide);
        if (!preview)
            return passOn(preview);
        m_parts = FlatParts(*preview, flat.corners, lookOf(flat));
        m_partsOf = page.original.name;
        m_view = view;
        return *m_parts;
    }

private:
    static constexpr qsizetype most = 64 << 20;
    std::mutex m_mutex;
    QByteArray m_name;
    QByteArray m_bytes;
    QByteArray m_partsOf;
    QString m_view;
    std::optional<FlatParts> m_parts;
};

Result<QImage> loadPart(Notebook &notebook, const Wanted &wanted, const Page &page, OriginalAtHand &atHand) {
    const auto bytes = atHand.bytes(notebook, page);
    if (!bytes)
        return passOn(bytes);
    const auto flat = flatViewFrom(wanted.view);
    if (!flat)
        return decodePart(*bytes, wanted.part, wanted.size);
    const auto parts = atHand.parts(notebook, page, wanted.view, *flat);
    return parts ? parts->part(*bytes, wanted.part, wanted.size) : passOn(parts);
}

// The sheet lying flat, from the preview. Of its longer side no more pixels are made than the picture has.
Result<QImage> loadFlat(Notebook &notebook, const Page &page, const FlatView &flat, QSize bound) {
    const auto preview = smallPicture(notebook, page, previewSide);
    if (!preview)
        return passOn(preview);
    std::array<QPointF, 4> corners = flat.corners;
    for (QPointF &corner : corners)
        corner = {corner.x() * preview->width(), corner.y() * preview->height()};
    const int most = bound.isEmpty() ? largestTexture : std::max(bound.width(), bound.height());
    QImage image = flattened(*preview, corners, lookOf(flat), most);
    const QSize size = fittedInto(image.size(), bound);
    return size == image.size() ? image : image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

Result<QImage> loadWhole(Notebook &notebook, const Wanted &wanted, const Page &page, QSize bound) {
    Ingest ingest(notebook);
    const bool thumbnail = wanted.role == QLatin1StringView("thumbnail");
    const auto flat = flatViewFrom(wanted.view);
    if (flat && !thumbnail)
        return loadFlat(notebook, page, *flat, bound);
    const auto bytes = thumbnail ? ingest.thumbnail(page, wanted.view)
                                 : ingest.picture(page, wanted.role == QLatin1StringView("original"));
    return bytes ? decodeUpright(*bytes, bound) : passOn(bytes);
}

Result<QImage> load(Notebook &notebook, const Wanted &wanted, OriginalAtHand &atHand) {
    const auto page = notebook.store().read([&](Database &db) { return find<Page>(db, wanted.page); });
    if (!page)
        return passOn(page);
    if (!*page)
        return failure(ErrorCode::NotFound, QStringLiteral("page"));
    if (!wanted.part.isEmpty())
        return loadPart(notebook, wanted, **page, atHand);
    const bool filled = wanted.filled && !wanted.size.isEmpty();
    const QSize bound = filled ? QSize() : wanted.turns % 2 ? wanted.size.transposed() : wanted.size;
    auto image = loadWhole(notebook, wanted, **page, bound);
    if (image && wanted.turns % 4 != 0)
        *image = image->transformed(QTransform().rotate(90.0 * wanted.turns));
    if (image && filled)
        *image = filling(*image, wanted.size);
    return image;
}

// The engine keeps a response until it has finished, also when it was cancelled meanwhile.
class Response final : public QQuickImageResponse {
public:
    Response(Notebook *notebook, const Wanted &wanted, std::shared_ptr<OriginalAtHand> atHand,
             QThreadPool &pool) {
        pool.start([this, notebook, wanted, atHand = std::move(atHand)] {
            const Result<QImage> image =
                m_cancelled ? failure(ErrorCode::Cancelled) : load(*notebook, wanted, *atHand);
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

PhotoProvider::PhotoProvider(Workspace &workspace)
    : m_workspace(workspace), m_atHand(std::make_shared<OriginalAtHand>()) {
    m_pool.setMaxThreadCount(std::max(1, QThread::idealThreadCount()));
    // The notebook's objects go with the workspace; no picture may still be loading then.
    QObject::connect(
        &workspace, &Workspace::notebookClosing, this,
        [this] {
            m_pool.clear();
            m_pool.waitForDone();
            m_atHand = std::make_shared<OriginalAtHand>(); // the next notebook's pages are not these
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
    Wanted wanted{idFromText(parts[0]),
                  parts[1],
                  parts.value(2).toInt(),
                  requestedSize,
                  parts.value(3) == QLatin1StringView("filled"),
                  parts.value(5),
                  {}};
    if (parts[1] == QLatin1StringView("part"))
        askForPart(parts.value(3), wanted);
    return new Response(notebook, wanted, std::static_pointer_cast<OriginalAtHand>(m_atHand), m_pool);
}

} // namespace inkstep
