// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/sound_watcher.h>
#include <subs/media/peaks.h>
#include <subs/media/sample_line.h>
#include <subs/media/sound_file.h>
#include <subs/media/sound_pass.h>
#include <subs/media/spectrogram.h>

#include <QtCore/QFile>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <functional>
#include <mutex>
#include <stop_token>
#include <utility>

namespace subs::editor {

using session::SoundColumn;

namespace {

/// From one word of what has grown to the next.
constexpr std::chrono::milliseconds kTellEvery{100};

/// Where the sound of `film` is kept; nothing where nothing can be.
std::optional<std::filesystem::path> fileFor(const std::filesystem::path& film,
                                             SoundChannel channel,
                                             const std::optional<media::FilmCache>& cache) {
    if (!cache) return std::nullopt;
    const auto key = media::FilmKey::of(film);
    const auto folder = key ? cache->folderOf(*key) : std::nullopt;
    if (!folder) return std::nullopt;
    return *folder / ("sound-" + std::string(nameOf(channel)));
}

/// Narrower columns than bins, of more than nothing.
bool isCloseUp(const Stretch& stretch, int columns) {
    return columns > 0 && stretch.from < stretch.to &&
           stretch.to - stretch.from < Time::fromFlicks(columns * media::kPeakBin.flicks());
}

bool covers(const Stretch& wide, const Stretch& narrow) {
    return wide.from <= narrow.from && narrow.to <= wide.to;
}

}  // namespace

/// The sound of one film: made by the workers, looked at by the window.
struct SoundWatcher::Heard {
    using Line = std::shared_ptr<const media::SampleLine>;

    media::Peaks peaks;
    media::Spectrogram spectrogram;
    std::atomic<double> share{0};
    std::atomic<bool> isOver{false};  ///< The worker has done what it can.
    std::atomic<bool> isTold{false};  ///< A word of what has grown is on its way.

    void wish(Stretch stretch);
    std::optional<SoundFacts> factsNow() const;
    /// What the worker does.
    void listen(const std::filesystem::path& film,
                SoundChannel channel,
                const std::optional<media::FilmCache>& cache,
                const std::stop_token& stop,
                const std::function<void()>& tell);

    Stretch shown;    ///< What was wished for last, and in how many columns; the window's alone,
    int columns = 0;  ///< as is what was asked for of the samples.
    std::optional<Stretch> asked;
    std::atomic<bool> isLineRead{true};

    /// What the second worker does: the samples of `stretch`.
    void readLine(const std::filesystem::path& film, SoundChannel channel, Stretch stretch);
    /// The samples of `stretch`, where they are read; null otherwise.
    Line lineOf(const Stretch& stretch) const;

private:
    void adopt(media::SoundPass opened);
    Result<void> run(const std::stop_token& stop, const std::function<void()>& tell);
    void close();

