// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/base/file.h>
#include <subs/editor/shot_folder.h>
#include <subs/media/film_cache.h>
#include <subs/media/user_folder.h>

#include <QtCore/QFile>

#include <future>
#include <system_error>
#include <utility>

namespace subs::editor {

namespace fs = std::filesystem;

namespace {

QString textOf(const Error& error) {
    return QString::fromStdString(error.message);
}

QString textOf(const fs::path& path) {
    return QFile::decodeName(path.c_str());
}

/// A name beside `file` that nothing has.
fs::path freeNameFor(const fs::path& file) {
    for (int number = 1;; ++number) {
        fs::path name = file.parent_path() / file.stem();
        name += ".damaged-" + std::to_string(number) + ".json";
        std::error_code unknown;
        if (!fs::exists(name, unknown)) return name;
    }
}

}  // namespace

/// What is kept of one film. Only the worker looks at `film`, `file` and `problem`.
struct ShotFolder::Shelf {
    explicit Shelf(fs::path path) : film(std::move(path)) {}

    fs::path film;
    fs::path file;    ///< Empty where it is not known.
    QString problem;  ///< Why it is not.

    /// Finds out which file it is and reads it.
    Word look(const std::optional<fs::path>& folder);
    Word write(const ShotList& work) const;

    void put(const ShotList& work) {
        const std::lock_guard lock(mutex_);
        waiting_ = work;
    }
    std::optional<ShotList> taken() {
        const std::lock_guard lock(mutex_);
        return std::exchange(waiting_, std::nullopt);
    }

private:
    Word read();

    std::mutex mutex_;
    std::optional<ShotList> waiting_;  ///< To be written.
};

ShotFolder::Word ShotFolder::Shelf::look(const std::optional<fs::path>& folder) {
    const auto key = media::FilmKey::ofContent(film);
    if (!folder) {
        problem = tr("there is no folder for a person's data");
    } else if (!key) {
        problem = textOf(key.error());
    } else {
        file = *folder / (key->text() + ".json");
        return read();
    }
    return {{}, ShotList(), {}};
}

ShotFolder::Word ShotFolder::Shelf::read() {
    std::error_code unknown;
    if (!fs::exists(file, unknown)) return {{}, ShotList(), {}};
    const auto bytes = readFile(file);
    if (!bytes) {
        problem = textOf(bytes.error());
        file.clear();  // It is not known what would be overwritten.
        return {{}, ShotList(), problem};
    }
    auto work = readShotListJson(*bytes);
    if (work) return {{}, std::move(*work), {}};
    const fs::path aside = freeNameFor(file);
    std::error_code error;
    fs::rename(file, aside, error);
    if (!error)
        return {
            {}, ShotList(), tr("%1; the file is now %2").arg(textOf(work.error()), textOf(aside))};
    problem = tr("%1 is damaged (%2)").arg(textOf(file), textOf(work.error()));
    file.clear();
    return {{}, ShotList(), problem};
}

ShotFolder::Word ShotFolder::Shelf::write(const ShotList& work) const {
    if (file.empty()) return {{}, {}, problem};
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    if (error)
        return {{},
                {},
                tr("%1 cannot be made: %2")
                    .arg(textOf(file.parent_path()), QString::fromStdString(error.message()))};
    const auto written = writeFileAtomically(file, shotListJson(work) + '\n');
    return {{}, {}, written ? QString() : textOf(written.error())};
}

ShotFolder::ShotFolder(std::optional<fs::path> folder, QObject* parent)
    : session::ShotStore(parent), folder_(std::move(folder)) {}

/// What waits to be written is written first.
ShotFolder::~ShotFolder() {
    std::promise<void> done;
    worker_.add([&](const std::stop_token&) { done.set_value(); });
    done.get_future().wait();
}

std::optional<fs::path> ShotFolder::ofUser() {
    const auto folder = media::userFolder("XDG_DATA_HOME", ".local/share");
    if (!folder) return std::nullopt;
    return *folder / "subs/shots";
}

void ShotFolder::open(const QString& film) {
    shelf_ =
        film.isEmpty() ? nullptr : std::make_shared<Shelf>(QFile::encodeName(film).toStdString());
    if (!shelf_) return;
    worker_.add([this, shelf = shelf_](const std::stop_token&) {
        Word word = shelf->look(folder_);
        word.shelf = shelf;
        tell(std::move(word));
    });
}

void ShotFolder::keep(const ShotList& work) {
    if (!shelf_) return;
    shelf_->put(work);
    worker_.add([this, shelf = shelf_](const std::stop_token&) {
        const auto waiting = shelf->taken();
        if (!waiting) return;  // A later work was written in its place.
        Word word = shelf->write(*waiting);
        word.shelf = shelf;
        tell(std::move(word));
    });
}

void ShotFolder::tell(Word word) {
    const std::lock_guard lock(mutex_);
    words_.push_back(std::move(word));
    QMetaObject::invokeMethod(this, "deliver", Qt::QueuedConnection);
}

/// Nothing counts but the words of the film that is open; what of another could not be kept does.
void ShotFolder::deliver() {
    Word word;
    {
        const std::lock_guard lock(mutex_);
        if (words_.empty()) return;
        word = std::move(words_.front());
        words_.pop_front();
    }
    const bool isOpen = word.shelf == shelf_;
    if (word.work && isOpen) emit opened(*word.work, word.problem);
    if (!word.work && (isOpen || !word.problem.isEmpty())) emit kept(word.problem);
}

}  // namespace subs::editor
