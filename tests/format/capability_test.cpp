// SPDX-License-Identifier: MIT
#include <subs/format/features.h>
#include <subs/format/registry.h>
#include <subs/time/largest_time.h>

#include "catch.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <vector>

using namespace subs;

namespace {

/// A feature, and what gives it to a document with one plain cue.
struct Sample {
    std::string_view feature;
    std::function<void(Document&)> give;
};

Sample spanned(std::string_view feature, SpanKind kind, std::string value) {
    return {feature, [=](Document& document) {
                document.cues[0].text.spans = {{kind, 0, 4, value}};
            }};
}

/// A span that stands before the first letter.
Sample pointed(std::string_view feature, SpanKind kind, std::string value) {
    return {feature, [=](Document& document) {
                document.cues[0].text.spans = {{kind, 0, 0, value}};
            }};
}

Sample ofCue(std::string_view feature, void (*change)(Cue&)) {
    return {feature, [=](Document& document) { change(document.cues[0]); }};
}

std::vector<Sample> samplesOfText() {
    return {spanned(feature::kBold, SpanKind::Bold, ""),
            spanned(feature::kItalic, SpanKind::Italic, ""),
            spanned(feature::kUnderline, SpanKind::Underline, ""),
            spanned(feature::kStrike, SpanKind::Strike, ""),
            spanned(feature::kColor, SpanKind::Color, "#FFCC00"),
            spanned(feature::kFont, SpanKind::Font, "Noto Sans Khmer"),
            spanned(feature::kFontSize, SpanKind::FontSize, "40"),
            pointed(feature::kKaraoke, SpanKind::Karaoke, "\\kf20"),
            spanned(feature::kVoice, SpanKind::Voice, "Dara"),
            spanned(feature::kClass, SpanKind::Class, "loud"),
            spanned(feature::kLanguage, SpanKind::Language, "km"),
            spanned(feature::kRuby, SpanKind::RubyText, ""),
            pointed(feature::kInnerTime, SpanKind::InnerTime, "00:00:01.500"),
            pointed(feature::kTextComment, SpanKind::Comment, "{note}"),
            pointed(feature::kDrawing, SpanKind::Drawing, "{\\p1}m 0 0 l 9 9{\\p0}"),
            pointed(feature::kOverrides, SpanKind::Opaque, "\\blur2"),
            ofCue(feature::kText, [](Cue& cue) { cue.text.plain = "D:\\Notes <b>"; })};
}

std::vector<Sample> samplesOfCues() {
    return {ofCue(feature::kAlignment, [](Cue& cue) { cue.alignment = Alignment::TopCentre; }),
            // SubRip's own, so nothing that another format's document has.
            {feature::kCoordinates,
             [](Document& document) {
                 document.format = "srt";
                 document.cues[0].settings = "X1:1 X2:2 Y1:1 Y2:2";
             }},
            // Whole frames, ticks and milliseconds.
            ofCue(feature::kFades, [](Cue& cue) { cue.settings = "fade-up:500"; }),
            ofCue(feature::kLayer, [](Cue& cue) { cue.layer = 2; }),
            ofCue(feature::kMargins, [](Cue& cue) { cue.margins.left = 20; }),
            ofCue(feature::kSpeaker, [](Cue& cue) { cue.speaker = "Dara"; }),
            ofCue(feature::kEffect, [](Cue& cue) { cue.effect = "Banner"; }),
            ofCue(feature::kComment, [](Cue& cue) { cue.kind = CueKind::Comment; }),
            ofCue(feature::kLabel, [](Cue& cue) { cue.label = "intro"; }),
            ofCue(feature::kTimePrecision, [](Cue& cue) { cue.start = Time::fromFlicks(7); }),
            ofCue(feature::kNegativeTime, [](Cue& cue) { cue.start = Time::fromSeconds(-1); }),
            ofCue(feature::kTimeRange, [](Cue& cue) { cue.end = kLargestTime; }),
            {feature::kMissingEnd, [](Document& document) {
                 document.cues[0].end.reset();
                 document.hasOpenEnds = true;
             }}};
}

void giveStyle(Document& document) {
    Style style;
    style.name = "Default";
    style.backColor = {10, 20, 30, 255};
    document.styles = {style};
}

void giveFonts(Document& document) {
    auto origin = std::make_shared<Origin>();
    origin->text = "[Fonts]\nx\n";
    origin->pieces = {{0, PieceKind::Section}};
    document.origin = origin;
}

std::vector<Sample> samples() {
    std::vector<Sample> all = samplesOfText();
    for (Sample& sample : samplesOfCues())
        all.push_back(std::move(sample));
    all.push_back({feature::kStyles, giveStyle});
    all.push_back({feature::kTitle, [](Document& document) { document.title = "Film"; }});
    all.push_back({feature::kCanvas, [](Document& document) { document.canvas = Canvas(); }});
    all.push_back({feature::kRaw, giveFonts});
    return all;
}

/// A document of a format that is none of ours, on a canvas, so that sizes have a meaning.
Document documentWith(const Sample& sample) {
    Document document;
    document.format = "elsewhere";
    document.canvas = Canvas();
    Cue cue;
    cue.id = document.newId();
    cue.start = Time::fromSeconds(1);
    cue.end = Time::fromSeconds(2);
    cue.text.plain = "Where is the boat?";
    document.cues = {cue};
    sample.give(document);
    return document;
}

/// The worst that the writer says of `feature`.
std::optional<LossSeverity> lossOf(const Format& format, const Sample& sample) {
    std::optional<LossSeverity> worst;
    for (const LossItem& item : format.plan(documentWith(sample), {}).items)
        if (item.feature == sample.feature) worst = std::max(worst, std::optional(item.severity));
    return worst;
}

std::optional<Grade> gradeOf(const Format& format, std::string_view feature) {
    for (const Capability& capability : format.info().capabilities)
        if (capability.feature == feature) return capability.grade;
    return std::nullopt;
}

}  // namespace

TEST_CASE("the table of each format says what its writer reports", "[format]") {
    for (const Format* format : formats()) {
        for (const Sample& sample : samples()) {
            INFO(format->info().id << ": " << sample.feature);
            const auto loss = lossOf(*format, sample);
            const auto grade = gradeOf(*format, sample.feature);
            REQUIRE(grade);
            CHECK((*grade == Grade::Full) == !loss);
            if (loss && *loss >= LossSeverity::Dropped) CHECK(*grade == Grade::None);
        }
    }
}

TEST_CASE("the table of each format names the features that writers report", "[format]") {
    const std::vector<Sample> all = samples();
    for (const Format* format : formats()) {
        CHECK(format->info().capabilities.size() == all.size());
        for (const Capability& capability : format->info().capabilities) {
            INFO(format->info().id << ": " << capability.feature);
            CHECK(std::any_of(all.begin(), all.end(), [&](const Sample& sample) {
                return sample.feature == capability.feature;
            }));
        }
    }
}
