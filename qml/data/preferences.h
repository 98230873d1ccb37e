#pragma once

#include <QObject>
#include <QSettings>
#include <QtQml/qqmlregistration.h>
#include <memory>

class QQmlEngine;
class QJSEngine;

namespace inkstep {

// How one person wants Inkstep on this device. Kept beside the notebooks, never sent.
class Preferences : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

    Q_PROPERTY(
        int appearance READ appearance WRITE setAppearance NOTIFY changed) // Theme's: system, light, dark
    Q_PROPERTY(double textScale READ textScale WRITE setTextScale NOTIFY changed) // 1 to 2; 0: as the system
    Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY changed)
    Q_PROPERTY(bool leftHanded READ leftHanded WRITE setLeftHanded NOTIFY changed) // the side of the thumb
    Q_PROPERTY(bool curtain READ curtain WRITE setCurtain NOTIFY changed) // names only, at every start
    // Names only, now: as at every start until somebody draws the curtain, and not kept.
    Q_PROPERTY(bool covered READ covered WRITE setCovered NOTIFY changed)
    // A notification of the system may say whose check-back is due, also on a lock screen.
    Q_PROPERTY(
        bool namesInNotifications READ namesInNotifications WRITE setNamesInNotifications NOTIFY changed)
    // Photographs go over lines that are paid for by the byte, too.
    Q_PROPERTY(bool photosOnMetered READ photosOnMetered WRITE setPhotosOnMetered NOTIFY changed)
    Q_PROPERTY(bool dim READ dim WRITE setDim NOTIFY changed) // near black, for among writers
    Q_PROPERTY(QString folder READ folder CONSTANT)           // of the profile; for a person to see

public:
    // Kept in profileFolder/preferences.ini; for an empty folder they last as long as this object. No default
    // arguments: QML would rather use those than create().
    Preferences(const QString &profileFolder, QObject *parent);

    // The engine's `preferences` property holds the object main made; without one, nothing is kept.
    static Preferences *create(QQmlEngine *engine, QJSEngine *);
    static constexpr const char *engineProperty = "inkstepPreferences";

    int appearance() const { return m_appearance; }
    void setAppearance(int appearance);
    double textScale() const { return m_textScale; }
    void setTextScale(double scale);
    bool reducedMotion() const { return m_reducedMotion; }
    void setReducedMotion(bool reduced);
    bool leftHanded() const { return m_leftHanded; }
    void setLeftHanded(bool left);
    bool curtain() const { return m_curtain; }
    void setCurtain(bool curtain);
    bool covered() const { return m_covered; }
    void setCovered(bool covered);
    bool namesInNotifications() const { return m_namesInNotifications; }
    void setNamesInNotifications(bool names);
    bool photosOnMetered() const { return m_photosOnMetered; }
    void setPhotosOnMetered(bool photos);
    bool dim() const { return m_dim; }
    void setDim(bool dim);
    QString folder() const { return m_folder; }

signals:
    void changed();

private:
    void keep(const QString &name, const QVariant &value);

    QString m_folder;
    std::unique_ptr<QSettings> m_settings;
    int m_appearance = 0;
    double m_textScale = 0;
    bool m_reducedMotion = false;
    bool m_leftHanded = false;
    bool m_curtain = false;
    bool m_covered = false;
    bool m_namesInNotifications = false;
    bool m_photosOnMetered = false;
    bool m_dim = false;
};

} // namespace inkstep
