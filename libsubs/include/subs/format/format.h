// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/base/result.h>
#include <subs/format/loss_report.h>
#include <subs/format/parts.h>
#include <subs/model/document.h>
#include <subs/model/time_move.h>
#include <subs/time/frame_rule.h>
#include <subs/time/frame_timeline.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

/// How well a format holds a feature.
enum class Grade : std::uint8_t { None, Approximate, Full };

struct Capability {
    std::string_view feature;  ///< A name of format/features.h.
    Grade grade = Grade::None;
};

/// What a format's times count.
enum class TimeBase : std::uint8_t { Clock, Frames };

/// What the bytes of a format's files are.
enum class FileBytes : std::uint8_t {
    Text,
    Binary,   ///< No text: reading and writing is given the bytes of the file as they are.
    Archive,  ///< Texts stand for the files: see `Format::unpacked`.
};

struct FormatInfo {
    std::string_view id;    ///< "srt"
    std::string_view name;  ///< "SubRip"
    std::vector<std::string_view>
        extensions;  ///< Lower case without dot; the first is the one written.
    Time unit;       ///< The smallest step of its times; zero where they are frames.
    TimeBase timeBase = TimeBase::Clock;
    FileBytes bytes = FileBytes::Text;
    std::vector<Capability> capabilities;
};

/// How likely a text is in a format.
struct Probe {
    int score = 0;       ///< 0 no, 100 certain.
    std::string reason;  ///< For a person: "lines of times joined by -->".
    /// What weighs where a text has signs of two formats.
    std::size_t begin = 0;  ///< The byte where the first sign stands.
    std::size_t cues = 0;   ///< Lines that bear a cue's times, of the first `kProbedCues` bytes.
};

/// As far as lines with the times of cues are counted to recognise a format.
inline constexpr std::size_t kProbedCues = std::size_t{64} * 1024;

struct ReadOptions {
    std::string language;  ///< For `Document::language`.
    /// The frames that a format which counts frames means, over what its file says; borrowed.
    const FrameTimeline* timeline = nullptr;
};

/// What was read, and remarks about what was imperfect in it.
struct Parsed {
    Document document;
    Diagnostics diagnostics;
    /// What the file says and the document does not, so that another format does not get it: text
    /// behind damage, the other one of two languages.
    LossReport unread = {};
};

/// The text that stands for a file whose bytes are none, and remarks on how it was got.
struct Unpacked {
    std::string text;  ///< UTF-8.
    Diagnostics diagnostics;
};

enum class NewlineChoice : std::uint8_t { Keep, Lf, CrLf };
enum class BomChoice : std::uint8_t {
    Keep,  ///< As the file where format and encoding stay the same; else for UTF-16 and -32 alone.
    Yes,
    No,
};

struct WriteOptions {
    /// Empty: as the document was read where the format stays the same, else UTF-8.
    std::string encoding = {};
    NewlineChoice newline = NewlineChoice::Keep;
    BomChoice bom = BomChoice::Keep;
    Rounding rounding = Rounding::Nearest;
    /// Needed by the frame roundings, and by formats that count frames; borrowed.
    const FrameTimeline* timeline = nullptr;
    /// What a new file says of when it was made, where its format asks for it: seconds since the
    /// beginning of 1970. The core has no clock.
    std::int64_t issued = 0;
    /// For new files that hold a text in two languages (XLIFF, TMX, tables): that of the second
    /// one. Lines of a cue that are in it are its target. Empty: there is one language.
    std::string targetLanguage = {};
    /// How the times of the film went since the document was read, for times in its file that no
    /// document has: ends of parts of a text, animations. Edges and inner times of the cues are
    /// where they went already. Nothing where each cue was edited on its own.
    std::optional<MovedTimes> moved = {};
};

/// One subtitle format: how it is recognised, read and written. Formats are stateless; the registry
/// (format/registry.h) holds one of each. Everything here works on UTF-8 text, bytes are the
/// registry's; but for `FileBytes::Binary`, whose files are handed through.
class Format {
public:
    Format() = default;
    Format(const Format&) = delete;
    Format& operator=(const Format&) = delete;
    virtual ~Format() = default;

    virtual const FormatInfo& info() const = 0;
    /// Looks at the content; the name's ending is judged by the registry.
    virtual Probe probe(std::string_view text) const = 0;
    /// Reads `origin.text`; the document keeps `origin` with its pieces filled in. Never fails:
    /// damage becomes diagnostics, and what is not understood becomes a raw piece.
    virtual Parsed read(Origin origin, const ReadOptions& options) const = 0;
    /// What writing `document` in this format would lose or change.
    LossReport plan(const Document& document, const WriteOptions& options) const;
    /// The file's text in UTF-8 with its line ends. A document read from this format has its
    /// unedited pieces copied. Errors: "time.no-unit-between-frames" naming the cue, a missing
    /// timeline.
    Result<std::string> write(const Document& document, const WriteOptions& options) const;
    /// The text of `cue` as this format writes it, lines joined by '\n'; from the file itself where
    /// it has it.
    virtual std::string markupOf(const Document& document, const Cue& cue) const = 0;

    /// What each cue of `document` has besides its text and times, in the format's own terms, as a
    /// JSON object; empty where it has no terms of its own.
    virtual std::vector<std::string> settingsJson(const Document& document) const;

    // Files whose bytes are no text. Those of an archive (a workbook) have texts that stand for
    // them: all else here works on these, with `Origin::bytes` the file itself. Where `FileBytes`
    // is `Binary` all else here works on the bytes as they are.

    /// How likely `bytes` are such a file.
    virtual Probe probeBytes(std::string_view bytes) const;
    /// The text that stands for `bytes`. Errors say what is wrong with the file, or that too much
    /// is in it. Of a format of text: "format.no-archive".
    virtual Result<Unpacked> unpacked(std::string_view bytes) const;
    /// The file for `text`, which `write` made of `document`; where it was read from a file of this
    /// format, that file with what is another in it. Of a format of text: `text`.
    virtual Result<std::string> packed(const Document& document, std::string text) const;

    /// A reader for a file in parts that begins with `head`, 64 KiB or all of it, and holds no view
    /// of it; null where the format is read whole only, or `head` does not tell what holds for all
    /// parts.
    virtual std::unique_ptr<PartReader> partReader(std::string_view head,
                                                   const ReadOptions& options) const;
    /// A writer for a new file in parts, by `options` without a frame rounding; null where the
    /// format is written whole only.
    virtual std::unique_ptr<PartWriter> partWriter(const WriteOptions& options) const;

private:
    /// `plan` and `write` of a document without what is taken out beforehand, as the capabilities
    /// say (libsubs/src/format/lowering.h).
    virtual LossReport planLowered(const Document& document, const WriteOptions& options) const = 0;
    virtual Result<std::string> writeLowered(const Document& document,
                                             const WriteOptions& options) const = 0;
};

}  // namespace subs
