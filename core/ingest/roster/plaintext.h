#pragma once

#include "base/error.h"

#include <QByteArray>

namespace inkstep {

// In the language of the interface.
QString rosterText(const char *text);

struct PlainText {
    QString text; // NFC, without byte order mark; NUL and other control characters may be in it
    bool encodingGuessed = false;
};

// The text in a file whose encoding nobody has written down. BadInput with a sentence when none fits.
Result<PlainText> plainText(const QByteArray &bytes, const QString &subject);

// What school systems also call a list: a spreadsheet's own file, a page of the web, records for programs.
bool isOfAnotherProgram(const QByteArray &bytes);
QString sentenceForAnotherProgram();

// A field as it is kept: NFC, single spaces, nothing that cannot be seen and could turn the text around it.
QString cleanField(const QString &field);

} // namespace inkstep
