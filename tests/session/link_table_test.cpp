// SPDX-License-Identifier: MIT
#include <subs/edit/change.h>
#include <subs/session/link_table.h>

#include "catch.h"
#include "session_fixture.h"

#include <QtGui/QUndoStack>
#include <fmt/format.h>

#include <random>

using namespace subs;
using namespace subs::session;

namespace {

Cue cueAt(std::uint32_t id, std::int64_t start, std::int64_t end) {
    Cue cue;
    cue.id = CueId{id};
    cue.start = Time::fromMilliseconds(start);
    cue.end = Time::fromMilliseconds(end);
    return cue;
}

Document regular(int cues) {
    Document document;
    for (int i = 0; i < cues; ++i)
        document.cues.push_back(
            cueAt(static_cast<std::uint32_t>(i + 1), 3000 * i, 3000 * i + 2500));
    document.lastId = static_cast<std::uint32_t>(cues);
    return document;
}

/// Two documents and their table, edited together.
struct Pair {
    std::array<Document, 2> documents;
    LinkTable table = LinkTable::of(documents[0], documents[1]);

    Pair(Document first, Document second) : documents{std::move(first), std::move(second)} {
        table = LinkTable::of(documents[0], documents[1]);
    }
    LinkChange edit(const std::array<Change, 2>& changes) {
        for (const std::size_t track : {0U, 1U})
            apply(changes[track], documents[track]);
        const std::array places{placesOf(documents[0]), placesOf(documents[1])};
        return table.relink({documents[0], places[0], changes[0]},
                            {documents[1], places[1], changes[1]});
    }
    void check() const {
        const LinkTable whole = LinkTable::of(documents[0], documents[1]);
        CHECK(table.links() == whole.links());
        for (const std::size_t track : {0U, 1U})
            for (const Cue& cue : documents[track].cues)
                CHECK(table.placeOf(track, cue.id) == whole.placeOf(track, cue.id));
    }
};

/// Edits as people make them and as damaged files have them.
struct Chance {
    std::mt19937 engine;

    explicit Chance(unsigned seed) : engine(seed) {}
    int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(engine); }
    // On a coarse grid, so that cues often meet, with some that end before they start.
    Cue cue(std::uint32_t id, int span) {
        const std::int64_t start = 500LL * below(span);
        Cue made = cueAt(id, start, start + 500LL * (below(9) - 1));
        if (below(12) == 0) made.end = Time::fromMilliseconds(start + 500LL * below(span));
        if (below(15) == 0) made.kind = CueKind::Comment;
        if (below(20) == 0) made.end.reset();
        return made;
    }
    Document document(int cues, int span) {
        Document made;
        for (int i = 0; i < cues; ++i)
            made.cues.push_back(cue(++made.lastId, span));
        return made;
    }
    Change change(const Document& document, int span) {
        const auto size = static_cast<int>(document.cues.size());
        const int kind = below(4);
        const auto at = static_cast<std::size_t>(below(size + (kind == 0 ? 1 : 0)));
        if (kind == 0) return withInserted(document, at, cue(document.lastId + 1, span));
        if (kind == 1 && size > 1) return withRemoved(document, at);
        const Cue other = cue(document.cues[at].id.value, span);
        if (kind == 2) return withTimes(document, at, other.start, other.end);
        return Change{{{at, document.cues[at], other}}};
    }
};

}  // namespace

TEST_CASE("links after an edit are those of the whole tracks", "[session][links]") {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        Chance chance(seed);
        const int span = 20 + chance.below(150);
        Pair it(chance.document(2 + chance.below(30), span),
                chance.document(2 + chance.below(30), span));
        for (int i = 0; i < 25; ++i) {
            CAPTURE(i);
            std::array<Change, 2> changes;
            const int which = chance.below(3);
            if (which != 1) changes[0] = chance.change(it.documents[0], span);
            if (which != 0) changes[1] = chance.change(it.documents[1], span);
            it.edit(changes);
            it.check();
            if (chance.below(3) == 0) {
                it.edit({inverse(changes[0]), inverse(changes[1])});
                it.check();
            }
        }
    }
}

TEST_CASE("an edit in tracks of 20000 cues links only its neighbours anew", "[session][links]") {
    Pair it(regular(20'000), regular(20'000));
    const auto moved = [&](std::int64_t end) {
        return withTimes(it.documents[1],
                         10'000,
                         Time::fromMilliseconds(30'000'000),
                         Time::fromMilliseconds(end));
    };
    LinkChange change = it.edit({Change{}, moved(30'002'400)});
    CHECK(change.from == 10'000);
    CHECK(change.was == 1);
    CHECK(change.is == 1);
    CHECK(change.cues == 2);
    change = it.edit({Change{}, moved(30'005'000)});
    CHECK(change.cues == 4);
    change = it.edit(
        {withInserted(it.documents[0], 5'000, cueAt(20'001, 15'000'100, 15'000'900)), Change{}});
    CHECK(change.cues == 3);
    change = it.edit({withRemoved(it.documents[0], 5'000), Change{}});
    CHECK(change.cues == 2);
    it.check();
}

TEST_CASE("a text alone and a comment change no link", "[session][links]") {
    Pair it(regular(10), regular(10));
    Cue comment = cueAt(11, 1000, 2000);
    comment.kind = CueKind::Comment;
    const LinkChange change = it.edit({withInserted(it.documents[0], 3, comment), Change{}});
    CHECK(change.cues == 0);
    it.check();
}

TEST_CASE("times too far out to be compared are linked as a whole", "[session][links]") {
    Pair it(regular(10), regular(10));
    const Time far = Time::fromFlicks((std::int64_t{1} << 60) + 5);
    it.edit({withTimes(it.documents[0], 9, far, far), Change{}});
    it.check();
    it.edit({Change{}, withTimes(it.documents[1], 2, far, Time::fromFlicks(far.flicks() + 7))});
    it.check();
    it.edit({withTimes(it.documents[0], 9, Time(), far), Change{}});
    it.check();
}

TEST_CASE("a workspace says which links an edit of times changed", "[session][links]") {
    testing::Folder folder;
    std::string track;
    for (int i = 0; i < 20'000; ++i)
        track += fmt::format("{0}\n{1:02}:{2:02}:{3:02},000 --> {1:02}:{2:02}:{3:02},900\nGo\n\n",
                             i + 1,
                             2 * i / 3600,
                             2 * i / 60 % 60,
                             2 * i % 60);
    Workspace workspace;
    workspace.open(
        {testing::written(folder, "a.km.srt", track), testing::written(folder, "a.en.srt", track)});
    REQUIRE(workspace.links().size() == 20'000);
    const quint64 version = workspace.linksVersion();
    const CueId id = workspace.document(Side::First).cues[9'000].id;
    REQUIRE(workspace.setEdge(Side::First, id, Edge::End, Time::fromMilliseconds(18'000'500)));
    CHECK(workspace.linksVersion() == version + 1);
    REQUIRE(workspace.linkChange());
    CHECK(workspace.linkChange()->cues == 2);
    CHECK(workspace.linkChange()->from == 9'000);
    workspace.undoStack().undo();
    CHECK(workspace.linkChange()->cues == 2);
    CHECK(workspace.links() ==
          linksByOverlap(workspace.document(Side::First), workspace.document(Side::Second)));
    workspace.close();
    CHECK_FALSE(workspace.linkChange());
}
