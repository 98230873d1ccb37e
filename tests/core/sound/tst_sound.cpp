// Recordings as bytes: how long they are, what comes back, and what is no recording.
#include "sound/sound.h"

#include <QTest>
#include <cmath>
#include <numbers>

using namespace inkstep;
using namespace std::chrono_literals;

namespace {

std::vector<qint16> tone(std::chrono::milliseconds length, double loudness, double hertz = 440) {
    std::vector<qint16> samples(std::size_t(length.count() * soundRate / 1000));
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] =
            qint16(loudness * 32'000 * std::sin(2 * std::numbers::pi * hertz * double(i) / soundRate));
    return samples;
}

QByteArray recorded(const std::vector<qint16> &samples) {
    SoundWriter writer;
    for (std::size_t at = 0; at < samples.size(); at += 999) // as unevenly as a device hands it over
        if (!writer.add(std::span(samples).subspan(at, std::min<std::size_t>(999, samples.size() - at))))
            return {};
    return writer.finish().value_or(QByteArray());
}

} // namespace

class TestSound : public QObject {
    Q_OBJECT

private slots:
    void theLengthIsTrue_data() {
        QTest::addColumn<int>("ms");
        for (const int ms : {20, 333, 1'000, 7'777, 61'000})
            QTest::addRow("%d ms", ms) << ms;
    }
    void theLengthIsTrue() {
        QFETCH(int, ms);
        const QByteArray file = recorded(tone(std::chrono::milliseconds(ms), 0.3));
        const auto reader = SoundReader::open(file);
        QVERIFY(reader);
        QVERIFY(std::abs((*reader)->length().count() - ms) <= 1);
        std::vector<qint16> back(std::size_t(ms + 1'000) * soundRate / 1000);
        const std::size_t read = (*reader)->read(back);
        QVERIFY(std::abs(qint64(read) * 1000 / soundRate - ms) <= 1);
        QVERIFY2(file.size() < 8'000 + ms * soundBitRate / 8 / 1000 * 2,
                 qPrintable(QString::number(file.size())));
    }

    void whatWasHeardComesBack() {
        std::vector<qint16> samples = tone(1s, 0.01);
        const std::vector<qint16> loud = tone(1s, 0.8);
        samples.insert(samples.end(), loud.begin(), loud.end());
        const auto reader = SoundReader::open(recorded(samples));
        QVERIFY(reader);
        std::vector<qint16> piece(soundRate / 10);
        (*reader)->seek(1'500ms);
        QVERIFY(std::abs((*reader)->position().count() - 1'500) <= 1);
        QCOMPARE((*reader)->read(piece), piece.size());
        QVERIFY(loudnessOf(piece) > 0.9);
        (*reader)->seek(400ms);
        QCOMPARE((*reader)->read(piece), piece.size());
        QVERIFY(loudnessOf(piece) < 0.5);
        (*reader)->seek(5s); // beyond the end
        QCOMPARE((*reader)->read(piece), std::size_t(0));
    }

    void theWaveShowsWhereItIsLoud() {
        WaveMaker maker;
        QVERIFY(maker.wave().isEmpty());
        maker.add(tone(30s, 0));
        maker.add(tone(30s, 0.9));
        const QString wave = maker.wave();
        QCOMPARE(wave.size(), qsizetype(waveSteps));
        for (qsizetype i = 0; i < waveSteps; ++i) {
            const int height = wave.at(i).digitValue();
            QVERIFY2(i < waveSteps / 2 - 1 ? height == 0
                     : i > waveSteps / 2   ? height >= 8
                                           : true,
                     qPrintable(wave));
        }
        WaveMaker brief;
        brief.add(tone(5ms, 0.9));
        QCOMPARE(brief.wave().size(), qsizetype(waveSteps));
    }

    void whatIsNoRecording() {
        const QByteArray file = recorded(tone(2s, 0.3));
        QVERIFY(!SoundReader::open({}));
        QVERIFY(!SoundReader::open("OggS and nothing more"));
        QVERIFY(!SoundReader::open(file.first(60)));
        // Cut in the middle, it plays as far as it goes.
        const auto torn = SoundReader::open(file.first(file.size() / 2));
        QVERIFY(!torn || (*torn)->length() < 2s);
    }
};

QTEST_GUILESS_MAIN(TestSound)
#include "tst_sound.moc"
