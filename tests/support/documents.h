#pragma once

#include <QByteArray>
#include <QList>

namespace inkstep::test {

// A PDF by hand (ISO 32000-1, 7.5), every page an inch square and one shade darker than the one before, so
// that their order shows. `locked`: behind a password nobody knows.
inline QByteArray pdfOf(int pages, bool locked = false) {
    QByteArray file("%PDF-1.4\n");
    QList<qsizetype> places;
    const auto add = [&](const QByteArray &object) {
        places << file.size();
        file += QByteArray::number(places.size()) + " 0 obj\n" + object + "\nendobj\n";
    };
    QByteArray kids;
    for (int page = 0; page < pages; ++page)
        kids += QByteArray::number(3 + 2 * page) + " 0 R ";
    add("<< /Type /Catalog /Pages 2 0 R >>");
    add("<< /Type /Pages /Count " + QByteArray::number(pages) + " /Kids [ " + kids + "] >>");
    for (int page = 0; page < pages; ++page) {
        const QByteArray paint =
            QByteArray::number(0.9 - 0.8 * page / qMax(1, pages), 'f', 3) + " g 0 0 72 72 re f";
        add("<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 72 72 ] /Contents " +
            QByteArray::number(4 + 2 * page) + " 0 R >>");
        add("<< /Length " + QByteArray::number(paint.size()) + " >>\nstream\n" + paint + "\nendstream");
    }
    const QByteArray noise = QByteArray(32, 'a').toHex();
    if (locked)
        add("<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + noise + "> /U <" + noise + "> >>");
    const qsizetype table = file.size();
    file += "xref\n0 " + QByteArray::number(places.size() + 1) + "\n0000000000 65535 f \n";
    for (const qsizetype place : places)
        file += QByteArray::number(place).rightJustified(10, '0') + " 00000 n \n";
    file += "trailer\n<< /Size " + QByteArray::number(places.size() + 1) + " /Root 1 0 R";
    if (locked)
        file += " /Encrypt " + QByteArray::number(places.size()) + " 0 R /ID [ <00> <00> ]";
    return file + " >>\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
}

} // namespace inkstep::test
