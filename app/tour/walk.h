#pragma once

#include "demo/generator/generator.h"
#include "interface.h"
#include "testcamera.h"
#include "tour/stagehand.h"

namespace inkstep {

class SyncService;

// What a window looks like for one round of pictures.
struct Look {
    QString name; // the folder its pictures go to
    QSize size;
    bool dark = false;
    double textScale = 1;
};

// The script. Every page in every look; the main job in every look too, as hands do it differently on each.
class Walk {
public:
    Walk(Stagehand &stage, TestCamera &camera, Store::Parts parts, std::vector<Look> looks);
    ~Walk();

    // `classProfile`: a profile with a class in it, changed by this. `scratch`: an empty folder.
    void all(const QString &classProfile, const QString &scratch);

private:
    // A note as one tablet shows it.
    struct SeenNote {
        QString page;
        QString note;
        QString words;
        QPointF place; // of its tail, 0 to 1 across and down the page
        QImage under;  // what the window shows round the end of the tail
    };

    void open(const QString &profile);
    void close();
    void wear(const Look &look);

    void firstStart(const QString &profile);
    void photograph();
    void annotate();
    void takeBack();
    void connectFolder(const QString &folder);
    void sendNow(const QString &sentence);
    QImage invite();
    static QImage heldAskew(const QImage &screen);
    void joinAndLook(const QString &profile, const QImage &code);
    void compare(const SeenNote &there);
    void paper(const QString &scratch);
    void places();
    void writingBlock();
    void sheetInUse();
    void dim(bool on);
    void seeEverybodyAgain();
    void conference();
    void pictureFor(const QString &place, const QVariantMap &args, const QString &sentence);
    void withoutCamera();

    QQuickItem *host() const;
    bool at(const QString &place) const;
    void tab(const QString &label);
    void go(const QString &place, const QVariantMap &args);
    QString viewShown() const; // of the page
    void looks();
    QPointF onScene(QPointF place) const;   // from a place on the photograph
    QPointF fromShown(QPointF shown) const; // ... on the page as it is shown
    QList<QQuickItem *> notes() const;
    void showWriting();
    QPointF nextWord(); // a place on the page with writing, none twice
    SeenNote seen(const QString &note);
    SyncService *sync() const;

    Stagehand &m_stage;
    TestCamera &m_camera;
    Store::Parts m_parts;
    std::vector<Look> m_looks;
    std::unique_ptr<Interface> m_interface;
    ClassContent m_writings;
    Photograph m_photo; // what the camera looks at
    int m_shots = 0;
    QList<QPointF> m_words; // places on the page at hand that have a note
    QString m_studentId;
    SeenNote m_kept;
};

} // namespace inkstep
