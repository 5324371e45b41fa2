// SPDX-License-Identifier: MIT
#pragma once

#include "format/read.h"

#include <string>

namespace testing {

/// `file` as `format` writes it with an edit.
inline std::string changed(const char* format,
                           const std::string& file,
                           void (*change)(subs::Document&)) {
    subs::Document document = documentOf(format, file);
    change(document);
    return written(document, format);
}

}  // namespace testing
