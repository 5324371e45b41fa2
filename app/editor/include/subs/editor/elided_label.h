// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QLabel>

namespace subs::editor {

/// A label of one line that may be narrower than its text, which then ends in "…" at a cluster's
/// edge and stands whole in the tool tip.
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    ElidedLabel(const QFont& font, const char* tone, QWidget* parent = nullptr);

    void setFullText(const QString& text);
    /// So many letters stay to be seen.
    void setLeastLetters(int letters);
    const QString& fullText() const { return full_; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    int around() const;
    void fit();

    QString full_;
    int leastLetters_ = 4;
};

}  // namespace subs::editor
