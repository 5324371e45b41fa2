// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/sealed_bytes.h>

#include <QtCore/QCryptographicHash>

namespace subs::editor {

namespace {

QByteArray sumOf(const QByteArray& bytes) {
    return QCryptographicHash::hash(bytes, QCryptographicHash::Md5);
}

constexpr qsizetype kSumSize = 16;

}  // namespace

QByteArray sealed(const QByteArray& bytes) {
    return sumOf(bytes) + bytes;
}

std::optional<QByteArray> unsealed(const QByteArray& bytes) {
    if (bytes.size() < kSumSize || sumOf(bytes.mid(kSumSize)) != bytes.left(kSumSize))
        return std::nullopt;
    return bytes.mid(kSumSize);
}

}  // namespace subs::editor
