// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/colors.h>
#include <subs/editor/cue_header.h>
#include <subs/editor/fonts.h>

#include <QtCore/QAbstractItemModel>
#include <QtGui/QPainter>

namespace subs::editor {

using namespace session;

namespace {

constexpr int kPadding = 8;
constexpr int kSwatch = 10;

bool isText(int column) {
    return column == FirstTextColumn || column == SecondTextColumn;
}

bool isLeftAligned(int column) {
    return isText(column) || column == InColumn || column == OutColumn;
}

}  // namespace

CueHeader::CueHeader(QWidget* parent) : QWidget(parent) {
    setFont(interfaceFont(TextSize::Secondary, Weight::Bold));
}

void CueHeader::setModel(QAbstractItemModel* model) {
    model_ = model;
    update();
}

void CueHeader::setColumns(const CueColumns& columns) {
    columns_ = columns;
    update();
}

QString CueHeader::languageOf(int column) const {
    return model_ ? model_->headerData(column, Qt::Horizontal, LanguageRole).toString() : QString();
}

void CueHeader::paintEvent(QPaintEvent*) {
    const Colors& colors = Colors::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors[ColorRole::Bar]);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colors[ColorRole::Hairline]);
    for (int column = 0; column < CueColumnCount && model_; ++column) {
        const auto [left, spanWidth] = columns_[column];
        if (spanWidth == 0) continue;
        painter.fillRect(QRect(left + spanWidth - 1, 0, 1, height()), colors[ColorRole::Hairline]);
        QRect place(left + kPadding, 0, spanWidth - 2 * kPadding, height() - 1);
        if (isText(column)) {
            const int side = scaled(kSwatch);
            const QRect swatch(place.left(), (height() - side) / 2, side, side);
            painter.fillRect(swatch, colors.language(languageOf(column)));
            place.setLeft(swatch.right() + 6);
        }
        const int align = isLeftAligned(column) ? Qt::AlignLeft : Qt::AlignRight;
        painter.setPen(colors[ColorRole::Secondary]);
        const QString name = model_->headerData(column, Qt::Horizontal).toString();
        painter.drawText(place,
                         align | Qt::AlignVCenter,
                         fontMetrics().elidedText(name, Qt::ElideRight, place.width()));
    }
}

}  // namespace subs::editor
