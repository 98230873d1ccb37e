#include "networkwatch.h"

#include <QNetworkInformation>
#include <utility>

namespace inkstep {

void NetworkWatch::begin() {
    if (std::exchange(m_begun, true))
        return;
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    using Reachability = QNetworkInformation::Reachability;
    connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
            [this](Reachability now) {
                if (now == Reachability::Online)
                    emit cameOnline();
            });
}

bool NetworkWatch::metered() const {
    const QNetworkInformation *network = QNetworkInformation::instance();
    return network && network->supports(QNetworkInformation::Feature::Metered) && network->isMetered();
}

} // namespace inkstep
