// SPDX-License-Identifier: MIT
#include "fuzz/text_format.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzzing::checkFile(*subs::formatNamed("tsv"), data, size, fuzzing::Edits::MayBeRefused);
    return 0;
}
