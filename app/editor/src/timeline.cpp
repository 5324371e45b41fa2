// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/colors.h>
#include <subs/editor/fonts.h>
#include <subs/editor/timeline.h>
#include <subs/editor/timeline_cues.h>
#include <subs/editor/timeline_overview.h>
#include <subs/editor/timeline_ruler.h>
#include <subs/editor/timeline_shots.h>
#include <subs/editor/timeline_sound.h>
#include <subs/session/cue_table_model.h>
#include <subs/session/film_shots.h>
#include <subs/session/film_sound.h>
#include <subs/session/player.h>

#include <QtGui/QPaintEvent>
#include <QtGui/QPainter>

#include <algorithm>
#include <cmath>

namespace subs::editor {

using namespace session;

namespace {

/// The lanes from the top.
enum LanePlace : std::size_t { Overview, Ruler, Spectrum, Waveform, FirstCues, SecondCues };

constexpr int kGutter = 104;
constexpr int kOverviewHeight = 22;
constexpr int kRulerHeight = 20;
constexpr int kFirstHeight = 34;
constexpr int kSecondHeight = 32;
constexpr int kLeastSound = 30;
// More room than this for the sound lets the spectrogram in, and then the texts have two lines.
constexpr int kSpectrumFrom = 110;
constexpr int kTwoLinesFrom = 200;
constexpr int kTwoLines = 30;
constexpr int kUsualHeight = 160;
constexpr int kMarkWidth = 4;
constexpr int kHead = 9;

}  // namespace

Timeline::Timeline(const Session& session, QWidget* parent) : QWidget(parent), session_(session) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Timeline"));
    const auto add = [this](std::unique_ptr<TimelineLane> lane) {
        lanes_.push_back({std::move(lane), {}, {}});
    };
    add(std::make_unique<TimelineOverview>(session.workspace));
    add(std::make_unique<TimelineRuler>());
    add(std::make_unique<TimelineSpectrogram>(session.sound));
    add(std::make_unique<TimelineWaveform>(session.sound));
    add(std::make_unique<TimelineCues>(session.workspace, Side::First));
    add(std::make_unique<TimelineCues>(session.workspace, Side::Second));
    connectSession();
    takeLength();
}

Timeline::~Timeline() = default;

void Timeline::connectSession() {
    const Workspace& workspace = session_.workspace;
    connect(&workspace, &Workspace::trackReplaced, this, &Timeline::takeLength);
    connect(&workspace, &Workspace::edited, this, &Timeline::takeEdit);
    connect(&workspace, &Workspace::timelineChanged, this, &Timeline::takeLength);
    connect(&session_.player, &Player::opened, this, &Timeline::takeLength);
    connect(&session_.player, &Player::stateChanged, this, &Timeline::movePlayhead);
    connect(&session_.player, &Player::frameChanged, this, &Timeline::movePlayhead);
    connect(&session_.sound, &FilmSound::changed, this, &Timeline::takeLength);
    connect(&session_.shots, &FilmShots::changed, this, &Timeline::refreshCues);
}

void Timeline::takeLength() {
    scale_.setLength(lengthOfAll());
    scaleMoved();
}

/// An edit leaves the sound as it is.
void Timeline::takeEdit() {
    const Stretch before = scale_.shown();
    scale_.setLength(lengthOfAll());
    if (scale_.shown() != before) return scaleMoved();
    refreshCues();
    emit scaleChanged();
}

/// The film's and the tracks', whichever is the longest.
Time Timeline::lengthOfAll() const {
    Time length;
    if (const auto frames = session_.player.timeline())
        length = frames->timeOf({session_.player.frameCount()});
    if (const auto facts = session_.sound.facts()) length = std::max(length, facts->end);
    for (const Side side : kBothSides)
        for (const Cue& cue : session_.workspace.document(side).cues)
            length = std::max(length, cue.end.value_or(cue.start));
    return length;
}

void Timeline::refresh() {
    keptFor_.reset();
    refreshCues();
}

/// All but the sound, where that is as it was.
void Timeline::refreshCues() {
    painted_ = {};
    update();
}

void Timeline::scaleMoved() {
    session_.sound.wish(scale_.shown(), soundColumns());
    playhead_ = playheadX();
    refresh();
    emit scaleChanged();
}

/// As many as the screen shows.
int Timeline::soundColumns() const {
    return static_cast<int>(std::lround(scale_.width() * devicePixelRatioF()));
}

bool Timeline::isSoundThere() const {
    return !session_.sound.isReading();
}

int Timeline::gutter() const {
    return scaled(kGutter);
}

QRect Timeline::overviewRect() const {
    return lanes_[Overview].area;
}
QRect Timeline::rulerRect() const {
    return lanes_[Ruler].area;
}
QRect Timeline::spectrogramRect() const {
    return lanes_[Spectrum].area;
}
QRect Timeline::waveformRect() const {
    return lanes_[Waveform].area;
}
QRect Timeline::cuesRect(Side side) const {
    return lanes_[side == Side::First ? FirstCues : SecondCues].area;
}

