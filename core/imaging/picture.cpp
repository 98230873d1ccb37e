#include "imaging/picture.h"

#include "imaging/layout.h"

namespace inkstep {

QLatin1StringView formatName(PictureFormat format) {
    switch (format) {
    case PictureFormat::Png:
        return QLatin1StringView("png");
    case PictureFormat::WebP:
        return QLatin1StringView("webp");
    case PictureFormat::Jpeg:
        break;
    }
    return QLatin1StringView("jpeg");
}

Result<PictureInfo> inspect(const QByteArray &bytes) {
    const auto layout = layoutOf(bytes);
    if (!layout)
        return passOn(layout);
    return PictureInfo{layout->format, layout->size, layout->tags.orientation, layout->tags.taken};
}

Result<QByteArray> withoutPlaceAndDevice(const QByteArray &bytes) {
    const auto layout = layoutOf(bytes);
    if (!layout)
        return passOn(layout);
    return assemble(*layout);
}

} // namespace inkstep
