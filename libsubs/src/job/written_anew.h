// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/registry.h>

namespace subs {

/// The warning "convert.new-file".
Diagnostic newFileRemark(std::string_view reason);

/// `document`, made of what was `read`, in the format that it was read from: its file with what is
/// edited in it. Where the file cannot take an edit (format/in_place.h) it is a new file, which the
/// warning "convert.new-file" among what was read and the losses tell. The error where neither can
/// be is that of the edit.
Result<WrittenDocument> editedOrAnew(const Document& document,
                                     ReadDocument& read,
                                     const WriteOptions& writing);

}  // namespace subs
