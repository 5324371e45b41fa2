// SPDX-License-Identifier: MIT
#include "fuzz/text_format.h"

// The file is a workbook, of which a cue is edited, or the text that stands for a sheet.

namespace {

const subs::Format& format() {
    return *subs::formatNamed("xlsx");
}

void checkWorkbook(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(data + 1, data + size);
    subs::DocumentOptions options;
    options.format = "xlsx";
    auto read = subs::readDocument(bytes, "x.xlsx", options);
    if (!read || read->document.origin->bytes.empty()) return;
    const auto same = subs::writtenDocument(read->document, format());
    FUZZ_REQUIRE(same && same->bytes == bytes);
    if (read->document.cues.empty()) return;
    subs::Cue& cue = read->document.cues[data[0] % read->document.cues.size()];
    cue.text = subs::withPlain(cue.text, cue.text.plain + "!");
    const auto edited = subs::writtenDocument(read->document, format());
    // A sheet in which rows cannot be found (of another encoding) is refused.
    if (!edited) return;
    const auto again = subs::readDocument(edited->bytes, "x.xlsx", options);
    FUZZ_REQUIRE(again && again->document.cues.size() == read->document.cues.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    checkWorkbook(data, size);
    fuzzing::checkFile(format(), data, size);
    return 0;
}
