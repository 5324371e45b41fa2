// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/fonts.h>
#include <subs/editor/picture_panel.h>
#include <subs/editor/plurals.h>
#include <subs/editor/problem_area.h>
#include <subs/session/settings.h>
#include <subs/session/time_text.h>
#include <subs/session/workspace.h>

#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QToolButton>

namespace subs::editor {

using namespace session;

namespace {

constexpr int kTransportHeight = 36;
constexpr double kUsualShape = 16.0 / 9.0;

QString numberText(Frame frame) {
    return QLocale(QLocale::English).toString(static_cast<qlonglong>(frame.number));
}

QFrame* upright() {
    auto* line = new QFrame;
    line->setProperty("line", "upright");
    line->setFixedSize(1, 22);
    return line;
}

// "24", "23.976": no more decimals than it takes.
QString rateText(const FrameTimeline& timeline) {
    const Fraction rate = timeline.averageRate().framesPerSecond();
    const double perSecond =
        static_cast<double>(rate.numerator()) / static_cast<double>(rate.denominator());
    static const QRegularExpression kEmptyDecimals(QStringLiteral("\\.?0+$"));
    return QLocale::c().toString(perSecond, 'f', 3).remove(kEmptyDecimals);
}

}  // namespace

PicturePanel::PicturePanel(const Session& session, QWidget* parent)
    : Panel(tr("Picture"), parent),
      session_(session),
      view_(new FilmView),
      transport_(new QWidget),
      buttons_(new QHBoxLayout),
      timecode_(makeLabel({}, interfaceFont(TextSize::Timecode, Weight::Bold), "text")),
      frame_(makeLabel({}, interfaceFont(TextSize::Normal), "secondary")) {
    addToBody(view_, 1);
    transport_->setFixedHeight(scaled(kTransportHeight));
    auto* row = new QHBoxLayout(transport_);
    row->setContentsMargins(8, 2, 10, 2);
    row->setSpacing(10);
    buttons_->setSpacing(4);
    row->addLayout(buttons_);
    row->addWidget(upright());
    row->addWidget(timecode_);
    row->addWidget(frame_);
    row->addStretch(1);
    addToBody(transport_);
    timecode_->setAccessibleName(tr("Playhead"));
    frame_->setAccessibleName(tr("Frame"));

    Player& player = session_.player;
    connect(view_, &FilmView::pixelRoomChanged, &player, &Player::setPictureSize);
    connect(&player, &Player::stateChanged, this, &PicturePanel::takeState);
    connect(&player, &Player::frameChanged, this, &PicturePanel::takeFrame);
    connect(&player, &Player::pictureReady, this, &PicturePanel::takePicture);
    connect(&player, &Player::opened, this, &PicturePanel::takeFilm);
    connect(&player, &Player::grown, this, &PicturePanel::takeFilm);
    connect(&player, &Player::speedChanged, this, &PicturePanel::stateTextChanged);
    connect(&player, &Player::lookChanged, this, &PicturePanel::showDetail);
    connect(&player, &Player::message, this, &PicturePanel::takeMessage);
    connect(view_, &FilmView::deedRequested, this, &PicturePanel::filmWanted);
    takeState(player.state());
}

void PicturePanel::addTransport(QAction& action, TransportText text) {
    auto* button = new QToolButton;
    button->setDefaultAction(&action);
    button->setToolButtonStyle(text == TransportText::Shown ? Qt::ToolButtonTextBesideIcon
                                                            : Qt::ToolButtonIconOnly);
    button->setIconSize(QSize(scaled(text == TransportText::Shown ? 20 : 16), scaled(16)));
    button->setFocusPolicy(Qt::TabFocus);
    buttons_->addWidget(button);
}

int PicturePanel::heightAround() const {
    return stripHeight() + transport_->height() + 2;
}

double PicturePanel::shape() const {
    const QSize size = session_.player.filmSize();
    return size.isEmpty() ? kUsualShape : static_cast<double>(size.width()) / size.height();
}

QString PicturePanel::filmName() const {
    return QFileInfo(session_.workspace.filmPath()).fileName();
}

void PicturePanel::takeFilm() {
    const std::optional<FrameTimeline> timeline = session_.player.timeline();
    const QSize size = session_.player.filmSize();
    showDetail();
    if (timeline && !size.isEmpty() && session_.player.indexedShare() == 1)
        session_.settings.setFilmLength(session_.workspace.filmPath(),
                                        timeline->timeOf({session_.player.frameCount()}));
    takeFrame(session_.player.currentFrame());
    emit shapeChanged();
    emit stateTextChanged();
}

// What the film is, and whom the picture is for where that is not the person who looks at it.
void PicturePanel::showDetail() {
    const std::optional<FrameTimeline> timeline = session_.player.timeline();
    const QSize size = session_.player.filmSize();
    if (!timeline) return setDetail({});
    if (size.isEmpty()) return setDetail(tr("no picture · sound only"));
    const QString film =
        tr("%1 × %2 · %3 fps").arg(size.width()).arg(size.height()).arg(rateText(*timeline));
    const bool isOthers = session_.player.look() == TextLook::OtherPlayers;
    setDetail(isOthers ? tr("%1 · as other players show it").arg(film) : film);
}

void PicturePanel::takeState(PlayerState state) {
    if (state == PlayerState::Empty || state == PlayerState::Opening ||
        state == PlayerState::Failed) {
        view_->setPicture({});
        shown_.reset();
        setDetail({});
        timecode_->clear();
        frame_->clear();
        showRemark(state);
    }
    emit stateTextChanged();
}

// The folder, and how long the film was when it was last open.
QString PicturePanel::expectedPlace() const {
    const QString path = session_.workspace.filmPath();
    const QString folder = QFileInfo(path).absolutePath();
    const std::optional<Time> length = session_.settings.filmLength(path);
    return length ? tr("%1, %2 long").arg(folder, secondText(*length)) : folder;
}

void PicturePanel::showRemark(PlayerState state) {
    if (state == PlayerState::Empty)
        view_->setRemark(
            tr("No film is open"), tr("Drop one here, or choose it."), tr("Choose film…"));
    else if (state == PlayerState::Opening)
        view_->setRemark(tr("Opening %1").arg(filmName()), tr("Finding its frames."));
    else if (session_.workspace.isFilmMissing())
        view_->setRemark(
            tr("%1 is not here").arg(filmName()),
            tr("It was expected in %1. Texts, times and checks go on.").arg(expectedPlace()),
            tr("Find film…"));
    else
        view_->setRemark(tr("%1 cannot be shown").arg(filmName()),
                         asSentence(lastMessage_),
                         tr("Choose another film…"));
}

void PicturePanel::takeMessage(const PlayerMessage& message) {
    if (message.topic != PlayerTopic::Failed) return;
    lastMessage_ = message.text;
    showRemark(PlayerState::Failed);
}

void PicturePanel::takeFrame(Frame frame) {
    const std::optional<FrameTimeline> timeline = session_.player.timeline();
    if (!timeline) return;
    if (!session_.player.hasPicture()) {
        timecode_->setText(millisecondText(*session_.player.currentTime()));
        frame_->setText(tr("no picture"));
        return;
    }
    timecode_->setText(frameText(frame, *timeline));
    const bool isGuess =
        session_.player.indexedShare() < 1 && frame.number >= session_.player.frameCount();
    frame_->setText((isGuess ? tr("about frame %1") : tr("frame %1")).arg(numberText(frame)));
}

void PicturePanel::takePicture(const QImage& picture, Frame frame) {
    view_->setPicture(picture);
    shown_ = frame;
    const Frame wanted = session_.player.currentFrame();
    takeFrame(wanted);
    // While a person drags: a picture on the way is not taken for the one that is wanted.
    if (frame != wanted && !session_.player.isPlaying())
        frame_->setText(tr("%1 · picture of %2").arg(frame_->text(), numberText(frame)));
}

QString PicturePanel::stateText() const {
    switch (session_.player.state()) {
        case PlayerState::Empty:
            return tr("No film");
        case PlayerState::Opening:
            return tr("Opening the film");
        case PlayerState::Failed:
            return session_.workspace.isFilmMissing() ? tr("The film is not here")
                                                      : tr("The film cannot be shown");
        case PlayerState::Paused:
        case PlayerState::Playing:
            break;
    }
    if (!session_.player.hasPicture()) return tr("%1 · sound only").arg(filmName());
    if (const double share = session_.player.indexedShare(); share < 1)
        return tr("%1 · video index %2 %").arg(filmName()).arg(static_cast<int>(share * 100));
    const std::int64_t frames = session_.player.frameCount();
    const QString text =
        tr("%1 · %2 frame(s)", nullptr, pluralNumber(frames))
            .arg(filmName(), QLocale(QLocale::English).toString(static_cast<qlonglong>(frames)));
    const double speed = session_.player.speed();
    return speed == 1 ? text : tr("%1 · %2 % speed").arg(text).arg(qRound(speed * 100));
}

}  // namespace subs::editor
