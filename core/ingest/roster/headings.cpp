#include "ingest/roster/headings.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace inkstep {

namespace {

struct Spelling {
    std::string_view heading; // as plain() gives it
    RosterColumn column;
};

using enum RosterColumn;

// Where two columns of one table could be the same thing ("Grade" and "Class"), the one named first here
// wins.
constexpr Spelling spellings[] = {
    {"name", Name},
    {"fullname", Name},
    {"displayname", Name},
    {"studentname", Name},
    {"student", Name},
    {"pupilname", Name},
    {"pupil", Name},
    {"childname", Name},
    {"childsname", Name},
    {"child", Name},
    {"learner", Name},
    {"lastfirst", Name},
    {"lastnamefirstname", Name},
    {"surnameforename", Name},
    {"surnamefirstname", Name},
    {"nachnamevorname", Name},
    {"namevorname", Name},
    {"names", Name},
    {"students", Name},
    {"pupils", Name},
    {"children", Name},
    {"nombrecompleto", Name},
    {"nombreyapellidos", Name},
    {"nombreyapellido", Name},
    {"apellidosynombre", Name},
    {"nombredelalumno", Name},
    {"alumno", Name},
    {"alumna", Name},
    {"alumnos", Name},
    {"estudiante", Name},
    {"estudiantes", Name},
    {"nomcomplet", Name},
    {"nometprenom", Name},
    {"nomprenom", Name},
    {"prenometnom", Name},
    {"prenomnom", Name},
    {"nomdeleleve", Name},
    {"eleve", Name},
    {"eleves", Name},
    {"enfant", Name},
    {"schuler", Name},
    {"schulerin", Name},
    {"schulername", Name},
    {"leerling", Name},
    {"alunno", Name},
    {"alunna", Name},
    {"aluno", Name},
    {"aluna", Name},
    {"alumnoa", Name},
    {"estudantes", Name},
    {"nomecompleto", Name},
    {"nomedoaluno", Name},
    {"alunoa", Name},
    {"alunnoa", Name},
    {"cognomeenome", Name},
    {"nomeecognome", Name},
    {"cognomenome", Name},
    {"nomecognome", Name},
    {"nominativo", Name},
    {"studente", Name},
    {"naam", Name},
    {"leerlingnaam", Name},
    {"imieinazwisko", Name},
    {"nazwiskoiimie", Name},
    {"uczen", Name},
    {"jmenoaprijmeni", Name},
    {"prijmeniajmeno", Name},
    {"zak", Name},
    {"menoapriezvisko", Name},
    {"priezviskoameno", Name},
    {"ziak", Name},
    {"imeiprezime", Name},
    {"prezimeiime", Name},
    {"ucenik", Name},
    {"nev", Name},
    {"teljesnev", Name},
    {"tanulo", Name},
    {"numesiprenume", Name},
    {"numelesiprenumele", Name},
    {"elev", Name},
    {"namn", Name},
    {"navn", Name},
    {"nimi", Name},
    {"oppilas", Name},
    {"adisoyadi", Name},
    {"adsoyad", Name},
    {"adivesoyadi", Name},
    {"ogrenci", Name},
    {"nama", Name},
    {"namalengkap", Name},
    {"namasiswa", Name},
    {"hovaten", Name},
    {"hoten", Name},
    {"фио", Name},
    {"фамилияимя", Name},
    {"имяфамилия", Name},
    {"фамилияимяотчество", Name},
    {"ученик", Name},
    {"піб", Name},
    {"учень", Name},
    {"ονοματεπωνυμο", Name},
    {"μαθητης", Name},
    {"الاسم", Name},
    {"الاسمالكامل", Name},
    {"اسمالطالب", Name},
    {"שם", Name},
    {"שםהתלמיד", Name},
    {"姓名", Name},
    {"学生姓名", Name},
    {"學生姓名", Name},
    {"名字", Name},
    {"氏名", Name},
    {"名前", Name},
    {"生徒名", Name},
    {"児童名", Name},
    {"이름", Name},
    {"성명", Name},
    {"학생이름", Name},

    {"firstname", First},
    {"first", First},
    {"givenname", First},
    {"givennames", First},
    {"given", First},
    {"forename", First},
    {"studentfirstname", First},
    {"pupilfirstname", First},
    {"pupilforename", First},
    {"nombre", First},
    {"nombres", First},
    {"prenom", First},
    {"prenoms", First},
    {"vorname", First},
    {"rufname", First},
    {"vornamen", First},
    {"voornaam", First},
    {"roepnaam", First},
    {"nome", First},
    {"imie", First},
    {"imiona", First},
    {"jmeno", First},
    {"krestnijmeno", First},
    {"meno", First},
    {"ime", First},
    {"keresztnev", First},
    {"utonev", First},
    {"prenume", First},
    {"fornamn", First},
    {"tilltalsnamn", First},
    {"fornavn", First},
    {"etunimi", First},
    {"eesnimi", First},
    {"adi", First},
    {"ad", First},
    {"имя", First},
    {"імя", First},
    {"име", First},
    {"ονομα", First},
    {"שםפרטי", First},

    {"lastname", Last},
    {"last", Last},
    {"surname", Last},
    {"familyname", Last},
    {"family", Last},
    {"studentlastname", Last},
    {"pupillastname", Last},
    {"pupilsurname", Last},
    {"apellidos", Last},
    {"apellido", Last},
    {"primerapellido", Last},
    {"apellidopaterno", Last},
    {"nomdefamille", Last},
    {"nom", Last},
    {"nachname", Last},
    {"familienname", Last},
    {"zuname", Last},
    {"achternaam", Last},
    {"cognome", Last},
    {"sobrenome", Last},
    {"apelido", Last},
    {"nazwisko", Last},
    {"prijmeni", Last},
    {"priezvisko", Last},
    {"prezime", Last},
    {"vezeteknev", Last},
    {"csaladnev", Last},
    {"nume", Last},
    {"efternamn", Last},
    {"efternavn", Last},
    {"etternavn", Last},
    {"sukunimi", Last},
    {"perenimi", Last},
    {"soyadi", Last},
    {"soyad", Last},
    {"фамилия", Last},
    {"прізвище", Last},
    {"επωνυμο", Last},
    {"שםמשפחה", Last},

    {"tussenvoegsel", Between},
    {"tussenvoegsels", Between},
    {"voorvoegsel", Between},
    {"voorvoegsels", Between},

    {"segundoapellido", SecondLast},
    {"apellidomaterno", SecondLast},

    {"grade", Grade},
    {"grades", Grade},
    {"gradelevel", Grade},
    {"year", Grade},
    {"yeargroup", Grade},
    {"yearlevel", Grade},
    {"grado", Grade},
    {"curso", Grade},
    {"ano", Grade},
    {"nivel", Grade},
    {"niveau", Grade},
    {"annee", Grade},
    {"classe", Grade},
    {"class", Grade},
    {"clase", Grade},
    {"klasse", Grade},
    {"klas", Grade},
    {"stufe", Grade},
    {"turma", Grade},
    {"groep", Grade},
    {"klasa", Grade},
    {"klass", Grade},
    {"luokka", Grade},
    {"trida", Grade},
    {"trieda", Grade},
    {"razred", Grade},
    {"osztaly", Grade},
    {"clasa", Grade},
    {"sinif", Grade},
    {"sinifi", Grade},
    {"kelas", Grade},
    {"lop", Grade},
    {"класс", Grade},
    {"клас", Grade},
    {"ταξη", Grade},
    {"الصف", Grade},
    {"כיתה", Grade},
    {"年级", Grade},
    {"年級", Grade},
    {"班级", Grade},
    {"班級", Grade},
    {"学年", Grade},
    {"学級", Grade},
    {"학년", Grade},
    {"반", Grade},

    {"homelanguage", HomeLanguage},
    {"languageathome", HomeLanguage},
    {"languagespokenathome", HomeLanguage},
    {"firstlanguage", HomeLanguage},
    {"nativelanguage", HomeLanguage},
    {"primarylanguage", HomeLanguage},
    {"mothertongue", HomeLanguage},
    {"language", HomeLanguage},
    {"languages", HomeLanguage},
    {"lenguamaterna", HomeLanguage},
    {"lenguaencasa", HomeLanguage},
    {"lenguadelhogar", HomeLanguage},
    {"idiomaencasa", HomeLanguage},
    {"idiomadelhogar", HomeLanguage},
    {"idiomamaterno", HomeLanguage},
    {"idioma", HomeLanguage},
    {"lengua", HomeLanguage},
    {"languematernelle", HomeLanguage},
    {"languealamaison", HomeLanguage},
    {"languedelamaison", HomeLanguage},
    {"langueparleealamaison", HomeLanguage},
    {"langue", HomeLanguage},
    {"langues", HomeLanguage},

    {"supports", Supports},
    {"support", Supports},
    {"accommodations", Supports},
    {"services", Supports},
    {"additionalneeds", Supports},
    {"specialneeds", Supports},
    {"needs", Supports},
    {"send", Supports},
    {"sen", Supports},
    {"iep", Supports},
    {"apoyos", Supports},
    {"apoyo", Supports},
    {"adaptaciones", Supports},
    {"necesidades", Supports},
    {"soutiens", Supports},
    {"soutien", Supports},
    {"amenagements", Supports},
    {"accompagnement", Supports},
    {"besoins", Supports},

    {"role", Role},

    {"status", Standing},
};

constexpr std::size_t unknown = std::size(spellings);

// Letters that have no form without their mark.
QChar withoutStroke(QChar c) {
    constexpr QStringView with = u"\u0131\u0142\u00F8\u0111", without = u"ilod";
    const qsizetype at = with.indexOf(c);
    return at < 0 ? c : without[at];
}

// Letters only, lower case, without accents: "Home language (L1)" → "homelanguage", "Imię" → "imie".
std::string plain(const QString &cell) {
    const QString apart =
        cell.section(QLatin1Char('('), 0, 0).toLower().normalized(QString::NormalizationForm_D);
    QString letters;
    for (const QChar c : apart) {
        if (c.isLetter())
            letters += withoutStroke(c);
    }
    return letters.normalized(QString::NormalizationForm_C).toStdString();
}

std::size_t spellingOf(const QString &cell) {
    const std::string heading = plain(cell);
    return std::find_if(std::begin(spellings), std::end(spellings),
                        [&heading](const Spelling &one) { return one.heading == heading; }) -
           std::begin(spellings);
}

bool isGrownUp(const QString &cell) {
    constexpr std::string_view words[] = {
        "guardian",    "guardians",       "parent", "parents",  "contact",
        "contacts",    "mother",          "father", "carer",    "emergencycontact",
        "responsable", "parentscontacts", "padre",  "madre",    "padres",
        "familia",     "eltern",          "mutter", "vater",    "pere",
        "mere",        "ouder",           "ouders", "genitore", "genitori",
        "contacto",    "responsables"};
    return std::find(std::begin(words), std::end(words), plain(cell)) != std::end(words);
}

} // namespace

