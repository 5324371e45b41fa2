// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/session/player.h>
#include <subs/session/workspace.h>

#include <algorithm>

namespace subs::session {
namespace {

std::shared_ptr<const Document> documentOf(const Workspace& workspace, Side side) {
    return workspace.hasTrack(side) ? workspace.snapshot(side) : nullptr;
}

void giveFiles(const Workspace& workspace, Player& player) {
    std::vector<std::filesystem::path> files;
    for (const QString& file :
         {workspace.path(Side::First), workspace.path(Side::Second), workspace.filmPath()})
        if (!file.isEmpty()) files.emplace_back(file.toStdString());
    player.setFiles(files);
}

double aspectOf(QSize size) {
    return static_cast<double>(size.width()) / size.height();
}

}  // namespace

std::optional<Time> Player::currentTime() const {
    const std::optional<FrameTimeline> frames = timeline();
    if (!frames) return std::nullopt;
    return frames->timeOf(currentFrame());
}

void Player::step(int frames) {
    if (isPlaying()) pause();
    seek(Frame{std::max<std::int64_t>(0, currentFrame().number + frames)});
}

void Player::togglePlaying() {
    isPlaying() ? pause() : play();
}

void connectPlayer(Workspace& workspace, Player& player) {
    QObject::connect(&workspace, &Workspace::filmPathChanged, &player, [&] {
        workspace.setTimeline(std::nullopt);
        player.open(workspace.filmPath());
    });
    QObject::connect(&workspace, &Workspace::trackReplaced, &player, [&](Side side) {
        player.setDocument(side, documentOf(workspace, side));
    });
    QObject::connect(&workspace, &Workspace::edited, &player, [&](Side side, const Change& change) {
        player.applyChange(side, change);
    });
    for (const auto signal : {&Workspace::stateChanged, &Workspace::filmPathChanged})
        QObject::connect(&workspace, signal, &player, [&] { giveFiles(workspace, player); });
    const auto giveFrames = [&] {
        // Part of the frames would put what lies behind them on frames that are not there.
        if (player.indexedShare() < 1) return;
        if (player.hasPicture())
            workspace.setTimeline(player.timeline(), aspectOf(player.filmSize()));
        else
            workspace.setTimeline(std::nullopt);
    };
    QObject::connect(&player, &Player::opened, &workspace, giveFrames);
    QObject::connect(&player, &Player::grown, &workspace, giveFrames);
    for (const Side side : kBothSides)
        player.setDocument(side, documentOf(workspace, side));
    giveFiles(workspace, player);
    if (!workspace.filmPath().isEmpty()) player.open(workspace.filmPath());
}

}  // namespace subs::session
