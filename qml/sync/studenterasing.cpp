#include "studenterasing.h"

#include "store/erasing.h"
#include "store/layout.h"

namespace inkstep {

namespace {

struct Looked {
    QString name;
    QStringList mentions;
};

} // namespace

void StudentErasing::setStudentId(const QString &id) {
    if (id == m_studentId)
        return;
    m_studentId = id;
    m_ready = false;
    emit changed();
}

void StudentErasing::look() {
    const Id id = idFromText(m_studentId);
    Notebook *notebook = m_workspace->notebook();
    if (id.isNull() || !notebook)
        return;
    m_service->ask(
        [store = &notebook->store(), id](Syncer &) -> Result<Looked> {
            const auto student = store->read([id](Database &db) { return find<Student>(db, id); });
            if (!student)
                return passOn(student);
            if (!*student)
                return failure(ErrorCode::NotFound, QStringLiteral("student"));
            const auto mentions = mentionsOf(*store, id);
            if (!mentions)
                return passOn(mentions);
            Looked looked{(*student)->name, {}};
            for (const Mention &mention : *mentions)
                looked.mentions << mention.words;
            return looked;
        },
        this,
        [this](const Result<Looked> &looked) {
            if (!looked) {
                emit failed(wordsFor(looked.error()).sentence());
                return;
            }
            m_name = looked->name;
            m_mentions = looked->mentions;
            m_ready = true;
            emit changed();
        });
}

bool StudentErasing::isName(const QString &typed) const {
    return m_ready && typed.simplified().compare(m_name.simplified(), Qt::CaseInsensitive) == 0;
}

void StudentErasing::erase() {
    const Id id = idFromText(m_studentId);
    if (id.isNull() || m_working)
        return;
    m_working = true;
    emit changed();
    m_service->decide([id](Syncer &syncer) { return syncer.eraseStudent(id); }, this,
                      [this](const Status &gone) {
                          m_working = false;
                          emit changed();
                          if (gone)
                              emit erased();
                          else
                              emit failed(wordsFor(gone.error()).sentence());
                      });
}

} // namespace inkstep
