// SPDX-License-Identifier: MIT
#include <subs/format/capabilities.h>

#include <algorithm>

namespace subs {

Grade gradeOf(const FormatInfo& format, std::string_view feature) {
    const auto capability = std::ranges::find(format.capabilities, feature, &Capability::feature);
    return capability == format.capabilities.end() ? Grade::None : capability->grade;
}

bool holds(const FormatInfo& format, std::string_view feature) {
    return gradeOf(format, feature) == Grade::Full;
}

}  // namespace subs
