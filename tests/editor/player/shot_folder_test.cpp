// SPDX-License-Identifier: MIT
#include <subs/base/file.h>
#include <subs/editor/shot_folder.h>

#include "catch.h"
#include "folder.h"
#include "stage.h"

#include <QtCore/QFile>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <optional>
#include <vector>

using namespace subs;
using namespace subs::editor;
using testing::Stage;

namespace {

namespace fs = std::filesystem;

const fs::path kFilm = SUBS_TEST_FILMS "/shots.mp4";

ShotList cutAt(std::int64_t frame) {
    return withCut({}, {frame});
}

/// A folder that is opened anew for each film, as in another run of the program.
struct Run {
    ShotFolder folder;
    std::optional<ShotList> work;
    QString readProblem;
    std::optional<QString> kept;

    explicit Run(std::optional<fs::path> path) : folder(std::move(path)) {
        QObject::connect(
            &folder, &ShotFolder::opened, [this](const ShotList& known, const QString& problem) {
                work = known;
                readProblem = problem;
            });
        QObject::connect(
            &folder, &ShotFolder::kept, [this](const QString& problem) { kept = problem; });
    }
    ShotList open(const fs::path& film) {
        work.reset();
        folder.open(QFile::decodeName(film.c_str()));
        REQUIRE(Stage::waitFor([&] { return work.has_value(); }));
        return *work;
    }
    QString keep(const ShotList& list) {
        kept.reset();
        folder.keep(list);
        REQUIRE(Stage::waitFor([&] { return kept.has_value(); }));
        return *kept;
    }
};

std::vector<fs::path> filesIn(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& each : fs::directory_iterator(folder))
        files.push_back(each.path());
    return files;
}

}  // namespace

TEST_CASE("a person's cuts are there in the next run", "[player][shots][store]") {
    const testing::Folder folder;
    const fs::path kept = folder.path / "data/shots";
    {
        Run run(kept);
        CHECK(run.open(kFilm) == ShotList());
        CHECK(run.keep(cutAt(7)) == QString());
    }
    CHECK(Run(kept).open(kFilm) == cutAt(7));
}

TEST_CASE("a film is known again where it was copied to, and by no other's cuts",
          "[player][shots][store]") {
    const testing::Folder folder;
    const fs::path copy = folder.path / "copy of it.mp4";
    fs::copy_file(kFilm, copy);
    fs::last_write_time(copy, fs::file_time_type::clock::now() - std::chrono::hours(5));
    const fs::path other = SUBS_TEST_FILMS "/tone.m4a";
    Run run(folder.path / "shots");
    run.open(kFilm);
    run.keep(cutAt(7));
    CHECK(run.open(other) == ShotList());
    CHECK(run.open(copy) == cutAt(7));
}

TEST_CASE("what is kept last is there, also where the program ends at once",
          "[player][shots][store]") {
    const testing::Folder folder;
    {
        Run run(folder.path / "shots");
        run.open(kFilm);
        for (std::int64_t frame = 1; frame < 50; ++frame)
            run.folder.keep(cutAt(frame));
    }
    CHECK(Run(folder.path / "shots").open(kFilm) == cutAt(49));
    {
        Run run(folder.path / "shots");
        run.open(kFilm);
        run.folder.keep(cutAt(99));
        run.folder.open({});  // Another film, or none: the last one's work is written all the same.
    }
    CHECK(Run(folder.path / "shots").open(kFilm) == cutAt(99));
}

TEST_CASE("a file that cannot be understood is set aside and told", "[player][shots][store]") {
    const testing::Folder folder;
    const fs::path kept = folder.path / "shots";
    {
        Run run(kept);
        run.open(kFilm);
        run.keep(cutAt(7));
    }
    const fs::path file = filesIn(kept).at(0);
    const std::string damaged = "{\"source\":\"\",\"det";
    for (const char* number : {"1", "2"}) {
        std::ofstream(file, std::ios::trunc) << damaged;
        Run run(kept);
        CHECK(run.open(kFilm) == ShotList());
        INFO(run.readProblem.toStdString());
        const fs::path aside = kept / (file.stem().string() + ".damaged-" + number + ".json");
        CHECK(run.readProblem.contains(QFile::decodeName(aside.c_str())));
        CHECK(readFile(aside).value_or("") == damaged);
        CHECK(run.keep(cutAt(8)) == QString());
    }
    CHECK(Run(kept).open(kFilm) == cutAt(8));
}

TEST_CASE("why cuts cannot be kept is told", "[player][shots][store]") {
    const testing::Folder folder;
    Run nowhere(std::nullopt);
    nowhere.open(kFilm);
    CHECK(nowhere.keep(cutAt(7)) == QStringLiteral("there is no folder for a person's data"));
    // A file stands where the folder would be made.
    const fs::path blocked = folder.path / "file";
    std::ofstream(blocked) << "x";
    Run run(blocked / "shots");
    run.open(kFilm);
    CHECK(run.keep(cutAt(7)).contains(QFile::decodeName((blocked / "shots").c_str())));
    Run lost(folder.path / "shots");
    lost.open(folder.path / "no film.mp4");
    CHECK(lost.keep(cutAt(7)).contains(QStringLiteral("no film.mp4")));
}

TEST_CASE("cuts are kept where the user's data is", "[player][shots][store]") {
    const QByteArray home = qgetenv("HOME");
    const QByteArray data = qgetenv("XDG_DATA_HOME");
    const bool hasData = qEnvironmentVariableIsSet("XDG_DATA_HOME");
    qputenv("HOME", "/home/sok");
    qputenv("XDG_DATA_HOME", "/data");
    CHECK(ShotFolder::ofUser() == fs::path("/data/subs/shots"));
    qputenv("XDG_DATA_HOME", "data");  // Relative: to be ignored.
    CHECK(ShotFolder::ofUser() == fs::path("/home/sok/.local/share/subs/shots"));
    qunsetenv("XDG_DATA_HOME");
    qunsetenv("HOME");
    CHECK_FALSE(ShotFolder::ofUser());
    qputenv("HOME", home);
    if (hasData) qputenv("XDG_DATA_HOME", data);
}
