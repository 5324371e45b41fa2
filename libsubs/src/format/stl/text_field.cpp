// SPDX-License-Identifier: MIT
#include "format/stl/text_field.h"

#include "format/span_switch.h"
#include "format/stl/bytes.h"
#include "format/stl/tti.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace subs::stl {
namespace {

constexpr unsigned char kFirstCharacter = 0x20;

constexpr std::array<std::string_view, 8> kColors{
    "#000000", "#FF0000", "#00FF00", "#FFFF00", "#0000FF", "#FF00FF", "#00FFFF", "#FFFFFF"};

bool isCharacter(unsigned char byte) {
    return (byte >= kFirstCharacter && byte < 0x80) || byte >= 0xA0;
}

std::uint32_t sizeOf(const std::string& text) {
    return static_cast<std::uint32_t>(text.size());
}

class FieldReader {
public:
    FieldReader(std::string_view field, const FieldContext& context)
        : field_(field.substr(0, field.find(kUnused))), context_(context) {}

    FieldText take() {
        result_.isDoubleHeight = field_.find(static_cast<char>(code::kDoubleHeight)) != field_.npos;
        while (at_ < field_.size())
            takeRow();
        for (SpanSwitch* each : {&italic_, &underline_, &color_})
            each->close(result_.text);
        std::ranges::stable_sort(result_.text.spans, {}, &Span::begin);
        return std::move(result_);
    }

private:
    bool isTeletext() const { return context_.display == Display::Teletext; }

    void takeRow() {
        rowEnd_ = std::min(field_.find(static_cast<char>(code::kNewRow), at_), field_.size());
        const std::string_view row = field_.substr(at_, rowEnd_ - at_);
        const bool hasBox =
            isTeletext() && row.find(static_cast<char>(code::kBoxBegin)) != row.npos;
        isSeen_ = !hasBox;
        hasShown_ = false;
        column_ = 0;
        if (isTeletext()) {
            color_.set(std::nullopt, result_.text);
            background_ = 0;
            foreground_ = kWhite;
        }
        while (at_ < rowEnd_)
            takeByte(hasBox);
        endHidden();
        gaps_.clear();
        if (rowEnd_ < field_.size()) breaks_.push_back(rowEnd_);
        at_ = rowEnd_ + 1;
    }

    void takeByte(bool hasBox) {
        const unsigned char byte = byteAt(field_, at_);
        if (byte < kFirstCharacter || isCharacter(byte)) ++column_;
        if (isCharacter(byte)) return takeCharacter();
        if (byte < kFirstCharacter) {
            gaps_.push_back({at_, GapKind::Code});
            takeTeletext(byte, hasBox);
        } else {
            takeAttribute(byte);
        }
        ++at_;
    }

    void takeAttribute(unsigned char byte) {
        switch (byte) {
            case code::kItalicOn:
                return italic_.set("", result_.text);
            case code::kItalicOff:
                return italic_.set(std::nullopt, result_.text);
            case code::kUnderlineOn:
                return underline_.set("", result_.text);
            case code::kUnderlineOff:
                return underline_.set(std::nullopt, result_.text);
            case code::kBoxingOn:
            case code::kBoxingOff:
                return addPoint(SpanKind::Opaque, opaqueCode(byte));
            default:
                result_.unknown.push_back({std::string(field_.substr(at_, 1)), {}});
        }
    }

    void takeTeletext(unsigned char byte, bool hasBox) {
        if (byte <= code::kColorEnd) {
            foreground_ = byte;
            const bool isUsual = byte == kWhite;
            return color_.set(
                isUsual ? std::nullopt : std::optional(std::string(teletextColor(byte))),
                result_.text);
        }
        constexpr unsigned char kSteady = 0x09;
        constexpr unsigned char kNormalHeight = 0x0C;
        switch (byte) {
            case code::kBoxBegin:
                endHidden();
                isSeen_ = true;
                return;
            case code::kBoxEnd:
                isSeen_ = !hasBox;
                return;
            case code::kDoubleHeight:
            case kNormalHeight:
            case kSteady:
                return;
            case code::kBlackBackground:
                return setBackground(byte, 0);
            case code::kNewBackground:
                return setBackground(byte, foreground_);
            default:
                addPoint(SpanKind::Opaque, opaqueCode(byte));
        }
    }

    void setBackground(unsigned char byte, unsigned char color) {
        if (std::exchange(background_, color) != color)
            addPoint(SpanKind::Opaque, opaqueCode(byte));
    }

    void addPoint(SpanKind kind, std::string value) {
        const std::uint32_t place = sizeOf(result_.text.plain);
        result_.text.spans.push_back({kind, place, place, std::move(value)});
    }

