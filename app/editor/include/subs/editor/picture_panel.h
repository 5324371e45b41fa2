// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/film_view.h>
#include <subs/editor/panel.h>
#include <subs/editor/session.h>
#include <subs/session/player.h>

#include <cstdint>
#include <optional>

class QAction;
class QHBoxLayout;

namespace subs::editor {

enum class TransportText : std::uint8_t { Hidden, Shown };

/// The film with its subtitles, and under it where it stands.
class PicturePanel : public Panel {
    Q_OBJECT

public:
    explicit PicturePanel(const Session& session, QWidget* parent = nullptr);

    /// Adds a button to the strip under the picture, before the timecode.
    void addTransport(QAction& action, TransportText text);
    FilmView& view() { return *view_; }
    /// The height of everything but the picture.
    int heightAround() const;
    /// Width ÷ height of the film; 16 : 9 without one.
    double shape() const;
    /// The frame whose picture is shown; nothing while there is none.
    std::optional<Frame> shownFrame() const { return shown_; }
    /// "film ready", "no film", ... for the status bar.
    QString stateText() const;

signals:
    void shapeChanged();
    void stateTextChanged();
    /// The person wants to choose the film.
    void filmWanted();

private:
    void takeState(session::PlayerState state);
    void takeFrame(Frame frame);
    void takePicture(const QImage& picture, Frame frame);
    void takeFilm();
    void showDetail();
    void takeMessage(const session::PlayerMessage& message);
    void showRemark(session::PlayerState state);
    QString filmName() const;
    QString expectedPlace() const;

    Session session_;
    FilmView* view_;
    QWidget* transport_;
    QHBoxLayout* buttons_;
    QLabel* timecode_;
    QLabel* frame_;
    QString lastMessage_;
    std::optional<Frame> shown_;
};

}  // namespace subs::editor
