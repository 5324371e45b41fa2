// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

#include <optional>

namespace subs::editor {

/// `bytes` with a check sum in front, for settings that the reader of them does not check: Qt
/// restores half of a half arrangement and says that all went well.
QByteArray sealed(const QByteArray& bytes);
/// What was sealed; nothing where it is not whole.
std::optional<QByteArray> unsealed(const QByteArray& bytes);

}  // namespace subs::editor
