#pragma once

#include "demo/generator/desk.h"
#include "demo/generator/ground.h"
#include "demo/generator/mishap.h"
#include "imaging/picture.h"

#include <QImage>
#include <QPointF>
#include <array>
#include <optional>
#include <vector>

namespace inkstep {

enum class Light { Daylight, Window, Warm, Fluorescent, Dim };
inline constexpr int lights = 5;

// How a page is photographed. The camera is a pinhole looking at a plane.
struct CameraSpec {
    QSize size{1200, 1600}; // pixels of the picture
    Desk desk = Desk::Wood;
    int things = 1; // pencils and the like beside the page
    Light light = Light::Daylight;
    double fill = 0.88;           // how much of the picture the page spans, 0.3 to 1
    double pitch = 8;             // degrees the camera leans over the page's lower edge, -30 to 30
    double yaw = 3;               // ... to its side, -30 to 30
    double roll = 2;              // degrees the page is turned in the picture
    double curl = 0.4;            // 0: flat, 1: a sheet that was rolled up
    double shadow = 0.5;          // of the photographer's hands, 0: none, 1: deep
    double blur = 0.8;            // standard deviation in pixels
    double noise = 2.6;           // standard deviation in 256ths, at middle gray
    QImage beneath;               // another sheet under this one; may be null
    std::optional<Ground> ground; // instead of the desk
    int clutter = 0;              // things with straight edges about the page
    bool clutterHasPapers = true;
    double contact = 0.34;      // how dark the desk is right beside the sheet, 0 to 1
    std::vector<QImage> strewn; // other sheets, all about and under this one
    std::optional<QRgb> board;  // that it is clipped to
    QPointF push;               // moves the page, in parts of the picture; out of it, too
    Mishaps mishaps;
    quint64 seed = 1;
};

// As a teacher with one hand free takes it.
CameraSpec ordinaryCamera(quint64 seed);

struct Photograph {
    QImage picture; // RGB32
    std::array<QPointF, 4>
        corners; // of the page, in the picture's pixels, clockwise from the page's top left
};

// `page`: as from paintPage(); its pixels are taken as a flat sheet. 100 to 200 ms for 1600 x 1200.
Photograph photograph(const QImage &page, const CameraSpec &spec);

// As a camera's JPEG; `taken` is written as its capture time. Empty if Qt cannot write JPEG.
QByteArray jpegOf(const Photograph &photo, const std::optional<CaptureTime> &taken = {}, int quality = 88);

} // namespace inkstep
