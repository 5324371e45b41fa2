// SPDX-License-Identifier: MIT
#include "fuzz/text_format.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    for (const char* const id : {"dcdm", "interop"}) {
        const subs::Format& format = *subs::formatNamed(id);
        fuzzing::checkFile(format, data, size, fuzzing::Edits::MayBeRefused);
        if (size == 0) continue;
        const subs::Document document =
            fuzzing::documentOf(format, std::string(data + 1, data + size));
        if (!document.cues.empty())
            fuzzing::checkNew(format, document, data[0] % document.cues.size());
    }
    return 0;
}
