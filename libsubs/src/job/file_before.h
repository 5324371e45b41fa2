// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/file.h>

#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

namespace subs {

/// What is in a file now, to be put back.
class FileBefore {
public:
    explicit FileBefore(std::filesystem::path path) : path_(std::move(path)) {
        std::error_code ignored;
        if (!std::filesystem::exists(path_, ignored)) return;
        if (auto bytes = readFile(path_)) bytes_ = *std::move(bytes);
    }

    /// Nothing where there is no file.
    const std::optional<std::string>& bytes() const { return bytes_; }

    void putBack() const {
        std::error_code ignored;
        if (!bytes_)
            std::filesystem::remove(path_, ignored);
        else
            static_cast<void>(writeFileAtomically(path_, *bytes_).has_value());
    }

private:
    std::filesystem::path path_;
    std::optional<std::string> bytes_;
};

}  // namespace subs
