// SPDX-License-Identifier: MIT
#include "format/json/writer.h"

#include <subs/format/features.h>
#include <subs/text/newline.h>

#include "format/document_losses.h"
#include "format/edges.h"
#include "format/json/cue_members.h"
#include "format/json/file_layout.h"
#include "format/json/head_members.h"
#include "format/json/reader.h"
#include "format/json/spelled.h"
#include "format/likely_size.h"
#include "format/patch.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace subs::json {
namespace {

/// True of a document that is saved into its own file.
bool isOwn(const Document& document) {
    return document.format == "json" && document.origin && !isBlank(document.origin->text);
}

/// The cue with its times by the rule that is asked for; as they are by the usual one.
Result<Cue> roundedCue(const Cue& cue, const EdgeRounder& edges, const WriteOptions& options) {
    Cue result = cue;
    if (options.rounding == Rounding::Nearest) return result;
    const auto start = edges.milliseconds(cue, cue.start, Edge::Start);
    if (!start) return tl::unexpected(start.error());
    result.start = Time::fromMilliseconds(*start);
    if (!cue.end) return result;
    const auto end = edges.milliseconds(cue, *cue.end, Edge::End);
    if (!end) return tl::unexpected(end.error());
    result.end = Time::fromMilliseconds(*end);
    return result;
}

/// Where what is to be written for an element stands in the file.
struct Item {
    std::size_t place = kNew;  ///< Among the elements of the file.
    const Cue* cue = nullptr;  ///< Null for an element that is no cue.

    static constexpr std::size_t kNew = static_cast<std::size_t>(-1);
};

/// One saving.
class Saver {
public:
    Saver(const Document& document, const WriteOptions& options)
        : document_(document),
          options_(options),
          text_(document.origin->text),
          layout_(layoutOf(text_)),
          edges_(document, options, NegativeTimes::Kept) {}

    Result<std::string> run() {
        if (!layout_.cues) {
            if (document_.cues.empty()) return std::string(text_);
            return failure("json.no-list",
                           "there is no list \"cues\" in the file that cues could be put into; "
                           "convert them into a new file");
        }
        const std::size_t begin =
            layout_.items.empty() ? layout_.cues->begin : layout_.items[0].begin;
        const std::size_t end = layout_.items.empty() ? begin : layout_.items.back().end;
        std::string out;
        appendOutside(out, {0, begin});
        if (auto done = appendItems(out); !done) return tl::unexpected(done.error());
        appendOutside(out, {end, text_.size()});
        if (!changesNewlines(document_, options_.newline)) return out;
        return withNewlines(out, newlineFor(document_, options_.newline));
    }

private:
    /// What is not cues, with the members of the document that are other now.
    void appendOutside(std::string& out, ByteRange stretch) {
        const std::vector<HeadMember> now = headMembers(document_);
        const std::vector<HeadMember> before = headMembers(readHead());
        std::size_t done = stretch.begin;
        if (stretch.begin == 0 && layout_.root) {
            done = layout_.root->begin;
            out.append(text_, 0, done);
            appendMissing(out, now, before);
        }
        for (const Member& member : layout_.members) {
            if (member.value.begin < stretch.begin || member.value.end > stretch.end) continue;
            const auto known =
                std::ranges::find(now, std::string_view(member.key), &HeadMember::key);
            if (known == now.end()) continue;
            const auto index = static_cast<std::size_t>(known - now.begin());
            if (known->value == before[index].value) continue;
            out.append(text_, done, member.value.begin - done).append(known->value);
            done = member.value.end;
        }
        out.append(text_, done, stretch.end - done);
    }

    /// Members that the file does not have yet.
    void appendMissing(std::string& out,
                       const std::vector<HeadMember>& now,
                       const std::vector<HeadMember>& before) const {
        for (std::size_t i = 0; i < now.size(); ++i) {
            const bool isThere = std::ranges::any_of(
                layout_.members, [&](const Member& member) { return member.key == now[i].key; });
            if (isThere || now[i].value == before[i].value) continue;
            out.append("\"").append(now[i].key).append("\": ").append(now[i].value).append(", ");
        }
    }

    Document readHead() const {
        Document head;
        for (const Member& member : layout_.members)
            takeHeadMember(member.key, member.value.of(text_), head);
        return head;
    }

