// What tests put in the place of the world: a clock that is told the time, chance from a seed, a notebook's
// folder that goes when the test ends.
#pragma once

#include "store/store.h"

#include <QTemporaryDir>
#include <random>

namespace inkstep::test {

class FakeClock final : public Clock {
public:
    explicit FakeClock(Moment start = fromMs(1'790'000'000'000)) : m_now(start) {}
    Moment now() const override { return m_now; }
    void set(Moment moment) { m_now = moment; }
    void advance(std::chrono::milliseconds by) { m_now += by; }

private:
    Moment m_now;
};

class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed = 1) : m_engine(seed) {}
    void fill(std::span<unsigned char> bytes) override {
        for (unsigned char &byte : bytes)
            byte = static_cast<unsigned char>(m_engine());
    }

private:
    std::mt19937_64 m_engine;
};

// A store in a folder of its own.
struct ScratchStore {
    explicit ScratchStore(std::uint64_t seed = 1) : random(seed) { reopen(); }
    void reopen() {
        store.reset();
        auto opened = Store::open(folder.path(), {files, clock, random});
        store = opened ? std::move(*opened) : nullptr;
    }
    Store *operator->() const { return store.get(); }

    QTemporaryDir folder;
    SystemFiles files;
    FakeClock clock;
    SeededRandom random;
    std::unique_ptr<Store> store;
};

// Hands everything `from` made to `to`, as sync would.
inline bool passEdits(Store &from, Store &to) {
    const auto seen = to.seen();
    quint64 after = 0;
    for (const Version &version : *seen) {
        if (version.device == from.device())
            after = version.sequence;
    }
    const auto edits = from.ownEdits(after, 1'000'000);
    return edits && to.apply(*edits).has_value();
}

} // namespace inkstep::test
