// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QImage>
#include <QtWidgets/QWidget>

namespace subs::editor {

/// The film's picture, as large as fits with its shape kept, on a grey that tints nothing; or in
/// words why there is none.
class FilmView : public QWidget {
    Q_OBJECT

public:
    explicit FilmView(QWidget* parent = nullptr);

    /// Shown until the next one; an empty picture shows the remark.
    void setPicture(const QImage& picture);
    const QImage& picture() const { return picture_; }
    /// What is said where there is no picture: a title and a sentence.
    void setRemark(const QString& title, const QString& sentence);
    const QString& remark() const { return title_; }

    /// Where the picture stands, in logical pixels.
    QRect pictureRect() const;
    /// The room for a picture in device pixels.
    QSize pixelRoom() const;

signals:
    void pixelRoomChanged(QSize room);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void paintRemark(QPainter& painter) const;

    QImage picture_;
    QString title_;
    QString sentence_;
};

}  // namespace subs::editor
