// SPDX-License-Identifier: MIT
#include "format/ttml/content_reader.h"

#include "format/ttml/content_walk.h"

#include <algorithm>
#include <string>

namespace subs::ttml {
namespace {

/// Hands on what is inside of the one element around a fragment.
class FragmentVisitor final : public XmlVisitor {
public:
    FragmentVisitor(XmlVisitor& inner, std::size_t begin) : inner_(inner), begin_(begin) {}

    void open(const XmlTag& tag) override {
        if (depth_++ == 0) return;
        XmlTag moved = tag;
        moved.at = shifted(tag.at);
        inner_.open(moved);
    }
    void close(Stretch at) override {
        if (--depth_ > 0) inner_.close(shifted(at));
    }
    void text(std::string_view text, Stretch at) override {
        if (depth_ > 0) inner_.text(text, shifted(at));
    }

private:
    Stretch shifted(Stretch at) const { return {at.begin - begin_, at.end - begin_}; }

    XmlVisitor& inner_;
    std::size_t begin_;
    std::size_t depth_ = 0;
};

/// Keeps the one paragraph of a fragment.
class ParagraphKeeper final : public ContentVisitor {
public:
    explicit ParagraphKeeper(Paragraph& result) : result_(result) {}

    void paragraph(const Paragraph& paragraph, const Head&) override {
        ++count_;
        result_ = paragraph;
    }
    std::size_t count() const { return count_; }

private:
    Paragraph& result_;
    std::size_t count_ = 0;
};

}  // namespace

std::vector<XmlFlaw> readContent(std::string_view text, ContentVisitor& visitor, Head& head) {
    ContentWalk reader(visitor, head);
    std::vector<XmlFlaw> flaws = visitXml(text, reader);
    reader.finish(text.size());
    return flaws;
}

bool readParagraph(std::string_view fragment,
                   const Paragraph& place,
                   const Head& head,
                   Paragraph& result) {
    const std::string begin = "<all" + (place.namespaces ? *place.namespaces : std::string()) + ">";
    const std::string text = begin + std::string(fragment) + "</all>";
    Head known = head;
    ParagraphKeeper keeper(result);
    ContentWalk reader(keeper, known);
    reader.restart(place);
    FragmentVisitor visitor(reader, begin.size());
    const std::vector<XmlFlaw> flaws = visitXml(text, visitor);
    const bool isRead = std::ranges::all_of(
        flaws, [](const XmlFlaw& flaw) { return flaw.kind == XmlFlaw::Kind::Namespace; });
    return isRead && keeper.count() == 1;
}

}  // namespace subs::ttml
