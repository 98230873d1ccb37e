#include "recoverywriter.h"

namespace inkstep {

void RecoveryWriter::setWorking(bool working) {
    m_working = working;
    emit changed();
}

void RecoveryWriter::look() {
    m_service->ask([](Syncer &syncer) { return syncer.hasRecoveryWords(); }, this,
                   [this](const Result<bool> &have) {
                       m_known = have.has_value();
                       m_made = have.value_or(false);
                       emit changed();
                   });
}

// Words on paper that are not in the store yet would open nothing on the day they are needed: they are shown
// only after a sync went through.
void RecoveryWriter::make() {
    setWorking(true);
    m_service->ask(
        [](Syncer &syncer) -> Result<QString> {
            const auto words = syncer.makeRecoveryWords();
            if (!words)
                return passOn(words);
            if (const auto sent = syncer.sync(); !sent)
                return passOn(sent);
            return *words;
        },
        this,
        [this](const Result<QString> &words) {
            if (words) {
                m_words = words->split(QLatin1Char(' '));
                m_made = m_known = true;
            } else {
                emit failed(wordsFor(words.error()).sentence());
            }
            setWorking(false);
        });
}

void RecoveryWriter::forget() {
    m_words.clear();
    emit changed();
}

void RecoveryWriter::check(const QString &words) {
    setWorking(true);
    m_service->ask([words](Syncer &syncer) { return syncer.recoveryWordsFit(words); }, this,
                   [this](const Result<bool> &fit) {
                       setWorking(false);
                       // Words that are no words at all are a slip of the pen; anything else is not about
                       // them.
                       if (!fit && fit.error().code != ErrorCode::BadWords)
                           emit failed(wordsFor(fit.error()).sentence());
                       else
                           emit checked(fit.value_or(false));
                   });
}

} // namespace inkstep
