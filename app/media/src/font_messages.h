// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace subs::media {

/// What a message of libass says about a font that is not shown as asked, in words for a person;
/// nothing where the message is about anything else or the font was found. Messages are those of
/// libass 0.17 (ass_fontselect.c): "fontselect: (Arial, 400, 0) -> /usr/share/fonts/KhmerOS.ttf, 0,
/// KhmerOS".
std::optional<std::string> fontRemark(std::string_view message);

/// What libass says is collected here; each remark once.
class FontMessages {
public:
    void add(std::string_view message);
    void addRemark(std::string remark);
    /// The remarks since the last call.
    std::vector<std::string> taken();

private:
    std::vector<std::string> remarks_;
};

}  // namespace subs::media
