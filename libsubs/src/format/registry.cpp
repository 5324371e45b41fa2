// SPDX-License-Identifier: MIT
#include <subs/base/file.h>
#include <subs/base/nearest_name.h>
#include <subs/format/registry.h>
#include <subs/text/newline.h>

#include "format/ass/ass_format.h"
#include "format/cinema/cinema_format.h"
#include "format/csv/csv_format.h"
#include "format/json/json_format.h"
#include "format/lack.h"
#include "format/lrc/lrc_format.h"
#include "format/microdvd/microdvd_format.h"
#include "format/mpl2/mpl2_format.h"
#include "format/sbv/sbv_format.h"
#include "format/scc/scc_format.h"
#include "format/srt/srt_format.h"
#include "format/stl/stl_format.h"
#include "format/subviewer/subviewer_format.h"
#include "format/tmplayer/tmplayer_format.h"
#include "format/translation/translation_format.h"
#include "format/ttml/ttml_format.h"
#include "format/vtt/vtt_format.h"
#include "format/xlsx/xlsx_format.h"
#include "text/charset_detect.h"
#include "text/letter_kinds.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace subs {
namespace {

/// So many cues tell the language of a file.
constexpr std::size_t kCuesForLanguage = 200;

/// Names and songs stand in a text of any language; so many lines are another one.
bool areTwoLanguages(const LineCensus& census) {
    constexpr std::size_t kFew = 8;
    constexpr std::size_t kShare = 4;
    const std::size_t all = census.latinLines() + census.otherLines();
    return all >= kFew && std::min(census.latinLines(), census.otherLines()) * kShare >= all;
}

/// The format of a file whose bytes are no text; nothing where they are to be decoded.
std::optional<Recognised> formatOfBytes(std::string_view bytes,
                                        const std::filesystem::path& name,
                                        const std::string& asked) {
    if (asked.empty()) return recognisedBytes(bytes, name);
    const Format* format = formatNamed(asked);
    if (format == nullptr || format->info().bytes == FileBytes::Text || isBlank(bytes))
        return std::nullopt;
    return Recognised{format, {format->probeBytes(bytes).score, "asked for"}};
}

/// The text that stands for `bytes`, as if it had been decoded.
Result<DecodedText> unpackedText(const Format& format, std::string bytes) {
    if (format.info().bytes == FileBytes::Binary) return DecodedText{std::move(bytes), {}, {}, {}};
    auto unpacked = format.unpacked(bytes);
    if (!unpacked) return tl::unexpected(unpacked.error());
    Encoding encoding;
    encoding.reason = "the format has no other";
    return DecodedText{std::move(unpacked->text),
                       std::move(encoding),
                       std::move(bytes),
                       std::move(unpacked->diagnostics)};
}

Result<Recognised> formatFor(std::string_view text,
                             const std::filesystem::path& name,
                             const std::string& asked) {
    if (asked.empty()) return recognised(text, name);
    const Format* format = formatNamed(asked);
    if (format == nullptr) return noFormatNamed(asked);
    Probe probe = format->probe(text);
    probe.reason = "asked for";
    return Recognised{format, std::move(probe)};
}

/// What `bytes`, which no format of no text takes, lack to be of that which their name or their
/// beginning suggests; nothing where none is suggested.
std::optional<std::string> lackOf(std::string_view bytes,
                                  const std::filesystem::path& name,
                                  const std::string& asked) {
    if (!asked.empty() || isBlank(bytes)) return std::nullopt;
    for (const Format* const format : formats()) {
        const auto* const teller = dynamic_cast<const LackTeller*>(format);
        const bool isMeant = teller && (hasEnding(*format, name) || teller->beginsLikeOne(bytes));
        if (isMeant)
            return fmt::format("the content is not that of a known subtitle format; of {}: {}",
                               format->info().name,
                               teller->lackOf(bytes));
    }
    return std::nullopt;
}

void remarkNewlines(std::string_view text, Diagnostics& diagnostics) {
    const std::uint32_t odd = firstOddLine(text);
    if (odd == 0) return;
    diagnostics.push_back(
        {Severity::Info,
         odd,
         0,
         "text.mixed-newlines",
         fmt::format(
             "this line ends in another way than those before it; all are kept as they are, "
             "new ones end with {}",
             nameOf(dominantNewline(text)))});
}

void remarkBlank(std::string_view text, Diagnostics& diagnostics) {
    if (!isBlank(text)) return;
    diagnostics.push_back({Severity::Warning,
                           1,
                           0,
                           "format.empty",
                           text.empty() ? "the file is empty; opened without cues"
                                        : "there are only blank lines; opened without cues"});
}

bool isUnicode(std::string_view encoding) {
    return encoding.starts_with("UTF-");
}

struct Utf8Format {
    std::string_view id;
    std::string_view rule;
};

constexpr std::string_view kImsc = "IMSC 1.1, \"Document Encoding\"";

/// Formats whose files are in UTF-8 and nothing else.
constexpr std::array kUtf8Formats = {Utf8Format{"vtt", "WebVTT §4"},
                                     Utf8Format{"json", "RFC 8259 §8.1"},
                                     Utf8Format{"ttml", kImsc},
                                     Utf8Format{"ebu-tt-d", kImsc},
                                     Utf8Format{"netflix-ttml", kImsc},
                                     Utf8Format{"scc", "hexadecimal digits of ASCII"}};

/// TTML itself has any encoding that XML has: of IMSC are the new files alone.
constexpr std::string_view kOfAnyEncoding = "ttml";

/// Refuses an encoding that was asked for and that no file of `format` may have; `isOwn` one that
/// was read from that format.
Result<void> checkAllowed(const Encoding& asked, const Format& format, bool isOwn) {
    const auto rule = std::ranges::find(kUtf8Formats, format.info().id, &Utf8Format::id);
    // What ASCII has is the same in UTF-8.
    const bool isUtf8 = asked.name == "UTF-8" || asked.name == "US-ASCII";
    if (rule == kUtf8Formats.end() || isUtf8) return {};
    if (isOwn && format.info().id == kOfAnyEncoding) return {};
    return failure("format.not-utf8",
                   fmt::format("files of {} are in UTF-8 ({}); players and programs do not read "
                               "{}, and nothing was written",
                               format.info().name,
                               rule->rule,
                               asked.name));
}

/// How `document` is to be stored: as its file where the format stays the same and nothing else was
/// asked for.
Result<Encoding> encodingFor(const Document& document,
                             const Format& format,
                             const WriteOptions& options) {
    Encoding encoding;
    if (format.info().bytes != FileBytes::Text)
        return document.origin && document.format == format.info().id ? document.origin->encoding
                                                                      : encoding;
    const bool same = document.origin && document.format == format.info().id;
    if (!options.encoding.empty()) {
        auto name = encodingNamed(options.encoding);
        if (!name) return tl::unexpected(name.error());
        encoding.name = *std::move(name);
        const bool isAsItWas = same && document.origin->encoding.name == encoding.name;
        if (const auto allowed = checkAllowed(encoding, format, same); !allowed && !isAsItWas)
            return tl::unexpected(allowed.error());
    } else if (same) {
        encoding.name = document.origin->encoding.name;
    }
    // A mark is a habit of the files of one format; another gets one where it is asked for.
    if (same && document.origin->encoding.name == encoding.name) {
        encoding.bom = document.origin->encoding.bom;
    } else if (encoding.name.starts_with("UTF-16") || encoding.name.starts_with("UTF-32")) {
        encoding.bom = Bom::Yes;
    }
    if (options.bom != BomChoice::Keep)
        encoding.bom = options.bom == BomChoice::Yes ? Bom::Yes : Bom::No;
    if (!isUnicode(encoding.name)) encoding.bom = Bom::No;
    return encoding;
}

/// True where the file's own bytes are what is to be written, which its text alone might not give
/// back.
bool isOwnBytes(const Document& document, std::string_view text, const Encoding& encoding) {
    return document.origin && !document.origin->bytes.empty() && document.origin->text == text &&
           document.origin->encoding.name == encoding.name &&
           document.origin->encoding.bom == encoding.bom;
}

/// True where `text` is that of the file that `document` was read from.
bool isUnchanged(const Document& document, const Format& format, std::string_view text) {
    return document.origin && document.format == format.info().id && document.origin->text == text;
}

/// True of what is not to be encoded: all but a blank file, which is read as a text.
bool needsNoEncoding(const Document& document, const Format& format, std::string_view text) {
    if (format.info().bytes != FileBytes::Binary) return false;
    return !document.origin || document.origin->isBinary || document.origin->text != text;
}

/// The file that `text`, which `format` made of `document`, is.
Result<std::string> fileBytes(const Document& document,
                              const Format& format,
                              std::string text,
                              const Encoding& encoding) {
    if (needsNoEncoding(document, format, text)) return text;
    if (format.info().bytes == FileBytes::Archive && !isUnchanged(document, format, text))
        return format.packed(document, std::move(text));
    if (isOwnBytes(document, text, encoding)) return document.origin->bytes;
    if (encoding.name == "UTF-8") {
        if (encoding.bom == Bom::Yes) text.insert(0, kUtf8Bom);
        return text;
    }
    return encodeText(text, encoding);
}

/// True of a file that was empty, or whose cues were all deleted by whoever edits it: an empty file
/// is what is asked for.
bool isSavedWithoutCues(const Document& document, const Format& format) {
    return document.origin && document.format == format.info().id;
}

}  // namespace

