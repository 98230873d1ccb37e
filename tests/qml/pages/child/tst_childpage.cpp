#include "scratch.h"

#include <QtQuickTest>

namespace inkstep::test {

class Setup : public QObject {
    Q_OBJECT

public slots:
    void qmlEngineAvailable(QQmlEngine *engine) {
        m_scratch = std::make_unique<Scratch>(7);
        m_scratch->furnish(engine);
    }
    void cleanupTestCase() { m_scratch.reset(); }

private:
    std::unique_ptr<Scratch> m_scratch;
};

} // namespace inkstep::test

QUICK_TEST_MAIN_WITH_SETUP(childpage, inkstep::test::Setup)
#include "tst_childpage.moc"
