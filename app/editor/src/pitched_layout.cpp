// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/pitched_layout.h>

#include <QtGui/QTextBlock>
#include <QtGui/QTextLayout>

namespace subs::editor {

PitchedLayout::PitchedLayout(QTextDocument* document, int pitch, double baseline)
    : QPlainTextDocumentLayout(document), pitch_(pitch), baseline_(baseline) {}

QRectF PitchedLayout::blockBoundingRect(const QTextBlock& block) const {
    QRectF rect = QPlainTextDocumentLayout::blockBoundingRect(block);
    if (!block.isValid()) return rect;
    const QTextLayout* layout = block.layout();
    for (int i = 0; i < layout->lineCount(); ++i) {
        QTextLine line = layout->lineAt(i);
        line.setPosition({line.x(), i * pitch_ + baseline_ - line.ascent()});
    }
    const double margin = block.next().isValid() ? 0 : document()->documentMargin();
    rect.setHeight(layout->lineCount() * pitch_ + margin);
    return rect;
}

}  // namespace subs::editor
