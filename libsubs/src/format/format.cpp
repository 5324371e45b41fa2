// SPDX-License-Identifier: MIT
#include <subs/format/format.h>

namespace subs {

std::unique_ptr<PartReader> Format::partReader(const ReadOptions&) const {
    return nullptr;
}

std::unique_ptr<PartWriter> Format::partWriter(const WriteOptions&) const {
    return nullptr;
}

}  // namespace subs