    mutable std::mutex mutex_;
    std::optional<media::SoundPass> pass_;  ///< While the worker decodes.
    std::optional<Stretch> wished_;         ///< Before that.
    std::optional<SoundFacts> facts_;
    Line line_;
    std::optional<media::Audio> audio_;  ///< The second worker's alone.
};

void SoundWatcher::Heard::wish(Stretch stretch) {
    const std::lock_guard lock(mutex_);
    wished_ = stretch;
    if (pass_) pass_->wish(stretch);
}

std::optional<SoundFacts> SoundWatcher::Heard::factsNow() const {
    const std::lock_guard lock(mutex_);
    return facts_;
}

void SoundWatcher::Heard::adopt(media::SoundPass opened) {
    const std::lock_guard lock(mutex_);
    pass_.emplace(std::move(opened));
    facts_ = pass_->facts();
    if (wished_) pass_->wish(*wished_);
}

void SoundWatcher::Heard::readLine(const std::filesystem::path& film,
                                   SoundChannel channel,
                                   Stretch stretch) {
    if (!audio_) {
        auto opened = media::Audio::openChannel(film, channel);
        if (!opened) return;
        audio_.emplace(std::move(*opened));
    }
    auto read = media::SampleLine::read(*audio_, stretch);
    if (!read) return;
    const std::lock_guard lock(mutex_);
    line_ = std::make_shared<const media::SampleLine>(std::move(*read));
}

SoundWatcher::Heard::Line SoundWatcher::Heard::lineOf(const Stretch& stretch) const {
    const std::lock_guard lock(mutex_);
    return line_ && covers(line_->stretch(), stretch) ? line_ : nullptr;
}

void SoundWatcher::Heard::close() {
    const std::lock_guard lock(mutex_);
    facts_ = pass_->facts();
    pass_.reset();
}

void SoundWatcher::Heard::listen(const std::filesystem::path& film,
                                 SoundChannel channel,
                                 const std::optional<media::FilmCache>& cache,
                                 const std::stop_token& stop,
                                 const std::function<void()>& tell) {
    const auto file = fileFor(film, channel, cache);
    // What is damaged or of another version is as if it were not there.
    if (file && media::readSoundFile(*file, peaks, spectrogram)) tell();
    auto opened = media::SoundPass::open(film, channel, stop);
    if (!opened) return tell();
    adopt(std::move(*opened));
    tell();
    const auto before = peaks.there();
    const auto done = run(stop, tell);
    close();
    if (done) share = 1;
    if (file && peaks.there() != before)
        (void)media::writeSoundFile(*file, *factsNow(), peaks, spectrogram);
    tell();
}

Result<void> SoundWatcher::Heard::run(const std::stop_token& stop,
                                      const std::function<void()>& tell) {
    const auto peakSink = media::makePeakSink(peaks);
    const auto spectrumSink = media::makeSpectrumSink(spectrogram);
    pass_->feed(*peakSink);
    pass_->feed(*spectrumSink);
    auto last = std::chrono::steady_clock::time_point();
    return pass_->run({stop, [&](double done) {
                           share = done;
                           {
                               const std::lock_guard lock(mutex_);
                               facts_ = pass_->facts();
                           }
                           const auto now = std::chrono::steady_clock::now();
                           if (now - last < kTellEvery) return;
                           last = now;
                           tell();
                       }});
}

SoundWatcher::SoundWatcher(std::optional<media::FilmCache> cache, QObject* parent)
    : session::FilmSound(parent), cache_(std::move(cache)) {}

SoundWatcher::~SoundWatcher() = default;

void SoundWatcher::open(const QString& path) {
    path_ = QFile::encodeName(path).toStdString();
    channel_ = SoundChannel::Dialogue;
    begin();
}

void SoundWatcher::setChannel(SoundChannel channel) {
    if (std::exchange(channel_, channel) != channel) begin();
}

std::vector<SoundChannel> SoundWatcher::channels() const {
    const auto known = facts();
    return known ? media::soundChannelsIn(known->layout) : std::vector<SoundChannel>();
}

void SoundWatcher::begin() {
    const auto heard = path_.empty() ? nullptr : std::make_shared<Heard>();
    heard_ = heard;
    worker_.replace([this, heard, film = path_, channel = channel_, cache = cache_](
                        const std::stop_token& stop) {
        if (!heard) return;
        heard->listen(film, channel, cache, stop, [&] { tell(*heard); });
        heard->isOver = true;
        tell(*heard);
    });
    emit changed();
}

/// In the thread of a worker.
void SoundWatcher::tell(Heard& heard) {
    if (!heard.isTold.exchange(true))
        QMetaObject::invokeMethod(this, "deliver", Qt::QueuedConnection);
}

/// Nothing counts but the word of the film that is open.
void SoundWatcher::deliver() {
    if (heard_ && heard_->isTold.exchange(false)) emit changed();
}

void SoundWatcher::wish(Stretch stretch, int columns) {
    if (!heard_) return;
    heard_->wish(stretch);
    heard_->shown = stretch;
    heard_->columns = columns;
    const bool isAsked = heard_->asked && covers(*heard_->asked, stretch);
    if (isCloseUp(stretch, columns) && !isAsked) readLine(stretch);
}

/// With as much again on either side, so that scrolling finds it there.
void SoundWatcher::readLine(Stretch stretch) {
    const Time length = stretch.to - stretch.from;
    const Stretch asked{std::max(stretch.from - length, std::min(stretch.from, Time())),
                        stretch.to + length};
    heard_->asked = asked;
    heard_->isLineRead = false;
    closeUps_.replace([this, heard = heard_, film = path_, channel = channel_, asked](
                          const std::stop_token& stop) {
        if (stop.stop_requested()) return;
        heard->readLine(film, channel, asked);
        heard->isLineRead = true;
        tell(*heard);
    });
}

bool SoundWatcher::isReading() const {
    if (!heard_) return false;
    if (!heard_->isLineRead) return true;
    if (heard_->isOver) return false;
    const auto made = heard_->peaks.columns(heard_->shown.from, heard_->shown.to, heard_->columns);
    return !std::ranges::all_of(made, &media::PeakColumn::isThere);
}

std::optional<SoundFacts> SoundWatcher::facts() const {
    return heard_ ? heard_->factsNow() : std::nullopt;
}

bool SoundWatcher::isGrowing() const {
    return heard_ && !heard_->isOver;
}

double SoundWatcher::share() const {
    return heard_ ? heard_->share.load() : 0;
}

std::vector<SoundColumn> SoundWatcher::waveform(Stretch stretch, int count) const {
    std::vector<SoundColumn> columns;
    if (!heard_ || count <= 0) return columns;
    columns.reserve(static_cast<std::size_t>(count));
    const Heard::Line line = isCloseUp(stretch, count) ? heard_->lineOf(stretch) : nullptr;
    if (line) {
        for (const Peak& peak : line->columns(stretch, count))
            columns.push_back({peak, true});
        return columns;
    }
    for (const media::PeakColumn& column : heard_->peaks.columns(stretch.from, stretch.to, count))
        columns.push_back({column.peak, column.isThere});
    return columns;
}

QImage SoundWatcher::spectrogram(Stretch stretch, int count) const {
    if (!heard_ || count <= 0 || stretch.from >= stretch.to) return {};
    const auto columns = heard_->spectrogram.columns(stretch.from, stretch.to, count);
    constexpr int kHeight = static_cast<int>(media::kBands);
    QImage image(count, kHeight, QImage::Format_Grayscale8);
    for (int row = 0; row < kHeight; ++row) {
        uchar* const line = image.scanLine(kHeight - 1 - row);
        for (std::size_t x = 0; x < columns.size(); ++x)
            line[x] = columns[x].levels[static_cast<std::size_t>(row)];
    }
    return image;
}

}  // namespace subs::editor
