// SPDX-License-Identifier: MIT
#include <subs/base/file.h>
#include <subs/job/sidecar.h>

#include "job/json_parts.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <span>
#include <system_error>
#include <utility>

namespace subs {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMagic = "subs-sidecar ";
constexpr int kVersion = 1;
/// A header is a few hundred bytes; names of files are short.
constexpr std::size_t kLongestHeader = 64 * std::size_t{1024};
/// Deflate makes of a byte at most 1032 (zlib's technical details); what claims more is damaged.
constexpr std::uint64_t kMostOfAByte = 1032;

tl::unexpected<Error> damaged(std::string_view what) {
    return failure("sidecar.damaged", fmt::format("the sidecar is damaged: {}", what));
}

tl::unexpected<Error> tooLarge() {
    return failure("sidecar.too-large",
                   fmt::format("the sidecar is larger than {} MiB", kLargestSidecar >> 20U));
}

std::uint32_t checksumOf(std::string_view bytes) {
    const auto* data = reinterpret_cast<const Bytef*>(bytes.data());  // NOLINT: bytes are bytes
    return static_cast<std::uint32_t>(::crc32_z(0, data, bytes.size()));
}

Json headerOf(const KeptFile& file) {
    Json header = {{"name", file.name},
                   {"format", file.format},
                   {"encoding", file.encoding},
                   {"size", file.bytes.size()}};
    if (!file.language.empty()) header["language"] = file.language;
    return header;
}

/// Deflates one piece after the other into a string.
class Deflater {
public:
    Deflater() { isOpen_ = ::deflateInit(&stream_, Z_DEFAULT_COMPRESSION) == Z_OK; }
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;
    ~Deflater() { ::deflateEnd(&stream_); }

    bool isOpen() const { return isOpen_; }

    void append(std::string_view bytes, std::string& out) {
        while (!bytes.empty()) {
            const std::string_view step = bytes.substr(0, std::size_t{1} << 30U);
            run(step, Z_NO_FLUSH, out);
            bytes.remove_prefix(step.size());
        }
    }

    void finish(std::string& out) { run({}, Z_FINISH, out); }

private:
    void run(std::string_view bytes, int flush, std::string& out) {
        // zlib does not write to what it reads.
        stream_.next_in =
            reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // NOLINT: see above
        stream_.avail_in = static_cast<uInt>(bytes.size());
        std::array<char, 64 * std::size_t{1024}> buffer;
        do {
            stream_.next_out = reinterpret_cast<Bytef*>(buffer.data());  // NOLINT: bytes are bytes
            stream_.avail_out = static_cast<uInt>(buffer.size());
            ::deflate(&stream_, flush);
            out.append(buffer.data(), buffer.size() - stream_.avail_out);
        } while (stream_.avail_out == 0);
    }

