// SPDX-License-Identifier: MIT
#include "format/cinema/walk.h"

#include <subs/format/features.h>
#include <subs/time/frame_rate.h>

#include "format/cinema/extra_looks.h"
#include "format/xml/fragment.h"
#include "format/xml/words.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace subs::cinema {
namespace {

/// What may be inside of an element that is open.
enum class Place : std::uint8_t {
    Ignored,
    File,
    Reel,
    Words,  ///< An element of the head whose text is kept.
    List,
    Spot,
    Text,
    Ruby,
    RubyBase,
    RubyText,
    Verbatim,
    Picture,
};

struct Frame {
    Place place = Place::Ignored;
    Look look;
    ExtraLookValues extras{};
    bool isSpot = false;  ///< The Subtitle element itself, not a Font in it.
    bool isLine = false;
    std::size_t begin = 0;
    std::size_t runBegin = 0;      ///< Of a verbatim element, in the text.
    std::string* words = nullptr;  ///< Of the head.
};

class Walk final : public XmlVisitor {
public:
    Walk(SpotVisitor& visitor, Reel& reel, const Units& rate)
        : visitor_(visitor), reel_(reel), rate_(rate) {}

    void open(const XmlTag& tag) override {
        Frame frame;
        frame.begin = tag.at.begin;
        if (!frames_.empty()) {
            frame.look = frames_.back().look;
            frame.extras = frames_.back().extras;
        }
        const Place around = frames_.empty() ? Place::File : frames_.back().place;
        const auto vocabulary = static_cast<Vocabulary>(tag.vocabulary);
        if (vocabulary != Vocabulary::Other || around == Place::File) enter(tag, around, frame);
        frames_.push_back(frame);
    }

    void close(ByteRange at) override {
        if (frames_.empty()) return;
        const Frame frame = frames_.back();
        frames_.pop_back();
        if (frame.place == Place::Words) closeWords(frame);
        if (frame.place == Place::Verbatim) closeVerbatim(frame, at);
        if (frame.place == Place::Picture) spot_.pictures.push_back({frame.begin, at.end});
        if (frame.isLine) closeLine(at);
        if (frame.isSpot) closeSpot(at);
    }

    void text(std::string_view text, ByteRange at) override {
        if (frames_.empty()) return;
        const Frame& frame = frames_.back();
        switch (frame.place) {
            case Place::Words:
                frame.words->append(text);
                return;
            case Place::Text:
                return addRun(RunKind::Words, text, at);
            case Place::RubyBase:
                return addRun(RunKind::RubyBase, text, at);
            case Place::RubyText:
                return addRun(RunKind::RubyText, text, at);
            case Place::Verbatim:
                spot_.text += text;
                return;
            default:
                return addStray(text);
        }
    }

    bool hasEnough() const override { return visitor_.hasEnough(reel_); }

    /// The file ends, and with it what is open.
    void finish(std::size_t size) {
        while (!frames_.empty())
            close({size, size});
    }

    /// Goes on inside of what is around `place`, of the file whose reel this has.
    void restart(const Spot& place) {
        areUnitsKnown_ = true;
        Frame frame;
        frame.place = Place::List;
        frame.look = place.look;
        frames_.push_back(frame);
    }

private:
    void enter(const XmlTag& tag, Place around, Frame& frame) {
        switch (around) {
            case Place::File:
                return enterRoot(tag, frame);
            case Place::Reel:
                return enterReel(tag, frame);
            case Place::List:
                return enterList(tag, frame);
            case Place::Spot:
                return enterSpot(tag, frame);
            case Place::Text:
                return enterText(tag, frame);
            case Place::Ruby:
                if (tag.name == "Rb") frame.place = Place::RubyBase;
                if (tag.name == "Rt") frame.place = Place::RubyText;
                extraWords_.read(tag, frame.extras);
                return;
            case Place::Words:
            case Place::RubyBase:
            case Place::RubyText:
            case Place::Verbatim:
            case Place::Picture:
            case Place::Ignored:
                return;
        }
    }

