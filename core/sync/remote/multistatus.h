#pragma once

#include "sync/remote/remote.h"

#include <QUrl>
#include <QXmlStreamReader>

namespace inkstep {

// Reads a WebDAV listing (RFC 4918, section 13: a multistatus) as it arrives. Whatever a server sends, memory
// stays bounded: names, entries, depth and total size have limits, and a document type is refused.
class Multistatus {
public:
    // `folder`: the URL that was listed; its own entry and everything not directly in it is passed over.
    explicit Multistatus(const QUrl &folder);

    // False as soon as it is no listing; more bytes change nothing then.
    bool add(QByteArrayView bytes);
    // ServerTrouble unless all of a listing came.
    Result<std::vector<RemoteEntry>> finish();
    // The size the listed URL itself has, where it is a file and was listed; -1 else.
    qint64 ownSize() const { return m_ownSize; }

    static constexpr qint64 longest = 64 << 20; // bytes of a whole listing
    static constexpr std::size_t mostEntries = 200'000;
    static constexpr qsizetype longestText = 8192; // of one name or number as written
    static constexpr int deepest = 32;

    // What asks for it: names, sizes and kinds, nothing else.
    static QByteArray question();

private:
    bool refuse(const QString &why);
    void open(QStringView name);
    void close(QStringView name);
    void keep();

    QXmlStreamReader m_xml;
    QString m_folder; // decoded path, one slash at the end
    std::vector<RemoteEntry> m_entries;
    qint64 m_read = 0;
    qint64 m_ownSize = -1;
    int m_depth = 0;
    QString m_text;
    QString m_why;
    bool m_begun = false;
    bool m_done = false;
    // Of the response being read.
    QString m_href;
    qint64 m_size = 0;
    bool m_isFolder = false;
};

} // namespace inkstep
