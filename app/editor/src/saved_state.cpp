// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/saved_state.h>
#include <subs/session/workspace.h>

#include <algorithm>

namespace subs::editor {

using namespace session;

SavedState::SavedState(const Workspace& workspace, QObject* parent)
    : QObject(parent), workspace_(workspace) {
    connect(&workspace, &Workspace::trackReplaced, this, [this](Side side) {
        tracks_[placeOf(side)] = {};
    });
    connect(&workspace, &Workspace::edited, this, [this](Side side) {
        tracks_[placeOf(side)].wasEdited = true;
    });
}

void SavedState::noteSaved(Side side, QTime time) {
    tracks_[placeOf(side)].savedAt = time;
}

QTime SavedState::savedAt() const {
    const QTime& first = tracks_[0].savedAt;
    const QTime& second = tracks_[1].savedAt;
    return first.isValid() && second.isValid() ? std::max(first, second)
           : first.isValid()                   ? first
                                               : second;
}

EditState SavedState::state() const {
    if (workspace_.isModified()) return EditState::Unsaved;
    if (!wasEdited()) return EditState::None;
    const bool isWritten = std::ranges::any_of(
        tracks_, [](const Track& track) { return track.wasEdited && track.savedAt.isValid(); });
    return isWritten ? EditState::Kept : EditState::Undone;
}

QString SavedState::text() const {
    QString edits = [this] {
        switch (state()) {
            case EditState::None:
                return tr("No edits yet");
            case EditState::Undone:
                return tr("No edits to save");
            case EditState::Unsaved:
                return tr("Edits not saved yet");
            case EditState::Kept:
                break;
        }
        return tr("Every edit kept");
    }();
    if (!savedAt().isValid()) return edits;
    return tr("%1 · file saved %2").arg(edits, savedAt().toString(QStringLiteral("HH:mm:ss")));
}

}  // namespace subs::editor
