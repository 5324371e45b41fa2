// SPDX-License-Identifier: MIT
#pragma once

#include "format/xml/xml_events.h"

#include <cstddef>

namespace subs {

/// Hands on what is inside of the one element around a fragment, whose start tag has `begin` bytes;
/// places count from the fragment's beginning.
class FragmentVisitor final : public XmlVisitor {
public:
    FragmentVisitor(XmlVisitor& inner, std::size_t begin) : inner_(inner), begin_(begin) {}

    void open(const XmlTag& tag) override {
        if (depth_++ == 0) return;
        XmlTag moved = tag;
        moved.at = shifted(tag.at);
        inner_.open(moved);
    }
    void close(ByteRange at) override {
        if (--depth_ > 0) inner_.close(shifted(at));
    }
    void text(std::string_view text, ByteRange at) override {
        if (depth_ > 0) inner_.text(text, shifted(at));
    }

private:
    ByteRange shifted(ByteRange at) const { return {at.begin - begin_, at.end - begin_}; }

    XmlVisitor& inner_;
    std::size_t begin_;
    std::size_t depth_ = 0;
};

}  // namespace subs
