// What the system around Inkstep can say while its window is not in front. In: a few words without a child's
// own. Out: the system's notification, or nothing where the platform has none.
#pragma once

#include <QMetaType>
#include <QString>
#include <memory>

namespace inkstep {

class Notifier {
public:
    virtual ~Notifier() = default;
    // Replaces what it said before.
    virtual void tell(const QString &title, const QString &text) = 0;
    virtual void withdraw() = 0;
};

// The platform's own; says nothing where there is none. Never waits, and what fails is silent: a check-back
// is still shown in the window.
std::unique_ptr<Notifier> systemNotifier();

} // namespace inkstep

Q_DECLARE_METATYPE(inkstep::Notifier *)
