#include "ingest/roster/roster.h"

#include <QTest>

#include <rapidcheck.h>

#include <set>

using namespace inkstep;

namespace {

QStringList namesOf(const Roster &roster) {
    QStringList names;
    for (const RosterEntry &entry : roster.entries)
        names << entry.name;
    return names;
}

QString row(const RosterEntry &entry) {
    return QStringList{entry.name, entry.grade, entry.homeLanguage, entry.supports}.join(QLatin1Char('|'));
}

const QStringList three{QStringLiteral("Ana Silva"), QStringLiteral("Leo O'Brien"), QStringLiteral("Maya")};

} // namespace

class TestRoster : public QObject {
    Q_OBJECT

private slots:
    void readsPastedNames_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<RosterLayout>("layout");
        QTest::newRow("one a line") << "Ana Silva\nLeo O'Brien\nMaya" << RosterLayout::OneALine;
        QTest::newRow("space around") << "\n\n  Ana   Silva \r\n\tLeo O'Brien\r\n\r\nMaya\r\n"
                                      << RosterLayout::OneALine;
        QTest::newRow("old line ends") << "Ana Silva\rLeo O'Brien\rMaya\r" << RosterLayout::OneALine;
        QTest::newRow("line separators")
            << QStringLiteral("Ana Silva\u2028Leo O'Brien\u2028Maya") << RosterLayout::OneALine;
        QTest::newRow("numbered") << "1. Ana Silva\n2. Leo O'Brien\n10. Maya" << RosterLayout::OneALine;
        QTest::newRow("numbered, brackets")
            << "1) Ana Silva\n(2) Leo O'Brien\n#3 Maya" << RosterLayout::OneALine;
        QTest::newRow("numbered, bare") << "1 Ana Silva\n2 Leo O'Brien\n3 Maya" << RosterLayout::OneALine;
        QTest::newRow("numbered, tabs") << "1\tAna Silva\n2\tLeo O'Brien\n3\tMaya" << RosterLayout::OneALine;
        QTest::newRow("numbered, dots and tabs")
            << "1.\tAna Silva\n2.\tLeo O'Brien\n3.\tMaya" << RosterLayout::OneALine;
        QTest::newRow("numbered, commas") << "1,Ana Silva\n2,Leo O'Brien\n3,Maya" << RosterLayout::OneALine;
        QTest::newRow("bullets") << QStringLiteral("• Ana Silva\n- Leo O'Brien\n* Maya")
                                 << RosterLayout::OneALine;
        QTest::newRow("boxes") << QStringLiteral("[ ] Ana Silva\n[x] Leo O'Brien\n☐ Maya")
                               << RosterLayout::OneALine;
        QTest::newRow("numbers and boxes")
            << "1. [ ] Ana Silva\n2. [ ] Leo O'Brien\n3. [ ] Maya" << RosterLayout::OneALine;
        QTest::newRow("quoted") << "\"Ana Silva\"\n\"Leo O'Brien\"\n\"Maya\"" << RosterLayout::OneALine;
        QTest::newRow("commas") << "Ana Silva, Leo O'Brien, Maya" << RosterLayout::OneLine;
        QTest::newRow("copied from a mail")
            << "Ana Silva <ana@school.example>; Leo O'Brien <leo@school.example>; Maya <m@school.example>"
            << RosterLayout::OneLine;
        QTest::newRow("commas, wrapped") << "Ana Silva, Leo O'Brien,\nMaya" << RosterLayout::OneLine;
        QTest::newRow("semicolons") << "Ana Silva; Leo O'Brien; Maya;" << RosterLayout::OneLine;
        QTest::newRow("tabs") << "Ana Silva\tLeo O'Brien\tMaya" << RosterLayout::OneLine;
        QTest::newRow("Chinese commas")
            << QStringLiteral("Ana Silva、Leo O'Brien，Maya") << RosterLayout::OneLine;
        QTest::newRow("Arabic commas")
            << QStringLiteral("Ana Silva، Leo O'Brien، Maya") << RosterLayout::OneLine;
        QTest::newRow("addresses beside")
            << "Ana Silva,a@x.example\nLeo O'Brien,l@x.example\nMaya,m@x.example" << RosterLayout::OneALine;
        QTest::newRow("formulas") << "=\"Ana Silva\"\n=\"Leo O'Brien\"\nMaya" << RosterLayout::OneALine;
    }
    void readsPastedNames() {
        QFETCH(QString, text);
        QFETCH(RosterLayout, layout);
        const Result<Roster> roster = readRosterText(text);
        QVERIFY2(roster.has_value(), qPrintable(roster ? QString() : roster.error().detail));
        QCOMPARE(namesOf(*roster), three);
        QCOMPARE(roster->layout, layout);
        QVERIFY(roster->linesWithoutName.empty());
    }

    void readsUnheadedColumns_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("second");
        QTest::addColumn<RosterLayout>("layout");
        using enum RosterLayout;
        QTest::newRow("last, first") << "Silva, Ana\nO'Brien, Leo"
                                     << "Ana Silva|||"
                                     << "Leo O'Brien|||" << LastFirst;
        QTest::newRow("last, first, quoted") << "\"Silva, Ana\"\n\"O'Brien, Leo\""
                                             << "Ana Silva|||"
                                             << "Leo O'Brien|||" << LastFirst;
        QTest::newRow("last, first; on one line") << "Silva, Ana; O'Brien, Leo"
                                                  << "Ana Silva|||"
                                                  << "Leo O'Brien|||" << LastFirst;
        QTest::newRow("last, first; copied from a mail")
            << "\"Silva, Ana\" <a@x.example>; \"O'Brien, Leo\" <l@x.example>"
            << "Ana Silva|||"
            << "Leo O'Brien|||" << LastFirst;
        QTest::newRow("comma on some lines only") << "King, Jr.\nLeo O'Brien"
                                                  << "King, Jr.|||"
                                                  << "Leo O'Brien|||" << OneALine;
        QTest::newRow("two names, one comma") << "Ana, Leo"
                                              << "Ana|||"
                                              << "Leo|||" << OneLine;
        QTest::newRow("two columns") << "Ana\tSilva\nLeo\tO'Brien"
                                     << "Ana Silva|||"
                                     << "Leo O'Brien|||" << Columns;
        QTest::newRow("grade") << "Ana Silva,3\nLeo,K"
                               << "Ana Silva|3||"
                               << "Leo|K||" << Columns;
        QTest::newRow("grade, tab") << "Ana Silva\t3rd\nLeo\tGrade 4"
                                    << "Ana Silva|3rd||"
                                    << "Leo|Grade 4||" << Columns;
        QTest::newRow("number, name, grade") << "1\tAna Silva\tCE1\n2\tLeo\tCM2"
                                             << "Ana Silva|CE1||"
                                             << "Leo|CM2||" << Columns;
        QTest::newRow("empty columns after") << "Silva, Ana,,\nO'Brien, Leo,,"
                                             << "Ana Silva|||"
                                             << "Leo O'Brien|||" << LastFirst;
    }
    void readsUnheadedColumns() {
        QFETCH(QString, text);
        QFETCH(QString, first);
        QFETCH(QString, second);
        QFETCH(RosterLayout, layout);
        const Result<Roster> roster = readRosterText(text);
        QVERIFY2(roster.has_value(), qPrintable(roster ? QString() : roster.error().detail));
        QCOMPARE(roster->entries.size(), 2U);
        QCOMPARE(row(roster->entries[0]), first);
        QCOMPARE(row(roster->entries[1]), second);
        QCOMPARE(roster->layout, layout);
    }

    void readsTables_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("commas")
            << "Name,Grade,Home language,Supports\nAna Silva,3,Portuguese,\"glasses, quiet seat\"\n";
        QTest::newRow("semicolons") << "NAME;GRADE LEVEL;HomeLanguage;support\r\nAna Silva;3;Portuguese;"
                                       "glasses, quiet seat\r\n";
        QTest::newRow("tabs") << "Student Name\tYear\tFirst Language\tNeeds\nAna Silva\t3\tPortuguese\t"
                                 "glasses, quiet seat\n";
        QTest::newRow("delimiter said") << "sep=|\nName|Grade|Language|Supports\nAna Silva|3|Portuguese|"
                                           "glasses, quiet seat\n";
        QTest::newRow("bars") << "Name|Grade|Language|Supports\nAna Silva|3|Portuguese|glasses, quiet seat\n";
        QTest::newRow("bars around") << "| Name | Grade | Language | Supports |\n|---|---|---|---|\n"
                                        "| Ana Silva | 3 | Portuguese | glasses, quiet seat |\n";
        QTest::newRow("comma in a heading") << "STUDENT NAME (LAST, FIRST),Grade,Language,Supports\n"
                                               "\"Silva, Ana\",3,Portuguese,\"glasses, quiet seat\"\n";
        QTest::newRow("first and last") << "Last Name,First Name,Grade,Home Language (L1),IEP\n"
                                           "Silva,Ana,3,Portuguese,\"glasses, quiet seat\"\n";
        QTest::newRow("name and surname") << "Supports,Name,Surname,Class,Language\n"
                                             "\"glasses,\nquiet seat\",Ana,Silva,3,Portuguese\n";
        QTest::newRow("Spanish") << QStringLiteral("Nombre;Apellidos;Año;Lengua materna;Apoyos\n"
                                                   "Ana;Silva;3;Portuguese;glasses, quiet seat");
        QTest::newRow("Spanish, one name") << "Nombre;Curso;Idioma;Adaptaciones\n"
                                              "Ana Silva;3;Portuguese;glasses, quiet seat";
        QTest::newRow("French") << QStringLiteral("Nom;Prénom;Classe;Langue à la maison;Aménagements\n"
                                                  "Silva;Ana;3;Portuguese;glasses, quiet seat");
        QTest::newRow("French, one name") << QStringLiteral("Élève;Niveau;Langue maternelle;Soutien\n"
                                                            "Ana Silva;3;Portuguese;glasses, quiet seat");
        QTest::newRow("title above") << "Room 12 list\n\nName,Grade,Home language,Supports\n"
                                        "Ana Silva,3,Portuguese,\"glasses, quiet seat\"\n";
        QTest::newRow("empty lines") << ",,,\nName,Grade,Home language,Supports\n,,,\n"
                                        "Ana Silva,3,Portuguese,\"glasses, quiet seat\"\n,,,\n";
    }
    void readsTables() {
        QFETCH(QString, text);
        const Result<Roster> roster = readRosterText(text);
        QVERIFY2(roster.has_value(), qPrintable(roster ? QString() : roster.error().detail));
        QCOMPARE(roster->entries.size(), 1U);
        QCOMPARE(row(roster->entries[0]), QStringLiteral("Ana Silva|3|Portuguese|glasses, quiet seat"));
        QCOMPARE(roster->layout, RosterLayout::Table);
        QVERIFY(roster->unusedColumns.isEmpty());
    }

    void readsSecondSurnames() {
        const auto roster = readRosterText(
            QStringLiteral("Nombre,Primer apellido,Segundo apellido\nAna,García,López\nLeo,Díaz,"));
        QVERIFY(roster.has_value());
        const QStringList expected{QStringLiteral("Ana García López"), QStringLiteral("Leo Díaz")};
        QCOMPARE(namesOf(*roster), expected);
    }

    void putsWhatStandsBetweenIntoTheName() {
        const auto roster = readRosterText(
            QStringLiteral("Roepnaam;Tussenvoegsel;Achternaam\nJan;van der;Berg\nFatma;;Aziz"));
        QVERIFY(roster.has_value());
        QCOMPARE(namesOf(*roster),
                 (QStringList{QStringLiteral("Jan van der Berg"), QStringLiteral("Fatma Aziz")}));
    }

    void turnsNamesInATableRound() {
        const auto roster = readRosterText(QStringLiteral("Name\nSilva, Ana\nO'Brien, Leo"));
        QVERIFY(roster.has_value());
        const QStringList expected{QStringLiteral("Ana Silva"), QStringLiteral("Leo O'Brien")};
        QCOMPARE(namesOf(*roster), expected);
    }

    void saysWhatItLeftOut() {
        const auto roster =
            readRosterText(QStringLiteral("Name,Birth date,Grade\nAna,2016-03-04,3\n,2016-01-01,3\n"
                                          "--,,\nLeo,,"));
        QVERIFY(roster.has_value());
        const QStringList expected{QStringLiteral("Ana"), QStringLiteral("Leo")};
        QCOMPARE(namesOf(*roster), expected);
        QCOMPARE(roster->unusedColumns, QStringList{QStringLiteral("Birth date")});
        QCOMPARE(roster->linesWithoutName, (std::vector<int>{3, 4}));
        for (const RosterEntry &entry : roster->entries)
            QVERIFY(!row(entry).contains(QStringLiteral("2016")));
    }

    void saysThatAnAddressIsNoName() {
        const auto roster = readRosterText(QStringLiteral("Ana\nleo@x.example\nMaya"));
        QVERIFY(roster.has_value());
        QCOMPARE(namesOf(*roster), (QStringList{QStringLiteral("Ana"), QStringLiteral("Maya")}));
        QCOMPARE(roster->linesWithoutName, std::vector<int>{2});
    }

    // OneRoster 1.1, users.csv: the whole school is in it.
    void takesOnlyTheChildrenOfASchoolsSystem() {
        const auto roster = readRosterText(
            QStringLiteral("sourcedId,status,enabledUser,role,givenName,familyName,grades\n"
                           "u1,active,true,student,Ana,Silva,03\nu2,active,true,teacher,Tina,Brown,\n"
                           "u3,tobedeleted,true,student,Gone,Child,03\nu4,,true,Student,Leo,Diaz,03\n"));
        QVERIFY(roster.has_value());
        const QStringList expected{QStringLiteral("Ana Silva"), QStringLiteral("Leo Diaz")};
        QCOMPARE(namesOf(*roster), expected);
        QCOMPARE(roster->entries.front().grade, QStringLiteral("03"));
        QCOMPARE(roster->linesOfOthers, (std::vector<int>{3, 4}));
        QVERIFY(roster->unusedColumns.contains(QStringLiteral("role")));
    }

    // A list in which these words mean something else.
    void keepsChildrenWithAJob() {
        const auto roster = readRosterText(QStringLiteral("Name,Role,Status\nAna,Line leader,new\nLeo,,"));
        QVERIFY(roster.has_value());
        QCOMPARE(roster->entries.size(), 2U);
    }

    void readsHeadingsOfOtherLanguages_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("German") << "Nachname;Vorname;Klasse\nSilva;Ana;3\nDiaz;Leo;3";
        QTest::newRow("German, name and first name") << "Name;Vorname;Klasse\nSilva;Ana;3\nDiaz;Leo;3";
        QTest::newRow("Dutch") << "Voornaam,Achternaam,Klas\nAna,Silva,3\nLeo,Diaz,3";
        QTest::newRow("Italian") << "Cognome,Nome,Classe\nSilva,Ana,3\nDiaz,Leo,3";
        QTest::newRow("Dutch, three parts")
            << "Roepnaam;Tussenvoegsel;Achternaam;Groep\nAna;;Silva;3\nLeo;;Diaz;3";
        QTest::newRow("Polish") << QStringLiteral("Lp.;Nazwisko;Imię;Klasa\n1;Silva;Ana;3\n2;Diaz;Leo;3");
        QTest::newRow("Turkish") << QStringLiteral("Adı;Soyadı;Sınıf\nAna;Silva;3\nLeo;Diaz;3");
        QTest::newRow("Swedish") << QStringLiteral("Förnamn;Efternamn;Klass\nAna;Silva;3\nLeo;Diaz;3");
        QTest::newRow("Vietnamese") << QStringLiteral("STT,Họ và tên,Lớp\n1,Ana Silva,3\n2,Leo Diaz,3");
        QTest::newRow("Chinese") << QStringLiteral("学号,姓名,班级\n1,Ana Silva,3\n2,Leo Diaz,3");
        QTest::newRow("Japanese") << QStringLiteral("番号,氏名,学年\n1,Ana Silva,3\n2,Leo Diaz,3");
        QTest::newRow("Korean") << QStringLiteral("번호,이름,학년\n1,Ana Silva,3\n2,Leo Diaz,3");
        QTest::newRow("Russian") << QStringLiteral("Фамилия;Имя;Класс\nSilva;Ana;3\nDiaz;Leo;3");
        QTest::newRow("Greek") << QStringLiteral("Επώνυμο;Όνομα;Τάξη\nSilva;Ana;3\nDiaz;Leo;3");
        QTest::newRow("Spanish, for all") << "Alumno/a;Curso\nAna Silva;3\nLeo Diaz;3";
        QTest::newRow("two parts beside a number")
            << "Pupil,Forename,Surname,Class\n101,Ana,Silva,3\n102,Leo,Diaz,3";
        QTest::newRow("full name and first name") << "Name,First name,Grade\nAna Silva,Ana,3\nLeo Diaz,Leo,3";
        QTest::newRow("both in one column") << "\"Last, First\",Grade\n\"Silva, Ana\",3\n\"Diaz, Leo\",3";
        QTest::newRow("both in one column, not known") << "\"X, Y\",Z\n\"Silva, Ana\",3\n\"Diaz, Leo\",3";
        QTest::newRow("not known") << QStringLiteral("姓名,年级\nAna Silva,3\nLeo Diaz,3");
    }
    void readsHeadingsOfOtherLanguages() {
        QFETCH(QString, text);
        const auto roster = readRosterText(text);
        QVERIFY2(roster.has_value(), qPrintable(roster ? QString() : roster.error().detail));
        QCOMPARE(roster->entries.size(), 2U);
        QCOMPARE(row(roster->entries[0]), QStringLiteral("Ana Silva|3||"));
        QCOMPARE(row(roster->entries[1]), QStringLiteral("Leo Diaz|3||"));
    }

    void takesTheChildOfTwoRowsOfHeadings_data() {
        QTest::addColumn<QString>("text");
        const QString row = QStringLiteral("First Name,Last Name,First Name,Last Name\n");
        QTest::newRow("child first") << "Student,,Guardian,\n" + row +
                                            "Ana,Silva,Rosa,Silva\nLeo,Diaz,Eva,Diaz";
        QTest::newRow("guardian first")
            << "Guardian,,Student,\n" + row + "Rosa,Silva,Ana,Silva\nEva,Diaz,Leo,Diaz";
        QTest::newRow("no row above") << row + "Ana,Silva,Rosa,Silva\nLeo,Diaz,Eva,Diaz";
        QTest::newRow("whole names") << "Parent 1,Student\nName,Name\nRosa,Ana Silva\nEva,Leo Diaz";
    }
    void takesTheChildOfTwoRowsOfHeadings() {
        QFETCH(QString, text);
        const auto roster = readRosterText(text);
        QVERIFY2(roster.has_value(), qPrintable(roster ? QString() : roster.error().detail));
        QCOMPARE(namesOf(*roster), (QStringList{QStringLiteral("Ana Silva"), QStringLiteral("Leo Diaz")}));
        QVERIFY(!roster->unusedColumns.isEmpty());
    }

    void findsHeadingsBelowTitles() {
        const auto roster = readRosterText(
            QStringLiteral("Class list 3B\nPrinted 12/09/2026\n\nNo.,Student,Gender,Birth date\n"
                           "1,\"Silva, Ana\",F,2018-01-01\n2,\"Diaz, Leo\",M,2018-02-02\n\nTotal: 2\n"));
        QVERIFY(roster.has_value());
        const QStringList expected{QStringLiteral("Ana Silva"), QStringLiteral("Leo Diaz")};
        QCOMPARE(namesOf(*roster), expected);
    }

    void leavesOutWhatStandsAround_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<std::vector<int>>("around");
        const auto table = [](const char *name, const QString &end, std::vector<int> around) {
            QTest::newRow(name) << QStringLiteral("Surname,Forename,Year\nSilva,Ana,2\nDiaz,Leo,2\n") + end
                                << std::move(around);
        };
        table("total", "Total,2,", {4});
        table("total in words", "Total students: 2,,", {4});
        table("French", "Effectif : 2,,", {4});
        table("German", "Summe,,2\nSeite 1 von 2,,", {4, 5});
        table("end of a page", "Page 1 of 1,,\nPrinted by SIMS on 27/11/2026,,", {4, 5});
        table("headings again", "Surname,Forename,Year", {4});
        QTest::newRow("last name first")
            << "Name,Grade\n\"Silva, Ana\",2\n\"Diaz, Leo\",2\nTotal,2" << std::vector<int>{4};
        QTest::newRow("class and teacher above")
            << "Class 2A - Autumn 2026\nMs Krabappel\n\nAna Silva\nLeo Diaz" << std::vector<int>{1, 2};
        QTest::newRow("class above, last name first")
            << "Klasse 2a\nSilva, Ana\nDiaz, Leo" << std::vector<int>{1};
    }
    void leavesOutWhatStandsAround() {
        QFETCH(QString, text);
        QFETCH(std::vector<int>, around);
        const auto roster = readRosterText(text);
        QVERIFY2(roster.has_value(), qPrintable(roster ? QString() : roster.error().detail));
        QCOMPARE(namesOf(*roster), (QStringList{QStringLiteral("Ana Silva"), QStringLiteral("Leo Diaz")}));
        QCOMPARE(roster->linesAround, around);
    }

    void keepsChildrenNamedLikeATotal() {
        const auto roster = readRosterText(
            QStringLiteral("Suma\nPage Miller\nTotalia\nGrade Smith\nRoom\nMiss Brown\nSumme Lee\n"));
        QVERIFY(roster.has_value());
        QCOMPARE(roster->entries.size(), 7U);
        QVERIFY(roster->linesAround.empty());
    }

    void turnsNamesRoundByMajority_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("names");
        QTest::newRow("one name alone") << "Name\n\"Silva, Ana\"\n\"Diaz, Leo\"\nMadonna"
                                        << "Ana Silva|Leo Diaz|Madonna";
        QTest::newRow("Jr.") << "Name\n\"Silva, Ana\"\n\"King, Martin, Jr.\""
                             << "Ana Silva|Martin King Jr.";
        QTest::newRow("lines") << "Silva, Ana\nMadonna\nKing, Martin, Jr."
                               << "Ana Silva|Madonna|Martin King Jr.";
        QTest::newRow("one child") << "Name\n\"Silva, Ana\""
                                   << "Ana Silva";
        QTest::newRow("few") << "Name\n\"Silva, Ana\"\nLeo Diaz"
                             << "Silva, Ana|Leo Diaz";
    }
    void turnsNamesRoundByMajority() {
        QFETCH(QString, text);
        QFETCH(QString, names);
        const auto roster = readRosterText(text);
        QVERIFY2(roster.has_value(), qPrintable(roster ? QString() : roster.error().detail));
        QCOMPARE(namesOf(*roster).join(QLatin1Char('|')), names);
    }

    void keepsNamesakesApart() {
        const auto roster = readRosterText(QStringLiteral("Ana Silva\nLeo\nana silva\nAna Silva"));
        QVERIFY(roster.has_value());
        QCOMPARE(roster->entries.size(), 4U);
        QVERIFY(roster->entries[0].nameTwice);
        QVERIFY(!roster->entries[1].nameTwice);
        QVERIFY(roster->entries[2].nameTwice);
        QCOMPARE(roster->entries[3].line, 4);
        QCOMPARE(nameKey(QStringLiteral("Leo O’Brien")), nameKey(QStringLiteral("leo O'Brien")));
    }

    void keepsNamesOfTheWorld_data() {
        QTest::addColumn<QString>("name");
        for (const char *name : {"Nguyễn Thị Minh Khai", "José María Ñandú", "Zoë", "Ó Briain", "Øya",
                                 "李小龍", "محمد علی", "Δήμητρα", "Юля", "ʻAolani", "Jean-Luc", "J. R. Smith",
                                 "Mary Ann", "O’Neil", "नेहा", "می\u200Cخواهم", "07", "X Æ A-12", "𐐷"})
            QTest::newRow(name) << QString::fromUtf8(name);
    }
    void keepsNamesOfTheWorld() {
        QFETCH(QString, name);
        const auto roster = readRosterText(name + QStringLiteral("\nLeo"));
        QVERIFY(roster.has_value());
        QCOMPARE(roster->entries.front().name, name);
    }

    void cleansNames() {
        const QString dirty =
            QStringLiteral("\u202EAna\u202C \u2066Si\u0007l\u0000va\u2069\u200F\u00A0\uFEFFLopes");
        const auto roster =
            readRosterText(QString(dirty).replace(QChar(0), QChar(1)) + QStringLiteral("\nZoe\u0308"));
        QVERIFY(roster.has_value());
        const QStringList expected{QStringLiteral("Ana Silva Lopes"), QStringLiteral("Zo\u00EB")};
        QCOMPARE(namesOf(*roster), expected);
    }

    void refuses_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("says");
        using enum ErrorCode;
        QTest::newRow("nothing") << "" << BadInput << "no name";
        QTest::newRow("blank") << " \n\t\n , ,\n" << BadInput << "no name";
        QTest::newRow("headings only") << "Name,Grade\n" << BadInput << "no name";
        QTest::newRow("no letters") << "---\n***\n!!" << BadInput << "no name";
        QTest::newRow("long name") << "Ana\nLeo\n" + QString(10'000, QLatin1Char('x')) << BadInput
                                   << "Line 3: the name is 10000 characters long; at most 200";
        QTest::newRow("long name in a table") << "Name,Grade\nAna,3\n" + QString(201, QLatin1Char('x')) + ",3"
                                              << BadInput << "Line 3: the name is 201";
        QTest::newRow("long support") << "Name,Supports\nAna," + QString(401, QLatin1Char('x')) << BadInput
                                      << "Line 2: one text is 401";
        QTest::newRow("401 names") << QStringLiteral("Ana\n").repeated(401) << TooLarge
                                   << "401 names; at most 400";
        QTest::newRow("too big") << QString(1024 * 1024 + 1, QLatin1Char('\n')) << TooLarge << "1 MB";
        QTest::newRow("open mark") << "Name,Grade\nAna,3\n\"Leo,4\nMaya,3" << BadInput
                                   << "Line 3: a quotation mark";
        QTest::newRow("no headings") << "Ana,Silva,3\nLeo,Brown,3" << BadInput << "no headings";
        QTest::newRow("no headings, tabs")
            << "Ana\tSilva\tPortuguese\nLeo\tBrown\tEnglish" << BadInput << "no headings";
        QTest::newRow("headings not known")
            << "Xx,Yy,Zz\nAna,Silva,3\nLeo,Brown,3" << BadInput << "Xx, Yy, Zz";
        QTest::newRow("more cells than headings") << "Name,Grade\nLeo,3\nSilva, Ana,3\nPrinted on 1, 2, 3"
                                                  << BadInput << "Line 3: it has more cells";
        QTest::newRow("card of a person")
            << "BEGIN:VCARD\nFN:Ana\nEND:VCARD" << BadInput << "another program";
        QTest::newRow("records") << "[\n {\"name\": \"Ana\"}]" << BadInput << "another program";
        QTest::newRow("web page") << "<html><p>Ana</p>" << BadInput << "another program";
        QTest::newRow("addresses only") << "ana@x.example\nleo@x.example" << BadInput << "no name";
        QTest::newRow("lost letter") << QStringLiteral("Ana\nJos\uFFFD") << BadInput
                                     << "Line 2: a letter was lost";
    }
    void refuses() {
        QFETCH(QString, text);
        QFETCH(ErrorCode, code);
        QFETCH(QString, says);
        const auto roster = readRosterText(text, QStringLiteral("class.csv"));
        QVERIFY(!roster.has_value());
        QCOMPARE(roster.error().code, code);
        QCOMPARE(roster.error().subject, QStringLiteral("class.csv"));
        QVERIFY2(roster.error().detail.contains(says), qPrintable(roster.error().detail));
    }

    void takesWhatIsJustWithinBounds() {
        QVERIFY(readRosterText(QString(200, QLatin1Char('x'))).has_value());
        QVERIFY(readRosterText(QStringLiteral("𐐷").repeated(200)).has_value());
        QVERIFY(readRosterText(QStringLiteral("Ana\n").repeated(400)).has_value());
    }

    void readsEveryRowOfATable() {
        QVERIFY(rc::check("each name comes back in its order and with its grade", [] {
            const auto word = rc::gen::nonEmpty(rc::gen::container<std::string>(
                rc::gen::element('a', 'b', 'C', ' ', ',', ';', '"', '\n', '-', '.', '\'')));
            const auto rows = *rc::gen::suchThat(rc::gen::container<std::vector<std::string>>(word),
                                                 [](const auto &all) { return all.size() < 190; });
            QString text = QStringLiteral("Grade,Name\n");
            QStringList expected;
            for (const std::string &one : rows) {
                const QString name = QStringLiteral("N ") + QString::fromStdString(one);
                text += QStringLiteral("2,\"%1\"\r\n")
                            .arg(QString(name).replace(QLatin1Char('"'), QStringLiteral("\"\"")));
                expected << name.simplified();
            }
            for (std::size_t i = 0; i <= rows.size(); ++i) { // most names have no last name first
                expected << QStringLiteral("No comma");
                text += QStringLiteral("2,No comma\n");
            }
            const auto roster = readRosterText(text);
            RC_ASSERT(roster.has_value());
            RC_ASSERT(namesOf(*roster) == expected);
            for (const RosterEntry &entry : roster->entries)
                RC_ASSERT(entry.grade == QStringLiteral("2"));
        }));
    }

    void staysWithinItsBoundsWhateverComes() {
        QVERIFY(rc::check("any bytes give names within bounds or a sentence", [] {
            const auto bytes = *rc::gen::container<std::string>(rc::gen::oneOf(
                rc::gen::arbitrary<char>(), rc::gen::element('a', 'B', ',', ';', '\t', '\n', '"', ' '),
                rc::gen::inRange(' ', '~')));
            const auto roster = readRoster(QByteArray::fromStdString(bytes));
            if (!roster) {
                RC_ASSERT(!roster.error().detail.isEmpty());
                return;
            }
            RC_ASSERT(!roster->entries.empty());
            std::set<int> lines;
            for (const RosterEntry &entry : roster->entries) {
                RC_ASSERT(entry.name == entry.name.simplified() && !entry.name.isEmpty());
                RC_ASSERT(entry.name == entry.name.normalized(QString::NormalizationForm_C));
                RC_ASSERT(entry.line >= 1);
                for (const QChar c : entry.name)
                    RC_ASSERT(c.category() != QChar::Other_Control);
            }
        }));
    }
};

QTEST_APPLESS_MAIN(TestRoster)
#include "tst_roster.moc"
