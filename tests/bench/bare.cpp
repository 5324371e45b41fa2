// SPDX-License-Identifier: MIT
// bare IN OUT: SubRip to ASS, or ASS to SubRip where IN ends with ".ass", as a loop that does
// nothing but what it must: reads the file, finds the cues, spells their times anew, writes,
// fsyncs. It takes every file to be spelt like those of cues.py: it checks nothing, and leaves tags
// as they are.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>

namespace {

constexpr std::string_view kHead =
    "[Script Info]\nScriptType: v4.00+\nPlayResX: 1920\nPlayResY: 1080\n\n[V4+ Styles]\n"
    "Format: Name, Fontname, Fontsize\nStyle: Default,Noto Sans Khmer,72\n\n[Events]\n"
    "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n";

/// The bytes of a file; none where it cannot be read.
std::string bytesOf(const char* path) {
    std::string bytes;
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    struct stat about {};
    if (file < 0 || fstat(file, &about) != 0) return bytes;
    bytes.resize(static_cast<std::size_t>(about.st_size));
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t got = read(file, bytes.data() + done, bytes.size() - done);
        if (got <= 0) break;
        done += static_cast<std::size_t>(got);
    }
    close(file);
    bytes.resize(done);
    return bytes;
}

bool writeBytes(const char* path, std::string_view bytes) {
    const int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file < 0) return false;
    bool isDone = true;
    while (isDone && !bytes.empty()) {
        const ssize_t put = write(file, bytes.data(), bytes.size());
        isDone = put > 0;
        if (isDone) bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    isDone = isDone && fsync(file) == 0;
    return close(file) == 0 && isDone;
}

/// Digits and the signs between them, where the last `places` digits are below a second.
std::int64_t unitsOf(std::string_view clock, int places) {
    std::int64_t fields[4] = {};
    int field = 0;
    for (const char letter : clock) {
        if (letter >= '0' && letter <= '9')
            fields[field] = fields[field] * 10 + (letter - '0');
        else if (field < 3)
            ++field;
    }
    const std::int64_t seconds = (fields[0] * 60 + fields[1]) * 60 + fields[2];
    return seconds * (places == 3 ? 1000 : 100) + fields[3];
}

void appendTwo(std::string& out, std::int64_t value) {
    out += static_cast<char>('0' + value / 10);
    out += static_cast<char>('0' + value % 10);
}

void appendHours(std::string& out, std::int64_t hours) {
    char digits[20];
    const auto end = std::to_chars(digits, digits + sizeof digits, hours).ptr;
    out.append(digits, end);
}

void appendAssTime(std::string& out, std::int64_t units) {
    appendHours(out, units / 360'000);
    out += ':';
    appendTwo(out, units / 6'000 % 60);
    out += ':';
    appendTwo(out, units / 100 % 60);
    out += '.';
    appendTwo(out, units % 100);
}

void appendSrtTime(std::string& out, std::int64_t units) {
    const std::int64_t hours = units / 3'600'000;
    if (hours < 10) out += '0';
    appendHours(out, hours);
    out += ':';
    appendTwo(out, units / 60'000 % 60);
    out += ':';
    appendTwo(out, units / 1'000 % 60);
    out += ',';
    out += static_cast<char>('0' + units / 100 % 10);
    appendTwo(out, units % 100);
}

/// Takes the line that `text` begins with off it.
std::string_view takeLine(std::string_view& text) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
    return line;
}

std::string_view takeField(std::string_view& line) {
    const std::size_t comma = line.find(',');
    const std::string_view field = line.substr(0, comma);
    line.remove_prefix(comma == line.npos ? line.size() : comma + 1);
    return field;
}

std::string assOf(std::string_view srt) {
    std::string out(kHead);
    out.reserve(srt.size() + srt.size() / 2);
    while (!srt.empty()) {
        takeLine(srt);  // its number
        const std::string_view times = takeLine(srt);
        const std::size_t arrow = times.find(" --> ");
        if (arrow == times.npos) continue;
        out += "Dialogue: 0,";
        appendAssTime(out, (unitsOf(times.substr(0, arrow), 3) + 5) / 10);
        out += ',';
        appendAssTime(out, (unitsOf(times.substr(arrow + 5), 3) + 5) / 10);
        out += ",Default,,0,0,0,,";
        std::string_view between;
        for (std::string_view line = takeLine(srt); !line.empty(); line = takeLine(srt)) {
            out.append(between).append(line);
            between = "\\N";
        }
        out += '\n';
    }
    return out;
}

std::string srtOf(std::string_view ass) {
    constexpr std::string_view kEvent = "Dialogue: ";
    std::string out;
    out.reserve(ass.size());
    std::int64_t number = 0;
    while (!ass.empty()) {
        std::string_view line = takeLine(ass);
        if (!line.starts_with(kEvent)) continue;
        takeField(line);
        appendHours(out, ++number);
        out += '\n';
        appendSrtTime(out, unitsOf(takeField(line), 2) * 10);
        out += " --> ";
        appendSrtTime(out, unitsOf(takeField(line), 2) * 10);
        out += '\n';
        for (int field = 3; field < 9; ++field)
            takeField(line);
        for (std::size_t at = line.find("\\N"); at != line.npos; at = line.find("\\N")) {
            out.append(line, 0, at) += '\n';
            line.remove_prefix(at + 2);
        }
        out.append(line).append("\n\n");
    }
    return out;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) return std::fputs("bare IN OUT\n", stderr), 2;
    const std::string bytes = bytesOf(arguments[1]);
    const bool isAss = std::string_view(arguments[1]).ends_with(".ass");
    return writeBytes(arguments[2], isAss ? srtOf(bytes) : assOf(bytes)) ? 0 : 2;
}
