// SPDX-License-Identifier: MIT
#include "format/lrc/lrc_format.h"

#include <subs/format/features.h>

#include "format/lines/line_format.h"
#include "format/lrc/syntax.h"
#include "format/text_signs.h"

namespace subs {
namespace {

using namespace lines;

FormatInfo makeInfo() {
    FormatInfo info;
    info.id = "lrc";
    info.name = "LRC";
    info.extensions = {"lrc"};
    info.unit = Time::fromCentiseconds(1);
    info.capabilities = capabilitiesWith({{feature::kInnerTime, Grade::Full},
                                          {feature::kKaraoke, Grade::Approximate},
                                          {feature::kMissingEnd, Grade::Full}});
    return info;
}

class LrcFormat final : public LineFormat, public SignReader {
public:
    LrcFormat() : LineFormat(makeInfo(), 90, "lines that begin with a time in brackets") {}

    bool mayBe(const TextSigns& signs) const override { return signs.hasBracketed(kDigitLetters); }

private:
    std::unique_ptr<CueSyntax> syntaxOf(std::string_view file,
                                        const FrameTimeline*) const override {
        return std::make_unique<lrc::Syntax>(info(), lrc::offsetIn(file));
    }
};

}  // namespace

const Format& lrcFormat() {
    static const LrcFormat kFormat;
    return kFormat;
}

}  // namespace subs
