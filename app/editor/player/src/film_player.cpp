// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/film_player.h>

#include "picture_worker.h"
#include "playback.h"

#include <QtCore/QMetaObject>
#include <QtCore/QTimer>

#include <algorithm>
#include <chrono>
#include <memory>
#include <utility>

namespace subs::editor {
namespace {

using session::PlayerState;
using session::PlayerTopic;

constexpr std::chrono::milliseconds kTick{5};

/// An image on the picture's own memory.
QImage imageOf(media::Picture picture) {
    auto owner = std::make_unique<media::Picture>(std::move(picture));
    const auto release = [](void* memory) { delete static_cast<media::Picture*>(memory); };
    const int width = owner->width;
    const int height = owner->height;
    const auto stride = static_cast<qsizetype>(owner->stride());
    const std::uint8_t* pixels = owner->pixels.data();
    return QImage(pixels, width, height, stride, QImage::Format_RGB32, release, owner.release());
}

}  // namespace

struct FilmPlayer::Parts {
    Parts(PlayerParts parts, const std::function<void()>& notify)
        : pictures(notify, std::move(parts.cache), parts.opening),
          playback(std::move(parts), notify) {}

    PlayerState state = PlayerState::Empty;
    std::optional<OpenedFilm> film;
    Frame current;
    std::optional<Frame> until;  ///< The last frame that is played; none: the film's.
    std::optional<Frame> again;  ///< Where playing begins again behind `until`.
    double speed = 1;
    TextLook look = TextLook::Delivered;
    std::vector<std::filesystem::path> files;
    QSize pictureSize;
    std::optional<ShownPicture> ahead;  ///< Made before its time.
    std::optional<Frame> coming;        ///< The one that is being made so.
    QTimer timer;
    PictureWorker pictures;
    Playback playback;
};

FilmPlayer::FilmPlayer(PlayerParts parts, QObject* parent)
    : Player(parent), parts_(std::make_unique<Parts>(std::move(parts), [this] {
          QMetaObject::invokeMethod(this, "deliver", Qt::QueuedConnection);
      })) {
    parts_->timer.setTimerType(Qt::PreciseTimer);
    parts_->timer.setInterval(kTick);
    connect(&parts_->timer, &QTimer::timeout, this, &FilmPlayer::tick);
}

FilmPlayer::~FilmPlayer() = default;

void FilmPlayer::open(const QString& path) {
    parts_->timer.stop();
    parts_->film.reset();
    parts_->current = {};
    parts_->ahead.reset();
    parts_->coming.reset();
    parts_->pictures.open(path.toStdString());
    parts_->playback.open(path.toStdString());
    setState(path.isEmpty() ? PlayerState::Empty : PlayerState::Opening);
}

PlayerState FilmPlayer::state() const {
    return parts_->state;
}

Frame FilmPlayer::currentFrame() const {
    return parts_->current;
}

std::int64_t FilmPlayer::frameCount() const {
    return parts_->film ? parts_->film->frameCount : 0;
}

double FilmPlayer::indexedShare() const {
    return parts_->film ? parts_->film->share : 1;
}

std::optional<FrameTimeline> FilmPlayer::timeline() const {
    if (!parts_->film) return std::nullopt;
    return parts_->film->timeline;
}

std::optional<Time> FilmPlayer::currentTime() const {
    if (parts_->film && isPlaying() && !hasPicture()) return parts_->playback.position();
    return Player::currentTime();
}

QSize FilmPlayer::filmSize() const {
    if (!parts_->film || !parts_->film->info.hasVideo) return {};
    return {parts_->film->info.width, parts_->film->info.height};
}

void FilmPlayer::setState(PlayerState state) {
    if (state == parts_->state) return;
    parts_->state = state;
    emit stateChanged(state);
}

/// The last frame of the picture, or of the sound where there is no picture; as the film's length
/// has it, where not all frames are known.
Frame FilmPlayer::lastFrame() const {
    const OpenedFilm& film = *parts_->film;
    const Frame known{film.frameCount - 1};
    if (film.frameCount > 0 && film.share == 1) return known;
    return std::max({Frame{0}, known, film.timeline.endFrameAt(film.info.duration)});
}

void FilmPlayer::goTo(Frame frame) {
    if (frame == parts_->current) return;
    parts_->current = frame;
    emit frameChanged(frame);
}

void FilmPlayer::askForPicture(Asking asking) {
    parts_->ahead.reset();
    parts_->coming.reset();
    if (!parts_->film) return;
    const QSize size = parts_->pictureSize;
    const PictureRequest request{parts_->current, size.width(), size.height()};
    if (isPlaying()) {
        parts_->pictures.showNext(request);
    } else if (asking == Asking::Scrubbing) {
        parts_->pictures.scrub(request);
    } else {
        parts_->pictures.show(request);
    }
}

/// The frame that is played behind the current one.
std::optional<Frame> FilmPlayer::frameAfter() const {
    if (parts_->current < lastPlayed()) return Frame{parts_->current.number + 1};
    return parts_->again;
}

void FilmPlayer::askAhead() {
    const std::optional<Frame> next = frameAfter();
    if (!isPlaying() || !next || parts_->ahead || parts_->coming) return;
    const QSize size = parts_->pictureSize;
    if (parts_->pictures.showAhead({*next, size.width(), size.height()})) parts_->coming = next;
}

/// Keeps a picture until its time, unless that has come or it is not wanted any longer.
void FilmPlayer::takeAhead(ShownPicture picture) {
    if (parts_->coming != picture.frame) return;
    parts_->coming.reset();
    if (picture.frame == parts_->current) return present(std::move(picture));
    parts_->ahead = std::move(picture);
}

void FilmPlayer::present(ShownPicture picture) {
    const Frame frame = picture.frame;
    emit pictureReady(imageOf(std::move(picture.picture)), frame);
    askAhead();
}

/// The picture of the current frame, which playing has just come to.
void FilmPlayer::showPlayed() {
    if (parts_->coming == parts_->current) return;
    if (!parts_->ahead || parts_->ahead->frame != parts_->current) return askForPicture();
    present(*std::exchange(parts_->ahead, std::nullopt));
}

void FilmPlayer::seek(Frame frame) {
    goThere(frame, Asking::Exact);
}

void FilmPlayer::scrub(Frame frame) {
    goThere(frame, Asking::Scrubbing);
}

void FilmPlayer::goThere(Frame frame, Asking asking) {
    if (!parts_->film) return;
    goTo(std::clamp(frame, Frame{0}, lastFrame()));
    const bool isOutside = parts_->again && (frame < *parts_->again || frame > lastPlayed());
    if (isOutside) {
        parts_->again.reset();
        parts_->until.reset();
    }
    if (isPlaying()) startSound();
    askForPicture(asking);
}

void FilmPlayer::play() {
    parts_->until.reset();
    parts_->again.reset();
    startPlaying();
}

void FilmPlayer::playUntil(Frame last) {
    parts_->until = last;
    parts_->again.reset();
    startPlaying();
}

void FilmPlayer::playAgain(Frame first, Frame last) {
    if (!parts_->film) return;
    parts_->again = std::clamp(first, Frame{0}, lastFrame());
    parts_->until = std::max(last, *parts_->again);
    const bool isBetween = parts_->current >= *parts_->again && parts_->current < lastPlayed();
    if (!isBetween) goTo(*parts_->again);
    startPlaying();
}

void FilmPlayer::startPlaying() {
    if (!parts_->film) return;
    if (!parts_->again && parts_->current >= lastFrame()) goTo(Frame{0});
    startSound();
    setState(PlayerState::Playing);
    askForPicture();
    parts_->timer.start();
}

/// From the current frame on.
void FilmPlayer::startSound() {
    const FrameTimeline& timeline = parts_->film->timeline;
    PlayStretch stretch{.begin = timeline.timeOf(parts_->current), .speed = parts_->speed};
    if (parts_->until) stretch.end = timeline.timeOf(Frame{lastPlayed().number + 1});
    if (parts_->again) stretch.again = timeline.timeOf(*parts_->again);
    parts_->playback.start(stretch);
}

void FilmPlayer::setSpeed(double speed) {
    speed = std::clamp(speed, kSlowest, kFastest);
    if (speed == parts_->speed) return;
    parts_->speed = speed;
    if (isPlaying()) startSound();
    emit speedChanged(speed);
}

double FilmPlayer::speed() const {
    return parts_->speed;
}

Frame FilmPlayer::lastPlayed() const {
    return std::min(parts_->until.value_or(lastFrame()), lastFrame());
}

void FilmPlayer::pause() {
    if (!isPlaying()) return;
    parts_->timer.stop();
    parts_->playback.stop();
    setState(PlayerState::Paused);
    askForPicture();
}

void FilmPlayer::tick() {
    const FrameTimeline& timeline = parts_->film->timeline;
    const Time position = parts_->playback.position();
    if (const auto text = parts_->playback.takeMessage()) tell(PlayerTopic::Sound, *text);
    // Rounding a frame's time to a flick may fall short of the frame.
    const Frame heard = timeline.frameAt(position + Time::fromFlicks(1));
    if (parts_->again) {
        const Frame frame = std::clamp(heard, *parts_->again, lastPlayed());
        if (frame == parts_->current) return;
        goTo(frame);
        return showPlayed();
    }
    // Playing does not go back.
    const Frame frame = std::max(parts_->current, heard);
    const Frame last = lastPlayed();
    const bool isOver = frame > last;
    const Frame shown = isOver ? std::max(last, parts_->current) : frame;
    const bool isNew = shown != parts_->current;
    goTo(shown);
    if (isOver) return pause();
    if (isNew) showPlayed();
}

void FilmPlayer::deliver() {
    PictureNews news = parts_->pictures.takeNews();
    if (news.film && *news.film) {
        parts_->film = std::move(**news.film);
        adoptFilm();
    } else if (news.film) {
        setState(PlayerState::Failed);
        tell(PlayerTopic::Failed, news.film->error().message);
    }
    if (news.more && parts_->film) adoptMore(std::move(*news.more));
    for (const std::string& text : news.messages)
        tell(PlayerTopic::Film, text);
    for (const FontRemark& font : news.fonts)
        tellFont(font);
    if (news.picture) present(std::move(*news.picture));
    if (news.ahead) takeAhead(std::move(*news.ahead));
    parts_->playback.deliver();
    if (const auto text = parts_->playback.takeMessage()) tell(PlayerTopic::Sound, *text);
}

void FilmPlayer::tell(PlayerTopic topic, const std::string& text) {
    emit message({topic, QString::fromStdString(text), {}, {}});
}

void FilmPlayer::tellFont(const FontRemark& font) {
    const QString asked = QString::fromStdString(font.asked);
    const QString shown = QString::fromStdString(font.shown);
    emit message(
        {PlayerTopic::Font, tr("%1 is not here; %2 is shown").arg(asked, shown), asked, shown});
}

void FilmPlayer::adoptFilm() {
    setState(PlayerState::Paused);
    emit opened();
    emit frameChanged(parts_->current);
    askForPicture();
}

/// Where the playhead stands in time it stays.
void FilmPlayer::adoptMore(OpenedFilm film) {
    const bool wasKnown = parts_->current.number < parts_->film->frameCount;
    const Time time = middleOf(parts_->film->timeline, parts_->current);
    parts_->film = std::move(film);
    if (!wasKnown) goTo(std::clamp(parts_->film->timeline.frameAt(time), Frame{0}, lastFrame()));
    emit grown();
    if (!wasKnown && !isPlaying()) askForPicture();
}

void FilmPlayer::setVolume(double volume) {
    parts_->playback.setVolume(std::clamp(volume, 0.0, 1.0));
}

void FilmPlayer::setPictureSize(QSize size) {
    if (size == parts_->pictureSize) return;
    parts_->pictureSize = size;
    askForPicture();
}

void FilmPlayer::setDocument(session::Side side, std::shared_ptr<const Document> document) {
    parts_->pictures.setDocument(side, std::move(document));
    askForPicture();
}

void FilmPlayer::applyChange(session::Side side, const Change& change) {
    parts_->pictures.applyChange(side, change);
    askForPicture();
}

void FilmPlayer::setLook(TextLook look) {
    if (look == parts_->look) return;
    parts_->look = look;
    parts_->pictures.setLook(look);
    askForPicture();
    emit lookChanged(look);
}

TextLook FilmPlayer::look() const {
    return parts_->look;
}

void FilmPlayer::setFiles(const std::vector<std::filesystem::path>& files) {
    if (files == parts_->files) return;
    parts_->files = files;
    parts_->pictures.setFiles(files);
    askForPicture();
}

}  // namespace subs::editor