const TimelineCues& Timeline::cuesLane(Side side) const {
    return static_cast<const TimelineCues&>(
        *lanes_[side == Side::First ? FirstCues : SecondCues].lane);
}

QSize Timeline::sizeHint() const {
    return {scaled(800), scaled(kUsualHeight)};
}

QSize Timeline::minimumSizeHint() const {
    return {scaled(300),
            scaled(kOverviewHeight + kRulerHeight + kLeastSound + kFirstHeight + kSecondHeight)};
}

/// What the sound has more than it needs goes to the spectrogram, then to second lines of texts.
void Timeline::placeLanes() {
    const int fixed = scaled(kOverviewHeight + kRulerHeight + kFirstHeight + kSecondHeight);
    int sound = std::max(height() - fixed, scaled(kLeastSound));
    const int more = sound >= scaled(kTwoLinesFrom) ? scaled(kTwoLines) : 0;
    sound -= 2 * more;
    const int spectrum = sound >= scaled(kSpectrumFrom) ? sound * 11 / 20 : 0;
    const int heights[] = {scaled(kOverviewHeight),
                           scaled(kRulerHeight),
                           spectrum,
                           sound - spectrum,
                           scaled(kFirstHeight) + more,
                           scaled(kSecondHeight) + more};
    int top = 0;
    for (std::size_t i = 0; i < lanes_.size(); ++i) {
        lanes_[i].area = QRect(gutter(), top, std::max(width() - gutter(), 1), heights[i]);
        top += heights[i];
    }
    scale_.setWidth(lanes_[Overview].area.width());
}

void Timeline::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    placeLanes();
    scaleMoved();
}

void Timeline::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) refresh();
}

void Timeline::setPerSecond(double perSecond) {
    const int x = playheadX();
    const bool isShown = x >= 0 && x < scale_.width();
    scale_.setPerSecond(perSecond, isShown ? x : scale_.width() / 2.0);
    scaleMoved();
}

void Timeline::setChosen(const CuePair& cues) {
    if (chosen_ == cues) return;
    chosen_ = cues;
    if (const auto stretch = chosenStretch())
        if (scale_.reveal(stretch->from)) return scaleMoved();
    refreshCues();
}

/// From the first edge of both cues to the last.
std::optional<Stretch> Timeline::chosenStretch() const {
    std::optional<Stretch> stretch;
    for (const Side side : kBothSides) {
        const auto id = chosen_.of(side);
        const Cue* cue = id ? session_.workspace.cue(side, *id) : nullptr;
        if (!cue) continue;
        const Stretch own{cue->start, cue->end.value_or(cue->start)};
        stretch = stretch
                      ? Stretch{std::min(stretch->from, own.from), std::max(stretch->to, own.to)}
                      : own;
    }
    return stretch;
}

void Timeline::movePlayhead() {
    if (session_.player.isPlaying() && drag_ == Drag::None)
        if (const auto now = session_.player.currentTime(); now && scale_.reveal(*now))
            return scaleMoved();
    const int x = playheadX();
    if (x == playhead_) return;
    update(playheadRect(playhead_));
    playhead_ = x;
    update(playheadRect(playhead_));
}

/// Without the gutter; -1 where there is none or it is not shown.
int Timeline::playheadX() const {
    const auto now = session_.player.currentTime();
    if (!now) return -1;
    const double x = scale_.xOf(*now);
    return x >= 0 && x < scale_.width() ? static_cast<int>(x) : -1;
}

QRect Timeline::playheadRect(int x) const {
    if (x < 0) return {};
    const int half = scaled(kHead) / 2 + 2;
    return {gutter() + x - half, 0, 2 * half + 1, height()};
}

