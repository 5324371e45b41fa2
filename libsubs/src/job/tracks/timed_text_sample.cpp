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
