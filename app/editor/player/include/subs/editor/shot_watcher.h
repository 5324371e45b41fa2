// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/media/film_cache.h>
#include <subs/session/background.h>
#include <subs/session/shot_search.h>

#include <memory>
#include <optional>
#include <string>

namespace subs::editor {

/// Finds the shots of a film in one worker. Those of a whole film are kept in `cache`, and taken
/// from there the next time.
class ShotWatcher : public session::ShotSearch {
    Q_OBJECT

public:
    explicit ShotWatcher(std::optional<media::FilmCache> cache = {}, QObject* parent = nullptr);
    ~ShotWatcher() override;

    void open(const QString& path) override;
    void find() override;
    void stop() override;
    session::ShotsState state() const override { return seen_.state; }
    const Shots& shots() const override { return seen_.shots; }
    double share() const override { return seen_.share; }
    QString problem() const override { return seen_.problem; }

private:
    /// What is known, as the window sees it.
    struct Seen {
        session::ShotsState state = session::ShotsState::Unknown;
        Shots shots;
        double share = 0;
        QString problem;
    };
    struct Search;

    void tell(Search& search, Seen seen);
    Q_INVOKABLE void deliver();

    std::optional<media::FilmCache> cache_;
    std::string path_;
    Seen seen_;
    std::shared_ptr<Search> search_;  ///< The one whose word counts; shared with the worker.
    session::Background worker_;      ///< The last, so that it ends first.
};

}  // namespace subs::editor
