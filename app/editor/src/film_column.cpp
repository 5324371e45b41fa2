// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/film_column.h>
#include <subs/editor/findings_panel.h>
#include <subs/editor/fonts.h>
#include <subs/editor/picture_panel.h>

#include <algorithm>
#include <cmath>

namespace subs::editor {

namespace {

constexpr int kGap = 6;
constexpr int kLeastFindings = 140;

}  // namespace

FilmColumn::FilmColumn(PicturePanel& picture, FindingsPanel& findings, QWidget* parent)
    : QWidget(parent), picture_(picture), findings_(findings) {
    picture_.setParent(this);
    findings_.setParent(this);
    setMinimumWidth(scaled(360));
    connect(&picture_, &PicturePanel::shapeChanged, this, &FilmColumn::share);
}

void FilmColumn::resizeEvent(QResizeEvent*) {
    share();
}

void FilmColumn::share() {
    const int wanted =
        static_cast<int>(std::lround((width() - 2) / picture_.shape())) + picture_.heightAround();
    const int high = std::clamp(wanted, 0, std::max(0, height() - kGap - scaled(kLeastFindings)));
    picture_.setGeometry(0, 0, width(), high);
    findings_.setGeometry(0, high + kGap, width(), std::max(0, height() - high - kGap));
}

}  // namespace subs::editor
