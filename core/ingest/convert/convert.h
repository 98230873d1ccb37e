// What a person hands over, as pictures a notebook can keep: a photograph as it is, a phone's HEIC, the pages
// of a PDF. In: the bytes of one file, whatever its name says; nothing in them is trusted. Out: JPEG, PNG or
// WebP bytes, one a page, every one of which can be shown; or why not, in a sentence.
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QStringList>
#include <functional>
#include <vector>

namespace inkstep {

enum class FileKind { Jpeg, Png, WebP, Heic, Pdf, Unknown };

// From the first bytes; the name's ending is not asked.
FileKind fileKind(QByteArrayView bytes);

// "*.jpg" ...: what to offer in a file picker.
QStringList fileEndings();

// A PDF's pages come in together or not at all, so there is a bound on how many.
inline constexpr int mostPdfPages = 100;
// A PDF's page is drawn at this many dots an inch, as scanners do for writing; its longer side is never
// more pixels than the largest texture a tablet shows in one piece, nor too few to read.
inline constexpr int pdfDotsPerInch = 300;
inline constexpr int longestPdfSide = 4096;
inline constexpr int leastPdfSide = 1600;

// How far a conversion is, and whether to go on; asked between two pages. Called on the converting thread.
struct Conversion {
    std::function<void(int done, int total)> progress;
    std::function<bool()> cancelled;
};

// The pictures in a file, in order, at least one. JPEG, PNG and WebP come back as they are, once every pixel
// was decoded (60 to 250 ms). HEIC, which few systems can show, and PDF become JPEG at qualities 95 and 90:
// what was handed over stays where it is, outside. HEIC keeps its capture time. Errors: NotAPicture,
// TooLarge (also more than mostPdfPages), BadInput with the rest of the sentence (empty, animated, locked,
// damaged), Cancelled.
Result<std::vector<QByteArray>> picturesIn(const QByteArray &file, const Conversion &how = {});

// One format each, for picturesIn().
Result<QByteArray> pictureInHeic(const QByteArray &file);
Result<std::vector<QByteArray>> picturesInPdf(const QByteArray &file, const Conversion &how);

} // namespace inkstep
