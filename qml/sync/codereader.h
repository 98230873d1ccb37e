#pragma once

#include "base/executor.h"

#include <QImage>
#include <QPointer>
#include <QVideoFrame>
#include <QVideoSink>
#include <QtQml/qqmlregistration.h>

namespace inkstep {

// The text of the QR code in this picture; empty where there is none that can be read. 5 to 40 ms.
QString codeIn(const QImage &picture);

// Watches a preview for a QR code, on a thread of its own; frames that come while one is looked at are let
// go.
class CodeReader : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVideoSink *videoSink READ videoSink WRITE setVideoSink NOTIFY videoSinkChanged)

public:
    explicit CodeReader(QObject *parent = nullptr) : QObject(parent) {}

    QVideoSink *videoSink() const { return m_sink; }
    void setVideoSink(QVideoSink *sink);

signals:
    void videoSinkChanged();
    void found(const QString &text); // once a code, as long as it stays in view

private:
    void look(const QVideoFrame &frame);

    QPointer<QVideoSink> m_sink;
    QString m_last;
    bool m_looking = false;
    Executor m_executor;
};

} // namespace inkstep
