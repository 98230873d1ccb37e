#include "preferences.h"

#include <QQmlEngine>
#include <algorithm>

namespace inkstep {

namespace {
constexpr double largestText = 2.0;
constexpr int appearances = 3;

double textScaleFrom(double scale) {
    return scale > 0 ? std::clamp(scale, 1.0, largestText) : 0;
}
} // namespace

Preferences::Preferences(const QString &profileFolder, QObject *parent)
    : QObject(parent), m_folder(profileFolder) {
    if (profileFolder.isEmpty())
        return;
    m_settings =
        std::make_unique<QSettings>(profileFolder + QStringLiteral("/preferences.ini"), QSettings::IniFormat);
    const QSettings &kept = *m_settings;
    m_appearance = std::clamp(kept.value(QStringLiteral("appearance")).toInt(), 0, appearances - 1);
    m_textScale = textScaleFrom(kept.value(QStringLiteral("textScale")).toDouble());
    m_reducedMotion = kept.value(QStringLiteral("reducedMotion")).toBool();
    m_leftHanded = kept.value(QStringLiteral("leftHanded")).toBool();
    m_namesInNotifications = kept.value(QStringLiteral("namesInNotifications")).toBool();
    m_covered = m_curtain = kept.value(QStringLiteral("curtain")).toBool();
    m_photosOnMetered = kept.value(QStringLiteral("photosOnMetered")).toBool();
    m_dim = kept.value(QStringLiteral("dim")).toBool();
}

Preferences *Preferences::create(QQmlEngine *engine, QJSEngine *) {
    if (auto *made = engine->property(engineProperty).value<Preferences *>()) {
        QJSEngine::setObjectOwnership(made, QJSEngine::CppOwnership);
        return made;
    }
    return new Preferences({}, engine);
}

void Preferences::keep(const QString &name, const QVariant &value) {
    if (m_settings)
        m_settings->setValue(name, value);
    emit changed();
}

void Preferences::setAppearance(int appearance) {
    const int next = std::clamp(appearance, 0, appearances - 1);
    if (next == m_appearance)
        return;
    m_appearance = next;
    keep(QStringLiteral("appearance"), next);
}

void Preferences::setTextScale(double scale) {
    const double next = textScaleFrom(scale);
    if (next == m_textScale)
        return;
    m_textScale = next;
    keep(QStringLiteral("textScale"), next);
}

void Preferences::setReducedMotion(bool reduced) {
    if (reduced == m_reducedMotion)
        return;
    m_reducedMotion = reduced;
    keep(QStringLiteral("reducedMotion"), reduced);
}

void Preferences::setLeftHanded(bool left) {
    if (left == m_leftHanded)
        return;
    m_leftHanded = left;
    keep(QStringLiteral("leftHanded"), left);
}

void Preferences::setCurtain(bool curtain) {
    if (curtain == m_curtain)
        return;
    m_covered = m_curtain = curtain;
    keep(QStringLiteral("curtain"), curtain);
}

void Preferences::setCovered(bool covered) {
    if (covered == m_covered)
        return;
    m_covered = covered;
    emit changed();
}

void Preferences::setPhotosOnMetered(bool photos) {
    if (photos == m_photosOnMetered)
        return;
    m_photosOnMetered = photos;
    keep(QStringLiteral("photosOnMetered"), photos);
}

void Preferences::setNamesInNotifications(bool names) {
    if (names == m_namesInNotifications)
        return;
    m_namesInNotifications = names;
    keep(QStringLiteral("namesInNotifications"), names);
}

void Preferences::setDim(bool dim) {
    if (dim == m_dim)
        return;
    m_dim = dim;
    keep(QStringLiteral("dim"), dim);
}

} // namespace inkstep
