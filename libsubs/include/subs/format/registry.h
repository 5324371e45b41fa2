// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>
#include <subs/text/script.h>

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>

namespace subs {

/// All formats, in the order in which they are listed to a person. Adding one is a folder and a
/// line here.
std::span<const Format* const> formats();

/// By id ("srt") or extension ("SRT", ".srt"); null where there is none.
const Format* formatNamed(std::string_view name);

/// True of a name that ends as files of `format` do (".XML").
bool hasEnding(const Format& format, const std::filesystem::path& name);

/// The warning "format.other-ending" for a file in `format` whose `name` ends as those of other
/// formats do; nothing where the ending fits, or is that of none.
std::optional<Diagnostic> remarkOnEnding(const Format& format, const std::filesystem::path& name);

/// Error "format.unknown" for `name`, which is that of no format: names the nearest, or all.
tl::unexpected<Error> noFormatNamed(std::string_view name);

/// Which format bytes are in, and why.
struct Recognised {
    const Format* format = nullptr;
    Probe probe;
};

/// By content first, by the name's ending where the content does not decide. The error
/// "format.unknown" says what was looked at; "format.empty" is for a blank file that its name does
/// not tell about either, "format.binary" for what is no text.
Result<Recognised> recognised(std::string_view text, const std::filesystem::path& name);

/// The format of a file that is no text, by its bytes; nothing where it is a text, or none that is
/// known.
std::optional<Recognised> recognisedBytes(std::string_view bytes,
                                          const std::filesystem::path& name);

/// Which format a file is in that begins with `head`, 64 KiB or all of it; nothing where that takes
/// more of it, or its name. Agrees with `recognised`.
std::optional<Recognised> recognisedByBeginning(std::string_view head);

/// The language that the first cues of `document` are written in, by their script; see
/// text/script.h. Empty where their lines are in two: more than a few, a quarter or more of them
/// each.
std::string likelyLanguage(const Document& document);

/// The same of a document that comes in parts.
class LanguageSample {
public:
    /// As far as `part`, the next one, and those before it tell.
    const std::string& with(const Document& part);

private:
    LineCensus census_;
    std::size_t cues_ = 0;
    std::string language_;
};

struct DocumentOptions {
    std::optional<std::string> encoding;  ///< Else detected.
    std::string format;                   ///< Id; empty: recognised.
    std::string language;                 ///< Empty: guessed from the script.
    std::stop_token stop = {};            ///< Ends the waiting for a pipe; see `ReadFileOptions`.
    /// See `ReadOptions`; borrowed.
    const FrameTimeline* timeline = nullptr;
};

/// A document as it was read: with what it was found to be, and remarks.
struct ReadDocument {
    Document document;
    const Format* format = nullptr;
    Probe probe;
    Diagnostics diagnostics;
    LossReport unread = {};  ///< See `Parsed`.
};

/// Decodes, recognises and reads. `name` is used for its ending only. A blank file gives a document
/// without cues, and the warning "format.empty".
Result<ReadDocument> readDocument(std::string bytes,
                                  const std::filesystem::path& name,
                                  const DocumentOptions& options = {});

/// The file `path`, read as above. The error names it.
Result<ReadDocument> openDocument(const std::filesystem::path& path,
                                  const DocumentOptions& options = {});

/// The bytes of a file and what is lost in them.
struct WrittenDocument {
    std::string bytes;
    LossReport losses;
};

/// Plans, writes and encodes. Text that the format or encoding cannot hold is an error, never
/// dropped. So is a document that leaves nothing to write ("format.nothing-to-write"): a converter
/// that writes empty files hides that it read nothing. Only a file whose cues were all deleted is
/// saved empty in its own format.
Result<WrittenDocument> writtenDocument(const Document& document,
                                        const Format& format,
                                        const WriteOptions& options = {});

}  // namespace subs
