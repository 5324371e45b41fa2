// SPDX-License-Identifier: MIT
#include "job/part_stream.h"

#include <exception>
#include <system_error>
#include <utility>

namespace subs {

PartStream::PartStream(std::function<bool(Part&)> read, ReadBy by) : read_(std::move(read)) {
    for (Part& part : parts_)
        part.document.origin = part.origin;
    if (by == ReadBy::Caller) return;
    try {
        thread_ = std::jthread([this](const std::stop_token& stop) { readAll(stop); });
    } catch (const std::system_error&) {
        // Where no thread can be had, the caller reads.
    }
}

PartStream::~PartStream() {
    thread_.request_stop();
    free_.release();  // it may be waiting for a part to fill
}

/// False too where there is not enough memory, which no other thread would learn of.
bool PartStream::isReadInto(Part& part) {
    try {
        return read_(part);
    } catch (const std::exception&) {
        return false;
    }
}

void PartStream::readAll(const std::stop_token& stop) {
    for (std::size_t i = 0;; i ^= 1U) {
        free_.acquire();
        if (stop.stop_requested()) return;
        isRead_[i] = isReadInto(parts_[i]);
        ready_.release();
        if (!isRead_[i] || parts_[i].place == PartPlace::Last) return;
    }
}

Part* PartStream::next() {
    if (!thread_.joinable()) return read_(parts_[0]) ? &parts_[0] : nullptr;
    if (taken_ > 0) free_.release();
    ready_.acquire();
    const std::size_t i = taken_++ % 2;
    return isRead_[i] ? &parts_[i] : nullptr;
}

}  // namespace subs
