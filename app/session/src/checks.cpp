// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/session/checks.h>
#include <subs/session/workspace.h>

#include "check_worker.h"

#include <QtCore/QMetaObject>

#include <utility>

namespace subs::session {
namespace {

const std::vector<Finding>& noFindings() {
    static const std::vector<Finding> kNone;
    return kNone;
}

}  // namespace

struct Checks::Worker {
    CheckWorker thread;
    std::array<quint64, 2> generation{};
    std::size_t waiting = 0;
};

Checks::Checks(Workspace& workspace, QObject* parent)
    : QObject(parent),
      workspace_(workspace),
      worker_(new Worker{
          CheckWorker([this] { QMetaObject::invokeMethod(this, "deliver", Qt::QueuedConnection); }),
          {},
          0}) {
    connect(&workspace, &Workspace::trackReplaced, this, &Checks::checkAll);
    connect(&workspace, &Workspace::timelineChanged, this, [this] {
        for (const Side side : kBothSides)
            checkAll(side);
    });
    connect(&workspace, &Workspace::edited, this, &Checks::checkEdit);
    for (const Side side : kBothSides)
        checkAll(side);
}

Checks::~Checks() = default;

const Profile* Checks::profile(Side side) const {
    const auto& profile = profiles_[placeOf(side)];
    return profile ? &*profile : nullptr;
}

void Checks::setProfile(Side side, std::optional<Profile> profile) {
    profiles_[placeOf(side)] = std::move(profile);
    checkAll(side);
    emit allFindingsChanged(side);
}

const std::vector<Finding>& Checks::findings(Side side, CueId id) const {
    const auto& known = findings_[placeOf(side)];
    const auto found = known.find(id.value);
    return found == known.end() ? noFindings() : found->second;
}

std::size_t Checks::count(Side side) const {
    return counts_[placeOf(side)];
}

bool Checks::isBusy() const {
    return worker_->waiting > 0;
}

void Checks::checkAll(Side side) {
    CheckJob job;
    job.side = side;
    job.generation = ++worker_->generation[placeOf(side)];
    job.whole = CheckJob::Whole{profiles_[placeOf(side)],
                                workspace_.snapshot(side),
                                workspace_.timeline(),
                                workspace_.aspect()};
    ++worker_->waiting;
    worker_->thread.add(std::move(job));
}

void Checks::checkEdit(Side side, const Change& change) {
    CheckJob job;
    job.side = side;
    job.generation = worker_->generation[placeOf(side)];
    job.change = change;
    ++worker_->waiting;
    worker_->thread.add(std::move(job));
}

void Checks::deliver() {
    for (CheckAnswer& answer : worker_->thread.takeAnswers()) {
        --worker_->waiting;
        if (answer.generation == worker_->generation[placeOf(answer.side)]) adopt(answer);
    }
    if (worker_->waiting == 0) emit finished();
}

void Checks::adopt(CheckAnswer& answer) {
    auto& known = findings_[placeOf(answer.side)];
    std::size_t& count = counts_[placeOf(answer.side)];
    if (answer.isWhole) {
        known = std::move(answer.all);
        count = answer.count;
        return emit allFindingsChanged(answer.side);
    }
    for (const CueId id : answer.cues) {
        const auto found = known.find(id.value);
        if (found == known.end()) continue;
        count -= found->second.size();
        known.erase(found);
    }
    for (Finding& finding : answer.findings)
        known[finding.cue.value].push_back(std::move(finding));
    count += answer.findings.size();
    emit findingsChanged(answer.side, answer.cues);
}

}  // namespace subs::session