std::span<const Format* const> formats() {
    static const AssFormat kAss(ass::Dialect::Ass);
    static const AssFormat kSsa(ass::Dialect::Ssa);
    static const TtmlFormat kTtml(ttml::Dialect::Ttml);
    static const TtmlFormat kEbuTtD(ttml::Dialect::EbuTtD);
    static const TtmlFormat kItt(ttml::Dialect::Itt);
    static const TtmlFormat kNetflix(ttml::Dialect::Netflix);
    static const CinemaFormat kDcdm(cinema::Dialect::Dcdm);
    static const CinemaFormat kInterop(cinema::Dialect::Interop);
    static const TranslationFormat kXliff(translation::Dialect::Xliff);
    static const TranslationFormat kTmx(translation::Dialect::Tmx);
    static const Format* const kFormats[] = {&srtFormat(),
                                             &kAss,
                                             &kSsa,
                                             &vttFormat(),
                                             &kTtml,
                                             &kEbuTtD,
                                             &kItt,
                                             &kNetflix,
                                             &kDcdm,
                                             &kInterop,
                                             &microdvdFormat(),
                                             &subviewerFormat(),
                                             &subviewer1Format(),
                                             &mpl2Format(),
                                             &tmplayerFormat(),
                                             &lrcFormat(),
                                             &sbvFormat(),
                                             &stlFormat(),
                                             &sccFormat(),
                                             &kXliff,
                                             &kTmx,
                                             &csvFormat(),
                                             &tsvFormat(),
                                             &xlsxFormat(),
                                             &jsonFormat()};
    return kFormats;
}

