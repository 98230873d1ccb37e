#include "sync/format/bundle.h"

#include "crypto/sealedstream.h"
#include "sync/format/cborreader.h"
#include "sync/format/signedfile.h"

#include <QCborStreamWriter>
#include <QtEndian>

namespace inkstep::bundle {

namespace {

constexpr char kind = 'o';
constexpr qsizetype epochBytes = 20;
constexpr qsizetype longestName = 200; // characters of a kind or field
constexpr qsizetype longestValue = 32 << 20;

template<class Number>
QByteArray bigEndian(Number number) {
    QByteArray out(sizeof number, Qt::Uninitialized);
    qToBigEndian(number, out.data());
    return out;
}

QByteArray bytesOf(const EpochName &epoch) {
    return bigEndian(epoch.number) + toBytes(epoch.mark);
}

QByteArray boundTo(const BundlePlace &place, const QByteArray &epoch) {
    const QByteArray previous = place.previous.isEmpty() ? QByteArray(32, '\0') : place.previous;
    return QByteArray("bundle") + toBytes(place.notebook) + toBytes(place.device) +
           bigEndian(place.sequence) + previous + epoch;
}

void write(QCborStreamWriter &writer, const Value &value) {
    std::visit(
        [&](const auto &held) {
            using Held = std::remove_cvref_t<decltype(held)>;
            if constexpr (std::is_same_v<Held, std::monostate>)
                writer.appendNull();
            else
                writer.append(held);
        },
        value);
}

Value readValue(CborReader &reader) {
    switch (reader.type()) {
    case QCborStreamReader::UnsignedInteger:
    case QCborStreamReader::NegativeInteger:
        return Value{reader.number()};
    case QCborStreamReader::Double:
        return Value{reader.real()};
    case QCborStreamReader::String:
        return Value{reader.text(longestValue)};
    case QCborStreamReader::ByteArray:
        return Value{reader.bytes(longestValue)};
    default:
        reader.null();
        return Value{};
    }
}

Operation readOperation(CborReader &reader, quint64 sequence, bool numbered) {
    Operation op;
    op.sequence = sequence;
    reader.array([&](quint64 index) {
        switch (index) {
        case 0:
            op.kind = reader.text(longestName);
            break;
        case 1:
            op.entity = idFromBytes(reader.bytes(16));
            break;
        case 2:
            op.field = reader.text(longestName);
            break;
        case 3:
            op.value = readValue(reader);
            break;
        case 4: {
            const QByteArray replaced = reader.bytes(longestValue);
            reader.require(replaced.size() % 24 == 0);
            op.replaced = unpackVersions(replaced);
            break;
        }
        case 5:
            if (numbered)
                op.sequence = reader.natural();
            else
                reader.skip();
            break;
        default:
            reader.skip();
        }
    });
    reader.require(!op.entity.isNull() && !op.kind.isEmpty() && !op.field.isEmpty());
    return op;
}

// `sequence` is the number its first operation must have and is moved on; numbered edits bring their own.
EditRecord readEdit(CborReader &reader, const Id &device, quint64 &sequence, bool numbered = false) {
    EditRecord edit;
    edit.device = device;
    reader.map([&](qint64 key) {
        switch (key) {
        case 0:
            if (const auto first = reader.natural(); !numbered)
                reader.require(first == sequence);
            break;
        case 1:
            edit.time = reader.natural();
            break;
        case 2:
            edit.label = reader.text(longestValue);
            break;
        case 3: {
            const auto undoes = unpackVersions(reader.bytes(24));
            reader.require(undoes.size() == 1);
            if (!undoes.empty())
                edit.undoes = undoes.front();
            break;
        }
        case 4:
            reader.array(
                [&](quint64) { edit.operations.push_back(readOperation(reader, sequence++, numbered)); });
            break;
        case 5:
            if (numbered)
                edit.device = idFromBytes(reader.bytes(16));
            else
                reader.skip();
            break;
        default:
            reader.skip();
        }
    });
    reader.require(!edit.operations.empty());
    return edit;
}

} // namespace

namespace {

QByteArray encoded(std::span<const EditRecord> edits, bool numbered) {
    QByteArray out;
    QCborStreamWriter writer(&out);
    writer.startMap(1);
    writer.append(0);
    writer.startArray(edits.size());
    for (const EditRecord &edit : edits) {
        writer.startMap(4 + (edit.undoes ? 1 : 0) + (numbered ? 1 : 0));
        writer.append(0);
        writer.append(edit.first());
        writer.append(1);
        writer.append(edit.time);
        writer.append(2);
        writer.append(edit.label);
        if (edit.undoes) {
            writer.append(3);
            writer.append(packVersions({*edit.undoes}));
        }
        writer.append(4);
        writer.startArray(edit.operations.size());
        for (const Operation &op : edit.operations) {
            writer.startArray(numbered ? 6 : 5);
            writer.append(op.kind);
            writer.append(toBytes(op.entity));
            writer.append(op.field);
            write(writer, op.value);
            writer.append(packVersions(op.replaced));
            if (numbered)
                writer.append(op.sequence);
            writer.endArray();
        }
        writer.endArray();
        if (numbered) {
            writer.append(5);
            writer.append(toBytes(edit.device));
        }
        writer.endMap();
    }
    writer.endArray();
    writer.endMap();
    return out;
}

} // namespace

QByteArray encode(std::span<const EditRecord> edits) {
    return encoded(edits, false);
}

QByteArray encodeNumbered(std::span<const EditRecord> edits) {
    return encoded(edits, true);
}

Result<std::vector<EditRecord>> decodeNumbered(const QByteArray &cbor) {
    std::vector<EditRecord> edits;
    CborReader reader(cbor);
    reader.map([&](qint64 key) {
        quint64 unused = 1;
        if (key == 0)
            reader.array([&](quint64) {
                edits.push_back(readEdit(reader, {}, unused, true));
                quint64 last = 0;
                for (const Operation &op : edits.back().operations) {
                    reader.require(op.sequence > last);
                    last = op.sequence;
                }
                reader.require(!edits.back().device.isNull());
            });
        else
            reader.skip();
    });
    if (!reader.finished())
        return failure(ErrorCode::Damaged, QStringLiteral("snapshot: content"));
    return edits;
}

Result<std::vector<EditRecord>> decode(const QByteArray &cbor, const Id &device, quint64 sequence) {
    std::vector<EditRecord> edits;
    CborReader reader(cbor);
    reader.map([&](qint64 key) {
        if (key == 0)
            reader.array([&](quint64) { edits.push_back(readEdit(reader, device, sequence)); });
        else
            reader.skip();
    });
    if (!reader.finished() || edits.empty())
        return failure(ErrorCode::Damaged, QStringLiteral("bundle: content"));
    return edits;
}

QByteArray seal(const BundlePlace &place, std::span<const EditRecord> edits, const EpochKey &epoch,
                const SigningKey &signing) {
    const QByteArray epochName = bytesOf(epoch.name);
    const QByteArray bound = boundTo(place, epochName);
    const QByteArray out = signedfile::mark(kind) + epochName + sealStream(encode(edits), epoch.key, bound);
    return out + signing.sign(bound + out);
}

bool signedBy(QByteArrayView bytes, const BundlePlace &place, QByteArrayView signingKey) {
    if (bytes.size() < signedfile::markBytes + epochBytes + signatureBytes)
        return false;
    const QByteArray bound = boundTo(place, bytes.sliced(signedfile::markBytes, epochBytes).toByteArray());
    return signatureFits(bound + bytes.chopped(signatureBytes).toByteArray(), bytes.last(signatureBytes),
                         signingKey);
}

Result<std::vector<EditRecord>> open(QByteArrayView bytes, const BundlePlace &place, const NotebookKeys &keys,
                                     QByteArrayView signingKey) {
    constexpr qsizetype headBytes = signedfile::markBytes + epochBytes;
    if (bytes.size() > limit || bytes.size() < headBytes + signatureBytes)
        return failure(ErrorCode::Damaged, QStringLiteral("bundle: length"));
    const QByteArray epochName = bytes.sliced(signedfile::markBytes, epochBytes).toByteArray();
    const QByteArray bound = boundTo(place, epochName);
    const auto body = bytes.chopped(signatureBytes);
    if (!signedBy(bytes, place, signingKey))
        return failure(ErrorCode::Damaged, QStringLiteral("bundle: signature"));
    if (const auto fits = signedfile::checkMark(bytes, kind); !fits)
        return passOn(fits);
    const EpochKey *epoch = keys.epoch(
        {qFromBigEndian<quint32>(epochName.constData()), idFromBytes(epochName.sliced(sizeof(quint32)))});
    if (!epoch)
        return failure(ErrorCode::WrongKey, QStringLiteral("bundle: of an epoch without a key"));
    const auto plain = openStream(body.sliced(headBytes), epoch->key, bound);
    if (!plain)
        return passOn(plain);
    return decode(*plain, place.device, place.sequence);
}

} // namespace inkstep::bundle
