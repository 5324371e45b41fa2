// SPDX-License-Identifier: MIT
#pragma once

#include "format/ttml/content_notes.h"
#include "format/ttml/content_reader.h"
#include "format/ttml/element_kind.h"
#include "format/ttml/metadata_words.h"
#include "format/ttml/visible.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace subs::ttml {

inline constexpr std::uint32_t kNoContentElement = 0xFFFF'FFFF;

/// An element that is open.
struct OpenElement {
    ElementKind kind = ElementKind::Other;
    bool isDead = false;            ///< Closed before its end tag came.
    std::uint32_t foreignLine = 0;  ///< Where it begins in a paragraph and is not of TTML; or 0.
    bool hasTimes = false;          ///< It says some, or what is around it does.
    std::uint32_t element = kNoContentElement;  ///< Of the paragraph.
    Inherited inherited;
    Displayed displayed;
    std::shared_ptr<const std::string> namespaces;
};

/// Turns the events of XML into those of content.
class ContentWalk final : public XmlVisitor {
public:
    ContentWalk(ContentVisitor& visitor, Head& head) : visitor_(visitor), head_(head) {}

    void open(const XmlTag& tag) override;
    void close(ByteRange at) override;
    void text(std::string_view text, ByteRange at) override;
    bool hasEnough() const override { return visitor_.hasEnough(); }
    /// The file ends.
    void finish(std::size_t size);
    /// Goes on at `place` of another reading of the same file.
    void restart(const Paragraph& place);

private:
    ElementKind kindOf(const XmlTag& tag, const OpenElement* parent) const;
    const OpenElement* parent() const;
    void openRoot(const XmlTag& tag);
    void openHead(const XmlTag& tag, OpenElement& frame);
    void openStyle(const XmlTag& tag);
    void openRegion(const XmlTag& tag);
    void closeRegion();
    void openContent(const XmlTag& tag, OpenElement& frame);
    void openInParagraph(const XmlTag& tag, OpenElement& frame);
    void openSet(const XmlTag& tag);
    void noteAnimation(const XmlTag& tag, ElementKind kind);
    void notePicture(const XmlTag& tag, ElementKind kind, const OpenElement& frame);
    void say(SaidMetadata said);
    void addStray(const OpenElement& frame, std::string_view text) {
        if (words_ == nullptr && frame.foreignLine == 0) stray_.add(frame.kind, text);
    }
    void tellStray() {
        std::string words = stray_.take();
        if (words.empty()) return;
        if (isInParagraph_) return paragraph_.foreignTexts.push_back(std::move(words));
        visitor_.strayText(words);
    }
    void closeSet(const Interval& when);
    void closeForeign();
    void closeFrame(OpenElement& frame, ByteRange at);
    void closeContent(OpenElement& frame, ByteRange at);
    void endParagraph(std::size_t at);
    void chooseRegion(const XmlTag& tag, OpenElement& frame);
    /// Those of its attributes over those that it refers to.
    StyleValues valuesOf(const XmlTag& tag);
    StyleValues ownValuesOf(const XmlTag& tag);
    TimeAttributes timesOf(const XmlTag& tag);
    std::optional<Fraction> timeIn(const XmlTag& tag, std::string_view name);
    void goTo(std::uint32_t region, OpenElement& frame);
    Look lookIn(const Inherited& inherited) const;
    std::vector<Interval> displayedIn(const Interval& when) const;
    RegionChoice regionHere() const;
    Hidden show(const Interval& when);
    void flaw(ContentFlaw::Kind kind, std::uint32_t line, std::string_view detail) {
        visitor_.flaw({kind, line, detail});
    }

    ContentVisitor& visitor_;
    Head& head_;
    Timing timing_;
    std::vector<OpenElement> frames_;
    Paragraph paragraph_;
    bool isInParagraph_ = false;
    bool hasContent_ = false;
    std::optional<Region> region_;  ///< That is being read.
    StyleValues nested_;            ///< Of the style elements in it.
    std::optional<bool> setDisplay_;
    bool isSetInstant_ = false;     ///< Where it says nothing else.
    std::string* words_ = nullptr;  ///< Where the text of an element of metadata goes.
    std::string agent_;
    MetadataWords metadata_;
    ForeignElement foreign_;
    StrayText stray_;
};

}  // namespace subs::ttml
