// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace subs::xlsx {

/// An attribute without its prefix.
struct Attribute {
    std::string_view name;
    std::string value;
};
using Attributes = std::vector<Attribute>;

/// The value of the attribute `name`, or an empty one.
std::string_view valueOf(const Attributes& attributes, std::string_view name);

/// What is done with the elements and texts of a part. Names are without prefix.
class XmlHandler {
public:
    XmlHandler() = default;
    XmlHandler(const XmlHandler&) = delete;
    XmlHandler& operator=(const XmlHandler&) = delete;
    virtual ~XmlHandler() = default;

    virtual void begin(std::string_view name, const Attributes& attributes) = 0;
    virtual void end(std::string_view) {}
    virtual void text(std::string_view) {}
    /// False where no more is to be read.
    virtual bool wantsMore() const { return true; }
};

/// Reads a part of a workbook as it comes. A document type is refused, which parts do not have
/// (ECMA-376-2, 8.1.4), so that there are no entities but the five.
class XmlStream {
public:
    /// `handler` is borrowed.
    explicit XmlStream(XmlHandler& handler);
    XmlStream(const XmlStream&) = delete;
    XmlStream& operator=(const XmlStream&) = delete;
    ~XmlStream();

    /// False where the part is no XML, or no more is to be read.
    bool feed(std::string_view bytes);
    /// Error "xlsx.damaged".
    Result<void> finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace subs::xlsx
