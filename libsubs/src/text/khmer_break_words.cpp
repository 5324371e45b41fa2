// SPDX-License-Identifier: MIT
#include "text/khmer_break_words.h"

#include "text/word_kinds.h"

#include <array>

namespace subs {
namespace {

using namespace khmer_word;

// Closed classes of modern Khmer, as the guide of our annotated dialogue names them
// (libsubs/data/khmer/dialogue/README.md, rule 1), and the usual classifiers, units and titles.
// Words with a subscript DA or TA stand in both spellings.
constexpr std::array kWords{
    KindredWords{
        kConjunction,
        "និង ប៉ុន្តែ ព្រោះ ពីព្រោះ ព្រោះតែ ដោយសារ ដោយសារតែ ដើម្បី ដែល ថា ឬក៏ បើ បើសិន បើសិនជា "
        "ប្រសិនបើ ទោះ ទោះបី ទោះបីជា ទោះជា ពេល ពេលដែល នៅពេល នៅពេលដែល កាលណា ពេលណា ខណៈ ខណៈពេល ខណៈដែល "
        "មុនពេល ក្រោយពេល បន្ទាប់ពី ចំណែក ដូច្នេះ ដូច្នោះ ទាល់តែ ព្រមទាំង តែ"},
    KindredWords{kConjunction | kLastOnly, "ហើយ ឬ"},
    KindredWords{kPreposition,
                 "នៅ ក្នុង លើ ក្រោម ពី ជាមួយ ជាមួយនឹង ដោយ សម្រាប់ ចំពោះ តាម អំពី ក្រៅពី រវាង ក្បែរ "
                 "ជុំវិញ ស្ដីពី ស្តីពី សូម្បី សូម្បីតែ ដូច ដូចជា ទៅកាន់ មកពី ចាប់ពី តាំងពី រហូតដល់ នៅក្នុង នៅលើ"},
    KindredWords{kPreposition | kReaching, "ដល់"},
    KindredWords{kGoing, "មក ទៅ"},
    KindredWords{kOpener, "របស់ នៃ គឺ ជា ឲ្យ ឱ្យ អោយ តើ"},
    KindredWords{kAuxiliary,
                 "មិន មិនទាន់ មិនដែល មិនសូវ ពុំ អត់ ឥត កុំ កុំឲ្យ កុំឱ្យ កំពុង កំពុងតែ នឹង បាន ធ្លាប់ ត្រូវ "
                 "ត្រូវតែ អាច គួរ គួរតែ ចង់ សូម ទើប ទើបតែ ទើបនឹង ក៏ តែង តែងតែ នៅតែ"},
    KindredWords{kDemonstrative, "នេះ នោះ ហ្នឹង នុះ ណោះ ទាំងនេះ ទាំងនោះ"},
    KindredWords{kParticle, "ទេ ណាស់ ដែរ ផង ផងដែរ ណា វិញ សិន ពេក ឡើយ សោះ ទៀត មែន មែនទេ"},
    KindredWords{kTitle,
                 "លោក លោកស្រី អ្នកស្រី អ្នកនាង កញ្ញា ឯកឧត្ដម ឯកឧត្តម លោកជំទាវ សម្ដេច សម្តេច ព្រះ លោកគ្រូ "
                 "អ្នកគ្រូ លោកតា លោកយាយ បណ្ឌិត វេជ្ជបណ្ឌិត សាស្ត្រាចារ្យ អា ឈ្មោះ"},
    KindredWords{kKin, "បង ប្អូន ពូ មីង អ៊ំ តា យាយ ម៉ែ ប៉ា កូន ចៅ មា នាង អូន"},
    KindredWords{kNumber,
                 "សូន្យ មួយ ពីរ បី បួន ប្រាំ ប្រាំមួយ ប្រាំពីរ ប្រាំបី ប្រាំបួន ដប់ ម្ភៃ សាមសិប សែសិប ហាសិប "
                 "ហុកសិប ចិតសិប ប៉ែតសិប កៅសិប រយ ពាន់ ម៉ឺន លាន កោដិ ប៉ុន្មាន"},
    KindredWords{kRoughly,
                 "ជាង ជិត ប្រហែល ប្រហែលជា ប្រមាណ ប្រមាណជា ត្រឹម ត្រឹមតែ ចំនួន តែ យ៉ាងតិច យ៉ាងច្រើន អស់ ទាំង រាប់"},
    KindredWords{kNumberHead | kNumber, "ទី"},  // an ordinal begins with it
    KindredWords{kNumberHead, "ថ្ងៃទី លេខ បន្ទប់ ថ្នាក់ ថ្នាក់ទី វគ្គ ផ្លូវ សតវត្សទី ជាន់ទី អាយុ"},
    KindredWords{kNumberHead | kMeasure, "ឆ្នាំ ម៉ោង ថ្ងៃ ខែ ជាន់ ទំព័រ ជំពូក ភាគ"},
    KindredWords{kMeasure,
                 "នាក់ ក្បាល អង្គ រូប គ្រឿង ដើម ផ្លែ គ្រាប់ សន្លឹក ច្បាប់ ដុំ ដប កែវ ចាន ថង់ កញ្ចប់ គូ ខ្នង ខ្សែ "
                 "ផ្ទាំង ដង លើក ជួរ កំប៉ុង ប្រអប់ ឈុត យប់ នាទី វិនាទី អាទិត្យ សប្ដាហ៍ សប្តាហ៍ សតវត្ស ទសវត្ស "
                 "ម៉ែត្រ គីឡូ គីឡូម៉ែត្រ សង់ទីម៉ែត្រ មីលីម៉ែត្រ ក្រាម គីឡូក្រាម មីលីក្រាម តោន លីត្រ ហិកតា អង្សា ភាគរយ "
                 "ដុល្លារ រៀល បាត យូរ៉ូ វ៉ុល វ៉ាត់"},
};

}  // namespace

Kinds khmerWordKinds(std::string_view word) {
    static const KindsByWord kTable = kindsByWord(kWords);
    return kindsOf(word, kTable);
}

}  // namespace subs
