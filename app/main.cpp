#include "base/base.h"
#include "cli/cli.h"
#ifdef INKSTEP_HAS_WINDOW
#include "interface.h"
#include "tour/tour.h"
#endif

#include <QFile>
#include <QGuiApplication>
#include <cstdio>
#include <cstdlib>
#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace {

// A verb's error stream holds the one sentence it owes; what libraries remark is for those who ask.
bool remarksAreWanted() {
    return qEnvironmentVariableIsSet("INKSTEP_LOG");
}
// Where the sentence goes; stderr itself may lead nowhere.
int &errorStream() {
    static int stream = 2;
    return stream;
}
void quiet(QtMsgType type, const QMessageLogContext &, const QString &message) {
    QFile stream;
    if ((type == QtFatalMsg || remarksAreWanted()) && stream.open(errorStream(), QIODevice::WriteOnly))
        stream.write(message.toLocal8Bit() + '\n');
}

// A plain shell's "C" makes Qt remark on it at every start; names are UTF-8 everywhere here.
void preferUtf8() {
    for (const char *name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
        const QByteArray locale = qgetenv(name);
        if (locale.isEmpty())
            continue;
        if (locale == "C" || locale == "POSIX")
            break;
        return;
    }
    qputenv("LC_ALL", "C.UTF-8");
}

void nameApplication() {
    QCoreApplication::setApplicationName(QStringLiteral("inkstep"));
    QCoreApplication::setApplicationVersion(QStringLiteral(INKSTEP_VERSION));
}

int headless(const QStringList &arguments) {
    QFile in, out, err;
#ifdef Q_OS_WIN
    const bool terminal = _isatty(_fileno(stderr)) != 0;
#else
    const bool terminal = isatty(STDERR_FILENO) != 0;
    // Some (libpng) write there past Qt's messages.
    if (!remarksAreWanted()) {
        errorStream() = dup(STDERR_FILENO);
        if (!std::freopen("/dev/null", "w", stderr))
            return inkstep::Failed;
    }
#endif
    // By number: through stdio a line would wait in a buffer that a crash takes with it.
    const bool open = in.open(0, QIODevice::ReadOnly) &&
                      out.open(1, QIODevice::WriteOnly | QIODevice::Unbuffered) &&
                      err.open(errorStream(), QIODevice::WriteOnly | QIODevice::Unbuffered);
    if (!open)
        return inkstep::Failed;
    inkstep::SystemFiles files;
    const inkstep::SystemClock clock;
    inkstep::SystemRandom random;
    return inkstep::runVerb(arguments, {files, clock, random}, {in, out, err, terminal});
}

} // namespace

int main(int argc, char **argv) {
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    const QString verb = inkstep::verbIn(arguments);
    const bool asks =
        arguments.contains(QStringLiteral("--help")) || arguments.contains(QStringLiteral("--version"));
#ifdef INKSTEP_HAS_WINDOW
    if (verb == QLatin1StringView("tour") && !asks) { // a verb with a window: it makes its own application
        qInstallMessageHandler(quiet);
        preferUtf8();
        nameApplication();
        return inkstep::runTour(argc, argv);
    }
#endif
    if (!verb.isEmpty() || asks) {
        qInstallMessageHandler(quiet);
        preferUtf8();
        nameApplication();
        if (inkstep::verbPaints(verb)) {
            qputenv("QT_QPA_PLATFORM", "offscreen"); // fonts without a screen
            const QGuiApplication application(argc, argv);
            return headless(arguments);
        }
        const QCoreApplication application(argc, argv);
        return headless(arguments);
    }
#ifdef INKSTEP_HAS_WINDOW
    nameApplication();
    return inkstep::runInterface(argc, argv);
#else
    std::fputs("This build of Inkstep has no window. “inkstep --help” lists what it does without one.\n",
               stderr);
    return inkstep::WrongUse;
#endif
}
