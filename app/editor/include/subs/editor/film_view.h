// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QImage>
#include <QtWidgets/QWidget>

class QPainter;
class QPushButton;

namespace subs::editor {

class GlCover;

/// The film's picture, as large as fits with its shape kept, on a grey that tints nothing; or in
/// words why there is none.
class FilmView : public QWidget {
    Q_OBJECT

public:
    explicit FilmView(QWidget* parent = nullptr);

    /// Shown until the next one; an empty picture shows the remark.
    void setPicture(const QImage& picture);
    const QImage& picture() const { return picture_; }
    /// What is said where there is no picture: a title, a sentence, and what can be done about it
    /// (nothing: no button).
    void setRemark(const QString& title, const QString& sentence, const QString& deed = {});
    const QString& remark() const { return title_; }
    QPushButton& deed() { return *deed_; }
    /// Has OpenGL paint from now on, where that is exact (gl_cover.h), or as for all other widgets
    /// software.
    void setOpenGl(bool on);
    bool isOpenGl() const { return cover_ != nullptr; }

    /// Where the picture stands, in logical pixels.
    QRect pictureRect() const;
    /// The room for a picture in device pixels.
    QSize pixelRoom() const;

signals:
    /// The button under the remark was pressed.
    void deedRequested();
    void pixelRoomChanged(QSize room);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void paint(QPainter& painter) const;
    void paintRemark(QPainter& painter) const;
    void placeRemark();
    void updateAll();

    QImage picture_;
    QString title_;
    QString sentence_;
    QPushButton* deed_;
    GlCover* cover_ = nullptr;  ///< Where OpenGL paints.
    QRect iconPlace_;
    QRect titlePlace_;
    QRect sentencePlace_;
};

}  // namespace subs::editor
