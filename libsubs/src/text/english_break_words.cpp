// SPDX-License-Identifier: MIT
#include "text/english_break_words.h"

#include "text/word_kinds.h"

#include <algorithm>
#include <array>

namespace subs {
namespace {

using namespace english_word;

// The closed classes of English grammar. A word stands in each class that it is in.
constexpr std::array kWords{
    KindredWords{
        kConjunction,
        "and but or nor so yet because although though while when whenever where wherever if "
        "unless until since before after as than that which who whom whose whether why how"},
    KindredWords{
        kPreposition,
        "about above across after against along among around as at before behind below beneath "
        "beside besides between beyond by despite during except for from in inside into like "
        "near of off on onto out over past per since than through throughout till to toward "
        "towards under until up upon via with within without"},
    KindredWords{
        kDeterminer,
        "a an the my your his her its our their whose this these those some any no every each "
        "own other another either neither both many much few more most several such what which"},
    KindredWords{kArticle, "a an the my your our their its every no own other"},
    KindredWords{
        kAuxiliary,
        "am is are was were be been being have has had do does did will would shall should can "
        "could may might must ought cannot not never gonna wanna gotta let let's ain't"},
    KindredWords{kSubject, "i he she we they"},
    KindredWords{kPronoun, "you it"},
    KindredWords{kReflexive,
                 "myself yourself himself herself itself ourselves yourselves themselves"},
    KindredWords{
        kTitle,
        "mr mrs ms miss dr prof st sgt capt lt col gen sen rep gov rev hon president minister "
        "captain doctor professor detective officer inspector sergeant colonel general judge "
        "king queen prince princess lord lady sir madam father sister brother uncle aunt auntie "
        "grandma grandpa nurse teacher master"},
    KindredWords{
        kUnit,
        "percent % km kilometers kilometres meters metres m cm mm miles mile feet foot inches "
        "inch kg kilos kilo grams gram tons ton liters litres gallons degrees dollars dollar "
        "cents euros pounds riel riels baht years year months month weeks week days day hours "
        "hour minutes minute seconds second o'clock am pm a.m p.m times people hundred thousand "
        "million billion volts watts mph kph"},
    KindredWords{kParticle, "up out off away back down over on in through"},
    KindredWords{
        kToVerb,
        "going want wants wanted need needs needed have has had used able ought trying got"},
    KindredWords{
        kNumber,
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy "
        "eighty ninety hundred thousand million billion"},
};

/// "n't", "I'm", "we've": what the auxiliary was shortened to. "'s" is one or a possessive; neither
/// leaves what follows.
bool endsWithAuxiliary(std::string_view word) {
    constexpr std::array<std::string_view, 7> kEndings{
        "n't", "'m", "'re", "'ve", "'ll", "'d", "'s"};
    return std::ranges::any_of(kEndings, [word](std::string_view ending) {
        return word.size() > ending.size() && word.ends_with(ending);
    });
}

}  // namespace

Kinds englishWordKinds(std::string_view word) {
    static const KindsByWord kTable = kindsByWord(kWords);
    if (const Kinds kinds = kindsOf(word, kTable)) return kinds;
    return endsWithAuxiliary(word) ? kAuxiliary : 0;
}

}  // namespace subs
