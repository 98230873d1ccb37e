#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QProcessEnvironment>
#include <QSize>
#include <QStringList>
#include <QTemporaryDir>

namespace inkstep::test {

struct Outcome {
    int code = -1; // -1: it did not end by itself
    QString out;
    QString err;
    QStringList lines() const { return out.split(QLatin1Char('\n'), Qt::SkipEmptyParts); }
    QJsonObject json() const;
};

// A command line's words.
QStringList words(std::initializer_list<const char *> list);

// The inkstep program, run to its end.
QString programPath();
QProcessEnvironment quietEnvironment(); // no color, no screen, no person's own profile
Outcome inkstep(const QStringList &arguments, const QByteArray &input = {},
                const QProcessEnvironment &environment = quietEnvironment());

// A profile with a small class, in a folder that goes when the test ends.
class ScratchClass {
public:
    explicit ScratchClass(const QByteArray &names = "Maya\nAda Lima\nYusuf\n");
    QString file(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    QString profile() const { return file("profile"); }
    QString notebookFolder() const; // of the only notebook in it
    // A file beside the profile.
    QString write(const char *name, const QByteArray &bytes) const;
    Outcome run(const QStringList &verb, const QByteArray &input = {}) const; // with --profile
    QString digest() const;
    QStringList files() const; // every file of the profile with its size, the database's own aside

private:
    QTemporaryDir m_folder;
};

// A picture with something on it, as JPEG or PNG bytes.
QByteArray picture(QSize size, const char *format, int seed = 1);

} // namespace inkstep::test
