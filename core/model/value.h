#pragma once

#include "base/blobref.h"
#include "base/clock.h"
#include "base/id.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <optional>
#include <type_traits>
#include <variant>

namespace inkstep {

// What a field can hold, on disk and in an operation. Richer types are carried in these five.
using Value = std::variant<std::monostate, qint64, double, QString, QByteArray>;

enum class FieldType { Text, Number, Real, Time, Ref, Refs, Photo };

// An enumeration whose values travel as words; specialised beside each enumeration. The order is the
// enumerators'.
template<class E>
struct EnumWords; // static constexpr std::array<const char *, N> words

template<class E>
QString wordOf(E value) {
    return QString::fromLatin1(EnumWords<E>::words.at(static_cast<std::size_t>(value)));
}

// The enumerator a word stands for; the first one for a word of a newer version.
template<class E>
E enumOf(const QString &word, E unknown = E{}) {
    for (std::size_t i = 0; i < EnumWords<E>::words.size(); ++i) {
        if (word == QLatin1StringView(EnumWords<E>::words[i]))
            return static_cast<E>(i);
    }
    return unknown;
}

template<class M>
constexpr FieldType fieldTypeOf() {
    if constexpr (std::is_same_v<M, Id>)
        return FieldType::Ref;
    else if constexpr (std::is_same_v<M, QList<Id>>)
        return FieldType::Refs;
    else if constexpr (std::is_same_v<M, BlobRef>)
        return FieldType::Photo;
    else if constexpr (std::is_same_v<M, std::optional<Moment>>)
        return FieldType::Time;
    else if constexpr (std::is_same_v<M, double>)
        return FieldType::Real;
    else if constexpr (std::is_integral_v<M>)
        return FieldType::Number;
    else
        return FieldType::Text;
}

template<class M>
Value toValue(const M &member) {
    if constexpr (std::is_same_v<M, QString>) {
        return member.isEmpty() ? Value{} : Value{member};
    } else if constexpr (std::is_same_v<M, Id>) {
        return member.isNull() ? Value{} : Value{toBytes(member)};
    } else if constexpr (std::is_same_v<M, QList<Id>>) {
        QByteArray bytes;
        for (const Id &id : member)
            bytes += toBytes(id);
        return bytes.isEmpty() ? Value{} : Value{bytes};
    } else if constexpr (std::is_same_v<M, BlobRef>) {
        return member.isNull() ? Value{} : Value{toBytes(member)};
    } else if constexpr (std::is_same_v<M, std::optional<Moment>>) {
        return member ? Value{static_cast<qint64>(toMs(*member))} : Value{};
    } else if constexpr (std::is_enum_v<M>) {
        return Value{wordOf(member)};
    } else if constexpr (std::is_floating_point_v<M>) {
        return Value{static_cast<double>(member)};
    } else {
        return Value{static_cast<qint64>(member)};
    }
}

// A value of another type than the field's (a damaged or newer row) reads as the field's default.
template<class M>
M fromValue(const Value &value) {
    if constexpr (std::is_same_v<M, QString>) {
        const QString *text = std::get_if<QString>(&value);
        return text ? *text : QString();
    } else if constexpr (std::is_same_v<M, Id>) {
        const QByteArray *bytes = std::get_if<QByteArray>(&value);
        return bytes ? idFromBytes(*bytes) : Id();
    } else if constexpr (std::is_same_v<M, QList<Id>>) {
        QList<Id> ids;
        if (const QByteArray *bytes = std::get_if<QByteArray>(&value)) {
            for (qsizetype at = 0; at + 16 <= bytes->size(); at += 16)
                ids << idFromBytes(bytes->sliced(at, 16));
        }
        return ids;
    } else if constexpr (std::is_same_v<M, BlobRef>) {
        const QByteArray *bytes = std::get_if<QByteArray>(&value);
        return bytes ? blobRefFromBytes(*bytes) : BlobRef();
    } else if constexpr (std::is_same_v<M, std::optional<Moment>>) {
        const qint64 *ms = std::get_if<qint64>(&value);
        return ms ? std::optional<Moment>(fromMs(*ms)) : std::nullopt;
    } else if constexpr (std::is_enum_v<M>) {
        const QString *word = std::get_if<QString>(&value);
        return word ? enumOf<M>(*word) : M{};
    } else if constexpr (std::is_floating_point_v<M>) {
        if (const double *real = std::get_if<double>(&value))
            return *real;
        const qint64 *number = std::get_if<qint64>(&value);
        return number ? static_cast<M>(*number) : M{};
    } else {
        const qint64 *number = std::get_if<qint64>(&value);
        return number ? static_cast<M>(*number) : M{};
    }
}

} // namespace inkstep
