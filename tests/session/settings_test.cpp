// SPDX-License-Identifier: MIT
#include <subs/session/settings.h>
#include <subs/time/time.h>

#include "catch.h"
#include "folder.h"

#include <QtCore/QFile>

using namespace subs::session;
using testing::Folder;

namespace {

QString settingsFile(const Folder& folder) {
    return QString::fromStdString((folder.path / "editor.ini").string());
}

}  // namespace

TEST_CASE("recent files are newest first, once each, at most ten", "[session][settings]") {
    const Folder folder;
    Settings settings(settingsFile(folder));
    CHECK(settings.recentFiles().isEmpty());
    for (int i = 0; i < 12; ++i)
        settings.addRecentFiles({QStringLiteral("/films/%1.srt").arg(i)});
    REQUIRE(settings.recentFiles().size() == 10);
    CHECK(settings.recentFiles().first() == QStringList{"/films/11.srt"});
    settings.addRecentFiles({"/films/ខ្មែរ.srt", "/films/film.mp4"});
    settings.addRecentFiles({"/films/11.srt"});
    settings.addRecentFiles({"/films/film.mp4", "/films/ខ្មែរ.srt"});
    CHECK(settings.recentFiles().size() == 10);
    CHECK(settings.recentFiles()[0] == QStringList{"/films/film.mp4", "/films/ខ្មែរ.srt"});
    CHECK(settings.recentFiles()[1] == QStringList{"/films/11.srt"});
    CHECK(settings.recentFiles()[2] == QStringList{"/films/10.srt"});
}

TEST_CASE("settings are there again in the next run", "[session][settings]") {
    const Folder folder;
    {
        Settings settings(settingsFile(folder));
        settings.addRecentFiles({"/a.srt", "/b.srt"});
        settings.setTheme(Theme::Dark);
        settings.setWindowGeometry("geometry");
        settings.setWindowState("state");
        settings.setLinkedTimes(LinkedTimes::Off);
        settings.setVolume(0.25);
        settings.setLastFolder("/films");
    }
    Settings settings(settingsFile(folder));
    CHECK(settings.recentFiles() == QList<QStringList>{{"/a.srt", "/b.srt"}});
    CHECK(settings.theme() == Theme::Dark);
    CHECK(settings.windowGeometry() == "geometry");
    CHECK(settings.windowState() == "state");
    CHECK(settings.linkedTimes() == LinkedTimes::Off);
    CHECK(settings.volume() == 0.25);
    CHECK(settings.lastFolder() == "/films");
}

TEST_CASE("a first run has plain settings", "[session][settings]") {
    const Folder folder;
    const Settings settings(settingsFile(folder));
    CHECK(settings.theme() == Theme::System);
    CHECK(settings.linkedTimes() == LinkedTimes::On);
    CHECK(settings.volume() == 1.0);
    CHECK(settings.windowGeometry().isEmpty());
}

TEST_CASE("a damaged settings file is as good as none", "[session][settings]") {
    const Folder folder;
    {
        Settings settings(settingsFile(folder));
        settings.setVolume(7);
        CHECK(settings.volume() == 1.0);
        settings.clearRecentFiles();
    }
    QFile file(settingsFile(folder));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("[player]\nvolume=loud\n\x01\x02\xFF[[[\n");
    file.close();
    const Settings settings(settingsFile(folder));
    CHECK(settings.volume() == 1.0);
    CHECK(settings.recentFiles().isEmpty());
}

TEST_CASE("a film's length is remembered by its path for the last fifty", "[session][settings]") {
    const Folder folder;
    Settings settings(settingsFile(folder));
    CHECK_FALSE(settings.filmLength("/films/0.mp4"));
    for (int i = 0; i < 50; ++i)
        settings.setFilmLength(QStringLiteral("/films/%1.mp4").arg(i),
                               subs::Time::fromMilliseconds(1000 * i + 500));
    CHECK(settings.filmLength("/films/0.mp4") == subs::Time::fromMilliseconds(500));
    settings.setFilmLength("/films/7.mp4", subs::Time::fromMilliseconds(99));
    CHECK(settings.filmLength("/films/7.mp4") == subs::Time::fromMilliseconds(99));
    CHECK(settings.filmLength("/films/0.mp4"));
    settings.setFilmLength("/films/ខ្មែរ.mp4", subs::Time::fromMilliseconds(80'000));
    CHECK_FALSE(settings.filmLength("/films/0.mp4"));
    Settings again(settingsFile(folder));
    CHECK(again.filmLength("/films/ខ្មែរ.mp4") == subs::Time::fromMilliseconds(80'000));
}
