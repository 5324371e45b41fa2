// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct zip;

namespace subs::xlsx {

/// A ZIP archive in memory. Its bytes are borrowed.
class Archive {
public:
    /// Error "xlsx.damaged" where the bytes are no whole archive, "xlsx.encrypted" for one that
    /// needs a password is told when a part is read.
    static Result<Archive> open(std::string_view bytes);

    bool has(const std::string& name) const;
    /// Hands the contents of part `name` to `take`, a stretch at a time, until it answers false.
    /// Errors: "xlsx.damaged", "xlsx.encrypted", and "xlsx.too-large" beyond `limit` bytes,
    /// whatever the archive says of its size.
    Result<void> read(const std::string& name,
                      std::uint64_t limit,
                      const std::function<bool(std::string_view)>& take) const;
    /// The whole part.
    Result<std::string> read(const std::string& name, std::uint64_t limit) const;

private:
    struct Closer {
        void operator()(zip* archive) const;
    };
    explicit Archive(zip* archive) : archive_(archive) {}
    std::unique_ptr<zip, Closer> archive_;
};

/// What a part of an archive becomes.
struct PartEdit {
    std::string name;
    std::optional<std::string> content;  ///< Nothing: the part goes.
};

/// The archive `bytes` with `edits` of parts that it has; all other parts are copied as they are.
Result<std::string> withParts(std::string_view bytes, const std::vector<PartEdit>& edits);

/// The same for one part.
Result<std::string> withPart(std::string_view bytes,
                             const std::string& name,
                             std::string_view content);

}  // namespace subs::xlsx
