#include "practice/ladder.h"

#include <array>

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

namespace {

constexpr std::array ownNames{&Teaching::aloneName, &Teaching::promptName, &Teaching::modelName,
                              &Teaching::togetherName, &Teaching::notYetName};

} // namespace

QString ownName(const Teaching &teaching, SupportLevel level) {
    const auto rung = static_cast<std::size_t>(level);
    return rung < ownNames.size() ? teaching.*ownNames[rung] : QString();
}

void setOwnName(Teaching &teaching, SupportLevel level, const QString &name) {
    const auto rung = static_cast<std::size_t>(level);
    if (rung < ownNames.size())
        teaching.*ownNames[rung] = name;
}

} // namespace inkstep
