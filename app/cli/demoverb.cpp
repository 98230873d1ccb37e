#include "cli/verbs.h"
#include "demo/classroom/classroom.h"

namespace inkstep {

Status runDemo(Invocation &call) {
    DemoOptions options;
    if (call.has(QStringLiteral("seed"))) {
        bool number = false;
        options.seed = call.value(QStringLiteral("seed")).toULongLong(&number);
        if (!number)
            return call.wrongUse(cliText("“--seed” takes a whole number."));
    }
    options.now = call.parts().clock.now();
    options.progress = [&](int done, int total) {
        call.console().progress(
            cliText("Writing, photographing and keeping page %1 of %2").arg(done).arg(total));
    };
    const auto made = makeDemoClass(call.profileFolder(), call.parts().files, call.parts().random, options);
    if (!made)
        return passOn(made);
    if (call.json())
        call.console().json({{QStringLiteral("notebook"), made->name},
                             {QStringLiteral("notebookId"), idText(made->notebook)},
                             {QStringLiteral("students"), made->students},
                             {QStringLiteral("samples"), made->samples},
                             {QStringLiteral("pages"), made->pages},
                             {QStringLiteral("notes"), made->notes}});
    else
        call.console().line(cliText("%1: %2 students, %3 samples, %4 pages, %5 notes")
                                .arg(made->name)
                                .arg(made->students)
                                .arg(made->samples)
                                .arg(made->pages)
                                .arg(made->notes));
    return {};
}

} // namespace inkstep
