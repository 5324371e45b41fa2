// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/model/document.h>

#include "format/ass/event_line.h"
#include "format/ass/file_state.h"
#include "format/ass/style_line.h"

#include <cstdint>
#include <string_view>

namespace subs::ass {

/// Collects what is to be said about a file while it is read: each kind of remark has one function.
class Remarks {
public:
    std::uint32_t line = 0;  ///< The line being read.
    Diagnostics diagnostics;

    void strayLine(Section section, std::string_view text);
    void unknownSection(std::string_view head);
    void badFormatLine();
    void columnsWithoutTimes(const EventLayout& layout);
    void columnsBehindText(std::string_view formatLine);
    void repeatedColumn(std::string_view formatLine);
    void styleRead(const StyleRead& read, std::string_view text);
    void duplicateStyle(std::string_view name);
    void unknownStyle(std::string_view name, std::uint32_t firstLine);
    void eventRead(const EventRead& read, std::string_view text);
    void times(const Cue& cue);
    void noInfo();
    void noEvents();
    void noCanvas(const Canvas& canvas);

private:
    void add(Severity severity, std::uint32_t column, std::string_view code, std::string message);
};

}  // namespace subs::ass
