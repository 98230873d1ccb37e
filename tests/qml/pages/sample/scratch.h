// A class of its own for the pages' tests: a profile in a folder that goes with the test, children, pages
// with painted writing, a second tablet. In: what a test asks for, by name. Out: ids, and what the notebook
// really holds.
#pragma once

#include "photoprovider.h"
#include "support/fakes.h"
#include "workspace.h"

#include <QQmlEngine>
#include <QtQml/qqmlregistration.h>

namespace inkstep::test {

class Scratch : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    // Not without an argument: QML would make one of its own.
    explicit Scratch(std::uint64_t seed);
    ~Scratch() override;
    static Scratch *create(QQmlEngine *engine, QJSEngine *);

    Workspace &workspace() { return *m_workspace; }
    // Hands the engine what main would: workspace, pictures, import path.
    void furnish(QQmlEngine *engine);

    Q_INVOKABLE void startClass(); // then wait for Workspace.state
    Q_INVOKABLE QString student(const QString &name, const QString &grade = {});
    Q_INVOKABLE QString page(const QString &student, const QString &sample = {}, int width = 900,
                             int height = 1200);
    // White paper lying aslant on a dark desk, with a red dot at this place of the photograph, 0 to 1.
    Q_INVOKABLE QString photograph(const QString &student, double dotX, double dotY, int width = 1200,
                                   int height = 1600, const QString &sample = {});
    // Where the paper's corners are in it, in the order of sheetText().
    Q_INVOKABLE QList<double> paperCorners() const;
    Q_INVOKABLE void forgetSheet(const QString &page); // as a page was before there was a finder
    // As if that had been found in the picture: words of hintWords().
    Q_INVOKABLE void setHints(const QString &page, const QString &words);
    Q_INVOKABLE QString sampleOf(const QString &page);
    Q_INVOKABLE QString skill(const QString &name, const QString &trait, const QString &compliment,
                              const QString &childWords, const QStringList &before = {});
    Q_INVOKABLE QString note(const QString &about, int kind, const QString &words, double x, double y,
                             const QString &skill = {});
    Q_INVOKABLE void answer(const QString &note, int level, bool letGo = false);
    // The same words written on this tablet and on another, which had not heard of each other.
    Q_INVOKABLE void disagree(const QString &note, const QString &mine, const QString &theirs);
    Q_INVOKABLE void takePictureAway(const QString &page);
    Q_INVOKABLE void setDay(const QString &sample, int daysAgo);
    Q_INVOKABLE void later(int days);
    Q_INVOKABLE QUrl pictureFile(); // a JPEG outside the notebook
    Q_INVOKABLE QUrl pdfFile(int pages);
    Q_INVOKABLE QString voice(const QString &about, int seconds);
    Q_INVOKABLE int voices(const QString &about);

    Q_INVOKABLE QVariantList notes(const QString &about);
    Q_INVOKABLE QVariantList answers(const QString &note);
    Q_INVOKABLE QVariantMap pageFacts(const QString &page);
    Q_INVOKABLE int edits();
    Q_INVOKABLE QString pathFor(const QString &picture) const; // where looks are kept; empty: nowhere

private:
    Store &store();

    QTemporaryDir m_folder;
    QTemporaryDir m_other;
    SystemFiles m_files;
    FakeClock m_clock;
    SeededRandom m_random;
    std::unique_ptr<Workspace> m_workspace;
    int m_students = 0;
    int m_skills = 0;
    int m_pictures = 0;
};

} // namespace inkstep::test
