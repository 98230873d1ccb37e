// The one way a picture gets into a notebook: from the camera, a file, a drop, the clipboard or the import
// verb. In: the bytes of a picture and where it belongs. Out: a page whose original is durably there, then
// its preview and thumbnail. The original comes first; what can be worked out from it comes after and can be
// worked out again.
#pragma once

#include "ingest/convert/convert.h"
#include "model/entities.h"
#include "store/profile.h"

#include <functional>

namespace inkstep {

// Where a page goes: to an existing sample, or to a new one of this student; or into the place of a page that
// is there.
struct Destination {
    Id student;
    Id sample; // null: a new sample
    SampleKind kind = SampleKind::InProgress;
    Id page = {}; // null: a new page; else this one is photographed again
};

struct KeptPage {
    Id page;
    Id sample;
    Version edit; // what undo takes back
};

class Ingest {
public:
    explicit Ingest(Notebook &notebook) : m_notebook(notebook) {}

    // Keeps the original durably and names it. When this returns success the page survives a crash.
    // NotAPicture, TooLarge, DiskFull, NoPermission; then nothing has changed.
    Result<KeptPage> keep(const QByteArray &picture, const Destination &destination);
    // Several pages of one sample as one edit: all or none. `names` name them in errors.
    Result<std::vector<KeptPage>> keepAll(const std::vector<QByteArray> &pictures, const QStringList &names,
                                          const Destination &destination);

    // A page photographed again: its place among the pages and its notes stay, the picture and all that
    // belongs to it alone are new. The old original stays in the vault, so undo brings it back. The preview
    // is made before the page changes, in the same edit, so that the two can never be of different pictures.
    // Takes up to a second. Errors: as keep(), NotFound.
    Result<KeptPage> retake(const Id &page, const QByteArray &picture);

    // Works out preview and thumbnail of a page, where the sheet lies and what one may want to take it again
    // for, and names them, all from one decode.
    Status derivePage(const Id &page);
    // Looks for the sheet of a page whose preview was made before Inkstep could, from the preview where it is
    // here. Changes nothing where a sheet is known or was looked for and not found. 40 to 200 ms.
    Status findSheet(const Id &page);
    // Pages whose preview was not worked out yet, as after a crash.
    Result<std::vector<Id>> underived();
    // The thumbnail of a page in a view (see viewOf(); empty: as shot), worked out from what is here and kept
    // for the next time: one as shot and one of the view last asked for.
    Result<QByteArray> thumbnail(const Page &page, const QString &view = {});
    // The sharpest picture of a page that is here: the original's bytes, else the preview's. NotFound if
    // neither.
    Result<QByteArray> picture(const Page &page, bool originalWanted);

private:
    Notebook &m_notebook;
};

} // namespace inkstep
