#pragma once

#include "days.h"
#include "livevalue.h"
#include "model/entities.h"

#include <QSizeF>
#include <QVariantMap>

namespace inkstep {

struct PageFacts {
    Page page;
    Sample sample;
    QString student;
    bool originalHere = false; // its sealed file is on this device
    bool previewHere = false;
    bool operator==(const PageFacts &) const = default;
};

// One page, the sample it lies in and whose it is; and what can be done with them.
class PageDetails : public INKSTEP_LIVE_VALUE(PageFacts) {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString pageId READ pageId WRITE setPageId NOTIFY pageIdChanged)
    Q_PROPERTY(QString sampleId READ sampleId NOTIFY changed)
    Q_PROPERTY(QString studentId READ studentId NOTIFY changed)
    Q_PROPERTY(QString studentName READ studentName NOTIFY changed)
    Q_PROPERTY(QString heading READ heading NOTIFY changed) // the sample's title, else its kind
    Q_PROPERTY(QString day READ day NOTIFY changed)
    // The end of the picture's address in image://photo: a stamp that changes with the original, and the
    // view.
    Q_PROPERTY(QString picture READ picture NOTIFY changed)
    Q_PROPERTY(QString stamp READ stamp NOTIFY changed)
    Q_PROPERTY(QString view READ view NOTIFY changed) // empty: as shot; see viewOf()
    Q_PROPERTY(int look READ look NOTIFY changed)     // 0 as shot, 1 page, 2 clear
    // The sheet's corners as found, and as they count: in words (sheetText()); empty: none.
    Q_PROPERTY(QString foundSheet READ foundSheet NOTIFY changed)
    Q_PROPERTY(QString sheet READ sheet NOTIFY changed)
    // What one may want to take the picture again for, in a sentence or two; empty: nothing.
    Q_PROPERTY(QString hintWords READ hintWords NOTIFY changed)
    Q_PROPERTY(int turns READ turns NOTIFY changed)
    // As it is shown, in pixels of the original; 0 until known.
    Q_PROPERTY(QSizeF size READ size NOTIFY changed)
    Q_PROPERTY(QSizeF original READ original NOTIFY changed) // upright, in pixels; 0 until known
    Q_PROPERTY(bool originalHere READ originalHere NOTIFY changed)
    Q_PROPERTY(bool pictureHere READ pictureHere NOTIFY changed) // in any size
    // The sample's own words, for its sheet.
    Q_PROPERTY(QVariantMap sample READ sample NOTIFY changed)

public:
    explicit PageDetails(QObject *parent = nullptr);

    QString pageId() const { return idText(m_page); }
    void setPageId(const QString &id);
    QString sampleId() const;
    QString studentId() const;
    QString studentName() const { return value().student; }
    QString heading() const;
    QString day() const;
    QString picture() const;
    QString stamp() const;
    QString view() const;
    int look() const;
    QString foundSheet() const { return value().page.foundSheet; }
    QString sheet() const;
    QString hintWords() const;
    int turns() const { return static_cast<int>(value().page.rotation); }
    QSizeF size() const { return sizeIn(view()); }
    QSizeF original() const;
    bool originalHere() const { return value().originalHere; }
    bool pictureHere() const { return value().originalHere || value().previewHere; }
    QVariantMap sample() const;

    // The size in another view, turned as the page is.
    Q_INVOKABLE QSizeF sizeIn(const QString &view) const;
    Q_INVOKABLE void turn(int quarterTurns); // clockwise; negative the other way
    Q_INVOKABLE void setLook(int look);
    // The sheet's corners as a person sees them; empty: as they were found. A page shown as shot is then
    // shown flat.
    Q_INVOKABLE void setSheet(const QString &sheet);
    // The hint was seen, and the page is good as it is.
    Q_INVOKABLE void dropHints();
    // To another sample; an empty sample is a new one of that student.
    Q_INVOKABLE void moveTo(const QString &student, const QString &sample);
    // The whole sample to another student.
    Q_INVOKABLE void moveSample(const QString &student);
    // title, genre, stage, unit, chosenBy, audience, purpose, mentorText; kind as its number; lines, words as
    // numbers; date as yyyy-MM-dd.
    Q_INVOKABLE void setSample(const QString &field, const QVariant &value);
    Q_INVOKABLE QStringList kindNames() const;

signals:
    void pageIdChanged();

protected:
    KindSet kinds() const override;
    Query query() const override;

private:
    void findSheet();

    Id m_page;
};

QString sampleKindName(SampleKind kind);

} // namespace inkstep
