// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/session/background.h>
#include <subs/session/shot_store.h>

#include <deque>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>

namespace subs::editor {

/// Keeps a person's work on the shots of films in a folder, a file a film, written and read by one
/// worker. A film is known again by what is in it, wherever it lies. A file that cannot be
/// understood is set aside under another name, never overwritten.
class ShotFolder : public session::ShotStore {
    Q_OBJECT

public:
    /// Without a folder nothing is kept, and that is said.
    explicit ShotFolder(std::optional<std::filesystem::path> folder, QObject* parent = nullptr);
    ~ShotFolder() override;

    /// In the user's folder for data (XDG Base Directory Specification 0.8: $XDG_DATA_HOME, else
    /// ~/.local/share); nothing where there is none.
    static std::optional<std::filesystem::path> ofUser();

    void open(const QString& film) override;
    void keep(const ShotList& work) override;

private:
    struct Shelf;
    /// What the worker has to say: of `opened` where there is work, else of `kept`.
    struct Word {
        std::shared_ptr<Shelf> shelf;
        std::optional<ShotList> work;
        QString problem;
    };

    void tell(Word word);
    Q_INVOKABLE void deliver();

    std::optional<std::filesystem::path> folder_;
    std::shared_ptr<Shelf> shelf_;  ///< Of the film that is open; shared with the worker.
    std::mutex mutex_;
    std::deque<Word> words_;
    session::Background worker_;  ///< The last, so that it ends first.
};

}  // namespace subs::editor