    void enterRoot(const XmlTag& tag, Frame& frame) {
        for (const Dialect dialect : {Dialect::Dcdm, Dialect::Interop}) {
            if (tag.name != wordsOf(dialect).root) continue;
            reel_.dialect = dialect;
            reel_.isCinema = true;
            if (static_cast<Vocabulary>(tag.vocabulary) == Vocabulary::DcstBefore2014)
                reel_.anchor = Anchor::Edge;
            frame.place = Place::Reel;
            rootTag_ = tag.at;
        }
    }

    void enterReel(const XmlTag& tag, Frame& frame) {
        const auto keep = [&](std::string& words) {
            frame.place = Place::Words;
            frame.words = &words;
            words.clear();
        };
        if (tag.name == "ContentTitleText" || tag.name == "MovieTitle") return keep(reel_.title);
        if (tag.name == "Language") return keep(reel_.language);
        if (tag.name == "EditRate") return keep(reel_.editRate);
        if (tag.name == "TimeCodeRate") return keep(reel_.timeCodeRate);
        if (tag.name == "StartTime") return keep(reel_.startTime);
        if (tag.name == "ReelNumber") return keep(reel_.number);
        if (tag.name == "AnnotationText") return keep(reel_.annotation);
        if (tag.name == "DisplayType") return keep(reel_.displayType);
        if (tag.name == "SubtitleList") {
            frame.place = Place::List;
            return;
        }
        enterList(tag, frame);
    }

    void enterList(const XmlTag& tag, Frame& frame) {
        if (tag.name == "Font") return enterFont(tag, Place::List, frame);
        if (tag.name != "Subtitle") return;
        findUnits(tag.line);
        frame.place = Place::Spot;
        frame.isSpot = true;
        openSpot(tag, frame);
    }

    void enterSpot(const XmlTag& tag, Frame& frame) {
        if (tag.name == "Font") return enterFont(tag, Place::Spot, frame);
        const bool isPicture = tag.name == "Image";
        if (!isPicture && tag.name != "Text") return;
        std::vector<std::string_view> unknown;
        const Placement placement = placementOf(tag, unknown);
        remark(unknown, tag.line);
        frame.place = isPicture ? Place::Picture : Place::Text;
        if (isPicture) {
            spot_.picturePlaces.push_back(placement);
            return;
        }
        frame.isLine = true;
        extraWords_.read(tag, frame.extras);
        if (placement.isVerticalWriting) flaw(SpotFlaw::Kind::Vertical, tag.line, {});
        spot_.lines.push_back({tag.at, {tag.at.end, tag.at.end}, placement, spot_.runs.size(), 0});
    }

    void enterText(const XmlTag& tag, Frame& frame) {
        if (tag.name == "Font") return enterFont(tag, Place::Text, frame);
        if (tag.name == "Ruby") {
            frame.place = Place::Ruby;
            ++ruby_;
        }
        if (tag.name != "Space" && tag.name != "HGroup" && tag.name != "Rotate") return;
        frame.place = Place::Verbatim;
        frame.runBegin = spot_.text.size();
        if (tag.name == "Space") spot_.text += ' ';
    }

    void enterFont(const XmlTag& tag, Place place, Frame& frame) {
        std::vector<std::string_view> unknown;
        frame.place = place;
        frame.look = within(frame.look, tag, unknown);
        extraWords_.read(tag, frame.extras);
        remark(unknown, tag.line);
    }

    void openSpot(const XmlTag& tag, const Frame& frame) {
        spot_ = Spot();
        areExtrasNoted_ = {};
        ruby_ = 0;
        spot_.tag = tag.at;
        spot_.line = tag.line;
        spot_.look = frame.look;
        spot_.anchor = reel_.anchor;
        spot_.number = valueIn(tag, "SpotNumber").value_or("");
        spot_.in = timeIn(tag, "TimeIn", spot_.badIn);
        spot_.out = timeIn(tag, "TimeOut", spot_.badOut);
        spot_.fadeUp = fade(tag, "FadeUpTime");
        spot_.fadeDown = fade(tag, "FadeDownTime");
    }