const Format* formatNamed(std::string_view name) {
    std::string wanted = withLoweredLatin(name);
    if (wanted.starts_with('.')) wanted.erase(0, 1);
    for (const Format* format : formats()) {
        const FormatInfo& info = format->info();
        const bool extension = std::find(info.extensions.begin(), info.extensions.end(), wanted) !=
                               info.extensions.end();
        if (info.id == wanted || extension) return format;
    }
    return nullptr;
}

bool hasEnding(const Format& format, const std::filesystem::path& name) {
    const std::string ending = withLoweredLatin(name.extension().string());
    return std::ranges::any_of(format.info().extensions, [&](std::string_view extension) {
        return ending.size() == extension.size() + 1 && ending.ends_with(extension);
    });
}

std::optional<Diagnostic> remarkOnEnding(const Format& format, const std::filesystem::path& name) {
    const std::string ending = withLoweredLatin(name.extension().string());
    const Format* const named = ending.empty() ? nullptr : formatNamed(ending);
    const FormatInfo& info = format.info();
    if (named == nullptr || named == &format || hasEnding(format, name)) return std::nullopt;
    return Diagnostic{
        Severity::Warning,
        1,
        0,
        "format.other-ending",
        fmt::format("the name ends in \"{}\" as {} does, but the content is {}; it is "
                    "read as that",
                    ending,
                    named->info().name,
                    info.name)};
}

