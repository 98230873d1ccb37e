#include "ingest/roster/headings.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace inkstep {

namespace {

struct Spelling {
    std::string_view heading; // letters only, lower case, without accents
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

// "Home language (L1)" → "homelanguage", "Année" → "annee".
std::string plain(const QString &cell) {
    const QString apart =
        cell.section(QLatin1Char('('), 0, 0).toLower().normalized(QString::NormalizationForm_D);
    std::string letters;
    for (const QChar c : apart) {
        if (c >= QLatin1Char('a') && c <= QLatin1Char('z'))
            letters += c.toLatin1();
    }
    return letters;
}

std::size_t spellingOf(const QString &cell) {
    const std::string heading = plain(cell);
    return std::find_if(std::begin(spellings), std::end(spellings),
                        [&heading](const Spelling &one) { return one.heading == heading; }) -
           std::begin(spellings);
}

} // namespace

int RosterHeadings::known() const {
    return static_cast<int>(std::count_if(place.begin(), place.end(), [](int at) { return at >= 0; }));
}

std::optional<RosterHeadings> readHeadings(const QStringList &cells) {
    RosterHeadings found;
    found.place.fill(-1);
    std::array<std::size_t, static_cast<std::size_t>(RosterColumn::Count)> best;
    best.fill(unknown);
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const std::size_t spelling = spellingOf(cells[i]);
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
        const QString heading = cells[i].simplified();
        const bool kept = std::find(found.place.begin(), found.place.end(), i) != found.place.end() &&
                          i != found.at(Role) && i != found.at(Standing);
        if (!heading.isEmpty() && !kept)
            found.unused << heading;
    }
    return found;
}

} // namespace inkstep
