// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/file.h>
#include <subs/format/parts.h>
#include <subs/model/origin.h>

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace subs {

/// What a processor's second cache holds together with the cues that are made of it.
inline constexpr std::size_t kUsualPartSize = std::size_t{1} << 17U;

/// The next stretch of a file. Valid until the one after it.
struct TextPart {
    std::string_view text;
    PartPlace place = PartPlace::Last;
    std::string_view behind = {};  ///< What follows, as far as it was read.
};

/// Gives the text of a plain file a part at a time: valid UTF-8, line ends of one kind, no NUL.
class TextParts {
public:
    /// Nothing where the file cannot be opened and read, or is none (a pipe).
    static std::optional<TextParts> open(const std::filesystem::path& path, std::size_t partSize);

    /// What the text begins with: enough to recognise its format by. Before the first part.
    std::string_view head() const { return waiting(); }
    Bom bom() const { return bom_; }
    std::uint64_t fileSize() const { return source_.size(); }
    /// See `FileSource`.
    Result<void> checkUnchanged() const { return source_.checkUnchanged(); }
    /// The next part, cut where `reader` says. Nothing where the file turns out not to be plain, or
    /// cannot be read.
    std::optional<TextPart> next(const PartReader& reader);
    /// The line ends of the parts so far.
    Newline newline() const { return newline_.value_or(Newline::Lf); }

private:
    TextParts(FileSource source, std::size_t partSize);
    std::string_view waiting() const {
        return std::string_view(buffer_).substr(begin_, end_ - begin_);
    }
    bool fill();
    bool isPlain(std::string_view text);

    FileSource source_;
    std::size_t partSize_;
    std::string buffer_;
    std::size_t begin_ = 0;  ///< What was given out ends here.
    std::size_t end_ = 0;    ///< What was read ends here.
    bool isAtEnd_ = false;   ///< Of the file.
    Bom bom_ = Bom::No;
    std::optional<Newline> newline_;
};

}  // namespace subs
