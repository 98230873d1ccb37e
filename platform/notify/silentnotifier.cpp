#include "notifier.h"

namespace inkstep {

namespace {

class SilentNotifier final : public Notifier {
public:
    void tell(const QString &, const QString &) override {}
    void withdraw() override {}
};

} // namespace

std::unique_ptr<Notifier> systemNotifier() {
    return std::make_unique<SilentNotifier>();
}

} // namespace inkstep
