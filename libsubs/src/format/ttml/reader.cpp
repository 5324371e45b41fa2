// SPDX-License-Identifier: MIT
#include "format/ttml/reader.h"

#include <subs/format/features.h>

#include "format/file_remarks.h"
#include "format/ttml/bad_times.h"
#include "format/ttml/cue_reader.h"
#include "format/ttml/metadata_words.h"
#include "format/ttml/reader_remarks.h"
#include "format/ttml/unread_looks.h"
#include "format/unread_ends.h"
#include "format/xml/words.h"
#include "format/xml/xml_comments.h"
#include "format/xml/xml_remarks.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace subs::ttml {
namespace {

class DocumentReader final : public CueReader {
public:
    DocumentReader(std::string_view text, Document& document)
        : CueReader(text), text_(text), document_(document) {}

    void metadata(const SaidMetadata& said) override { tell(thingOf(said)); }
    void outside(const OutsideElement& element) override {
        if (element.kind == OutsideElement::Kind::Picture)
            tell({feature::kOverrides, LossSeverity::Dropped, shownBeginning(element.tag)});
    }
    void strayText(std::string_view words) override {
        tell({feature::kTextComment, LossSeverity::Dropped, shownBeginning(words)});
    }
    void badTime(std::string_view typed) override {
        tell({feature::kUnread, LossSeverity::Dropped, shownBeginning(typed)});
    }
    void flaw(const ContentFlaw& flaw) override { remarkFlaw(remarks_, flaw); }
    FileRemarks& remarks() { return remarks_; }
    std::vector<UnreadStart> takeUnreadStarts() { return std::move(unreadStarts_); }
    LossReport takeUnread() {
        std::ranges::move(unreadEnds_.items, std::back_inserter(unread_.items));
        return std::move(unread_);
    }

private:
    void take(ReadCue read, const Head& head) override {
        remarkCue(remarks_, read);
        read.cue.id = document_.newId();
        addUnreadOf(read, head, unread_);
        addComments(read);
        addBadTimes(read);
        if (isStartUnread(read.paragraph, read.element))
            unreadStarts_.push_back({read.cue.piece.index, read.cue.start});
        document_.cues.push_back(std::move(read.cue));
    }

    void addComments(const ReadCue& read) {
        const ContentElement& one = read.paragraph.elements[read.element];
        for (const std::string_view words : xmlCommentsIn(one.inner.of(text_)))
            unread_.add(
                feature::kNote, LossSeverity::Dropped, read.cue.id, shownBeginning(words), {});
    }

    /// Those of its own element; and with the first cue of a paragraph what is of none.
    void addBadTimes(const ReadCue& read) {
        const std::vector<BadTime>& all = read.paragraph.badTimes;
        if (all.empty()) return;
        std::vector<std::uint32_t> cues;
        if (read.isFirst) cues = cueElements(read.paragraph);
        auto time = all.begin();
        if (!read.isFirst)
            time = std::ranges::lower_bound(all, read.element, {}, &BadTime::element);
        for (; time != all.end(); ++time) {
            const bool isOwn = time->element == read.element;
            if (!isOwn && !read.isFirst) return;
            if (!isOwn && std::ranges::binary_search(cues, time->element)) continue;
            const std::string shown = shownBeginning(time->typed);
            if (time->isEnd && isOwn && !read.cue.end)
                addUnreadEnd(unreadEnds_, read.cue.id, shown);
            else
                unread_.add(feature::kUnread, LossSeverity::Dropped, read.cue.id, shown, {});
        }
    }

    void tell(const UnreadThing& thing) {
        unread_.add(thing.feature, thing.severity, {}, thing.before, {});
    }

    std::string_view text_;
    Document& document_;
    FileRemarks remarks_;
    LossReport unread_;
    LossReport unreadEnds_;
    std::vector<UnreadStart> unreadStarts_;
};

bool hasSizes(const Document& document) {
    const auto isSize = [](const Span& span) { return span.kind == SpanKind::FontSize; };
    return std::ranges::any_of(
        document.cues, [&](const Cue& cue) { return std::ranges::any_of(cue.text.spans, isSize); });
}

}  // namespace

Parsed parsed(Origin origin, const ReadOptions& options, std::string_view format) {
    auto file = std::make_shared<Origin>(std::move(origin));
    Document document;
    document.format = format;
    document.hasOpenEnds = true;
    DocumentReader reader(file->text, document);
    Head head;
    const std::vector<XmlFlaw> flaws = readContent(file->text, reader, head);
    for (const XmlFlaw& flaw : flaws)
        remarkXml(reader.remarks(), flaw);
    // Where nothing was read, that there is no tt element is not known.
    const bool isRefused = std::ranges::any_of(
        flaws, [](const XmlFlaw& flaw) { return flaw.kind == XmlFlaw::Kind::Declarations; });
    if (!isRefused) remarkFile(reader.remarks(), file->text, file->encoding, head, document);
    file->pieces = reader.takePieces();
    file->unreadStarts = reader.takeUnreadStarts();
    document.language = options.language.empty() ? head.language : options.language;
    document.title = trimmed(head.title);
    if (head.parameters.width > 0)
        document.canvas = Canvas{.width = head.parameters.width, .height = head.parameters.height};
    // Without one sizes would be of another unit (font_sizes.h) than that of styles.
    if (!document.canvas && hasSizes(document)) document.canvas = Canvas();
    document.styles = reader.takeStyles();
    document.origin = std::move(file);
    LossReport unread = unreadBehind(flaws);
    std::ranges::move(reader.takeUnread().items, std::back_inserter(unread.items));
    return {std::move(document), reader.remarks().take(), std::move(unread)};
}

}  // namespace subs::ttml