    void takeCharacter() {
        const std::size_t begin = at_;
        std::string letter;
        if (!context_.table->take(field_, at_, letter))
            result_.unknown.push_back({std::string(field_.substr(begin, at_ - begin)), letter});
        if (!isSeen_) {
            hidden_ += letter;
            return;
        }
        if (letter == " ") {
            gaps_.push_back({begin, GapKind::Space});
            return;
        }
        show(letter, begin);
    }

    void show(const std::string& letter, std::size_t begin) {
        CueText& text = result_.text;
        putBreaks();
        putGaps();
        for (SpanSwitch* each : {&italic_, &underline_, &color_})
            each->open(text);
        append(letter, begin, at_);
        hasShown_ = true;
        const bool isFirst = result_.firstColumn == 0;
        result_.firstColumn = isFirst ? column_ : std::min(result_.firstColumn, column_);
        result_.lastColumn = std::max(result_.lastColumn, column_);
    }

    void append(std::string_view letters, std::size_t begin, std::size_t end) {
        std::string& plain = result_.text.plain;
        result_.shown.push_back({plain.size(), plain.size() + letters.size(), begin, end});
        plain += letters;
    }

    /// Between lines of double height there are two codes.
    void putBreaks() {
        if (breaks_.empty()) return;
        const std::size_t count = breaks_.size();
        if (result_.text.plain.empty()) {
            result_.firstRow = static_cast<int>(count);
        } else {
            const std::size_t pitch = result_.isDoubleHeight ? 2 : 1;
            const std::size_t lines = std::max<std::size_t>(count / pitch, 1);
            for (std::size_t i = 0; i + 1 < lines; ++i)
                append("\n", breaks_[i], breaks_[i] + 1);
            append("\n", breaks_[lines - 1], breaks_.back() + 1);
            result_.rows += static_cast<int>(count);
        }
        breaks_.clear();
    }

    enum class GapKind : std::uint8_t { Space, Code };

    struct Gap {
        std::size_t at;
        GapKind kind;
    };

    /// Spaces as they are typed; codes alone are one.
    void putGaps() {
        if (hasShown_ && !gaps_.empty()) {
            const bool hasSpaces = std::ranges::any_of(
                gaps_, [](const Gap& gap) { return gap.kind == GapKind::Space; });
            if (!hasSpaces) append(" ", gaps_.front().at, gaps_.back().at + 1);
            for (const Gap& gap : gaps_)
                if (hasSpaces && gap.kind == GapKind::Space) append(" ", gap.at, gap.at + 1);
        }
        gaps_.clear();
    }

    /// Letters outside of a box are never seen.
    void endHidden() {
        const bool isBlank = hidden_.find_first_not_of(' ') == std::string::npos;
        if (!isBlank) addPoint(SpanKind::Comment, hidden_);
        hidden_.clear();
    }

    std::string_view field_;
    const FieldContext& context_;
    std::size_t at_ = 0;
    std::size_t rowEnd_ = 0;
    bool isSeen_ = true;
    bool hasShown_ = false;  ///< There is text in the row.
    int column_ = 0;         ///< Of the byte at hand, from 1.
    unsigned char foreground_ = kWhite;
    unsigned char background_ = 0;
    std::string hidden_;
    std::vector<Gap> gaps_;            ///< Since the last letter of the row.
    std::vector<std::size_t> breaks_;  ///< Since the last letter.
    SpanSwitch italic_{SpanKind::Italic};
    SpanSwitch underline_{SpanKind::Underline};
    SpanSwitch color_{SpanKind::Color};
    FieldText result_;
};

}  // namespace

FieldText decodedField(std::string_view field, const FieldContext& context) {
    return FieldReader(field, context).take();
}

std::string readableField(std::string_view field, const FieldContext& context) {
    std::string text;
    for (std::size_t at = 0; at < field.size();) {
        const unsigned char byte = byteAt(field, at);
        if (isCharacter(byte)) {
            context.table->take(field, at, text);
            continue;
        }
        text += byte == code::kNewRow ? std::string("\n") : opaqueCode(byte);
        ++at;
    }
    return text;
}

std::string opaqueCode(unsigned char code) {
    return fmt::format("<{:02X}>", code);
}

unsigned char codeIn(std::string_view value) {
    unsigned code = 0;
    constexpr std::size_t kSize = 4;
    constexpr int kHexadecimal = 16;
    if (value.size() != kSize || value.front() != '<' || value.back() != '>') return 0;
    const auto [end, error] =
        std::from_chars(value.data() + 1, value.data() + kSize - 1, code, kHexadecimal);
    const bool isCode = error == std::errc() && end == value.data() + kSize - 1 &&
                        code < kFirstCharacter && code > code::kColorEnd;
    const bool isBoxing = code == code::kBoxingOn || code == code::kBoxingOff;
    return isCode || isBoxing ? static_cast<unsigned char>(code) : '\0';
}

std::string_view teletextColor(unsigned char code) {
    return kColors.at(code);
}

}  // namespace subs::stl
