// SPDX-License-Identifier: MIT
#include "format/stl/tti.h"

#include "format/stl/bytes.h"

#include <algorithm>

namespace subs::stl {
namespace {

constexpr std::size_t kExtensionAt = 3;
constexpr std::size_t kInAt = 5;
constexpr std::size_t kOutAt = 9;
constexpr std::size_t kTextAt = 16;

TimeCode codeAt(std::string_view block, std::size_t at) {
    return {byteAt(block, at), byteAt(block, at + 1), byteAt(block, at + 2), byteAt(block, at + 3)};
}

std::string bytesOf(const BlockHead& head) {
    std::string bytes;
    const auto put = [&](std::uint8_t byte) { bytes += static_cast<char>(byte); };
    constexpr unsigned kByte = 8;
    put(head.group);
    put(static_cast<std::uint8_t>(head.number & 0xFFU));
    put(static_cast<std::uint8_t>(head.number >> kByte));
    put(head.extension);
    put(head.cumulative);
    for (const TimeCode& code : {head.in, head.out})
        for (const std::uint8_t part : code)
            put(part);
    put(head.row);
    put(head.justification);
    put(head.comment);
    return bytes;
}

/// The text of a block ends where unused space begins; what is behind that is none.
std::string_view textFieldOf(std::string_view block) {
    const std::string_view text = block.substr(kTextAt, kTextSize);
    return text.substr(0, text.find(kUnused));
}

}  // namespace

BlockHead headOf(std::string_view block) {
    BlockHead head;
    constexpr unsigned kByte = 8;
    head.group = byteAt(block, 0);
    head.number =
        static_cast<std::uint16_t>(byteAt(block, 1) | unsigned{byteAt(block, 2)} << kByte);
    head.extension = byteAt(block, kExtensionAt);
    head.cumulative = byteAt(block, kExtensionAt + 1);
    head.in = codeAt(block, kInAt);
    head.out = codeAt(block, kOutAt);
    head.row = byteAt(block, kOutAt + head.out.size());
    head.justification = byteAt(block, kOutAt + head.out.size() + 1);
    head.comment = byteAt(block, kTextAt - 1);
    return head;
}

void appendBlock(std::string& out, const BlockHead& head, std::string_view text) {
    out += bytesOf(head);
    out += text;
    out.append(kTextSize - text.size(), kUnused);
}

void setHead(std::string& out, std::size_t begin, const BlockHead& head) {
    BlockHead kept = head;
    kept.extension = byteAt(out, begin + kExtensionAt);
    out.replace(begin, kTextAt, bytesOf(kept));
}

BlockWalk::Found BlockWalk::next() {
    begin_ = at_;
    if (at_ >= file_.size()) return Found::End;
    if (file_.size() - at_ < kBlockSize) {
        at_ = file_.size();
        return Found::Rest;
    }
    const BlockHead head = headOf(file_.substr(at_, kBlockSize));
    if (head.isText()) {
        takeSubtitle();
        return Found::Subtitle;
    }
    at_ += kBlockSize;
    return head.extension == extension::kUserData ? Found::UserData : Found::Reserved;
}

void BlockWalk::takeSubtitle() {
    subtitle_.head = headOf(file_.substr(at_, kBlockSize));
    subtitle_.begin = at_;
    subtitle_.text.clear();
    bool isLast = false;
    std::size_t end = at_;
    for (; !isLast && file_.size() - at_ >= kBlockSize; at_ += kBlockSize) {
        const std::string_view block = file_.substr(at_, kBlockSize);
        const BlockHead head = headOf(block);
        const bool isSame =
            head.number == subtitle_.head.number && head.group == subtitle_.head.group;
        if (!isSame && head.isText()) break;
        if (!head.isText()) continue;
        isLast = head.isLast();
        subtitle_.text += textFieldOf(block);
        end = at_ + kBlockSize;
    }
    // What is no text behind a text that is cut short is not of it.
    at_ = end;
    subtitle_.end = end;
    subtitle_.isFinished = isLast;
}

std::string otherBlocksOf(std::string_view blocks) {
    std::string others;
    for (std::size_t at = 0; blocks.size() - at >= kBlockSize; at += kBlockSize) {
        const std::string_view block = blocks.substr(at, kBlockSize);
        if (!headOf(block).isText()) others += block;
    }
    return others;
}

}  // namespace subs::stl
