#include "imaging/imaging.h"
#include "pictures.h"

#include <QLoggingCategory>
#include <QTest>
#include <rapidcheck.h>

using namespace inkstep;

namespace {

// `flips`: where (per mille of the file, or its first 600 bytes from 1000 on) and with what mask. `keep`: per
// mille.
QByteArray harmed(QByteArray bytes, const std::vector<std::pair<int, int>> &flips, int keep) {
    for (const auto &[where, mask] : flips) {
        // Headers decide more than pixels: half of the flips go there.
        const qsizetype at =
            where < 1000 ? bytes.size() * where / 1000 : std::min<qsizetype>(where - 1000, bytes.size() - 1);
        bytes[at] = char(bytes[at] ^ mask);
    }
    return bytes.first(bytes.size() * keep / 1000);
}

} // namespace

class TestHostilePictures : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QLoggingCategory::setFilterRules(QStringLiteral("qt.gui.imageio*=false"));
        qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
        const QImage image = pictures::patches({64, 48});
        const pictures::Tags tags{
            .orientation = 7, .takenAt = "2024:03:05 10:20:30", .offset = "+02:00", .telling = true};
        for (const char *format : {"jpeg", "png", "webp"}) {
            m_files << pictures::tagged(pictures::encoded(image, format), tags);
            m_files << pictures::encoded(image, format);
        }
    }
    void cleanupTestCase() { qInstallMessageHandler(nullptr); }

    void neverCrashes() {
        QVERIFY(rc::check("cut and flipped files give a result or an error that says why", [this] {
            const auto flip = rc::gen::pair(rc::gen::inRange(0, 1600), rc::gen::inRange(1, 256));
            const QByteArray bytes =
                harmed(m_files[*rc::gen::inRange<int>(0, int(m_files.size()))],
                       *rc::gen::resize(12, rc::gen::container<std::vector<std::pair<int, int>>>(flip)),
                       *rc::gen::elementOf(std::vector{1000, 1000, 1000, 990, 700, 200}));
            const auto info = inspect(bytes);
            const auto clean = withoutPlaceAndDevice(bytes);
            RC_ASSERT(info.has_value() == clean.has_value());
            if (!info) {
                RC_ASSERT(!info.error().detail.isEmpty());
                RC_ASSERT(decodeUpright(bytes).error() == info.error());
                return;
            }
            RC_ASSERT(inspect(*clean).has_value());
            RC_ASSERT(*inspect(*clean) == *info);
            if (qint64(info->storedSize.width()) * info->storedSize.height() > 4'000'000)
                return; // a flipped size: decoding it says nothing more and takes long
            const auto image = decodeUpright(bytes, QSize(32, 32));
            RC_ASSERT(image.has_value() || !image.error().detail.isEmpty());
            if (image)
                RC_ASSERT(image->width() <= 32 && image->height() <= 32 && !image->isNull());
        }));
    }

private:
    QList<QByteArray> m_files;
};

QTEST_GUILESS_MAIN(TestHostilePictures)
#include "tst_hostilepictures.moc"
