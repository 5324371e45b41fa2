// SPDX-License-Identifier: MIT
#include "format/json/reader.h"

#include <subs/base/counted.h>
#include <subs/format/features.h>
#include <subs/text/newline.h>
#include <subs/time/largest_time.h>

#include "format/file_remarks.h"
#include "format/json/cue_members.h"
#include "format/json/file_layout.h"
#include "format/json/head_members.h"
#include "format/json/scanner.h"
#include "format/json/shown_member.h"
#include "format/json/spelled.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

namespace subs::json {
namespace {

constexpr std::string_view kRepeated = "json.repeated-member";

/// Lines and columns of places that are asked for in their order.
class Places {
public:
    explicit Places(std::string_view text) : text_(text) {}

    std::uint32_t lineOf(std::size_t at) {
        for (; at_ < at && at_ < text_.size(); ++at_) {
            const bool ends =
                text_[at_] == '\n' || (text_[at_] == '\r' && text_.substr(at_ + 1, 1) != "\n");
            if (!ends) continue;
            ++line_;
            lineBegin_ = at_ + 1;
        }
        return line_;
    }
    std::size_t columnOf(std::size_t at) { return lineOf(at) > 0 ? at - lineBegin_ + 1 : 0; }

private:
    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t lineBegin_ = 0;
    std::uint32_t line_ = 1;
};

class FileReader {
public:
    FileReader(Origin& origin, const ReadOptions& options)
        : origin_(origin), options_(options), places_(origin.text) {}

    void read(Document& document) {
        const std::string_view text = origin_.text;
        document.language = options_.language;
        if (isBlank(text)) {
            if (!text.empty()) addPiece(0, PieceKind::Raw);
            return;
        }
        const FileLayout layout = layoutOf(text);
        for (const Member& member : layout.members)
            takeHead(member, document);
        if (!options_.language.empty()) document.language = options_.language;
        std::size_t end = 0;
        for (const ByteRange& item : layout.items) {
            if (item.begin > end)
                addPiece(end, end == 0 ? PieceKind::Section : PieceKind::Separator);
            takeItem(item, document);
            end = item.end;
        }
        if (end < text.size()) addPiece(end, PieceKind::Section);
        remarkFile(layout, document);
    }

    Diagnostics takeDiagnostics() { return remarks_.take(); }
    LossReport takeUnread() { return std::move(unread_); }

private:
    void addPiece(std::size_t begin, PieceKind kind) {
        origin_.pieces.push_back({static_cast<std::uint32_t>(begin), kind});
    }

    void takeHead(const Member& member, Document& document) {
        const std::string_view value = member.value.of(origin_.text);
        if (member.key == "version") {
            const auto version = isNumber(value) ? numberOf(value) : std::nullopt;
            if (version != kVersion)
                remarks_.add(
                    Severity::Warning,
                    1,
                    0,
                    "json.version",
                    fmt::format("the file says that it is of version {}; read as version {}",
                                shownBeginning(value),
                                kVersion));
        }
        if (!isHeadKey(member.key) && saysSomething(value))
            loseMember({}, shownMember(member.key, value));
        if (isHeadKey(member.key))
            for (const std::string_view half : halfPairsIn(value))
                loseHalfPair({}, half, 1);
        if (takeHeadMember(member.key, value, document)) return;
        loseValue({}, shownMember(member.key, value));
        remarks_.add(Severity::Warning,
                     1,
                     0,
                     "json.bad-member",
                     fmt::format("\"{}\" of the file has a value that it cannot have; kept as "
                                 "written, not used",
                                 shownBeginning(member.key)));
    }

