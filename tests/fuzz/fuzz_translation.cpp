// SPDX-License-Identifier: MIT
#include "fuzz/text_format.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    for (const char* const id : {"xliff", "tmx"})
        fuzzing::checkFile(*subs::formatNamed(id), data, size, fuzzing::Edits::MayBeRefused);
    return 0;
}
