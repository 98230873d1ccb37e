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

namespace {
PictureInfo infoOf(const PictureLayout &layout) {
    return {layout.format, layout.size, layout.tags.orientation, layout.tags.taken};
}
} // namespace

Result<PictureInfo> inspect(const QByteArray &bytes) {
    const auto layout = layoutOf(bytes);
    if (!layout)
        return passOn(layout);
    return infoOf(*layout);
}

Result<QByteArray> withoutPlaceAndDevice(const QByteArray &bytes) {
    auto clean = cleaned(bytes);
    if (!clean)
        return passOn(clean);
    return std::move(clean->bytes);
}

Result<CleanPicture> cleaned(const QByteArray &bytes) {
    const auto layout = layoutOf(bytes);
    if (!layout)
        return passOn(layout);
    return CleanPicture{infoOf(*layout), carriesAll(*layout, bytes) ? bytes : assemble(*layout)};
}

} // namespace inkstep