void Timeline::paintEvent(QPaintEvent* event) {
    if (painted_.isNull() || painted_.devicePixelRatio() != devicePixelRatioF()) paintLanes();
    QPainter painter(this);
    const double ratio = painted_.devicePixelRatio();
    for (const QRect& part : event->region())
        painter.drawPixmap(
            QRectF(part),
            painted_,
            QRectF(
                part.x() * ratio, part.y() * ratio, part.width() * ratio, part.height() * ratio));
    paintPlayhead(painter);
    if (hasFocus()) {
        painter.setPen(QPen(Colors::of(palette())[ColorRole::Accent], 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void Timeline::paintLanes() {
    const double ratio = devicePixelRatioF();
    painted_ = QPixmap(QSizeF(size() * ratio).toSize());
    painted_.setDevicePixelRatio(ratio);
    const Colors& colors = Colors::of(palette());
    painted_.fill(colors[ColorRole::Panel]);
    QPainter painter(&painted_);
    const std::optional<FrameTimeline> frames = session_.player.timeline();
    const LaneView view{scale_, colors, frames, chosen_, chosenStretch()};
    const SoundView sound{scale_.shown(), view.chosen, size(), ratio};
    if (keptFor_ != sound) {
        for (Placed& placed : lanes_)
            placed.kept = {};
        keptFor_ = sound;
    }
    for (Placed& placed : lanes_) {
        if (placed.area.isEmpty()) continue;
        paintGutter(painter, placed);
        paintLane(painter, placed, view);
        painter.setPen(colors[ColorRole::Hairline]);
        painter.drawLine(0, placed.area.bottom(), width(), placed.area.bottom());
    }
    painter.setPen(colors[ColorRole::Hairline]);
    painter.drawLine(gutter() - 1, 0, gutter() - 1, height());
    const QRect lanes(gutter(), rulerRect().top(), scale_.width(), height() - rulerRect().top());
    painter.setClipRect(lanes);
    const FilmShots& known = session_.shots;
    const Shots moved = cut_ ? known.withCutMoved(cut_->from, cut_->to) : Shots();
    paintShots(painter,
               lanes,
               rulerRect().height(),
               {cut_ ? moved : known.shots(), known.cutsByHand(), cut_},
               view);
    if (!view.chosen) return;
    painter.setPen(QPen(colors[ColorRole::Accent], 1));
    for (const Time edge : {view.chosen->from, view.chosen->to}) {
        const double x = scale_.xOf(edge);
        if (x < 0 || x > scale_.width()) continue;
        const int at = gutter() + static_cast<int>(x);
        painter.drawLine(at, rulerRect().bottom(), at, height());
    }
}

void Timeline::paintLane(QPainter& painter, Placed& placed, const LaneView& view) {
    const double ratio = painted_.devicePixelRatio();
    // At a part of a pixel what is kept would be drawn between pixels.
    const bool isKept = placed.lane->isSound() && ratio == std::floor(ratio);
    if (!isKept) {
        painter.save();
        painter.setClipRect(placed.area);
        placed.lane->paint(painter, placed.area, view);
        return painter.restore();
    }
    if (placed.kept.isNull()) {
        placed.kept = QPixmap((QSizeF(placed.area.size()) * ratio).toSize());
        placed.kept.setDevicePixelRatio(ratio);
        placed.kept.fill(view.colors[ColorRole::Panel]);
        QPainter own(&placed.kept);
        placed.lane->paint(own, QRect(QPoint(), placed.area.size()), view);
    }
    painter.drawPixmap(placed.area.topLeft(), placed.kept);
}

void Timeline::paintGutter(QPainter& painter, const Placed& placed) const {
    const Colors& colors = Colors::of(palette());
    const QRect place(0, placed.area.top(), gutter(), placed.area.height());
    painter.fillRect(place, colors[ColorRole::Bar]);
    if (const QColor mark = placed.lane->mark(colors); mark.isValid())
        painter.fillRect(QRect(0, place.top(), kMarkWidth, place.height()), mark);
    const QRect text = place.adjusted(scaled(12), 0, -4, 0);
    const QString name = placed.lane->name();
    const QString detail = placed.lane->detail();
    const QFontMetrics small(interfaceFont(TextSize::Small));
    const bool hasDetail = !detail.isEmpty() && text.height() >= 2 * small.height();
    const auto half = [&](int part) {
        const int high = small.height();
        return QRect(text.left(), text.center().y() - high + part * high, text.width(), high);
    };
    painter.setFont(interfaceFont(TextSize::Small, Weight::Bold));
    painter.setPen(colors[ColorRole::Text]);
    painter.drawText(hasDetail ? half(0) : text, Qt::AlignLeft | Qt::AlignVCenter, name);
    if (!hasDetail) return;
    painter.setFont(interfaceFont(TextSize::Small));
    painter.setPen(colors[ColorRole::Secondary]);
    painter.drawText(half(1),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     small.elidedText(detail, Qt::ElideRight, text.width()));
}

void Timeline::paintPlayhead(QPainter& painter) const {
    if (playhead_ < 0) return;
    const Colors& colors = Colors::of(palette());
    const int x = gutter() + playhead_;
    const QRect ruler = rulerRect();
    painter.fillRect(QRect(x - 2, ruler.top(), 4, height() - ruler.top()),
                     colors[ColorRole::Panel]);
    painter.fillRect(QRect(x - 1, ruler.top(), 2, height() - ruler.top()),
                     colors[ColorRole::Playhead]);
    const int half = scaled(kHead) / 2;
    const QPoint head[] = {{x - half, ruler.top()},
                           {x + half, ruler.top()},
                           {x + half, ruler.top() + half},
                           {x, ruler.top() + 2 * half},
                           {x - half, ruler.top() + half}};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors[ColorRole::Playhead]);
    painter.drawPolygon(head, static_cast<int>(std::size(head)));
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void Timeline::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void Timeline::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

}  // namespace subs::editor
