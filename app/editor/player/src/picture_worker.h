// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/edit/change.h>
#include <subs/media/film.h>
#include <subs/media/film_cache.h>
#include <subs/media/preview.h>
#include <subs/session/side.h>

#include <array>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <numeric>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <variant>
#include <vector>

namespace subs::editor {

/// A film as soon as it is open.
struct OpenedFilm {
    media::FilmInfo info;
    FrameTimeline timeline = FrameTimeline::constant({});
    std::int64_t frameCount = 0;
    double share = 1;  ///< How much of it was looked through for its frames.
};

/// A moment at which `frame` is shown, whatever was rounded where its number was guessed.
inline Time middleOf(const FrameTimeline& timeline, Frame frame) {
    return Time::fromFlicks(std::midpoint(timeline.timeOf(frame).flicks(),
                                          timeline.timeOf(Frame{frame.number + 1}).flicks()));
}

struct ShownPicture {
    Frame frame;
    media::Picture picture;
};

/// A font that a style asks for, and what is shown in its place.
struct FontRemark {
    std::string asked;
    std::string shown;
};

/// Reads "Brill: Noto Sans is shown instead, ..." of `media::Preview::fontRemarks`; nothing
/// where it says something else.
std::optional<FontRemark> fontRemark(const std::string& text);

/// What the picture worker has to tell since it was last asked.
struct PictureNews {
    std::optional<Result<OpenedFilm>> film;
    std::optional<OpenedFilm> more;  ///< The same film, of which more is known.
    std::optional<ShownPicture> picture;
    std::optional<ShownPicture> ahead;  ///< As of `showAhead`; does not take the other's place.
    std::vector<std::string> messages;
    std::vector<FontRemark> fonts;
};

/// Which picture is wanted, fitting into width × height.
struct PictureRequest {
    Frame frame;
    int width = 0;
    int height = 0;
    friend bool operator==(const PictureRequest&, const PictureRequest&) = default;
};

/// A thread that opens films, decodes pictures and draws the tracks over them. Of several requests
/// the newest wins. It keeps copies of the documents and follows their changes.
class PictureWorker {
public:
    /// `notify` is called in the worker's thread when news wait.
    PictureWorker(std::function<void()> notify,
                  std::optional<media::FilmCache> cache,
                  std::chrono::microseconds opening);
    ~PictureWorker();

    /// Opens another film in place of the one that is open; an empty path only closes.
    void open(std::string path);
    /// Shows a picture. One that is being decoded for an older `show` is given up, but never two in
    /// a row, so that dragging over the film shows something too.
    void show(const PictureRequest& request);
    /// The same while a person drags: where the picture takes longer, that of a key frame before
    /// it is shown first, by its own number.
    void scrub(const PictureRequest& request);
    /// The same while playing: what is being decoded is finished first.
    void showNext(const PictureRequest& request);
    /// Makes a picture that will be wanted soon. False where it does not, since another one waits
    /// to be made; any later request takes its place.
    bool showAhead(const PictureRequest& request);
    void setDocument(session::Side side, std::shared_ptr<const Document> document);
    void applyChange(session::Side side, Change change);
    /// As of `session::Player`.
    void setLook(TextLook look);
    void setFiles(std::vector<std::filesystem::path> files);
    PictureNews takeNews();

private:
    using DocumentNews = std::variant<std::shared_ptr<const Document>, Change>;

    /// A job as it is taken up: what is to be done with the mutex free.
    struct Job {
        std::optional<std::string> path;
        std::vector<std::pair<session::Side, DocumentNews>> documents;
        std::optional<TextLook> look;
        std::optional<std::vector<std::filesystem::path>> files;
        std::optional<PictureRequest> request;
        bool isAhead = false;
        bool isScrubbed = false;
        std::stop_token stop;
        std::uint64_t film = 0;

        bool isEmpty() const { return !path && !request && !look && !files && documents.empty(); }
    };

    std::optional<Job> nextJob(const std::stop_token& stop);
    void run(const std::stop_token& stop);
    void openFilm(const Job& job);
    void readOn(const Job& job);
    bool isGrowing() const { return film_ && !film_->isComplete() && !isStuck_; }
    OpenedFilm filmSoFar() const;
    void follow(session::Side side, const DocumentNews& news);
    void ask(const PictureRequest& request, bool isScrubbed);
    void showPicture(const Job& job);
    void showSooner(const Job& job);
    Result<media::Picture> filmPicture(const PictureRequest& request, const std::stop_token& stop);
    Result<media::Picture> decoded(const PictureRequest& request, const std::stop_token& stop);
    void drawOver(media::Picture& picture, Frame frame, const Job& job);
    void openPreview(const Job& job);
    void takePreviewOptions(const Job& job);
    void closePreview();
    void tell(std::uint64_t film, PictureNews news);

    std::function<void()> notify_;
    std::optional<media::FilmCache> cache_;
    std::chrono::microseconds opening_;  ///< So long opening a film looks for its frames.
    std::optional<media::Film> film_;    ///< The worker's alone, as are the next ones.
    bool isStuck_ = false;               ///< Its index cannot be read on.
    std::chrono::steady_clock::time_point toldMore_;
    TextLook look_ = TextLook::Delivered;
    std::vector<std::filesystem::path> fontFolders_;
    std::optional<media::Preview> preview_;
    bool isPreviewTried_ = false;
    std::array<std::optional<Document>, 2> documents_;
    std::array<std::uint64_t, 2> revisions_{};  ///< Another number after each change of a document.
    std::optional<PictureRequest> cleanRequest_;
    media::Picture clean_;  ///< Without subtitles, of `cleanRequest_`.

    std::mutex mutex_;
    std::condition_variable_any changed_;
    Job waiting_;
    std::uint64_t filmGeneration_ = 0;
    std::stop_source current_;  ///< Of the job that is being done.
    bool isShowing_ = false;    ///< The job that is being done is a picture.
    bool wasGivenUp_ = false;
    PictureNews news_;
    std::jthread thread_;
};

}  // namespace subs::editor
