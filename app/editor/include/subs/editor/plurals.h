// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTranslator>

#include <cstdint>

namespace subs::editor {

/// English for `tr` with a number. A text has its forms in parentheses, for one and for any other
/// number: "There (is|are) %n more remark(s)"; "(s)" is short for "(|s)". A translation that is
/// installed after it goes before it.
class EnglishPlurals : public QTranslator {
    Q_OBJECT

public:
    using QTranslator::QTranslator;

    /// Nothing for a text without forms.
    QString translate(const char* context,
                      const char* sourceText,
                      const char* disambiguation = nullptr,
                      int n = -1) const override;
    bool isEmpty() const override { return false; }
};

/// `count` as `tr` takes a number.
int pluralNumber(std::int64_t count);

}  // namespace subs::editor
