// SPDX-License-Identifier: MIT
#include <subs/base/file.h>
#include <subs/job/convert.h>

#include "catch.h"
#include "folder.h"

#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <string>
#include <utility>

// A conversion of a file that somebody writes to at the same time.

using namespace subs;
namespace fs = std::filesystem;

namespace {

const std::string kFilm = "1\n00:00:01,000 --> 00:00:02,000\nriver\n";

/// ASS, with something done to the input once it is being read.
class Meddling : public Format {
public:
    explicit Meddling(std::function<void()> meddle) : meddle_(std::move(meddle)) {}

    const FormatInfo& info() const override { return ass_.info(); }
    Probe probe(std::string_view text) const override { return ass_.probe(text); }
    Parsed read(Origin origin, const ReadOptions& options) const override {
        return ass_.read(std::move(origin), options);
    }
    std::string markupOf(const Document& document, const Cue& cue) const override {
        return ass_.markupOf(document, cue);
    }
    std::unique_ptr<PartWriter> partWriter(const WriteOptions& options) const override {
        meddle_();
        return ass_.partWriter(options);
    }

private:
    LossReport planLowered(const Document& document, const WriteOptions& options) const override {
        return ass_.plan(document, options);
    }
    Result<std::string> writeLowered(const Document& document,
                                     const WriteOptions& options) const override {
        meddle_();
        return ass_.write(document, options);
    }

    const Format& ass_ = *formatNamed("ass");
    std::function<void()> meddle_;
};

/// What becomes of `film` when `meddle` happens to it while it is converted.
struct Meddled {
    testing::Folder folder;
    fs::path input = folder.path / "film.srt";
    fs::path output = folder.path / "film.ass";
    ConvertOutcome outcome;

    Meddled(const std::string& film,
            const std::function<void(const fs::path&)>& meddle,
            const std::string& encoding = {}) {
        std::ofstream(input) << film;
        std::ofstream(output) << "old";
        const Meddling format([&] { meddle(input); });
        ConvertOptions options;
        options.format = &format;
        options.existing = Existing::Replace;
        options.writing.encoding = encoding;
        outcome = convertOne({{input, input.filename(), {}}, {}, output}, options);
        outcome.converted.from = nullptr;
        outcome.converted.to = nullptr;
    }
    std::string written() const {
        std::ifstream file(output);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    std::ptrdiff_t files() const {
        return std::distance(fs::directory_iterator(folder.path), fs::directory_iterator());
    }
};

void grow(const fs::path& file) {
    std::ofstream(file, std::ios::app) << "\n2\n00:00:03,000 --> 00:00:04,000\nlate\n";
}

}  // namespace

TEST_CASE("an input that is written to during its conversion is an error", "[job]") {
    const Meddled grown(kFilm, grow);
    const Meddled shrunk(kFilm, [](const fs::path& file) { fs::resize_file(file, 20); });
    for (const Meddled* film : {&grown, &shrunk}) {
        REQUIRE(film->outcome.error);
        CHECK(film->outcome.error->code == "io.changed");
        CHECK(film->outcome.error->message ==
              "cannot read " + film->input.string() + ": it was changed while it was read");
        CHECK(film->written() == "old");
        CHECK(film->files() == 2);
    }
}

TEST_CASE("an input that is replaced during its conversion is converted as it was", "[job]") {
    const Meddled film(kFilm,
                       [](const fs::path& file) { REQUIRE(writeFileAtomically(file, "nothing")); });
    CHECK_FALSE(film.outcome.error);
    CHECK(film.written().find("river") != std::string::npos);
}

TEST_CASE("an input that was read whole may change while it is written", "[job]") {
    // Nothing is converted in parts into such an encoding.
    const Meddled film(
        kFilm, [](const fs::path& file) { fs::resize_file(file, 3); }, "windows-1252");
    CHECK_FALSE(film.outcome.error);
    CHECK(film.written().find("river") != std::string::npos);
}
