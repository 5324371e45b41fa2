// SPDX-License-Identifier: MIT
#include "format/ttml/content_reader.h"

#include "format/ttml/content_walk.h"
#include "format/ttml/vocabulary.h"
#include "format/xml/fragment.h"

#include <algorithm>
#include <string>

namespace subs::ttml {
namespace {

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

/// "tt:" of "<tt:tt xml:lang…" at `tag`.
std::string prefixAt(std::string_view text, std::size_t tag) {
    const std::string_view behind = text.substr(std::min(tag + 1, text.size()));
    const std::string_view name = behind.substr(0, behind.find_first_of(" \t\r\n/>"));
    return std::string(name.substr(0, name.find(':') + 1));
}

}  // namespace

std::vector<XmlFlaw> readContent(std::string_view text, ContentVisitor& visitor, Head& head) {
    ContentWalk reader(visitor, head);
    std::vector<XmlFlaw> flaws = visitXml(text, reader, kVocabularies);
    reader.finish(text.size());
    head.rootPrefix = prefixAt(text, head.rootBegin);
    return flaws;
}

bool readParagraph(std::string_view fragment,
                   const Paragraph& place,
                   Head& head,
                   Paragraph& result) {
    const std::string begin = "<all" + (place.namespaces ? *place.namespaces : std::string()) + ">";
    const std::string text = begin + std::string(fragment) + "</all>";
    ParagraphKeeper keeper(result);
    ContentWalk reader(keeper, head);
    reader.restart(place);
    FragmentVisitor visitor(reader, begin.size());
    const std::vector<XmlFlaw> flaws = visitXml(text, visitor, kVocabularies);
    const bool isRead = std::ranges::all_of(
        flaws, [](const XmlFlaw& flaw) { return flaw.kind == XmlFlaw::Kind::Namespace; });
    return isRead && keeper.count() == 1;
}

}  // namespace subs::ttml
