// SPDX-License-Identifier: MIT
#include "written_anew.h"

#include <subs/format/unread.h>

#include "format/in_place.h"

#include <fmt/format.h>

namespace subs {

Diagnostic newFileRemark(std::string_view reason) {
    return {
        Severity::Warning,
        0,
        0,
        "convert.new-file",
        fmt::format("{}; a new file was written instead, with the losses that are told", reason)};
}

Result<WrittenDocument> editedOrAnew(const Document& document,
                                     ReadDocument& read,
                                     const WriteOptions& writing) {
    auto edited = writtenDocument(document, *read.format, writing);
    const auto reason = edited ? std::nullopt : refusalReason(edited.error());
    if (!reason) return edited;
    auto anew = writtenDocument(asNewFile(document), *read.format, writing);
    if (!anew) return edited;
    addUnread(read.unread, read.format->info(), anew->losses);
    read.diagnostics.push_back(newFileRemark(*reason));
    return anew;
}

}  // namespace subs
