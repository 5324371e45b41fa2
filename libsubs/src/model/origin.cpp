// SPDX-License-Identifier: MIT
#include <subs/model/origin.h>

#include <cassert>

namespace subs {

std::string_view Origin::stretch(std::size_t index) const {
    assert(index < pieces.size());
    const std::size_t begin = pieces[index].begin;
    const std::size_t end = index + 1 < pieces.size() ? pieces[index + 1].begin : text.size();
    return std::string_view(text).substr(begin, end - begin);
}

}  // namespace subs