int RosterHeadings::known() const {
    return static_cast<int>(std::count_if(place.begin(), place.end(), [](int at) { return at >= 0; }));
}

bool namesGrownUps(const QStringList &cells) {
    return std::any_of(cells.begin(), cells.end(), isGrownUp);
}

std::optional<RosterHeadings> readHeadings(const QStringList &cells, const QStringList &above) {
    RosterHeadings found;
    found.place.fill(-1);
    std::array<std::size_t, static_cast<std::size_t>(RosterColumn::Count)> best;
    best.fill(unknown);
    QStringList written; // each heading as it is said when nothing below it is read
    QString group;       // a cell above several columns is written over the first of them
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (const QString own = above.value(i).simplified(); !own.isEmpty())
            group = own;
        const bool ofGrownUp = isGrownUp(group);
        const QString heading = cells[i].simplified();
        written << (ofGrownUp && !heading.isEmpty() ? group + QLatin1Char(' ') + heading : heading);
        const std::size_t spelling = ofGrownUp ? unknown : spellingOf(cells[i]);
        if (spelling == unknown)
            continue;
        const auto column = static_cast<std::size_t>(spellings[spelling].column);
        if (spelling < best[column]) {
            best[column] = spelling;
            found.place[column] = static_cast<int>(i);
        }
    }
    if (!found.has(Name) && !found.has(First) && !found.has(Last))
        return {};
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const bool kept = std::find(found.place.begin(), found.place.end(), i) != found.place.end() &&
                          i != found.at(Role) && i != found.at(Standing);
        if (!written[i].isEmpty() && !kept)
            found.unused << written[i];
    }
    return found;
}

} // namespace inkstep
