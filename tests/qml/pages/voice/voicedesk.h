// A notebook on disk, a microphone that is told what to hear and a loudspeaker that only counts.
#pragma once

#include "camerapermission.h"
#include "intake.h"
#include "model/voice.h"
#include "soundio.h"
#include "store/layout.h"
#include "support/fakes.h"
#include "workspace.h"

#include <QSignalSpy>
#include <QTest>
#include <cmath>

namespace inkstep::test {

class FakeMicrophone final : public Microphone {
public:
    bool isThere() override { return there; }
    void start() override { open = true; }
    void stop() override {
        if (open && !left.isEmpty())
            emit heard(std::exchange(left, {}));
        open = false;
    }
    // A voice of this loudness, 0 to 1.
    void say(std::chrono::milliseconds length, double loudness = 0.5) {
        emit heard(samples(length, loudness));
    }
    static QByteArray samples(std::chrono::milliseconds length, double loudness) {
        QByteArray bytes(qsizetype(length.count() * soundRate / 1000) * 2, '\0');
        auto *to = reinterpret_cast<qint16 *>(bytes.data());
        for (qsizetype i = 0; i < bytes.size() / 2; ++i)
            to[i] = qint16(32'000 * loudness * std::sin(double(i) * 0.05));
        return bytes;
    }
    void pullOut() { emit broke(QStringLiteral("pulled out")); }

    bool there = true;
    bool open = false;
    QByteArray left; // what it still holds when it is stopped
};

class FakeLoudspeaker final : public Loudspeaker {
public:
    bool isThere() override { return there; }
    void play(SoundReader &reader) override {
        from = reader.position();
        playing = true;
        now = {};
    }
    void stop() override { playing = false; }
    std::chrono::milliseconds played() const override { return now; }
    void reachTheEnd() { emit ended(); }

    bool there = true;
    bool playing = false;
    std::chrono::milliseconds from{};
    std::chrono::milliseconds now{};
};

class FakePermission final : public CameraPermission {
public:
    explicit FakePermission(CameraPermission::Answer first, CameraPermission::Answer then)
        : m_now(first), m_then(then) {}
    CameraPermission::Answer answer() const override { return m_now; }
    void ask(QObject *, std::function<void(CameraPermission::Answer)> then) override {
        m_now = m_then;
        then(m_then);
    }

private:
    CameraPermission::Answer m_now;
    CameraPermission::Answer m_then;
};

struct VoiceDesk {
    VoiceDesk() {
        workspace = std::make_unique<Workspace>(folder.path(), Store::Parts{files, clock, random});
        QSignalSpy shown(workspace.get(), &Workspace::notebookChanged);
        QObject::connect(workspace.get(), &Workspace::stateChanged, workspace.get(), [this] {
            if (workspace->state() == Workspace::NoNotebook)
                workspace->startClass(QStringLiteral("Room 12"));
        });
        workspace->open();
        if (!QTest::qWaitFor([&] { return workspace->notebook() != nullptr; }, 10'000))
            qFatal("no notebook");
        Student child;
        child.id = maya = workspace->notebook()->store().makeId();
        child.name = QStringLiteral("Maya");
        if (!workspace->notebook()->store().commit(Edit(QString()).create(child)))
            qFatal("no child");
    }
    std::vector<Voice> voices() {
        return *workspace->notebook()->store().read([](Database &db) {
            static const std::string sql =
                "SELECT " + columnsOf<Voice>("v") + " FROM voice v WHERE v.deleted = 0 ORDER BY v.made";
            std::vector<Voice> all;
            Statement &row = db.use(sql);
            while (row.step())
                all.push_back(readRow<Voice>(row));
            row.reset();
            return all;
        });
    }
    std::size_t sealedFiles() { return workspace->notebook()->vault().names()->size(); }

    QTemporaryDir folder;
    SystemFiles files;
    FakeClock clock;
    SeededRandom random;
    std::unique_ptr<Workspace> workspace;
    Id maya;
};

} // namespace inkstep::test
