// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/parts.h>
#include <subs/model/document.h>

#include <array>
#include <cstddef>
#include <functional>
#include <memory>
#include <semaphore>
#include <thread>

namespace subs {

/// A stretch of a file as cues.
struct Part {
    Document document;
    std::shared_ptr<Origin> origin = std::make_shared<Origin>();
    PartPlace place = PartPlace::Middle;
    std::uint32_t linesBefore = 0;  ///< Of the parts before.
};

/// Who reads: the one who asks for a part, or a thread that has the next one ready by then.
enum class ReadBy : std::uint8_t { Caller, Thread };

/// The parts of a file one after the other. Two of them take turns, so that their storage is used
/// again and one can be read while the other is written.
class PartStream {
public:
    /// `read` fills a part, and answers false where it cannot; it is not called again after that,
    /// nor after the last part.
    PartStream(std::function<bool(Part&)> read, ReadBy by);
    PartStream(const PartStream&) = delete;
    PartStream& operator=(const PartStream&) = delete;
    ~PartStream();

    /// The next part, which is the caller's until the next call; null where it could not be read.
    /// Not to be called after the last part.
    Part* next();

private:
    bool isReadInto(Part& part);
    void readAll(const std::stop_token& stop);

    std::function<bool(Part&)> read_;
    std::array<Part, 2> parts_;
    std::array<bool, 2> isRead_{};
    std::size_t taken_ = 0;
    std::counting_semaphore<> free_{2};
    std::counting_semaphore<> ready_{0};
    std::jthread thread_;  ///< Last: it uses the others.
};

}  // namespace subs
