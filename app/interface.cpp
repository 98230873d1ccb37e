#include "interface.h"

#include "checkbackbell.h"
#include "lookaround.h"
#include "photoprovider.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QQuickWindow>
#include <QStandardPaths>
#include <cstdio>

namespace inkstep {

Interface::Interface(const QString &profileFolder, Store::Parts parts)
    : m_secrets(systemSecrets(profileFolder, parts.files)),
      m_workspace(profileFolder, {parts.files, parts.clock, parts.random, m_secrets.get()}),
      m_preferences(profileFolder, nullptr), m_notifier(systemNotifier()),
      m_engine(std::make_unique<QQmlApplicationEngine>()) {
    m_engine->setProperty(Workspace::engineProperty, QVariant::fromValue(&m_workspace));
    m_engine->setProperty(Preferences::engineProperty, QVariant::fromValue(&m_preferences));
    m_engine->setProperty(CheckBackBell::engineProperty, QVariant::fromValue(m_notifier.get()));
    m_engine->addImageProvider(QStringLiteral("photo"), new PhotoProvider(m_workspace)); // the engine's now
    m_engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
}

Interface::~Interface() = default;

bool Interface::open(const QString &notebook) {
    // The profile opens while the window is being made.
    m_workspace.open(notebook);
    m_engine->load(QUrl(QStringLiteral("qrc:/qt/qml/Inkstep/Frame/Main.qml")));
    return window() != nullptr;
}

void Interface::offer(LookAround &lookAround) {
    QQuickWindow *shown = window();
    // The window is QML: its signal is known by name only.
    QObject::connect(shown, SIGNAL(lookAroundAsked()), &lookAround, SLOT(open()));
    QObject::connect(&lookAround, &LookAround::busyChanged, shown,
                     [shown, &lookAround] { shown->setProperty("lookingAround", lookAround.busy()); });
    QObject::connect(&lookAround, &LookAround::failed, &m_workspace, &Workspace::failed);
    shown->setProperty("canLookAround", true);
}

QQuickWindow *Interface::window() const {
    const QList<QObject *> roots = m_engine->rootObjects();
    return roots.isEmpty() ? nullptr : qobject_cast<QQuickWindow *>(roots.first());
}

int runInterface(int argc, char **argv) {
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Inkstep"));
    QGuiApplication::setDesktopFileName(QStringLiteral("inkstep"));

    QCommandLineParser options;
    const QCommandLineOption profile(QStringLiteral("profile"), QString(), QStringLiteral("DIR"));
    const QCommandLineOption notebook(QStringLiteral("notebook"), QString(), QStringLiteral("NAME|ID"));
    options.addOptions({profile, notebook});
    if (!options.parse(QGuiApplication::arguments())) {
        std::fprintf(stderr, "%s\n", qPrintable(options.errorText()));
        return 2;
    }
    const QString given = options.value(profile);
    const QString folder =
        given.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) : given;

    SystemFiles files;
    const SystemClock clock;
    SystemRandom random;
    Interface interface(folder, {files, clock, random});
    if (!interface.open(options.value(notebook)))
        return 1;
    LookAround lookAround(folder);
    interface.offer(lookAround);
    return QGuiApplication::exec();
}

} // namespace inkstep
