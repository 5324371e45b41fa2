// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>

#include <QtCore/QString>

namespace subs::session {

/// An error in the window's language.
inline tl::unexpected<Error> failed(const char* code, const QString& message) {
    return failure(code, message.toStdString());
}

}  // namespace subs::session
