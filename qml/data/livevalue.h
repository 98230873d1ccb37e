#pragma once

#include "workspace.h"

#include <QPointer>
#include <QtQml/qqmlregistration.h>

// How a live value names its base, as INKSTEP_LIVE_LIST does for lists: moc and the QML tools are shown the
// plain one.
#ifdef Q_MOC_RUN
#define INKSTEP_LIVE_VALUE(Value) inkstep::LiveValueBase
#else
#define INKSTEP_LIVE_VALUE(Value) LiveValue<Value>
#endif

namespace inkstep {

// What every live thing (one page, one child) shows to QML besides its fields.
class LiveValueBase : public QObject {
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(
        inkstep::Workspace *workspace READ workspace WRITE setWorkspace NOTIFY workspaceChanged REQUIRED)
    // False until the first answer came.
    Q_PROPERTY(bool ready READ ready NOTIFY changed)
    // It was looked for and is not there: deleted here or elsewhere, or never arrived.
    Q_PROPERTY(bool gone READ gone NOTIFY changed)

public:
    using QObject::QObject;
    Workspace *workspace() const { return m_workspace; }
    void setWorkspace(Workspace *workspace);
    bool ready() const { return m_ready; }
    virtual bool gone() const = 0;

signals:
    void workspaceChanged();
    void changed();

protected:
    virtual void rerun() = 0; // the notebook or a parameter changed
    virtual void clear() = 0;
    Notebook *notebook() const { return m_workspace ? m_workspace->notebook() : nullptr; }
    void setReady(bool ready);

private:
    QPointer<Workspace> m_workspace;
    bool m_ready = false;
};

// One thing over a live query: it changes where the data changed, and says when it is gone.
template<class Value>
class LiveValue : public LiveValueBase {
public:
    using LiveValueBase::LiveValueBase;
    using Query = std::function<std::optional<Value>(Database &)>;
    bool gone() const override { return ready() && !m_there; }
    const Value &value() const { return m_value; }

protected:
    virtual KindSet kinds() const = 0;
    virtual Query query() const = 0; // captures its parameters by value: it runs on the store's thread

    void rerun() override {
        m_watch.reset();
        const int run = ++m_run; // an earlier query's answer may still be on its way
        Notebook *from = notebook();
        if (!from)
            return;
        m_watch = from->store().watch(kinds(), query(), this, [this, run](std::optional<Value> next) {
            if (run == m_run)
                show(std::move(next));
        });
    }
    void clear() override {
        ++m_run;
        m_watch.reset();
        m_value = {};
        m_there = false;
        setReady(false);
    }

private:
    void show(std::optional<Value> next) {
        const bool same = ready() && m_there == next.has_value() && (!next || *next == m_value);
        m_there = next.has_value();
        if (next)
            m_value = std::move(*next);
        if (!same)
            setReady(true);
    }

    Value m_value;
    bool m_there = false;
    int m_run = 0;
    std::unique_ptr<Watch> m_watch;
};

} // namespace inkstep
