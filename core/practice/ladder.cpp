#include "practice/ladder.h"

namespace inkstep {

std::vector<SupportLevel> rungsOf(const Teaching &teaching) {
    std::vector<SupportLevel> rungs{SupportLevel::Alone};
    if (teaching.usesPrompt)
        rungs.push_back(SupportLevel::Prompt);
    if (teaching.usesModel)
        rungs.push_back(SupportLevel::Model);
    if (teaching.usesTogether)
        rungs.push_back(SupportLevel::Together);
    rungs.push_back(SupportLevel::NotYet);
    return rungs;
}

QString ownName(const Teaching &teaching, SupportLevel level) {
    switch (level) {
    case SupportLevel::Alone:
        return teaching.aloneName;
    case SupportLevel::Prompt:
        return teaching.promptName;
    case SupportLevel::Model:
        return teaching.modelName;
    case SupportLevel::Together:
        return teaching.togetherName;
    case SupportLevel::NotYet:
        return teaching.notYetName;
    }
    return {};
}

} // namespace inkstep
