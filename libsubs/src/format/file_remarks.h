// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/diagnostic.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

/// Gathers the diagnostics of one file.
class FileRemarks {
public:
    void add(Severity severity,
             std::uint32_t line,
             std::size_t column,
             std::string_view code,
             std::string message);
    /// What whole files do: said once, at the first place, with the number of the others. `detail`
    /// is added to the message of the first. `code` must outlive this.
    void addHabit(Severity severity,
                  std::uint32_t line,
                  std::size_t column,
                  std::string_view code,
                  std::string_view message,
                  std::string_view detail = {});
    /// Lines that are added from now on count from behind line `before` of the file.
    void beginPart(std::uint32_t before) { linesBefore_ = before; }
    /// All of them in the order of their lines.
    Diagnostics take();

private:
    struct Repeated {
        std::string_view code;
        std::size_t index = 0;  ///< Of the diagnostic.
        std::size_t more = 0;
    };
    Diagnostics diagnostics_;
    std::vector<Repeated> habits_;
    std::uint32_t linesBefore_ = 0;
};

/// The beginning of `text` as it can be shown in a message.
std::string shownBeginning(std::string_view text);

}  // namespace subs