    z_stream stream_{};
    bool isOpen_ = false;
};

/// `size` bytes that `bytes` unpack to; nothing where they unpack to anything else.
std::optional<std::string> inflated(std::string_view bytes, std::uint64_t size) {
    std::string result(static_cast<std::size_t>(size), '\0');
    auto got = static_cast<uLongf>(size);
    auto used = static_cast<uLong>(bytes.size());
    const int status =
        ::uncompress2(reinterpret_cast<Bytef*>(result.data()),  // NOLINT: bytes are bytes
                      &got,
                      reinterpret_cast<const Bytef*>(bytes.data()),  // NOLINT: bytes are bytes
                      &used);
    if (status != Z_OK || got != size || used != bytes.size()) return std::nullopt;
    return result;
}

/// The next line of `rest`, without its line end, which is taken off.
std::optional<std::string_view> takeLine(std::string_view& rest) {
    const std::size_t end = rest.substr(0, kLongestHeader).find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    return line;
}

template <class Number>
std::optional<Number> numberIn(std::string_view text, int base = 10) {
    Number number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    if (fault != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

/// Takes "subs-sidecar 1" off.
Result<void> takeMagic(std::string_view& rest) {
    const auto line = takeLine(rest);
    if (!line || !line->starts_with(kMagic)) return damaged("it does not begin as one");
    const auto version = numberIn<std::uint32_t>(line->substr(kMagic.size()));
    if (!version || *version == 0) return damaged("it does not begin as one");
    if (*version > static_cast<std::uint32_t>(kVersion))
        return failure("sidecar.newer",
                       fmt::format("the sidecar is of version {}, which a newer subs wrote; this "
                                   "one knows version {}",
                                   *version,
                                   kVersion));
    return {};
}

std::string textIn(const Json& header, const char* key) {
    const auto found = header.find(key);
    return found != header.end() && found->is_string() ? found->get<std::string>() : "";
}

/// What the header says of one file; its size is at most `kLargestSidecar`.
struct FileHeader {
    KeptFile file;
    std::uint64_t size = 0;
};

std::optional<FileHeader> fileHeaderIn(const Json& header, const char* which) {
    const auto found = header.find(which);
    if (found == header.end() || !found->is_object()) return std::nullopt;
    FileHeader result;
    const auto take = [&](const char* key, std::string& value) {
        const auto entry = found->find(key);
        if (entry == found->end() || !entry->is_string()) return false;
        value = entry->get<std::string>();
        return true;
    };
    const auto size = found->find("size");
    if (!take("name", result.file.name) || !take("format", result.file.format) ||
        !take("encoding", result.file.encoding) || size == found->end() ||
        !size->is_number_unsigned())
        return std::nullopt;
    result.size = size->get<std::uint64_t>();
    result.file.language = textIn(*found, "language");
    return result;
}

Result<Sidecar> withFilesOf(const Json& header, std::string_view body) {
    auto original = fileHeaderIn(header, "original");
    auto written = fileHeaderIn(header, "written");
    if (!original || !written) return damaged("what it says of its files is not complete");
    if (original->size > kLargestSidecar || written->size > kLargestSidecar - original->size)
        return tooLarge();
    const std::uint64_t size = original->size + written->size;
    if (size / kMostOfAByte > body.size()) return damaged("its files are not as large as it says");
    const auto files = inflated(body, size);
    if (!files) return damaged("its files cannot be unpacked");
    Sidecar result{
        std::move(original->file), std::move(written->file), textIn(header, "frame_rate")};
    result.original.bytes = files->substr(0, static_cast<std::size_t>(original->size));
    result.written.bytes = files->substr(static_cast<std::size_t>(original->size));
    return result;
}

}  // namespace

fs::path sidecarPathOf(const fs::path& file) {
    fs::path path = file;
    return path += ".subs-sidecar";
}

Result<std::string> packed(const Sidecar& sidecar) {
    if (sidecar.original.bytes.size() > kLargestSidecar ||
        sidecar.written.bytes.size() > kLargestSidecar - sidecar.original.bytes.size())
        return tooLarge();
    Json header = {{"original", headerOf(sidecar.original)},
                   {"written", headerOf(sidecar.written)}};
    if (!sidecar.frameRate.empty()) header["frame_rate"] = sidecar.frameRate;
    std::string rest = serialised(header) + "\n";
    Deflater deflater;
    if (!deflater.isOpen()) return failure("sidecar.failed", "there is no memory for the sidecar");
    deflater.append(sidecar.original.bytes, rest);
    deflater.append(sidecar.written.bytes, rest);
    deflater.finish(rest);
    return fmt::format("{}{}\n{:08x}\n", kMagic, kVersion, checksumOf(rest)) + rest;
}

Result<Sidecar> unpacked(std::string_view bytes) {
    if (bytes.size() > kLargestSidecar) return tooLarge();
    std::string_view rest = bytes;
    if (const auto magic = takeMagic(rest); !magic) return tl::unexpected(magic.error());
    const auto checksum = takeLine(rest);
    if (!checksum || numberIn<std::uint32_t>(*checksum, 16) != checksumOf(rest))
        return damaged("its checksum is not that of what it holds");
    const auto line = takeLine(rest);
    const Json header = line ? Json::parse(*line, nullptr, false) : Json();
    if (!header.is_object()) return damaged("it does not say what it holds");
    return withFilesOf(header, rest);
}

Result<std::optional<Sidecar>> sidecarOf(const fs::path& file, std::stop_token stop) {
    const fs::path path = sidecarPathOf(file);
    std::error_code ignored;
    if (!fs::exists(path, ignored)) return std::optional<Sidecar>();
    const auto bytes = readFile(path, {.limit = kLargestSidecar, .stop = std::move(stop)});
    if (!bytes) return tl::unexpected(about(path.string(), bytes.error()));
    auto sidecar = unpacked(*bytes);
    if (!sidecar) return tl::unexpected(about(path.string(), sidecar.error()));
    return std::optional<Sidecar>(*std::move(sidecar));
}

std::string formatKeptBeside(const fs::path& file) {
    const fs::path path = sidecarPathOf(file);
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored)) return {};
    auto source = FileSource::open(path);
    if (!source) return {};
    std::string head(4096, '\0');
    const auto got = source->read(head);
    if (!got) return {};
    std::string_view rest = std::string_view(head).substr(0, *got);
    if (!takeMagic(rest) || !takeLine(rest)) return {};
    const auto line = takeLine(rest);
    const Json header = line ? Json::parse(*line, nullptr, false) : Json();
    const auto original = header.is_object() ? fileHeaderIn(header, "original") : std::nullopt;
    return original ? original->file.format : std::string();
}

}  // namespace subs
