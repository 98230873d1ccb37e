#pragma once

#include <QCborMap>
#include <QCborParserError>
#include <QCborValue>

namespace inkstep {

// The map that these bytes are; empty if they are none or break off. After an error Qt's parser hands out a
// half-made container, and touching that one reads beyond its end (found by fuzzing, Qt 6.4).
inline QCborMap cborMap(const QByteArray &bytes) {
    QCborParserError problem;
    const QCborValue value = QCborValue::fromCbor(bytes, &problem);
    return problem.error == QCborError::NoError ? value.toMap() : QCborMap();
}

// A whole number from 0; 0 for anything else. QCborValue::toInteger() also turns fractions into numbers, of
// any size, which is undefined where they do not fit.
inline quint64 cborNumber(const QCborValue &value) {
    return value.isInteger() && value.toInteger() > 0 ? quint64(value.toInteger()) : 0;
}

} // namespace inkstep
