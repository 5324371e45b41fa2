// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/film_messages.h>
#include <subs/editor/plurals.h>
#include <subs/session/time_text.h>

namespace subs::editor {

using namespace session;

namespace {

const QString kFilm = QStringLiteral("film");
const QString kStart = QStringLiteral("film-start");
const QString kSound = QStringLiteral("sound");
const QString kFont = QStringLiteral("font");

// By more than half a frame: text that was made for another container of the film is off there.
bool beginsOffZero(const FrameTimeline& timeline) {
    const Time first = timeline.timeOf(Frame{0});
    const Time next = timeline.timeOf(Frame{1});
    const Time off = first < Time() ? -first : first;
    return Time::fromFlicks(2 * off.flicks()) > next - first;
}

}  // namespace

FilmMessages::FilmMessages(const Session& session, ProblemArea& problems, QObject* parent)
    : QObject(parent), session_(session), problems_(problems) {
    connect(&session_.player, &Player::message, this, &FilmMessages::take);
    connect(&session_.player, &Player::opened, this, &FilmMessages::tellStart);
}

void FilmMessages::tellStart() {
    problems_.clear(kStart);
    const std::optional<FrameTimeline> timeline = session_.player.timeline();
    if (!timeline || !session_.player.hasPicture() || !beginsOffZero(*timeline)) return;
    problems_.show({kStart,
                    ProblemKind::Remark,
                    tr("The picture begins at %1 of the film. Timecodes are counted from its first "
                       "frame, and text made for it fits this file only.")
                        .arg(millisecondText(timeline->timeOf(Frame{0}))),
                    {}});
}

void FilmMessages::clear() {
    fonts_.clear();
    shown_.clear();
    for (const QString& id : {kFilm, kStart, kSound, kFont})
        problems_.clear(id);
}

void FilmMessages::take(const PlayerMessage& message) {
    const ProblemAction another{tr("Choose another film…"), [this] { emit filmWanted(); }};
    const ProblemAction again{tr("Try again"),
                              [this] { session_.player.open(session_.workspace.filmPath()); }};
    switch (message.topic) {
        case PlayerTopic::Failed:
            // A film that is missing is told where its picture would be.
            if (session_.workspace.isFilmMissing()) return;
            return problems_.show(
                {kFilm, ProblemKind::Problem, asSentence(message.text), {another, again}});
        case PlayerTopic::Film:
            return problems_.show(
                {kFilm, ProblemKind::Problem, asSentence(message.text), {another}});
        case PlayerTopic::Sound:
            if (message.text.isEmpty()) return problems_.clear(kSound);
            return problems_.show({kSound,
                                   ProblemKind::Remark,
                                   tr("The film plays without sound: %1.").arg(message.text),
                                   {}});
        case PlayerTopic::Font:
            return tellFont(message);
    }
}

// All fonts that are missing in one strip.
void FilmMessages::tellFont(const PlayerMessage& message) {
    if (fonts_.contains(message.asked)) return;
    fonts_ << message.asked;
    if (!shown_.contains(message.shown)) shown_ << message.shown;
    const QString between = QStringLiteral(", ");
    const QString text =
        tr("The film's style(s) ask(s|) for (a font|fonts) that (is|are) not here (%1). Shown in "
           "%2; widths may differ.",
           nullptr,
           pluralNumber(fonts_.size()));
    std::vector<ProblemAction> actions;
    const CuePair cue = firstIn(fonts_);
    if (cue.first || cue.second)
        actions.push_back({tr("Show cue"), [this, cue] { emit cueWanted(cue); }});
    problems_.show({kFont,
                    ProblemKind::Problem,
                    text.arg(fonts_.join(between), shown_.join(between)),
                    std::move(actions)});
}

// The first cue whose style asks for one of `fonts`.
CuePair FilmMessages::firstIn(const QStringList& fonts) const {
    for (const Side side : kBothSides) {
        const Document& document = session_.workspace.document(side);
        for (const Cue& cue : document.cues) {
            const Style* style = styleOf(document, cue);
            if (!style || !fonts.contains(QString::fromStdString(style->fontName))) continue;
            return side == Side::First ? CuePair{cue.id, {}} : CuePair{{}, cue.id};
        }
    }
    return {};
}

}  // namespace subs::editor