    /// Of the file's own members.
    void tellRepeated(const FileLayout& layout) {
        const std::string_view text = origin_.text;
        Places places(text);
        LossReport lists;
        for (const Member& member : layout.repeated) {
            const std::string_view value = member.value.of(text);
            if (!saysSomething(value)) continue;
            const std::uint32_t line = places.lineOf(member.value.begin);
            const std::size_t column = places.columnOf(member.value.begin);
            if (isArray(value) && member.key == "cues") {
                lists.items.push_back(toldList(value, line, column));
                continue;
            }
            const std::string shown = shownMember(member.key, value);
            loseValue({}, shown);
            remarks_.add(Severity::Warning,
                         line,
                         column,
                         kRepeated,
                         fmt::format("a member of the file stands there again later, which counts; "
                                     "kept as written, not used: {}",
                                     shown));
        }
        std::ranges::move(lists.items, std::back_inserter(unread_.items));
    }

    LossItem toldList(std::string_view list, std::uint32_t line, std::size_t column) {
        std::size_t cues = 0;
        for (Elements elements(list); elements.next();)
            if (readMembers(elements.element().of(list)).isCue()) ++cues;
        const std::string what =
            fmt::format("a further list \"cues\", of {}", counted(cues, "cue"));
        LossItem loss;
        loss.feature = feature::kUnread;
        loss.count = std::max<std::size_t>(cues, 1);
        loss.line = line;
        loss.before = what;
        loss.remedy = "put its cues into the other list and convert it again";
        remarks_.add(Severity::Warning,
                     line,
                     column,
                     kRepeated,
                     fmt::format("there is {}; kept as written, not read", what));
        return loss;
    }

    void loseMember(CueId cue, std::string_view shown) {
        unread_.add(feature::kMetadata, LossSeverity::Dropped, cue, shown, {});
    }

    /// Of a member that is known and says something else than it can.
    void loseValue(CueId cue, std::string_view shown) {
        unread_.add(feature::kUnread, LossSeverity::Dropped, cue, shown, {});
    }

    /// Of a member that is read; its other letters are.
    void loseHalfPair(CueId cue, std::string_view typed, std::uint32_t line) {
        unread_.add(feature::kDamage, LossSeverity::Approximated, cue, typed, "\xEF\xBF\xBD");
        remarks_.addHabit(Severity::Warning,
                          line,
                          0,
                          "json.half-pair",
                          "a text has half of a surrogate pair, which is no character; read as "
                          "U+FFFD and kept as written",
                          typed);
    }

    /// What is not read since the file is damaged.
    void addUnread(const FileLayout& layout, std::uint32_t line) {
        constexpr std::string_view kStart = "\"start_ms\"";
        const std::string_view text = origin_.text;
        std::size_t cues = 0;
        std::size_t at = layout.items.empty() ? layout.flaw->at : layout.items.back().end;
        while ((at = text.find(kStart, at)) != text.npos) {
            ++cues;
            at += kStart.size();
        }
        LossItem& loss = unread_.items.emplace_back();
        loss.feature = feature::kUnread;
        loss.count = std::max<std::size_t>(cues, 1);
        loss.line = line;
        loss.before =
            cues > 0 ? fmt::format("{} from where the file is damaged on", counted(cues, "cue"))
                     : "what follows a place where the file is damaged";
        loss.remedy = "mend the file there and convert it again";
    }

    void takeItem(const ByteRange& item, Document& document) {
        const std::string_view object = item.of(origin_.text);
        ReadMembers read = readMembers(object);
        const std::uint32_t line = places_.lineOf(item.begin);
        const std::size_t column = places_.columnOf(item.begin);
        if (!read.isCue()) {
            addPiece(item.begin, PieceKind::Raw);
            remarks_.add(Severity::Warning,
                         line,
                         column,
                         read.flaw == CueFlaw::NoObject ? "json.no-object" : "json.no-start",
                         read.flaw == CueFlaw::NoObject
                             ? "an element of \"cues\" is no object; kept in its place, not shown"
                             : "a cue has no number \"start_ms\"; kept in its place, not shown");
            return;
        }
        Cue& cue = document.cues.emplace_back(std::move(read.cue));
        cue.id = document.newId();
        cue.piece.index = static_cast<std::uint32_t>(origin_.pieces.size());
        addPiece(item.begin, PieceKind::Cue);
        if (read.unknown > 0) {
            loseMember(cue.id, read.firstUnknown);
            for (LossItem& loss : unread_.items)
                if (loss.feature == feature::kMetadata) loss.count += read.unknown - 1;
        }
        for (const std::string& shown : read.bad)
            loseValue(cue.id, shown);
        for (const std::string& shown : read.repeated)
            loseValue(cue.id, shown);
        for (const std::string& half : read.halfPairs)
            loseHalfPair(cue.id, half, line);
        if (read.flaw == CueFlaw::BadMember)
            remarks_.add(Severity::Warning,
                         line,
                         column,
                         "json.bad-member",
                         fmt::format("\"{}\" of the cue has a value that it cannot have; kept as "
                                     "written, not used",
                                     read.member));
        remarkCue(cue, line, column);
        if (!read.repeated.empty()) remarkRepeated(read, item.begin + read.repeatedAt);
    }

