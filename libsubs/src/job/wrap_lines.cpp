// SPDX-License-Identifier: MIT
#include <subs/job/wrap_lines.h>

#include "job/json_parts.h"
#include "job/wrap_document.h"

#include <algorithm>
#include <utility>

namespace subs {
namespace {

std::vector<std::string> linesOf(std::string_view plain) {
    std::vector<std::string> lines;
    for (std::size_t from = 0; from <= plain.size();) {
        const std::size_t end = std::min(plain.find('\n', from), plain.size());
        lines.emplace_back(plain.substr(from, end - from));
        from = end + 1;
    }
    return lines;
}

}  // namespace

Result<WrappedLines> wrappedLines(std::string_view text,
                                  std::string_view language,
                                  CueWrapper& wrapper) {
    Document document;
    document.language = language;
    Cue cue;
    cue.id = document.newId();
    cue.text.plain = text;
    document.cues.push_back(std::move(cue));
    const auto wrapped = wrapper.wrapped(document, 0);
    if (!wrapped) return tl::unexpected(wrapped.error());
    WrappedLines result{
        linesOf(wrapped->text.plain), wrapped->width, true, {}, wrapped->replacedFonts};
    result.fits = wrapped->fits && wrapped->lines <= wrapper.options().mostLines;
    if (!result.fits)
        result.message =
            misfitText({0, wrapped->lines, wrapped->width, wrapped->fits}, wrapper.options());
    return result;
}

std::string wrappedLinesJson(const std::vector<WrappedLines>& texts) {
    Json list = Json::array();
    for (const WrappedLines& text : texts)
        list.push_back({{"lines", text.lines}, {"width", text.width}, {"fits", text.fits}});
    return serialised({{"lines", std::move(list)}});
}

}  // namespace subs
