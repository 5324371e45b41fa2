// SPDX-License-Identifier: MIT
#include "format/vtt/cue_body.h"

#include <subs/text/newline.h>

#include "format/vtt/references.h"
#include "format/vtt/timestamp.h"
#include "format/vtt/tree.h"

#include <algorithm>
#include <optional>

namespace subs::vtt {
namespace {

std::string joined(const std::vector<std::string_view>& classes) {
    std::string result;
    for (const std::string_view name : classes)
        result.append(result.empty() ? "" : ".").append(name);
    return result;
}

std::optional<SpanKind> spanOf(TagName name) {
    switch (name) {
        case TagName::Italic:
            return SpanKind::Italic;
        case TagName::Bold:
            return SpanKind::Bold;
        case TagName::Underline:
            return SpanKind::Underline;
        case TagName::Ruby:
            return SpanKind::Ruby;
        case TagName::RubyText:
            return SpanKind::RubyText;
        case TagName::Voice:
            return SpanKind::Voice;
        case TagName::Language:
            return SpanKind::Language;
        case TagName::Class:
            break;
    }
    return std::nullopt;
}

/// Lays spans over the text.
class BodyMaker final : public NodeVisitor {
public:
    BodyMaker(CueBody& body, const ClassLooks& looks) : body_(body), looks_(looks) {}

    void text(const Token& token) override {
        appendResolved(body_.text.plain, token.whole, token.begin, &body_.shown);
    }

    void open(TagName name, const Token& token) override {
        const std::size_t first = spans().size();
        const bool hasValue = name == TagName::Voice || name == TagName::Language;
        if (const auto kind = spanOf(name)) add(*kind, hasValue ? token.annotation : std::string());
        const std::string classes = joined(token.classes);
        if (!classes.empty() || name == TagName::Class) add(SpanKind::Class, classes);
        for (Span& span : looks_.spansOf(classes))
            add(span.kind, std::move(span.value));
        open_.push_back({first, spans().size()});
    }

    void close(TagName) override {
        const Opened opened = open_.back();
        open_.pop_back();
        for (std::size_t i = opened.first; i < opened.last; ++i)
            spans()[i].end = here();
    }

    void timestamp(Time time, const Token&) override {
        std::string words;
        appendTimestamp(words, time.floorMilliseconds());
        add(SpanKind::InnerTime, std::move(words));
    }

    void ignored(const Token& token) override {
        body_.ignored.push_back(token.begin);
        add(SpanKind::Opaque, std::string(token.whole));
    }

    /// Takes away what covers nothing, and makes a voice that speaks all of it the speaker.
    void finish() {
        std::erase_if(spans(), [](const Span& span) {
            return span.isPoint() && span.kind != SpanKind::Opaque &&
                   span.kind != SpanKind::InnerTime;
        });
        const auto isVoice = [](const Span& span) { return span.kind == SpanKind::Voice; };
        const auto voice = std::ranges::find_if(spans(), isVoice);
        if (voice == spans().end() || voice->begin > 0 || voice->end < here() ||
            voice->value.empty() || std::ranges::count_if(spans(), isVoice) > 1)
            return;
        body_.speaker = std::move(voice->value);
        spans().erase(voice);
    }

private:
    /// The spans of a tag.
    struct Opened {
        std::size_t first = 0;
        std::size_t last = 0;
    };

    std::vector<Span>& spans() { return body_.text.spans; }
    std::uint32_t here() const { return static_cast<std::uint32_t>(body_.text.plain.size()); }
    void add(SpanKind kind, std::string value) {
        spans().push_back({kind, here(), here(), std::move(value)});
    }

    CueBody& body_;
    const ClassLooks& looks_;
    std::vector<Opened> open_;
};

}  // namespace

std::string cueTextOf(std::string_view stretch) {
    if (stretch.ends_with('\n')) stretch.remove_suffix(1);
    if (stretch.ends_with('\r')) stretch.remove_suffix(1);
    std::string text = withNewlines(stretch, Newline::Lf);
    std::size_t nul = text.find('\0');
    if (nul == text.npos) return text;
    constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
    std::string result;
    std::size_t done = 0;
    for (; nul != text.npos; nul = text.find('\0', done)) {
        result.append(text, done, nul - done).append(kReplacement);
        done = nul + 1;
    }
    return result.append(text, done);
}

CueBody parsedBody(std::string_view text, const ClassLooks& looks) {
    CueBody body;
    BodyMaker maker(body, looks);
    body.unclosed = visitNodes(text, maker);
    maker.finish();
    return body;
}

}  // namespace subs::vtt