    std::optional<Time> timeIn(const XmlTag& tag, std::string_view name, std::string& bad) {
        const auto value = valueIn(tag, name);
        const auto code = value ? timeCodeIn(*value) : std::nullopt;
        if (!code) {
            flaw(SpotFlaw::Kind::Time, tag.line, value.value_or("none"));
            bad = value ? spelt(name, *value) : "no " + std::string(name);
            return std::nullopt;
        }
        if (!code->isDecimal) spot_.unitDigits = code->unitDigits;
        if (!code->isDecimal && code->units >= reel_.units.inSecond)
            flaw(SpotFlaw::Kind::TimeBeyond, tag.line, *value);
        return timeOf(*code, reel_.units);
    }

    Time fade(const XmlTag& tag, std::string_view name) {
        const auto value = valueIn(tag, name);
        if (!value) return {};
        const auto time = fadeIn(*value, reel_.units);
        if (!time) {
            flaw(SpotFlaw::Kind::Time, tag.line, *value);
            spot_.badFades = spelt(name, *value);
        }
        return time.value_or(Time());
    }

    static std::string spelt(std::string_view name, std::string_view value) {
        return std::string(name).append("=\"").append(value).append("\"");
    }

    /// Before the first subtitle: what its times count.
    void findUnits(std::uint32_t line) {
        if (std::exchange(areUnitsKnown_, true)) return;
        if (reel_.dialect == Dialect::Interop) {
            reel_.units = {kTicks, kTicks};
            return;
        }
        const auto units = unitsOf(reel_.timeCodeRate, reel_.editRate);
        reel_.hasKnownRate = units.has_value();
        reel_.units = units.value_or(rate_);
        const bool isSaid =
            !trimmed(reel_.timeCodeRate).empty() || !trimmed(reel_.editRate).empty();
        if (!units && isSaid)
            flaw(SpotFlaw::Kind::Rate,
                 line,
                 reel_.timeCodeRate.empty() ? reel_.editRate : reel_.timeCodeRate);
    }

    /// The time code counts whole units; the edit rate may say that they go by more slowly.
    static std::optional<Units> unitsOf(std::string_view timeCodeRate, std::string_view editRate) {
        const auto top = wholeNumber(takeWord(editRate));
        const auto bottom = wholeNumber(takeWord(editRate));
        std::optional<FrameRate> edit;
        if (top && bottom && *top > 0 && *bottom > 0) {
            const auto rate = FrameRate::fromFraction(Fraction(*top, *bottom));
            if (rate) edit = *rate;
        }
        auto units = wholeNumber(trimmed(timeCodeRate));
        if (!units && edit) units = edit->nominal();
        if (!units || *units <= 0 || *units > kMostUnits) return std::nullopt;
        if (edit && edit->nominal() == *units) return Units{*units, edit->framesPerSecond()};
        return Units{*units, *units};
    }

    void addRun(RunKind kind, std::string_view text, ByteRange at) {
        if (spot_.lines.empty()) return;
        Run run{kind, spot_.text.size(), 0, at, frames_.back().look, ruby_};
        spot_.text += text;
        run.end = spot_.text.size();
        spot_.runs.push_back(run);
        ++spot_.lines.back().runCount;
        if (!trimmed(text).empty()) noteExtras(frames_.back());
    }

    /// A text that is in no element which shows it.
    void addStray(std::string_view text) {
        const std::string_view words = trimmed(text);
        if (words.empty()) return;
        const Place place = frames_.back().place;
        if (place == Place::Reel || place == Place::List) return append(reel_.strayText, words);
        const bool isInSpot = std::ranges::any_of(frames_, &Frame::isSpot);
        if (!isInSpot || place == Place::Picture) return;
        const auto known =
            std::ranges::find(spot_.unreadLooks, feature::kTextComment, &UnreadLook::feature);
        if (known == spot_.unreadLooks.end())
            spot_.unreadLooks.push_back({feature::kTextComment, std::string(words)});
        else
            append(known->words, words);
    }

    static void append(std::string& all, std::string_view words) {
        constexpr std::size_t kMostWords = 4096;
        if (all.size() >= kMostWords) return;
        if (!all.empty()) all += ' ';
        all += words;
    }

