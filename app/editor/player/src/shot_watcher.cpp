// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/shot_watcher.h>
#include <subs/media/shot_search.h>

#include <QtCore/QFile>

#include <atomic>
#include <chrono>
#include <mutex>
#include <stop_token>
#include <utility>

namespace subs::editor {

using session::ShotsState;

namespace {

/// From one word of what was found to the next.
constexpr std::chrono::milliseconds kTellEvery{200};

}  // namespace

/// One search, or one look at what was kept, and its last word.
struct ShotWatcher::Search {
    std::stop_source stop;
    std::atomic<bool> isTold{false};  ///< A word is on its way.

    void put(Seen seen) {
        const std::lock_guard lock(mutex_);
        word_ = std::move(seen);
    }
    Seen word() const {
        const std::lock_guard lock(mutex_);
        return word_;
    }

private:
    mutable std::mutex mutex_;
    Seen word_;
};

ShotWatcher::ShotWatcher(std::optional<media::FilmCache> cache, QObject* parent)
    : session::ShotSearch(parent), cache_(std::move(cache)) {}

ShotWatcher::~ShotWatcher() {
    if (search_) search_->stop.request_stop();
}

void ShotWatcher::open(const QString& path) {
    if (search_) search_->stop.request_stop();
    search_ = path.isEmpty() ? nullptr : std::make_shared<Search>();
    path_ = QFile::encodeName(path).toStdString();
    seen_ = {};
    emit changed();
    if (!search_) return;
    worker_.replace([this, search = search_, film = path_, cache = cache_](const std::stop_token&) {
        auto known = media::keptShots(film, cache ? &*cache : nullptr, search->stop.get_token());
        if (!known) return;
        tell(*search, {ShotsState::Found, std::move(known->shots), 1, {}});
    });
}

void ShotWatcher::find() {
    const bool isDone = seen_.state == ShotsState::Found || seen_.state == ShotsState::Finding;
    if (path_.empty() || isDone) return;
    const auto search = std::make_shared<Search>();
    search_ = search;
    seen_ = {ShotsState::Finding, {}, 0, {}};
    emit changed();
    worker_.replace([this, search, film = path_, cache = cache_](const std::stop_token& ended) {
        const std::stop_callback end(ended, [&] { search->stop.request_stop(); });
        const auto tellSeen = [&](Seen seen) { tell(*search, std::move(seen)); };
        auto last = std::chrono::steady_clock::time_point();
        const auto watch = [&](const ShotProgress& progress) {
            const auto now = std::chrono::steady_clock::now();
            if (now - last < kTellEvery) return;
            last = now;
            const double share =
                static_cast<double>(progress.done) / static_cast<double>(progress.frames);
            tellSeen({ShotsState::Finding, progress.found, share, {}});
        };
        auto found = media::findShots(
            {film, {}}, {search->stop.get_token(), watch}, cache ? &*cache : nullptr);
        if (found) return tellSeen({ShotsState::Found, std::move(found->shots), 1, {}});
        if (search->stop.stop_requested()) return;
        tellSeen({ShotsState::Failed, {}, 0, QString::fromStdString(found.error().message)});
    });
}

void ShotWatcher::stop() {
    if (seen_.state != ShotsState::Finding) return;
    search_->stop.request_stop();
    search_ = std::make_shared<Search>();
    seen_.state = ShotsState::Unknown;
    emit changed();
}

void ShotWatcher::tell(Search& search, Seen seen) {
    search.put(std::move(seen));
    if (!search.isTold.exchange(true))
        QMetaObject::invokeMethod(this, "deliver", Qt::QueuedConnection);
}

/// Nothing counts but the word of the search that is under way.
void ShotWatcher::deliver() {
    if (!search_ || !search_->isTold.exchange(false)) return;
    seen_ = search_->word();
    emit changed();
}

}  // namespace subs::editor
