#pragma once

#include "cli/invocation.h"

#include <vector>

namespace inkstep {

struct VerbOption {
    const char *name;
    const char *valueName; // nullptr for a switch
    const char *about;
};

// A verb as the command line knows it. A failure's sentence goes to the error stream.
struct Verb {
    const char *name;
    const char *words; // as help shows them: "FILE..."
    int fewestWords;
    int mostWords; // -1: any number
    const char *about;
    std::vector<VerbOption> options;
    std::vector<const char *> required; // options it does not work without
    Status (*run)(Invocation &);
    bool paints = false;
};

// Every verb, in the order help shows them.
const std::vector<Verb> &verbs();

Status runDemo(Invocation &call);
// The tour needs the window, so the program runs it before the verbs; here it is where there is no window.
Status runTourWithoutWindow(Invocation &call);
Status runImport(Invocation &call);
Status runNote(Invocation &call);
Status runOutline(Invocation &call);
Status runPrintSlips(Invocation &call);
Status runRoster(Invocation &call);
Status runStatus(Invocation &call);
Status runVerify(Invocation &call);
Status runConnect(Invocation &call);
Status runInvite(Invocation &call);
Status runJoin(Invocation &call);
Status runSync(Invocation &call);
Status runDevices(Invocation &call);
Status runRemoveDevice(Invocation &call);
Status runNewEpoch(Invocation &call);
Status runErase(Invocation &call);
Status runRecovery(Invocation &call);
Status runRecover(Invocation &call);
Status runBackup(Invocation &call);
Status runRestore(Invocation &call);

// A folder named from where the program was started means that one, also tomorrow.
QString placeGiven(const QString &text);

// The half of verify that looks at a store.
Status verifyStore(Invocation &call, const QString &place);

} // namespace inkstep
