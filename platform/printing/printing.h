// What this room is for: getting a finished document onto paper with what the device has. In: a title, and a
// function that makes the document for a paper. Out: the system's print dialog, or word that there is none.
// Waits for nothing: answers come through the event loop.
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QSizeF>

#include <functional>
#include <memory>

namespace inkstep {

struct PrintJob {
    using Take = std::function<void(Result<QByteArray>)>;
    QString title;
    QSizeF paper; // in millimeters, the one to suggest
    // Makes the PDF for the paper that was chosen, in millimeters, and gives it to `take` when it is there.
    std::function<void(const QSizeF &paper, Take take)> make;
};

enum class Printed {
    HandedOver,  // the system prints it
    Cancelled,   // a person closed the dialog
    Unavailable, // this device has no dialog for it; nothing was shown
    Failed,      // the dialog was there and it did not work
};

class Printing {
public:
    virtual ~Printing() = default;
    // `then` is called once, later, unless this object goes first. One job at a time: a second one is
    // Cancelled.
    virtual void print(PrintJob job, std::function<void(Printed)> then) = 0;
};

// What this system has; one that is never available where it has nothing.
std::unique_ptr<Printing> systemPrinting();

// Shows a PDF in the program the desktop opens such files with, which can print it. The file is private to
// this person and goes when Inkstep is closed. Unreachable when no program took it.
Status showDocument(const QByteArray &pdf);

} // namespace inkstep
