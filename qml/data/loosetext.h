#pragma once

#include <QString>

namespace inkstep {

// For comparing as people do: capitals, accents and the kind of apostrophe aside.
QString looseText(const QString &text);

} // namespace inkstep
