// SPDX-License-Identifier: MIT
#include "job/tracks/timed_text_sample.h"

#include <subs/text/newline.h>

#include "text/utf16.h"

#include <algorithm>
#include <cstddef>

namespace subs::tracks {
namespace {

constexpr std::size_t kRecordSize = 12;

/// Numbers, the most significant byte first. Reading beyond the end gives 0 and says so.
class BigEndian {
public:
    explicit BigEndian(std::string_view bytes) : rest_(bytes) {}

    std::uint32_t number(std::size_t size) {
        std::uint32_t value = 0;
        for (const char byte : take(size))
            value = value << 8U | static_cast<std::uint8_t>(byte);
        return value;
    }
    std::string_view take(std::size_t size) {
        if (size > rest_.size()) isShort_ = true;
        const std::string_view bytes = rest_.substr(0, size);
        rest_.remove_prefix(bytes.size());
        return bytes;
    }
    std::size_t left() const { return rest_.size(); }
    bool isShort() const { return isShort_; }

private:
    std::string_view rest_;
    bool isShort_ = false;
};

/// Appends the `size` low bytes of `value`, the most significant one first.
void appendNumber(std::string& out, std::uint32_t value, std::size_t size) {
    for (std::size_t i = size; i-- > 0;)
        out += static_cast<char>(value >> (8 * i) & 0xFFU);
}

void appendRecord(std::string& out, const StyleRecord& record) {
    appendNumber(out, record.begin, 2);
    appendNumber(out, record.end, 2);
    appendNumber(out, record.font, 2);
    appendNumber(out, record.face, 1);
    appendNumber(out, record.size, 1);
    appendNumber(out, record.color, 4);
}

StyleRecord recordIn(BigEndian& bytes) {
    StyleRecord record;
    record.begin = bytes.number(2);
    record.end = bytes.number(2);
    record.font = static_cast<std::uint16_t>(bytes.number(2));
    record.face = static_cast<std::uint8_t>(bytes.number(1));
    record.size = static_cast<std::uint8_t>(bytes.number(1));
    record.color = bytes.number(4);
    return record;
}

/// UTF-8, or UTF-16 behind a byte order mark (5.1).
std::string decoded(std::string_view bytes) {
    std::string text;
    if (bytes.starts_with("\xFE\xFF"))
        text = utf8Of(unitsOf(bytes.substr(2), ByteOrder::Big));
    else if (bytes.starts_with("\xFF\xFE"))
        text = utf8Of(unitsOf(bytes.substr(2), ByteOrder::Little));
    else
        text = bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
    return text;
}

void takeBox(std::string_view name, std::string_view content, TimedTextSample& sample) {
    if (name != "styl") {
        sample.otherBoxes.emplace_back(name);
        return;
    }
    BigEndian bytes(content);
    const std::uint32_t count = bytes.number(2);
    for (std::uint32_t i = 0; i < count && bytes.left() >= kRecordSize; ++i)
        sample.styles.push_back(recordIn(bytes));
    if (sample.styles.size() < count) sample.isDamaged = true;
}

}  // namespace

TimedTextDefaults timedTextDefaults(std::string_view description) {
    TimedTextDefaults defaults;
    BigEndian bytes(description);
    bytes.take(4);  // flags
    const auto across = static_cast<std::int8_t>(bytes.number(1));
    const auto down = static_cast<std::int8_t>(bytes.number(1));
    bytes.take(4 + 8);  // background, box
    const StyleRecord style = recordIn(bytes);
    if (bytes.isShort()) return defaults;
    return {across, down, style, true};
}

std::string timedTextDescription(const StyleRecord& style,
                                 std::int32_t width,
                                 std::int32_t height) {
    constexpr std::string_view kFont = "Arial";
    const auto side = [](std::int32_t length) {
        return static_cast<std::uint32_t>(std::clamp(length, 0, 0x7FFF));
    };
    std::string out;
    appendNumber(out, 0, 4);  // flags
    out += "\x01\xFF";        // across: centred; down: at the bottom
    appendNumber(out, 0, 4);  // no background
    appendNumber(out, 0, 2);  // box: top, left, bottom, right
    appendNumber(out, 0, 2);
    appendNumber(out, side(height), 2);
    appendNumber(out, side(width), 2);
    appendRecord(out, style);
    appendNumber(out, static_cast<std::uint32_t>(8 + 2 + 2 + 1 + kFont.size()), 4);
    out += "ftab";
    appendNumber(out, 1, 2);
    appendNumber(out, style.font, 2);
    appendNumber(out, static_cast<std::uint32_t>(kFont.size()), 1);
    return out.append(kFont);
}

std::string sampleBytes(const TimedTextSample& sample) {
    std::string out;
    appendNumber(out, static_cast<std::uint32_t>(sample.text.size()), 2);
    out += sample.text;
    if (sample.styles.empty()) return out;
    const auto count = static_cast<std::uint32_t>(sample.styles.size());
    appendNumber(out, static_cast<std::uint32_t>(8 + 2 + count * kRecordSize), 4);
    out += "styl";
    appendNumber(out, count, 2);
    for (const StyleRecord& style : sample.styles)
        appendRecord(out, style);
    return out;
}

TimedTextSample timedTextSample(std::string_view content) {
    TimedTextSample sample;
    BigEndian bytes(content);
    const std::uint32_t length = bytes.number(2);
    sample.text = decoded(bytes.take(length));
    while (bytes.left() > 0 && !bytes.isShort()) {
        const std::uint32_t size = bytes.number(4);
        const std::string_view name = bytes.take(4);
        if (bytes.isShort() || size < 8) {
            sample.isDamaged = true;
            break;
        }
        takeBox(name, bytes.take(size - 8), sample);
    }
    sample.isDamaged = sample.isDamaged || bytes.isShort();
    return sample;
}

}  // namespace subs::tracks
