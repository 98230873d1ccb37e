#pragma once

#include "base/error.h"

#include <QStringList>

#include <vector>

namespace inkstep {

struct DelimitedRecord {
    QStringList fields; // at least one
    int line = 1;       // where the record begins, from 1

    bool operator==(const DelimitedRecord &) const = default;
};

// Takes delimited text apart as RFC 4180 says: a field that begins with a quotation mark runs to its closing
// one, delimiters and line ends included, two marks inside stand for one. Wider than the RFC where files are:
// records end with CR LF, LF or CR, a mark inside a plain field is kept, and so is text after a closing mark.
// A line end at the very end begins no further record. BadInput names the line of a quotation mark never
// closed.
Result<std::vector<DelimitedRecord>> readDelimited(QStringView text, QChar delimiter);

} // namespace inkstep