tl::unexpected<Error> noFormatNamed(std::string_view name) {
    std::vector<std::string_view> ids;
    for (const Format* format : formats())
        ids.push_back(format->info().id);
    const std::string_view asked = name.substr(name.starts_with('.') ? 1 : 0);
    return failure(
        "format.unknown",
        fmt::format(
            "there is no format \"{}\"; {} (see subs formats)", name, namesThatAre(asked, ids)));
}

std::string likelyLanguage(const Document& document) {
    return LanguageSample().with(document);
}

const std::string& LanguageSample::with(const Document& part) {
    const std::size_t count = std::min(part.cues.size(), kCuesForLanguage - cues_);
    for (std::size_t i = 0; i < count; ++i)
        for (LineReader lines(part.cues[i].text.plain); lines.next();)
            census_.add(lines.line());
    cues_ += count;
    if (count > 0) language_ = areTwoLanguages(census_) ? std::string() : census_.language();
    return language_;
}

Result<ReadDocument> readDocument(std::string bytes,
                                  const std::filesystem::path& name,
                                  const DocumentOptions& options) {
    auto binary = formatOfBytes(bytes, name, options.format);
    const std::optional<std::string> lack =
        binary ? std::nullopt : lackOf(bytes, name, options.format);
    const bool isBinary = binary && binary->format->info().bytes == FileBytes::Binary;
    auto decoded = binary ? unpackedText(*binary->format, std::move(bytes))
                          : decodeText(std::move(bytes), options.encoding);
    if (!decoded) return tl::unexpected(decoded.error());
    auto found = binary ? Result<Recognised>(*std::move(binary))
                        : formatFor(decoded->text, name, options.format);
    if (!found) return failure(found.error().code, lack.value_or(std::move(found.error().message)));
    Diagnostics diagnostics = std::move(decoded->diagnostics);
    Origin origin;
    origin.isBinary = isBinary;
    if (!origin.isBinary) {
        remarkBlank(decoded->text, diagnostics);
        remarkNewlines(decoded->text, diagnostics);
        auto ending = remarkOnEnding(*found->format, name);
        if (ending && options.format.empty()) diagnostics.push_back(*std::move(ending));
        origin.newline = dominantNewline(decoded->text);
    }
    origin.text = std::move(decoded->text);
    origin.encoding = std::move(decoded->encoding);
    origin.bytes = std::move(decoded->bytes);
    Parsed parsed = found->format->read(std::move(origin), {options.language, options.timeline});
    if (parsed.document.language.empty())
        parsed.document.language = likelyLanguage(parsed.document);
    // What a reader misses in a blank file is said already.
    if (!isBlank(parsed.document.origin->text))
        diagnostics.insert(diagnostics.end(),
                           std::make_move_iterator(parsed.diagnostics.begin()),
                           std::make_move_iterator(parsed.diagnostics.end()));
    return ReadDocument{std::move(parsed.document),
                        found->format,
                        std::move(found->probe),
                        std::move(diagnostics),
                        std::move(parsed.unread)};
}

Result<ReadDocument> openDocument(const std::filesystem::path& path,
                                  const DocumentOptions& options) {
    auto bytes = readFile(path, {.stop = options.stop});
    if (!bytes) return tl::unexpected(bytes.error());
    auto result = readDocument(*std::move(bytes), path, options);
    if (result) return result;
    return failure(result.error().code,
                   fmt::format("cannot read {}: {}", path.string(), result.error().message));
}

Result<WrittenDocument> writtenDocument(const Document& document,
                                        const Format& format,
                                        const WriteOptions& options) {
    auto encoding = encodingFor(document, format, options);
    if (!encoding) return tl::unexpected(encoding.error());
    WrittenDocument result;
    result.losses = format.plan(document, options);
    auto text = format.write(document, options);
    if (!text) return tl::unexpected(text.error());
    if (text->empty() && !isSavedWithoutCues(document, format))
        return failure("format.nothing-to-write",
                       "there is no cue to write, and an empty file is never written");
    auto bytes = fileBytes(document, format, *std::move(text), *encoding);
    if (!bytes) return tl::unexpected(bytes.error());
    result.bytes = *std::move(bytes);
    return result;
}

}  // namespace subs
