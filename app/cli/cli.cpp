#include "cli/cli.h"

#include "cli/console.h"
#include "cli/verbs.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <algorithm>

namespace inkstep {

namespace {

const VerbOption everyVerb[] = {
    {"profile", "DIR", "The folder of the profile; this person's own when it is left out."},
    {"notebook", "NAME|ID", "The notebook in it; the one shown last when it is left out."},
};
const VerbOption jsonOption{"json", nullptr, "Say it as JSON, for a program to read."};

const Verb *find(const QString &word) {
    const auto found = std::find_if(verbs().begin(), verbs().end(),
                                    [&](const Verb &verb) { return word == QLatin1StringView(verb.name); });
    return found == verbs().end() ? nullptr : &*found;
}

QString signature(const Verb &verb) {
    QString text = QStringLiteral("inkstep %1").arg(QLatin1StringView(verb.name));
    for (const VerbOption &option : verb.options) {
        QString shown = QStringLiteral("--%1").arg(QLatin1StringView(option.name));
        if (option.valueName)
            shown += QLatin1Char(' ') + QLatin1StringView(option.valueName);
        const bool required = std::any_of(verb.required.begin(), verb.required.end(), [&](const char *name) {
            return QLatin1StringView(name) == QLatin1StringView(option.name);
        });
        text += QLatin1Char(' ') + (required ? shown : QStringLiteral("[%1]").arg(shown));
    }
    if (*verb.words)
        text += QLatin1Char(' ') + QLatin1StringView(verb.words);
    return text;
}

void help(Console &console) {
    console.line(cliText("Inkstep: sticky notes on children's writing. Without a verb it opens its window."));
    console.line({});
    for (const Verb &verb : verbs())
        console.line(QStringLiteral("  %1\n      %2").arg(signature(verb), cliText(verb.about)));
    console.line({});
    console.line(
        cliText("Every verb takes --profile DIR and --notebook NAME|ID. “inkstep VERB --help” tells more."));
    console.line(
        cliText("Exit codes: 0 done; 1 not done, and one sentence says why; 2 used in a wrong way."));
}

void help(Console &console, const Verb &verb) {
    console.line(signature(verb));
    console.line({});
    console.line(cliText(verb.about));
    console.line({});
    const auto one = [&](const VerbOption &option) {
        const QString value =
            option.valueName ? QLatin1Char(' ') + QString::fromLatin1(option.valueName) : QString();
        console.line(QStringLiteral("  --%1%2\n      %3")
                         .arg(QLatin1StringView(option.name), value, cliText(option.about)));
    };
    for (const VerbOption &option : verb.options)
        one(option);
    for (const VerbOption &option : everyVerb)
        one(option);
    one(jsonOption);
}

void addTo(QCommandLineParser &parser, const VerbOption &option) {
    QCommandLineOption added(QString::fromLatin1(option.name));
    if (option.valueName)
        added.setValueName(QString::fromLatin1(option.valueName));
    parser.addOption(added);
}

int wrongUse(Console &console, const QString &sentence) {
    console.complain(sentence + QLatin1Char(' ') + cliText("“inkstep --help” shows what there is."));
    return WrongUse;
}

// What is wrong with the way a verb was called; empty when nothing is.
QString wrongWith(const QCommandLineParser &parser, bool parsed, const Verb &verb, const QStringList &words) {
    if (!parsed)
        return parser.errorText();
    for (const char *name : verb.required) {
        if (parser.value(QString::fromLatin1(name)).isEmpty())
            return cliText("“%1” needs --%2.").arg(QLatin1StringView(verb.name), QLatin1StringView(name));
    }
    if (words.size() < verb.fewestWords)
        return cliText("“%1” needs %2.").arg(QLatin1StringView(verb.name), QLatin1StringView(verb.words));
    if (verb.mostWords >= 0 && words.size() > verb.mostWords)
        return cliText("“%1” is one word too many for “%2”; put quotes around a text of several words.")
            .arg(words.at(verb.mostWords), QLatin1StringView(verb.name));
    return {};
}

} // namespace

Status runTourWithoutWindow(Invocation &call) {
    return call.wrongUse(cliText("This build of Inkstep has no window."));
}

const std::vector<Verb> &verbs() {
    static const std::vector<Verb> all{
        {"demo",
         "",
         0,
         0,
         "Makes a class of 25 made-up children with a term of photographed pages, in a profile of its own.",
         {{"seed", "NUMBER", "Another number makes another class; 1 when it is left out."}},
         {},
         runDemo,
         true},
        {"tour",
         "",
         0,
         0,
         "Walks through the main job in the real window, with a picture of every page.",
         {{"out", "DIR", "Where the pictures go."},
          {"size", "WxH",
           "A window's size, as 1280x800; may be given again. A usual set when it is left out."},
          {"dark", nullptr, "In the dark theme."}},
         {"out"},
         runTourWithoutWindow},
        {"import",
         "FILE...",
         1,
         -1,
         "Keeps pictures as the pages of one sample. Prints a line a page, once it is safe: its id and the "
         "sample's.",
         {{"student", "NAME|ID", "Whose writing it is."},
          {"sample", "ID", "Adds the pages to this sample instead of starting one."},
          {"kind", "cold|independent|in-progress|final|notebook-page",
           "What kind of sample; in-progress when "
           "it is left out."}},
         {"student"},
         runImport},
        {"note",
         "TEXT",
         1,
         1,
         "Puts a sticky note on the student's latest page, or on the student before there is one. Prints its "
         "id.",
         {{"student", "NAME|ID", "Whom the note is about."},
          {"kind", "noticed|wonder|next-step", "What kind of note; noticed when it is left out."},
          {"replace", "NOTE", "Changes the words of this note: its id, or all of its words now."}},
         {"student"},
         runNote},
        {"outline",
         "FILE...",
         1,
         -1,
         "Says where the page lies in each picture: a line of JSON a file, with the four corners in the "
         "upright "
         "picture's pixels, clockwise from the page's top left, or null where there is no page.",
         {{"flat", "DIR", "Writes the pages there, flat and evenly lit."}},
         {},
         runOutline},
        {"print-slips",
         "",
         0,
         0,
         "Makes sheets of slips to hand out as a PDF, eight a sheet: for each student with an open next step "
         "the latest compliment and that step, in the child's language where the bank has it.",
         {{"out", "FILE.pdf", "Where the sheets go; a file that is there is replaced."},
          {"student", "NAME|ID", "Only this student; may be given again."},
          {"paper", "a4|letter", "The paper; the usual one of this place when it is left out."}},
         {"out"},
         runPrintSlips,
         true},
        {"roster",
         "FILE",
         1,
         1,
         "Adds the students of a list who are not there yet: names, a line each, or CSV; “-” reads the "
         "input. "
         "Deletes nobody.",
         {{"class", "NAME", "The class notebook they go to; it is started if there is none of that name."},
          {"dry-run", nullptr, "Shows the difference and changes nothing."}},
         {},
         runRoster},
        {"status",
         "",
         0,
         0,
         "What is in the notebook, what waits to be sent, and a digest of all of it.",
         {},
         {},
         runStatus},
        {"connect",
         "FOLDER|URL",
         1,
         1,
         "Sets where the notebook syncs: a folder on a stick, a share, or a cloud drive's own; or a server's "
         "folder by WebDAV, as https://cloud.example.org. A server's password comes from INKSTEP_PASSWORD or "
         "the first line of the input.",
         {{"user", "NAME", "Who you are on the server; may stand in the URL instead."},
          {"fingerprint", "HEX",
           "Accept the certificate with this fingerprint, and no other, from now on: once you have compared "
           "it "
           "with the one of whoever runs the server."}},
         {},
         runConnect},
        {"invite",
         "",
         0,
         0,
         "Prints a code another device joins this notebook with, once.",
         {},
         {},
         runInvite},
        {"join",
         "CODE",
         1,
         1,
         "Joins the notebook of an invite's code.",
         {{"device-name", "NAME", "How the others know this device; its own name when it is left out."},
          {"place", "FOLDER|URL", "Where the notebook's folder is here, if its path is another one."},
          {"user", "NAME", "Who you are on the server."},
          {"fingerprint", "HEX", "As for connect."}},
         {},
         runJoin},
        {"sync", "", 0, 0, "Sends what is only here and fetches what is new.", {}, {}, runSync},
        {"devices",
         "",
         0,
         0,
         "The devices of the notebook: which has everything, which is out, which has yet to erase.",
         {},
         {},
         runDevices},
        {"remove-device",
         "NAME|ID",
         1,
         1,
         "Takes a device out, as a lost tablet: it gets nothing new from now on, and all invites are closed.",
         {{"silent", nullptr, "Only stops waiting for a device that is silent; it may come back."}},
         {},
         runRemoveDevice},
        {"new-keys",
         "",
         0,
         0,
         "Seals everything under new keys from now on; the old ones go when every device has moved on.",
         {},
         {},
         runNewEpoch},
        {"erase",
         "",
         0,
         0,
         "Erases a student and everything of the student, on every device, for good. First shows where else "
         "the "
         "name stands.",
         {{"student", "NAME|ID", "Who is to be erased."},
          {"yes", nullptr, "Does it; without this nothing is changed."}},
         {"student"},
         runErase},
        {"recovery",
         "",
         0,
         0,
         "Prints new recovery words to write on paper, which open the notebook on a bare device.",
         {{"check", nullptr, "Reads words from the input instead, and says whether they are the ones."}},
         {},
         runRecovery},
        {"recover",
         "FOLDER|URL",
         1,
         1,
         "Opens the notebook in a folder or on a server with its recovery words, read from the input. A "
         "server's password comes from INKSTEP_PASSWORD or the first line of the input.",
         {{"device-name", "NAME", "How the others know this device; its own name when it is left out."},
          {"user", "NAME", "Who you are on the server."},
          {"fingerprint", "HEX", "As for connect."}},
         {},
         runRecover},
        {"backup",
         "",
         0,
         0,
         "Writes the notebook into one sealed file, and prints the words that open it.",
         {{"out", "FILE", "Where to."}},
         {"out"},
         runBackup},
        {"restore",
         "FILE",
         1,
         1,
         "Puts a notebook back from the file that backup wrote, with its words, read from the input.",
         {},
         {},
         runRestore},
        {"verify",
         "[FOLDER|URL]",
         0,
         1,
         "Checks that every picture the notebook names is here and whole, and that its database is sound; or "
         "that every file of a place that notebooks sync to is what its writer wrote. With --profile it also "
         "knows whose files belong there and which are missing.",
         {{"repair", nullptr, "Puts damaged and missing files back, as far as the profile holds them."},
          {"user", "NAME", "Who you are on the server."},
          {"fingerprint", "HEX", "As for connect."}},
         {},
         runVerify},
    };
    return all;
}

QString verbIn(const QStringList &arguments) {
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const QString &word = arguments.at(i);
        if (!word.startsWith(QLatin1Char('-')))
            return word;
        for (const VerbOption &option : everyVerb) {
            if (word == QStringLiteral("--%1").arg(QLatin1StringView(option.name)))
                ++i;
        }
    }
    return {};
}

