// SPDX-License-Identifier: MIT
#include <subs/editor/sound_channel_menu.h>

#include "catch.h"
#include "window.h"

#include <QtGui/QAction>

#include <string>
#include <vector>

using subs::SoundChannel;
using subs::editor::SoundChannelMenu;

namespace {

/// What can be chosen, without its letters for keys; the one that is chosen in brackets.
std::vector<std::string> choices(const SoundChannelMenu& menu) {
    std::vector<std::string> texts;
    for (const QAction* action : menu.actions()) {
        if (action->isSeparator()) continue;
        const std::string text = action->text().remove(QLatin1Char('&')).toStdString();
        texts.push_back(action->isChecked() ? "[" + text + "]" : text);
    }
    return texts;
}

QAction& named(const SoundChannelMenu& menu, const QString& text) {
    for (QAction* action : menu.actions())
        if (action->text().remove(QLatin1Char('&')) == text) return *action;
    FAIL("no choice " << text.toStdString());
    return *menu.actions().first();
}

}  // namespace

TEST_CASE("the timeline shows the channel that is chosen", "[editor][timeline]") {
    testing::FakeFilmSound sound;
    SoundChannelMenu menu(sound);
    CHECK_FALSE(menu.isEnabled());
    sound.open(QStringLiteral("film.mkv"));
    CHECK(menu.isEnabled());
    CHECK(choices(menu) ==
          std::vector<std::string>{"[Dialogue]", "All Channels", "Left", "Right", "Centre"});
    named(menu, QStringLiteral("Right")).trigger();
    CHECK(sound.channel() == SoundChannel::Right);
    CHECK(choices(menu) ==
          std::vector<std::string>{"Dialogue", "All Channels", "Left", "[Right]", "Centre"});
    named(menu, QStringLiteral("All Channels")).trigger();
    CHECK(sound.channel() == SoundChannel::Mix);
}

TEST_CASE("another film has other channels to choose from", "[editor][timeline]") {
    testing::FakeFilmSound sound;
    SoundChannelMenu menu(sound);
    sound.open(QStringLiteral("film.mkv"));
    sound.there = {SoundChannel::Left, SoundChannel::Right};
    sound.open(QStringLiteral("other.mkv"));
    CHECK(choices(menu) == std::vector<std::string>{"[Dialogue]", "All Channels", "Left", "Right"});
    sound.there = {SoundChannel::Centre};
    sound.open(QStringLiteral("mono.mkv"));
    CHECK_FALSE(menu.isEnabled());
    sound.open({});
    CHECK_FALSE(menu.isEnabled());
}

TEST_CASE("the window's View menu chooses the channel", "[editor][timeline]") {
    testing::Window window;
    const auto* menu = window.window.findChild<SoundChannelMenu*>();
    REQUIRE(menu != nullptr);
    window.sound.open(QStringLiteral("film.mkv"));
    named(*menu, QStringLiteral("Left")).trigger();
    CHECK(window.sound.channel() == SoundChannel::Left);
}
