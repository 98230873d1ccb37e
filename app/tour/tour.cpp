#include "tour/tour.h"

#include "demo/classroom/classroom.h"
#include "tour/walk.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QStyleHints>
#include <QTemporaryDir>
#include <cstdio>

namespace inkstep {

namespace {

// Qt stops the program when it is told of no screen; without one the pages are painted all the same, only
// what the camera sees is not.
bool hasScreen() {
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
#else
    return true;
#endif
}

Look lookOf(QSize size, bool dark, double textScale = 1) {
    QString name = QStringLiteral("%1x%2").arg(size.width()).arg(size.height());
    if (dark)
        name += QStringLiteral("-dark");
    if (textScale > 1)
        name += QStringLiteral("-large-text");
    return {name, size, dark, textScale};
}

std::vector<Look> everyLook() {
    return {lookOf({1280, 800}, false), lookOf({800, 1280}, false), lookOf({390, 844}, false),
            lookOf({1280, 800}, true), lookOf({390, 844}, false, 2)};
}

// Sizes as "1280x800"; nothing for a text that is none.
std::optional<QSize> sizeOf(const QString &text) {
    static const QRegularExpression form(QStringLiteral("^(\\d{3,4})x(\\d{3,4})$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    return size.width() < 360 || size.height() < 480 ? std::nullopt : std::optional(size);
}

Status copyFolder(const QString &from, const QString &to) {
    const QDir source(from);
    if (!source.exists())
        return failure(ErrorCode::NotFound, {}, from);
    QDir().mkpath(to);
    for (const QFileInfo &entry :
         source.entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)) {
        const QString target = QDir(to).filePath(entry.fileName());
        if (entry.isDir()) {
            if (const Status copied = copyFolder(entry.filePath(), target); !copied)
                return copied;
        } else if (!QFile::copy(entry.filePath(), target)) {
            return failure(ErrorCode::WriteFailed, {}, target);
        }
    }
    return {};
}

struct Wish {
    QString out;
    QString profile;
    std::vector<Look> looks;
};

Result<Wish> readWish(const QStringList &arguments) {
    QCommandLineParser parser;
    for (const char *name : {"out", "size", "profile"})
        parser.addOption({QString::fromLatin1(name), {}, QStringLiteral("VALUE")});
    parser.addOption(QCommandLineOption(QStringLiteral("dark")));
    if (!parser.parse(arguments))
        return failure(ErrorCode::BadInput, parser.errorText());
    if (parser.positionalArguments().size() != 1)
        return failure(ErrorCode::BadInput, tourText("“tour” takes options only."));
    Wish wish{parser.value(QStringLiteral("out")), parser.value(QStringLiteral("profile")), {}};
    if (wish.out.isEmpty())
        return failure(ErrorCode::BadInput, tourText("“tour” needs --out."));
    const bool dark = parser.isSet(QStringLiteral("dark"));
    for (const QString &text : parser.values(QStringLiteral("size"))) {
        const auto size = sizeOf(text);
        if (!size)
            return failure(
                ErrorCode::BadInput,
                tourText("“--size” takes a width and a height, at least 360x480, as in 1280x800; not “%1”.")
                    .arg(text));
        wish.looks.push_back(lookOf(*size, dark));
    }
    if (wish.looks.empty()) {
        wish.looks = everyLook();
        if (dark)
            std::erase_if(wish.looks, [](const Look &look) { return look.dark; });
        for (Look &look : wish.looks) {
            if (dark)
                look = lookOf(look.size, true, look.textScale);
        }
    }
    return wish;
}

Status walkAll(const Wish &wish, Console &console, Stagehand &stage) {
    SystemFiles files;
    const SystemClock clock;
    SystemRandom random;

    if (!QDir().mkpath(wish.out)) // before half a minute is spent
        return failure(ErrorCode::NoPermission, QStringLiteral("mkpath"), wish.out);
    // Before anything asks Qt for cameras.
    TestCamera camera;
    if (const Status installed = camera.install(); !installed)
        return installed;
    camera.plug();

    const QTemporaryDir scratch;
    const QString profile = scratch.filePath(QStringLiteral("class"));
    if (!scratch.isValid())
        return failure(ErrorCode::WriteFailed, scratch.errorString(), QDir::tempPath());
    if (!wish.profile.isEmpty()) {
        if (const Status copied = copyFolder(wish.profile, profile); !copied)
            return copied;
        stage.tick(tourText("A copy of the class in %1").arg(wish.profile));
    } else {
        DemoOptions options;
        options.now = clock.now();
        console.line(tourText("Making a demo class; it takes half a minute."));
        const auto made = makeDemoClass(profile, files, random, options);
        if (!made)
            return passOn(made);
        stage.tick(tourText("A demo class: %1 students, %2 pages, %3 notes")
                       .arg(made->students)
                       .arg(made->pages)
                       .arg(made->notes));
    }
    Walk walk(stage, camera, {files, clock, random}, wish.looks);
    walk.all(profile, scratch.path());
    return {};
}

int tour(const Wish &wish, Console &console) {
    console.line(
        QGuiApplication::platformName() == QLatin1StringView("offscreen")
            ? tourText(
                  "Painting without a screen: the camera's preview stays dark in the pictures; “xvfb-run -a "
                  "inkstep tour” shows it.")
            : tourText("Painting on “%1”.").arg(QGuiApplication::platformName()));
    Stagehand stage(wish.out, console);
    if (const Status walked = walkAll(wish, console, stage); !walked)
        stage.stop(wordsFor(walked.error()).sentence());
    if (const QString trouble = stage.trouble(); !trouble.isEmpty()) {
        console.complain(trouble);
        return Failed;
    }
    console.line(tourText("%1 pictures are in %2.").arg(stage.pictures()).arg(wish.out));
    return Done;
}

} // namespace

int runTour(int argc, char **argv) {
    QFile in, out, err;
    const bool opened = in.open(0, QIODevice::ReadOnly) &&
                        out.open(1, QIODevice::WriteOnly | QIODevice::Unbuffered) &&
                        err.open(2, QIODevice::WriteOnly | QIODevice::Unbuffered);
    if (!opened)
        return Failed;
    Console console({in, out, err, false});
    if (!hasScreen())
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    QGuiApplication::setQuitOnLastWindowClosed(false);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Inkstep"));
    if (QLocale().language() == QLocale::C) // no person's: pictures show what a person's would
        QLocale::setDefault(QLocale(QLocale::English));
    QGuiApplication::styleHints()->setCursorFlashTime(0); // a cursor that blinks never stands still

    const auto wish = readWish(QGuiApplication::arguments());
    if (!wish) {
        console.complain(wish.error().detail + QLatin1Char(' ') +
                         tourText("“inkstep tour --help” shows how it is used."));
        return WrongUse;
    }
    return tour(*wish, console);
}

} // namespace inkstep
