#include "cli/lookup.h"
#include "cli/verbs.h"
#include "report/slipnotes.h"
#include "report/slipsheets.h"

#include <QFileInfo>
#include <algorithm>

namespace inkstep {

namespace {

// Those named on the command line, in roster order, else everybody who has an open step.
Result<std::vector<SlipNotes>> chosen(Invocation &call, Notebook &notebook) {
    const auto bank = builtInSkillPack();
    if (!bank)
        return passOn(bank);
    const Moment today = dayStart(call.parts().clock.now());
    auto all = notebook.store().read([&](Database &db) { return readSlipNotes(db, *bank, today); });
    if (!all)
        return passOn(all);
    const QStringList names = call.values(QStringLiteral("student"));
    std::vector<Id> wanted;
    for (const QString &name : names) {
        const auto student = studentCalled(notebook, name);
        if (!student)
            return passOn(student);
        wanted.push_back(student->id);
    }
    std::erase_if(*all, [&](const SlipNotes &notes) {
        return !notes.hasStep() ||
               (!wanted.empty() && std::find(wanted.begin(), wanted.end(), notes.id) == wanted.end());
    });
    if (all->empty()) {
        return failure(ErrorCode::BadInput,
                       names.isEmpty()
                           ? cliText("No student has an open next step, so there is no slip to print.")
                           : cliText("None of these students has an open next step, so there is no slip "
                                     "to print."));
    }
    return all;
}

} // namespace

Status runPrintSlips(Invocation &call) {
    Paper paper = usualPaper(QLocale::system());
    if (call.has(QStringLiteral("paper"))) {
        const QString name = call.value(QStringLiteral("paper")).toLower();
        if (name != QLatin1StringView("a4") && name != QLatin1StringView("letter"))
            return call.wrongUse(
                cliText("“%1” is no paper Inkstep knows; it prints on a4 and letter.").arg(name));
        paper = name == QLatin1StringView("a4") ? Paper::A4 : Paper::Letter;
    }
    const auto notebook = call.notebook();
    if (!notebook)
        return passOn(notebook);
    const auto students = chosen(call, **notebook);
    if (!students)
        return passOn(students);
    std::vector<Slip> slips;
    for (const SlipNotes &notes : *students)
        slips.push_back(notes.slip());
    const SlipSheets sheets(slips, paper);
    const auto pdf = sheets.pdf(cliText("Slips"));
    if (!pdf)
        return passOn(pdf);
    const QString out = call.value(QStringLiteral("out"));
    if (QFileInfo(out).isDir())
        return call.folderForFile(out);
    if (const Status saved = call.parts().files.save(out, *pdf); !saved) {
        Error error = saved.error();
        error.subject = out;
        return tl::unexpected(error);
    }
    if (call.json())
        call.console().json({{QStringLiteral("slips"), static_cast<int>(slips.size())},
                             {QStringLiteral("sheets"), sheets.count()},
                             {QStringLiteral("file"), out}});
    else
        call.console().line(
            cliText("%1 slips on %2 sheets: %3").arg(slips.size()).arg(sheets.count()).arg(out));
    return {};
}

} // namespace inkstep
