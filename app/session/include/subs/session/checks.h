// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/edit/change.h>
#include <subs/qc/check.h>
#include <subs/session/side.h>

#include <QtCore/QObject>

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace subs::session {

class Workspace;
struct CheckAnswer;

using FindingsByCue = std::unordered_map<std::uint32_t, std::vector<Finding>>;

/// The findings of both tracks, each against the profile of its side, kept up to date while the
/// person edits: a track is checked in a worker when it is opened, after an edit only the cues that
/// it touches and their neighbours.
class Checks : public QObject {
    Q_OBJECT

public:
    explicit Checks(Workspace& workspace, QObject* parent = nullptr);
    ~Checks() override;

    /// Null: this side is not checked.
    const Profile* profile(Side side) const;
    void setProfile(Side side, std::optional<Profile> profile);

    /// Of one cue; empty while it has not been checked yet.
    const std::vector<Finding>& findings(Side side, CueId id) const;
    /// Of all cues of a side that have any, by their ids' values, in no order.
    const FindingsByCue& findings(Side side) const { return findings_[placeOf(side)]; }
    std::size_t count(Side side) const;
    /// True while something still has to be checked.
    bool isBusy() const;

signals:
    /// The findings of these cues may be others than before.
    void findingsChanged(subs::session::Side side, const std::vector<subs::CueId>& cues);
    /// The findings of the whole side are others.
    void allFindingsChanged(subs::session::Side side);
    /// Nothing is left to be checked.
    void finished();

private:
    struct Worker;

    void checkAll(Side side);
    void checkEdit(Side side, const Change& change);
    void adopt(CheckAnswer& answer);
    Q_INVOKABLE void deliver();

    Workspace& workspace_;
    std::array<std::optional<Profile>, 2> profiles_;
    std::array<FindingsByCue, 2> findings_;
    std::array<std::size_t, 2> counts_{};
    std::unique_ptr<Worker> worker_;
};

}  // namespace subs::session
