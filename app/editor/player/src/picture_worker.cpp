// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture_worker.h"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <utility>

namespace subs::editor {
namespace {

constexpr int kSoundOnlyWidth = 1280;
constexpr int kSoundOnlyHeight = 720;

/// The picture behind the subtitles of a film that has none.
media::Picture blackFor(const PictureRequest& request) {
    const int width =
        request.width > 0 ? std::min(request.width, kSoundOnlyWidth) : kSoundOnlyWidth;
    const int height =
        request.height > 0 ? std::min(request.height, kSoundOnlyHeight) : kSoundOnlyHeight;
    const int fitting = std::min(width, height * kSoundOnlyWidth / kSoundOnlyHeight);
    return media::blackPicture(std::max(fitting, 1),
                               std::max(fitting * kSoundOnlyHeight / kSoundOnlyWidth, 1));
}

/// Whether a document's texts stand at the bottom unless they say otherwise.
bool standsAtBottom(const Document& document) {
    const auto cue = std::find_if(document.cues.begin(), document.cues.end(), [](const Cue& each) {
        return each.kind == CueKind::Dialogue;
    });
    if (cue == document.cues.end()) return true;
    const Style* style = styleOf(document, *cue);
    return style == nullptr || style->alignment <= Alignment::BottomRight;
}

}  // namespace

std::optional<FontRemark> fontRemark(const std::string& text) {
    constexpr std::string_view kBetween = ": ";
    constexpr std::string_view kBehind = " is shown instead";
    const std::size_t at = text.find(kBetween);
    const std::size_t end = text.find(kBehind);
    if (at == std::string::npos || end == std::string::npos || end < at) return std::nullopt;
    const std::size_t from = at + kBetween.size();
    return FontRemark{text.substr(0, at), text.substr(from, end - from)};
}

PictureWorker::PictureWorker(std::function<void()> notify,
                             std::optional<media::FilmCache> cache,
                             std::chrono::microseconds opening)
    : notify_(std::move(notify)),
      cache_(std::move(cache)),
      opening_(opening),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

PictureWorker::~PictureWorker() {
    thread_.request_stop();
    {
        const std::lock_guard lock(mutex_);
        current_.request_stop();
    }
    thread_.join();
}

void PictureWorker::open(std::string path) {
    {
        const std::lock_guard lock(mutex_);
        ++filmGeneration_;
        waiting_.path = std::move(path);
        waiting_.request.reset();
        news_ = {};
        current_.request_stop();
    }
    changed_.notify_one();
}

void PictureWorker::show(const PictureRequest& request) {
    ask(request, false);
}

void PictureWorker::scrub(const PictureRequest& request) {
    ask(request, true);
}

void PictureWorker::ask(const PictureRequest& request, bool isScrubbed) {
    {
        const std::lock_guard lock(mutex_);
        waiting_.request = request;
        waiting_.isAhead = false;
        waiting_.isScrubbed = isScrubbed;
        if (isShowing_ && !wasGivenUp_) {
            wasGivenUp_ = true;
            current_.request_stop();
        }
    }
    changed_.notify_one();
}

void PictureWorker::showNext(const PictureRequest& request) {
    {
        const std::lock_guard lock(mutex_);
        waiting_.request = request;
        waiting_.isAhead = false;
        waiting_.isScrubbed = false;
    }
    changed_.notify_one();
}

bool PictureWorker::showAhead(const PictureRequest& request) {
    {
        const std::lock_guard lock(mutex_);
        if (waiting_.request || waiting_.path) return false;
        waiting_.request = request;
        waiting_.isAhead = true;
        waiting_.isScrubbed = false;
    }
    changed_.notify_one();
    return true;
}

void PictureWorker::setDocument(session::Side side, std::shared_ptr<const Document> document) {
    {
        const std::lock_guard lock(mutex_);
        waiting_.documents.emplace_back(side, std::move(document));
    }
    changed_.notify_one();
}

void PictureWorker::applyChange(session::Side side, Change change) {
    {
        const std::lock_guard lock(mutex_);
        waiting_.documents.emplace_back(side, std::move(change));
    }
    changed_.notify_one();
}

void PictureWorker::setLook(TextLook look) {
    {
        const std::lock_guard lock(mutex_);
        waiting_.look = look;
    }
    changed_.notify_one();
}

void PictureWorker::setFiles(std::vector<std::filesystem::path> files) {
    {
        const std::lock_guard lock(mutex_);
        waiting_.files = std::move(files);
    }
    changed_.notify_one();
}

PictureNews PictureWorker::takeNews() {
    const std::lock_guard lock(mutex_);
    return std::exchange(news_, {});
}

std::optional<PictureWorker::Job> PictureWorker::nextJob(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    // While there is nothing to do the film's frames are looked for.
    const bool isThere =
        isGrowing() || changed_.wait(lock, stop, [this] { return !waiting_.isEmpty(); });
    if (!isThere || stop.stop_requested()) return std::nullopt;
    // Opening is a job of its own, which a picture that is asked for meanwhile does not end.
    Job job = std::exchange(waiting_, {});
    if (job.path) waiting_.request = std::exchange(job.request, std::nullopt);
    current_ = std::stop_source();
    job.stop = current_.get_token();
    job.film = filmGeneration_;
    isShowing_ = job.request.has_value();
    return job;
}

void PictureWorker::run(const std::stop_token& stop) {
    while (const std::optional<Job> job = nextJob(stop)) {
        for (const auto& [side, news] : job->documents)
            follow(side, news);
        if (job->look || job->files) takePreviewOptions(*job);
        if (job->path) openFilm(*job);
        if (job->request && film_) showPicture(*job);
        if (job->isEmpty() && isGrowing()) readOn(*job);
    }
}

void PictureWorker::openFilm(const Job& job) {
    film_.reset();
    closePreview();
    isStuck_ = false;
    cleanRequest_.reset();
    if (job.path->empty()) return;
    auto opened = media::Film::open(std::filesystem::path(*job.path),
                                    {job.stop, cache_ ? &*cache_ : nullptr, opening_});
    PictureNews news;
    // Packet by packet until a frame is known; where packets have no times, all of them are read.
    while (opened && opened->info().hasVideo && !opened->isComplete() && opened->frameCount() == 0)
        if (const auto read = opened->readOn(std::chrono::microseconds(0), job.stop); !read)
            opened = tl::unexpected(read.error());
    const Result<void> canBeShown = opened ? opened->checkCanBeShown() : Result<void>();
    if (!canBeShown) {
        news.film = tl::unexpected(canBeShown.error());
    } else if (opened) {
        film_.emplace(std::move(*opened));
        news.film = filmSoFar();
        for (const Diagnostic& each : film_->diagnostics())
            news.messages.push_back(each.message);
    } else if (opened.error().code == "media.cancelled") {
        return;
    } else {
        news.film = tl::unexpected(opened.error());
    }
    tell(job.film, std::move(news));
}

OpenedFilm PictureWorker::filmSoFar() const {
    return {film_->info(), film_->timeline(), film_->frameCount(), film_->indexedShare()};
}

/// Looks for more frames, for so short a time that a picture is not waited for.
void PictureWorker::readOn(const Job& job) {
    constexpr std::chrono::milliseconds kSlice{8};
    constexpr std::chrono::milliseconds kBetweenNews{250};
    const std::int64_t before = film_->frameCount();
    PictureNews news;
    const auto read = film_->readOn(kSlice, job.stop);
    if (!read && read.error().code == "media.cancelled") return;
    if (!read) {
        isStuck_ = true;
        news.messages.push_back(read.error().message);
    }
    // What was shown by its time has another number now.
    if (cleanRequest_ && cleanRequest_->frame.number >= before) cleanRequest_.reset();
    const auto now = std::chrono::steady_clock::now();
    if (isGrowing() && now - toldMore_ < kBetweenNews) return;
    toldMore_ = now;
    news.more = filmSoFar();
    if (film_->isComplete()) {
        if (const auto shown = film_->checkCanBeShown(); !shown) {
            news.more.reset();
            news.film = tl::unexpected(shown.error());
        }
        for (const Diagnostic& each : film_->diagnostics())
            news.messages.push_back(each.message);
    }
    tell(job.film, std::move(news));
}

void PictureWorker::follow(session::Side side, const DocumentNews& news) {
    ++revisions_[placeOf(side)];
    auto& document = documents_[placeOf(side)];
    if (const auto* whole = std::get_if<std::shared_ptr<const Document>>(&news)) {
        document.reset();
        if (*whole) document = **whole;
    } else if (document) {
        apply(std::get<Change>(news), *document);
    }
}

/// A frame whose number is not known yet is the one at its time.
Result<media::Picture> PictureWorker::filmPicture(const PictureRequest& request,
                                                  const std::stop_token& stop) {
    const bool isKnown = film_->isComplete() || request.frame.number < film_->frameCount();
    if (isKnown) return film_->picture(request.frame, request.width, request.height, stop);
    return film_->pictureAt(
        middleOf(film_->timeline(), request.frame), request.width, request.height, stop);
}

Result<media::Picture> PictureWorker::decoded(const PictureRequest& request,
                                              const std::stop_token& stop) {
    if (cleanRequest_ == request) return clean_;
    auto picture = film_->info().hasVideo ? filmPicture(request, stop)
                                          : Result<media::Picture>(blackFor(request));
    if (!picture) return picture;
    clean_ = *picture;
    cleanRequest_ = request;
    return picture;
}

void PictureWorker::takePreviewOptions(const Job& job) {
    if (job.look) look_ = *job.look;
    if (job.files) fontFolders_ = fontFoldersBeside(*job.files);
    closePreview();
}

/// It is opened anew when something is drawn.
void PictureWorker::closePreview() {
    preview_.reset();
    isPreviewTried_ = false;
}

void PictureWorker::openPreview(const Job& job) {
    if (isPreviewTried_) return;
    isPreviewTried_ = true;
    auto opened = media::Preview::open({look_, fontFolders_, film_->attachedFonts()});
    if (opened) {
        preview_.emplace(std::move(*opened));
    } else {
        tell(job.film, {{}, {}, {}, {}, {opened.error().message}, {}});
    }
}

void PictureWorker::drawOver(media::Picture& picture, Frame frame, const Job& job) {
    const auto& [first, second] = documents_;
    std::vector<media::PreviewTrack> tracks;
    const bool bothAtBottom = first && second && standsAtBottom(*first) && standsAtBottom(*second);
    if (first) tracks.push_back({&*first, bothAtBottom, revisions_[0]});
    if (second) tracks.push_back({&*second, false, revisions_[1]});
    if (tracks.empty()) return;
    openPreview(job);
    if (!preview_) return;
    preview_->setFilmSize(film_->info().width, film_->info().height);
    PictureNews news;
    const Time time = film_->timeline().timeOf(frame);
    if (const auto done = preview_->draw(tracks, time, picture); !done)
        news.messages.push_back(done.error().message);
    for (std::string& text : preview_->fontRemarks()) {
        if (auto font = fontRemark(text))
            news.fonts.push_back(std::move(*font));
        else
            news.messages.push_back(std::move(text));
    }
    if (!news.messages.empty() || !news.fonts.empty()) tell(job.film, std::move(news));
}

/// What is on the way to the picture that is asked for. Once a person has seen it the rest of the
/// way may be given up for a newer request.
void PictureWorker::showSooner(const Job& job) {
    PictureRequest request = *job.request;
    if (!film_->info().hasVideo || cleanRequest_ == request) return;
    const auto sooner = film_->soonerFrame(request.frame);
    if (!sooner) return;
    request.frame = *sooner;
    auto picture = decoded(request, job.stop);
    if (!picture) return;
    drawOver(*picture, *sooner, job);
    PictureNews news;
    news.picture = {*sooner, std::move(*picture)};
    tell(job.film, std::move(news));
    const std::lock_guard lock(mutex_);
    wasGivenUp_ = false;
}

void PictureWorker::showPicture(const Job& job) {
    if (job.isScrubbed) showSooner(job);
    auto picture = decoded(*job.request, job.stop);
    {
        const std::lock_guard lock(mutex_);
        wasGivenUp_ = !picture && picture.error().code == "media.cancelled";
        if (wasGivenUp_ && !waiting_.request && !waiting_.path) {
            waiting_.request = job.request;
            waiting_.isAhead = job.isAhead;
            waiting_.isScrubbed = job.isScrubbed;
        }
    }
    if (!picture) {
        if (picture.error().code != "media.cancelled")
            tell(job.film, {{}, {}, {}, {}, {picture.error().message}, {}});
        return;
    }
    drawOver(*picture, job.request->frame, job);
    PictureNews news;
    (job.isAhead ? news.ahead : news.picture) = {job.request->frame, std::move(*picture)};
    tell(job.film, std::move(news));
}

/// Adds to the news, unless another film was asked for meanwhile.
void PictureWorker::tell(std::uint64_t film, PictureNews news) {
    {
        const std::lock_guard lock(mutex_);
        if (film != filmGeneration_) return;
        if (news.film) news_.film = std::move(news.film);
        if (news.more) news_.more = std::move(news.more);
        if (news.picture) news_.picture = std::move(news.picture);
        if (news.ahead) news_.ahead = std::move(news.ahead);
        for (std::string& message : news.messages)
            news_.messages.push_back(std::move(message));
        for (FontRemark& font : news.fonts)
            news_.fonts.push_back(std::move(font));
    }
    notify_();
}

}  // namespace subs::editor