    void remarkRepeated(const ReadMembers& read, std::size_t at) {
        remarks_.add(Severity::Warning,
                     places_.lineOf(at),
                     places_.columnOf(at),
                     kRepeated,
                     fmt::format("a member of the cue stands there again later, which counts; "
                                 "kept as written, not used: {}",
                                 read.repeated.front()));
    }

    void remarkCue(const Cue& cue, std::uint32_t line, std::size_t column) {
        const auto warn = [&](std::string_view code, std::string message) {
            remarks_.add(Severity::Warning, line, column, code, std::move(message));
        };
        if (isTooLarge(cue.start) || (cue.end && isTooLarge(*cue.end)))
            warn("json.time-too-large", "a time is too large to be worked with; kept as written");
        else if (cue.end && *cue.end < cue.start)
            warn("json.end-before-start", "the end is before the start; kept as written");
        else if (cue.end && *cue.end == cue.start)
            warn("json.zero-duration", "the cue has no duration; kept as written");
        if (cue.text.plain.empty())
            remarks_.addHabit(
                Severity::Warning, line, column, "json.empty-cue", "the cue has no text; kept");
    }

    void remarkFile(const FileLayout& layout, const Document& document) {
        tellRepeated(layout);
        if (layout.flaw) {
            // Behind all cues.
            const std::uint32_t line = places_.lineOf(layout.flaw->at);
            addUnread(layout, line);
            remarks_.add(
                Severity::Error,
                line,
                places_.columnOf(layout.flaw->at),
                "json.damaged",
                fmt::format("{}; what follows is kept and not read", layout.flaw->message));
        }
        if (!layout.cues && !layout.flaw)
            remarks_.add(Severity::Error,
                         1,
                         0,
                         "json.no-list",
                         "there is no list \"cues\" in the file, which is what cues are read from");
        if (document.cues.empty())
            remarks_.add(Severity::Warning, 0, 0, "json.no-cues", "there is no cue in the file");
    }

    Origin& origin_;
    const ReadOptions& options_;
    Places places_;
    FileRemarks remarks_;
    LossReport unread_;
};

}  // namespace

Parsed parsed(Origin origin, const ReadOptions& options) {
    auto kept = std::make_shared<Origin>(std::move(origin));
    Parsed result;
    result.document.format = "json";
    FileReader reader(*kept, options);
    reader.read(result.document);
    result.document.origin = std::move(kept);
    result.diagnostics = reader.takeDiagnostics();
    result.unread = reader.takeUnread();
    return result;
}

Probe probed(std::string_view text) {
    constexpr int kCertain = 95;
    constexpr std::string_view kStart = "\"start_ms\"";
    text = text.substr(0, kProbedCues);
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == text.npos || (text[first] != '{' && text[first] != '[')) return {};
    Probe probe;
    for (std::size_t at = text.find(kStart); at != text.npos; at = text.find(kStart, at + 1))
        ++probe.cues;
    const bool isNamed = text.find(fmt::format("\"{}\"", kFormatName)) != text.npos;
    if (probe.cues == 0 && !isNamed) return {};
    probe.score = kCertain;
    probe.reason = "an object or list of JSON with cues that have \"start_ms\"";
    return probe;
}

}  // namespace subs::json