    /// The elements in their order now: one that is no cue stays behind the cue that it followed.
    std::vector<Item> items() const {
        std::vector<std::size_t> placeOfPiece(document_.origin->pieces.size(), Item::kNew);
        std::vector<const Cue*> owners(layout_.items.size(), nullptr);
        std::vector<bool> isCue(layout_.items.size(), false);
        std::size_t place = 0;
        for (std::size_t i = 0; i < placeOfPiece.size() && place < layout_.items.size(); ++i) {
            if (document_.origin->pieces[i].begin != layout_.items[place].begin) continue;
            isCue[place] = document_.origin->pieces[i].kind == PieceKind::Cue;
            placeOfPiece[i] = place++;
        }
        std::vector<std::size_t> places;
        for (const Cue& cue : document_.cues) {
            const std::size_t own =
                cue.piece.index < placeOfPiece.size() ? placeOfPiece[cue.piece.index] : Item::kNew;
            const bool isFree = own != Item::kNew && isCue[own] && owners[own] == nullptr;
            if (isFree) owners[own] = &cue;
            places.push_back(isFree ? own : Item::kNew);
        }
        std::vector<Item> all;
        appendStrays(all, 0, isCue, owners);
        for (std::size_t i = 0; i < document_.cues.size(); ++i) {
            all.push_back({places[i], &document_.cues[i]});
            if (places[i] != Item::kNew) appendStrays(all, places[i] + 1, isCue, owners);
        }
        return all;
    }

    /// Elements from `place` on that are no cues, up to the next cue that is still there.
    static void appendStrays(std::vector<Item>& all,
                             std::size_t place,
                             const std::vector<bool>& isCue,
                             const std::vector<const Cue*>& owners) {
        for (; place < owners.size() && owners[place] == nullptr; ++place)
            if (!isCue[place]) all.push_back({place, nullptr});
    }

    Result<void> appendItems(std::string& out) const {
        const std::vector<Item> all = items();
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (i > 0) out += separatorBefore(all[i].place);
            if (auto done = appendItem(out, all[i]); !done) return done;
        }
        return {};
    }

    Result<void> appendItem(std::string& out, const Item& item) const {
        const std::string_view original =
            item.place == Item::kNew ? std::string_view() : layout_.items[item.place].of(text_);
        if (!item.cue) {
            out += original;
            return {};
        }
        const auto cue = roundedCue(*item.cue, edges_, options_);
        if (!cue) return tl::unexpected(cue.error());
        out += original.empty() ? spelledCue(*cue)
                                : patchedCue(original, readMembers(original).cue, *cue);
        return {};
    }

    std::string separatorBefore(std::size_t place) const {
        if (place != Item::kNew && place > 0) return between(place - 1);
        if (layout_.items.size() > 1) return between(0);
        return "," + std::string(bytesOf(document_.origin->newline));
    }

    std::string between(std::size_t place) const {
        const std::size_t begin = layout_.items[place].end;
        return std::string(text_.substr(begin, layout_.items[place + 1].begin - begin));
    }

    const Document& document_;
    const WriteOptions& options_;
    std::string_view text_;
    FileLayout layout_;
    EdgeRounder edges_;
};

/// A new file, a cue in each line.
Result<std::string> writtenNew(const Document& document, const WriteOptions& options) {
    const std::string newline(bytesOf(newlineFor(document, options.newline)));
    const EdgeRounder edges(document, options, NegativeTimes::Kept);
    std::string out;
    out.reserve(likelySize(document, 160));
    out += fmt::format("{{{}  \"format\": \"{}\",{}", newline, kFormatName, newline);
    out += fmt::format("  \"version\": {},{}", kVersion, newline);
    if (!document.language.empty())
        out += fmt::format(
            "  \"language\": {},{}", spelled(std::string_view(document.language)), newline);
    for (const HeadMember& member : headMembers(document))
        if (member.value != "null" && member.value != "[]")
            out += fmt::format("  \"{}\": {},{}", member.key, member.value, newline);
    out += "  \"cues\": [";
    for (std::size_t i = 0; i < document.cues.size(); ++i) {
        const auto cue = roundedCue(document.cues[i], edges, options);
        if (!cue) return tl::unexpected(cue.error());
        out.append(i > 0 ? "," : "").append(newline).append("    ").append(spelledCue(*cue));
    }
    out.append(newline).append("  ]").append(newline).append("}").append(newline);
    return out;
}

}  // namespace

LossReport planned(const Document& document, const WriteOptions&) {
    LossReport losses;
    if (document.format != "json") {
        reportRaw(document, losses);
        return losses;
    }
    const bool isList = isOwn(document) && !layoutOf(document.origin->text).root;
    if (!isList) return losses;
    reportStyles(document, "nothing: the file is a list of cues alone", losses);
    reportCanvas(document, losses);
    if (!document.title.empty())
        losses.add(feature::kTitle, LossSeverity::Dropped, {}, document.title, {});
    return losses;
}

Result<std::string> written(const Document& document, const WriteOptions& options) {
    if (isOwn(document)) return Saver(document, options).run();
    const bool isSavedBlank = document.format == "json" && document.origin && document.cues.empty();
    if (isSavedBlank) return document.origin->text;
    if (document.cues.empty()) return std::string();
    return writtenNew(document, options);
}

}  // namespace subs::json
