#include "ingest/speech.h"

#include "store/layout.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace inkstep {

namespace {

constexpr qsizetype keyBytes = 32;
constexpr std::chrono::milliseconds least{300}; // as of a recording that is stopped

struct Begun {
    Id note;
    Id about;
    Author author = Author::Adult;
    QByteArray key;
};

// Which piece of which note: none can be put in another's place.
QByteArray placeOf(const Id &note, int number) {
    return idText(note).toLatin1() + ':' + QByteArray::number(number);
}

Result<std::optional<Begun>> begunIn(Notebook &notebook) {
    return notebook.store().read(
        [](Database &db) -> std::optional<Begun> {
            Statement &row = db.use("SELECT value FROM meta WHERE name = 'speech'");
            const QByteArray text = row.step() ? row.text(0).toUtf8() : QByteArray();
            row.reset();
            const QJsonObject kept = QJsonDocument::fromJson(text).object();
            if (kept.isEmpty())
                return std::nullopt;
            return Begun{idFromText(kept.value(QLatin1StringView("note")).toString()),
                         idFromText(kept.value(QLatin1StringView("about")).toString()),
                         Author(kept.value(QLatin1StringView("author")).toInt()),
                         QByteArray::fromHex(kept.value(QLatin1StringView("key")).toString().toLatin1())};
        },
        Executor::Shutter);
}

Status keep(Notebook &notebook, const std::optional<Begun> &begun) {
    return notebook.store().keepBooks([&](Database &db) {
        if (!begun) {
            db.use("DELETE FROM meta WHERE name = 'speech'").run();
            return;
        }
        const QJsonObject value{{QStringLiteral("note"), idText(begun->note)},
                                {QStringLiteral("about"), idText(begun->about)},
                                {QStringLiteral("author"), int(begun->author)},
                                {QStringLiteral("key"), QString::fromLatin1(begun->key.toHex())}};
        db.use("INSERT OR REPLACE INTO meta (name, value) VALUES ('speech', ?)")
            .with(QString::fromUtf8(QJsonDocument(value).toJson(QJsonDocument::Compact)))
            .run();
    });
}

} // namespace

Status beginSpeech(Notebook &notebook, const Id &note, const Id &about, Author author) {
    if (const Status ended = endSpeech(notebook); !ended)
        return ended;
    return keep(notebook, Begun{note, about, author, notebook.store().random().bytes(keyBytes)});
}

Status addSpeech(Notebook &notebook, QByteArrayView bytes) {
    const auto begun = begunIn(notebook);
    if (!begun)
        return passOn(begun);
    if (!*begun)
        return failure(ErrorCode::NotFound, QStringLiteral("a recording"));
    const int number = notebook.vault().pieces();
    return notebook.vault().keepPiece(number, (*begun)->key, placeOf((*begun)->note, number), bytes);
}

// The key goes first: without it what is left is noise.
Status endSpeech(Notebook &notebook) {
    if (const Status forgotten = keep(notebook, std::nullopt); !forgotten)
        return forgotten;
    return notebook.vault().dropPieces();
}

Result<std::optional<KeptVoice>> recoverSpeech(Notebook &notebook) {
    const auto begun = begunIn(notebook);
    if (!begun)
        return passOn(begun);
    if (!*begun) {
        if (const Status cleared = endSpeech(notebook); !cleared)
            return passOn(cleared);
        return std::nullopt;
    }
    const auto known = notebook.store().read([&](Database &db) { return find<Voice>(db, (*begun)->note); });
    if (!known)
        return passOn(known);
    std::optional<KeptVoice> recovered;
    if (!*known) { // else it was stopped and kept, and only the pieces are left
        Recording recording{{}, {}, (*begun)->about, (*begun)->author, (*begun)->note};
        const int pieces = notebook.vault().pieces();
        for (int number = 0; number < pieces; ++number) {
            const auto piece = notebook.vault().piece(number, (*begun)->key, placeOf((*begun)->note, number));
            if (!piece)
                break;
            recording.file += *piece;
        }
        if (const auto reader = SoundReader::open(recording.file); reader && (*reader)->length() >= least) {
            WaveMaker wave;
            std::vector<qint16> samples(soundRate / 10);
            while (const std::size_t count = (*reader)->read(samples))
                wave.add({samples.data(), count});
            recording.wave = wave.wave();
            const auto kept = keepVoice(notebook, recording);
            if (!kept)
                return passOn(kept);
            recovered = *kept;
        }
    }
    if (const Status ended = endSpeech(notebook); !ended)
        return passOn(ended);
    return recovered;
}

} // namespace inkstep
