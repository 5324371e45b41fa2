// SPDX-License-Identifier: MIT
#include "job/text_parts.h"

#include <subs/base/utf8.h>
#include <subs/text/newline.h>

#include "base/scan.h"
#include "text/charset_detect.h"

#include <algorithm>
#include <span>
#include <system_error>
#include <utility>

namespace subs {
namespace {

/// Enough to recognise a format by, and an encoding.
constexpr std::size_t kHeadSize = std::size_t{1} << 16U;
/// A file without a place to cut at in so many bytes is no subtitle file.
constexpr std::size_t kLongest = std::size_t{1} << 26U;

}  // namespace

TextParts::TextParts(FileSource source, std::size_t partSize)
    : source_(std::move(source)), partSize_(partSize) {
    const std::uint64_t size = std::max(partSize, kHeadSize);
    buffer_.resize(static_cast<std::size_t>(std::min(source_.size() + 1, size)));
}

std::optional<TextParts> TextParts::open(const std::filesystem::path& path, std::size_t partSize) {
    // What comes out of a pipe comes once, and may be wanted whole.
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(path, ignored)) return std::nullopt;
    auto source = FileSource::open(path);
    if (!source) return std::nullopt;
    TextParts parts(*std::move(source), partSize);
    if (!parts.fill()) return std::nullopt;
    if (parts.waiting().starts_with(kUtf8Bom)) {
        parts.bom_ = Bom::Yes;
        parts.begin_ = kUtf8Bom.size();
    }
    if (isDoubleEncoded(parts.waiting())) return std::nullopt;
    return parts;
}

/// Reads on, behind what is waiting.
bool TextParts::fill() {
    std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(begin_),
              buffer_.begin() + static_cast<std::ptrdiff_t>(end_),
              buffer_.begin());
    end_ -= std::exchange(begin_, 0);
    if (end_ == buffer_.size()) buffer_.resize(buffer_.size() * 2);
    const auto got = source_.read(std::span(buffer_).subspan(end_));
    if (!got) return false;
    end_ += *got;
    isAtEnd_ = end_ < buffer_.size();
    return true;
}

std::optional<TextPart> TextParts::next(const PartReader& reader) {
    for (std::size_t most = partSize_; most <= kLongest; most *= 2) {
        while (waiting().size() < most && !isAtEnd_) {
            if (!fill()) return std::nullopt;
        }
        const std::string_view text = waiting().substr(0, most);
        const bool isLast = isAtEnd_ && text.size() == waiting().size();
        const std::size_t size = isLast ? text.size() : reader.partSize(text);
        if (size == 0 && !isLast) continue;
        begin_ += size;
        if (!isPlain(text.substr(0, size))) return std::nullopt;
        return TextPart{
            text.substr(0, size), isLast ? PartPlace::Last : PartPlace::Middle, waiting()};
    }
    return std::nullopt;
}

bool TextParts::isPlain(std::string_view text) {
    if (!isValidUtf8(text)) return false;
    const bool isOdd = findAny<'\0', '\r'>(text) < text.size();
    if (isOdd && (text.find('\0') != std::string_view::npos || hasMixedNewlines(text)))
        return false;
    if (findAny<'\n', '\r'>(text) == text.size()) return true;
    const Newline newline = isOdd ? dominantNewline(text) : Newline::Lf;
    if (newline != newline_.value_or(newline)) return false;
    newline_ = newline;
    return true;
}

}  // namespace subs