    /// Words are in `frame`.
    void noteExtras(const Frame& frame) {
        for (std::size_t i = 0; i < kExtraLooks; ++i)
            if (frame.extras[i] != 0 && !std::exchange(areExtrasNoted_[i], true))
                spot_.unreadLooks.push_back(
                    {extraLooks()[i].feature, extraWords_.word(frame.extras[i])});
    }

    static void closeWords(const Frame& frame) {
        *frame.words = std::string(trimmed(*frame.words));
    }

    void closeVerbatim(const Frame& frame, ByteRange at) {
        if (spot_.lines.empty()) return;
        spot_.runs.push_back({RunKind::Verbatim,
                              frame.runBegin,
                              spot_.text.size(),
                              {frame.begin, at.end},
                              frame.look,
                              0});
        ++spot_.lines.back().runCount;
        noteExtras(frame);
    }

    void closeLine(ByteRange at) {
        Line& line = spot_.lines.back();
        line.inner.end = std::max(at.begin, line.inner.begin);
    }

    void closeSpot(ByteRange at) {
        spot_.inner = {spot_.tag.end, std::max(at.begin, spot_.tag.end)};
        spot_.end = std::max(at.end, spot_.tag.end);
        visitor_.spot(spot_, reel_);
    }

    void remark(const std::vector<std::string_view>& unknown, std::uint32_t line) {
        for (const std::string_view value : unknown)
            flaw(SpotFlaw::Kind::Value, line, value);
    }

    void flaw(SpotFlaw::Kind kind, std::uint32_t line, std::string_view detail) {
        visitor_.flaw({kind, line, detail});
    }

    SpotVisitor& visitor_;
    Reel& reel_;
    Units rate_;
    std::vector<Frame> frames_;
    Spot spot_;
    ByteRange rootTag_;
    ExtraLookWords extraWords_;
    std::array<bool, kExtraLooks> areExtrasNoted_{};  ///< In this subtitle.
    std::uint32_t ruby_ = 0;
    bool areUnitsKnown_ = false;

public:
    ByteRange rootTag() const { return rootTag_; }
};

/// Keeps the one subtitle of a fragment, which stands in an element of its own.
class SpotKeeper final : public SpotVisitor {
public:
    void spot(const Spot& spot, const Reel&) override {
        ++count;
        kept = spot;
    }
    Spot kept;
    std::size_t count = 0;
};

/// "dcst:" of "<dcst:SubtitleReel".
std::string prefixIn(std::string_view tag) {
    const std::string_view name = tag.substr(0, tag.find_first_of(" \t\r\n/>"));
    const std::size_t colon = name.find(':');
    return colon == name.npos || colon == 0 ? std::string() : std::string(name.substr(1, colon));
}

}  // namespace

std::vector<XmlFlaw> readSpots(std::string_view text,
                               SpotVisitor& visitor,
                               Reel& reel,
                               const Units& rate) {
    Walk walk(visitor, reel, rate);
    std::vector<XmlFlaw> flaws = visitXml(text, walk, kVocabularies);
    walk.finish(text.size());
    reel.prefix = prefixIn(walk.rootTag().of(text));
    return flaws;
}

bool readSpot(std::string_view fragment, const Spot& place, const Reel& reel, Spot& result) {
    // Prefixes without a declaration are read as what they are usually bound to; this one as it is
    // in the file.
    const std::string_view prefix = reel.prefix;
    std::string begin = "<all";
    if (!prefix.empty())
        begin.append(" xmlns:")
            .append(prefix.substr(0, prefix.size() - 1))
            .append("=\"")
            .append(kNewestNamespace)
            .append("\"");
    begin += ">";
    const std::string text = begin + std::string(fragment) + "</all>";
    Reel known = reel;
    SpotKeeper keeper;
    Walk walk(keeper, known, reel.units);
    walk.restart(place);
    FragmentVisitor visitor(walk, begin.size());
    const std::vector<XmlFlaw> flaws = visitXml(text, visitor, kVocabularies);
    const bool isRead = std::ranges::all_of(
        flaws, [](const XmlFlaw& flaw) { return flaw.kind == XmlFlaw::Kind::Namespace; });
    if (!isRead || keeper.count != 1) return false;
    result = std::move(keeper.kept);
    return true;
}

}  // namespace subs::cinema
