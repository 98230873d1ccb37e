#pragma once

#include <QString>

namespace inkstep {

// For comparing as people do: capitals and accents aside.
QString looseText(const QString &text);

} // namespace inkstep
