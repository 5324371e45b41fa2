// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/session.h>
#include <subs/editor/timeline_lane.h>
#include <subs/editor/timeline_shots.h>
#include <subs/session/workspace.h>

#include <QtCore/QTimer>
#include <QtGui/QPixmap>
#include <QtWidgets/QWidget>

#include <memory>
#include <vector>

namespace subs::editor {

class TimelineCues;

/// The film from left to right: the whole of it, a ruler, its sound and the cues of both tracks,
/// under one playhead. Lanes are painted once for what is shown, and the playhead over them, so
/// that playing repaints no lane. The head of a cut is dragged along the ruler.
class Timeline : public QWidget {
    Q_OBJECT

public:
    explicit Timeline(const Session& session, QWidget* parent = nullptr);
    ~Timeline() override;

    const TimelineScale& scale() const { return scale_; }
    /// True where the sound that is shown is known, or no more of it will be.
    bool isSoundThere() const;
    /// Keeps the playhead where it is, where it is shown, else the middle.
    void setPerSecond(double perSecond);
    /// The cue that one works on: drawn as that, and brought into view.
    void setChosen(const session::CuePair& cues);

    /// The left edge of the lanes.
    int gutter() const;
    /// Where a lane of that kind stands; empty where there is no room for it.
    QRect rulerRect() const;
    QRect waveformRect() const;
    QRect spectrogramRect() const;
    QRect cuesRect(session::Side side) const;
    QRect overviewRect() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// A cue was clicked on, or double-clicked.
    void cueChosen(const subs::session::CuePair& cues);
    void playRequested();
    /// Shift and the wheel: the next cue, or the one before (-1).
    void stepRequested(int direction);
    void scaleChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    /// A lane and its place.
    struct Placed {
        std::unique_ptr<TimelineLane> lane;
        QRect area;    ///< Without the gutter; empty: not shown.
        QPixmap kept;  ///< As it was painted for `keptFor_`; null of one that is not kept.
    };
    /// What lanes of sound, which take the longest, show and do not know of themselves.
    struct SoundView {
        Stretch shown;
        std::optional<Stretch> chosen;
        QSize size;
        double ratio = 1;
        friend bool operator==(const SoundView&, const SoundView&) = default;
    };
    enum class Drag : std::uint8_t { None, Playhead, View, Overview, Cut };

    void connectSession();
    void takeLength();
    void takeEdit();
    Time lengthOfAll() const;
    void placeLanes();
    void refresh();
    void refreshCues();
    void scaleMoved();
    int soundColumns() const;
    void movePlayhead();
    void paintLanes();
    void paintLane(QPainter& painter, Placed& placed, const LaneView& view);
    void paintGutter(QPainter& painter, const Placed& placed) const;
    void paintPlayhead(QPainter& painter) const;
    int playheadX() const;
    QRect playheadRect(int x) const;
    double inLanes(double x) const { return x - gutter(); }
    std::optional<Frame> frameAt(double x) const;
    void seekTo(double x);
    void scrubTo(double x);
    void centreOn(Time time);
    std::optional<Frame> cutAt(const QPoint& place) const;
    void dragCut(double x);
    void dropCut();
    const TimelineCues& cuesLane(session::Side side) const;
    session::CuePair pairAt(const QPoint& place) const;
    std::optional<Stretch> chosenStretch() const;

    Session session_;
    TimelineScale scale_;
    std::vector<Placed> lanes_;  ///< From the top, in the order of `LanePlace`.
    session::CuePair chosen_;
    QPixmap painted_;  ///< All lanes; null where they are to be painted anew.
    std::optional<SoundView> keptFor_;
    int playhead_ = -1;
    Drag drag_ = Drag::None;
    double dragX_ = 0;
    std::optional<DraggedCut> cut_;  ///< The one that is dragged.
};

}  // namespace subs::editor
