// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/plurals.h>

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <limits>

namespace subs::editor {

QString EnglishPlurals::translate(const char*, const char* sourceText, const char*, int n) const {
    if (n < 0) return {};
    static const QRegularExpression kForms(
        QStringLiteral(R"(\((?:(?<one>[^()|]*)\|(?<other>[^()|]*)|(?<ending>s))\))"));
    const QString text = QString::fromUtf8(sourceText);
    QString chosen;
    qsizetype done = 0;
    for (auto at = kForms.globalMatch(text); at.hasNext();) {
        const QRegularExpressionMatch forms = at.next();
        chosen += text.mid(done, forms.capturedStart() - done);
        chosen += n == 1 ? forms.captured(QStringLiteral("one"))
                         : forms.captured(QStringLiteral("other")) +
                               forms.captured(QStringLiteral("ending"));
        done = forms.capturedEnd();
    }
    return done == 0 ? QString() : chosen + text.mid(done);
}

int pluralNumber(std::int64_t count) {
    return static_cast<int>(std::clamp<std::int64_t>(count, 0, std::numeric_limits<int>::max()));
}

}  // namespace subs::editor
