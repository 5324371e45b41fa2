// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QPlainTextDocumentLayout>

namespace subs::editor {

/// Lines of one height with base lines at one place in it, whatever fonts they hold: so that two
/// boxes face each other line by line and Khmer is never cut. (Qt's own layout takes the height
/// from each font.)
class PitchedLayout : public QPlainTextDocumentLayout {
    Q_OBJECT

public:
    PitchedLayout(QTextDocument* document, int pitch, double baseline);

    int pitch() const { return pitch_; }
    QRectF blockBoundingRect(const QTextBlock& block) const override;

private:
    int pitch_;
    double baseline_;
};

}  // namespace subs::editor
