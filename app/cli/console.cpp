#include "cli/console.h"

#include <QIODevice>
#include <QJsonDocument>

namespace inkstep {

void Console::line(const QString &text) {
    endProgress();
    m_streams.out.write(text.toUtf8() + '\n');
}

void Console::json(const QJsonObject &object) {
    endProgress();
    m_streams.out.write(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

void Console::complain(const QString &text) {
    endProgress();
    m_streams.err.write(text.simplified().toUtf8() + '\n');
}

void Console::progress(const QString &text) {
    if (!m_streams.errIsTerminal)
        return;
    m_streams.err.write("\r\033[K" + text.toUtf8());
    m_inProgress = true;
}

void Console::endProgress() {
    if (m_inProgress)
        m_streams.err.write("\r\033[K");
    m_inProgress = false;
}

QByteArray Console::input() const {
    return m_streams.in.readAll();
}

} // namespace inkstep
