#pragma once

#include "base/clock.h"
#include "base/error.h"

#include <QByteArray>
#include <QSize>
#include <optional>

namespace inkstep {

// The formats kept as they are. All three can be cleaned without touching a pixel; others are refused.
enum class PictureFormat { Jpeg, Png, WebP };

QLatin1StringView
formatName(PictureFormat format); // "jpeg", "png", "webp": also Qt's name and the file suffix

// Bounds of what is taken in. A 200-megapixel phone picture fits; a small file that claims more does not.
inline constexpr qint64 largestFile = 256ll << 20;     // bytes
inline constexpr qint64 mostPixels = 200'000'000;      // JPEG, whose codec can decode to a smaller size
inline constexpr qint64 mostPixelsWhole = 100'000'000; // PNG and WebP, which are always decoded whole
inline constexpr int longestSide = 32'767;             // pixels; Qt's painter counts no further

// When the shutter fell, as the camera's own clock showed it. Many cameras do not say which zone that was.
struct CaptureTime {
    std::chrono::local_time<std::chrono::milliseconds> wall;
    std::optional<std::chrono::minutes> offset; // east of UTC

    // `offsetIfUnknown`: the offset to assume for a camera that gave none.
    Moment moment(std::chrono::minutes offsetIfUnknown) const {
        return Moment(wall.time_since_epoch() - offset.value_or(offsetIfUnknown));
    }
    bool operator==(const CaptureTime &) const = default;
};

struct PictureInfo {
    PictureFormat format = PictureFormat::Jpeg;
    QSize storedSize;    // pixels as stored, before orientation
    int orientation = 1; // EXIF 2.32, tag 0x0112: 1 to 8
    std::optional<CaptureTime> taken;

    QSize uprightSize() const { return orientation >= 5 ? storedSize.transposed() : storedSize; }
    bool operator==(const PictureInfo &) const = default;
};

// What a file holds, from its structure alone; no pixel is decoded. The whole structure is walked, so a file
// cut short anywhere is found. Errors: NotAPicture (empty, another format, cut short, animated), TooLarge
// (bounds above).
Result<PictureInfo> inspect(const QByteArray &bytes);

// The same picture without place, maker, device, serial number, software, owner, comments, captions, embedded
// thumbnails or anything appended; orientation, capture time and color profile stay. Only named parts are
// carried over, so a tag nobody thought of is dropped too. The compressed pixels are the same bytes. Errors:
// as inspect().
Result<QByteArray> withoutPlaceAndDevice(const QByteArray &bytes);

// Both at once: the structure is walked a single time. A picture that is clean already is not copied.
struct CleanPicture {
    PictureInfo info;
    QByteArray bytes;
};
Result<CleanPicture> cleaned(const QByteArray &bytes);

} // namespace inkstep