bool isVerb(const QString &word) {
    return find(word) != nullptr;
}

bool verbPaints(const QString &verb) {
    const Verb *found = find(verb);
    return found && found->paints;
}

int runVerb(const QStringList &arguments, Store::Parts parts, Streams streams) {
    Console console(streams);
    const QString word = verbIn(arguments);
    const Verb *verb = find(word);
    const bool asksForHelp = arguments.contains(QStringLiteral("--help"));
    if (arguments.contains(QStringLiteral("--version")) && !verb) {
        console.line(QStringLiteral("inkstep %1").arg(QCoreApplication::applicationVersion()));
        return Done;
    }
    if (word.isEmpty() && asksForHelp) {
        help(console);
        return Done;
    }
    if (!verb)
        return wrongUse(console, cliText("Inkstep knows no verb “%1”.").arg(word));

    QCommandLineParser parser;
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
    for (const VerbOption &option : verb->options)
        addTo(parser, option);
    for (const VerbOption &option : everyVerb)
        addTo(parser, option);
    addTo(parser, jsonOption);
    addTo(parser, {"help", nullptr, ""});
    const bool parsed = parser.parse(arguments);
    if (parsed && parser.isSet(QStringLiteral("help"))) {
        help(console, *verb);
        return Done;
    }
    const QStringList words = parser.positionalArguments().mid(1);
    if (const QString wrong = wrongWith(parser, parsed, *verb, words); !wrong.isEmpty())
        return wrongUse(console, wrong);

    Invocation call(parser, words, parts, console);
    const Status done = verb->run(call);
    if (done)
        return Done;
    call.leaveNothingBehind();
    if (call.usedWrongly())
        return wrongUse(console, done.error().detail);
    qInfo("%s", qPrintable(done.error().detail));
    ErrorWords said = wordsFor(done.error());
    if (done.error().code == ErrorCode::Unreachable) // no window waits for it
        said.todo =
            cliText("See that it is plugged in, or its address right and the network there, and try again.");
    if (done.error().code == ErrorCode::ServerBusy)
        said.todo = cliText("Try again in a few minutes.");
    if (!call.safe().isEmpty())
        said.safe = call.safe();
    console.complain(said.sentence());
    return Failed;
}

} // namespace inkstep
