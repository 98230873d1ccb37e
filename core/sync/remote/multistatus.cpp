#include "sync/remote/multistatus.h"

namespace inkstep {

namespace {

constexpr QLatin1StringView dav("DAV:");

QString folderPath(const QUrl &url) {
    QString path = url.path(QUrl::FullyDecoded);
    return path.endsWith(QLatin1Char('/')) ? path : path + QLatin1Char('/');
}

} // namespace

QByteArray Multistatus::question() {
    return QByteArrayLiteral("<?xml version=\"1.0\" encoding=\"utf-8\"?><propfind xmlns=\"DAV:\"><prop>"
                             "<resourcetype/><getcontentlength/></prop></propfind>");
}

Multistatus::Multistatus(const QUrl &folder) : m_folder(folderPath(folder)) {}

bool Multistatus::refuse(const QString &why) {
    if (m_why.isEmpty())
        m_why = why;
    m_entries.clear();
    return false;
}

bool Multistatus::add(QByteArrayView bytes) {
    if (!m_why.isEmpty())
        return false;
    m_read += bytes.size();
    if (m_read > longest)
        return refuse(QStringLiteral("a listing without end"));
    m_xml.addData(bytes.toByteArray());
    while (m_why.isEmpty() && !m_xml.atEnd()) {
        switch (m_xml.readNext()) {
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::EntityReference:
            return refuse(QStringLiteral("a document type in a listing"));
        case QXmlStreamReader::StartElement:
            if (++m_depth > deepest)
                return refuse(QStringLiteral("a listing too deep"));
            m_text.clear();
            if (m_depth == 1) {
                m_begun = m_xml.namespaceUri() == dav && m_xml.name() == QLatin1StringView("multistatus");
                if (!m_begun)
                    return refuse(
                        QStringLiteral("no listing but <%1>").arg(m_xml.name().toString().left(40)));
            } else if (m_xml.namespaceUri() == dav) {
                open(m_xml.name());
            }
            break;
        case QXmlStreamReader::Characters:
            if (m_text.size() + m_xml.text().size() <= longestText)
                m_text += m_xml.text();
            else if (!m_xml.isWhitespace())
                return refuse(QStringLiteral("a name without end"));
            break;
        case QXmlStreamReader::EndElement:
            if (m_xml.namespaceUri() == dav)
                close(m_xml.name());
            --m_depth;
            m_text.clear();
            break;
        case QXmlStreamReader::EndDocument:
            m_done = true;
            break;
        default:
            break;
        }
    }
    if (m_xml.hasError() && m_xml.error() != QXmlStreamReader::PrematureEndOfDocumentError)
        return refuse(QStringLiteral("a listing that is not XML"));
    if (m_begun && m_depth == 0)
        m_done = true;
    return m_why.isEmpty();
}

void Multistatus::open(QStringView name) {
    if (name == QLatin1StringView("response")) {
        m_href.clear();
        m_size = 0;
        m_isFolder = false;
    } else if (name == QLatin1StringView("collection")) {
        m_isFolder = true;
    }
}

void Multistatus::close(QStringView name) {
    if (name == QLatin1StringView("href")) {
        if (m_href.isEmpty())
            m_href = m_text.trimmed();
    } else if (name == QLatin1StringView("getcontentlength")) {
        m_size = std::max<qint64>(0, m_text.trimmed().toLongLong());
    } else if (name == QLatin1StringView("response")) {
        keep();
    }
}

void Multistatus::keep() {
    // An absolute URL or a path, encoded as the server likes; `+` is itself.
    QString path = QUrl(m_href, QUrl::TolerantMode).path(QUrl::FullyDecoded);
    if (path.endsWith(QLatin1Char('/'))) {
        m_isFolder = true;
        path.chop(1);
    }
    if (path + QLatin1Char('/') == m_folder) {
        if (!m_isFolder)
            m_ownSize = m_size;
        return;
    }
    const auto slash = path.lastIndexOf(QLatin1Char('/'));
    if (slash < 0 || path.first(slash + 1) != m_folder)
        return;
    RemoteEntry entry{path.sliced(slash + 1), m_isFolder ? 0 : m_size, m_isFolder};
    if (entry.name.isEmpty() || entry.name == QLatin1StringView(".") || entry.name == QLatin1StringView(".."))
        return;
    if (m_entries.size() >= mostEntries) {
        refuse(QStringLiteral("a listing without end"));
        return;
    }
    m_entries.push_back(std::move(entry));
}

Result<std::vector<RemoteEntry>> Multistatus::finish() {
    if (!m_done && m_why.isEmpty())
        refuse(QStringLiteral("a listing that was cut"));
    if (!m_why.isEmpty())
        return failure(ErrorCode::ServerTrouble, m_why);
    return std::move(m_entries);
}

} // namespace inkstep
