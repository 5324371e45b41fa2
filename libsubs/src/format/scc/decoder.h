// SPDX-License-Identifier: MIT
#pragma once

#include "format/scc/memory.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace subs::scc {

/// How captions come onto the screen.
enum class Mode : std::uint8_t { None, PopOn, PaintOn, RollUp, Text };

/// A line of the file, from 0.
using LineIndex = std::uint32_t;

/// Where a pair stands.
struct Moment {
    std::int64_t frame = 0;
    LineIndex line = 0;
};

/// One state of the screen that a viewer can tell from those before and after it.
struct Caption {
    std::int64_t begin = 0;
    std::optional<std::int64_t> end;  ///< Nothing where the file does not erase it.
    Shown shown;
    LineIndex showLine = 0;  ///< The line that shows it.
    LineIndex loadLine = 0;  ///< The line of its first letter.
    LineIndex endLine = 0;   ///< The line that ends it.
    Mode mode = Mode::PopOn;
    bool isEndedByErase = false;  ///< By a command of its own, not by the next caption.
};

/// What was odd, counted.
struct Oddities {
    std::size_t withoutMode = 0;   ///< Letters before the first command that says where they go.
    std::size_t otherChannel = 0;  ///< Pairs of other channels than the first.
    std::size_t textMode = 0;      ///< Letters that are no captions.
    std::size_t unknown = 0;       ///< Codes that there are not.
    std::size_t attributes = 0;    ///< Backgrounds, which are not read.
    std::array<LineIndex, 5> firstLine{};  ///< Of each of these.
};

/// Follows the commands of a file as a caption decoder does (47 CFR 79.101, CTA-608-E), for the
/// channel that comes first. What a decoder writes letter by letter is one state a word (paint-on)
/// or a row (roll-up), on the screen from the code before its first letter on.
class Decoder {
public:
    void take(Pair pair, Moment now);
    /// The end of the file.
    void finish();
    std::vector<Caption> takeCaptions() { return std::move(captions_); }
    const Oddities& oddities() const { return oddities_; }
    /// The channel that came first is the second.
    bool isSecondChannel() const { return channel_.value_or(false); }
    /// Letters were loaded that nothing has shown.
    bool hasUnseen() const { return loadLine_ && *loadLine_ > 0 && !loaded_.isBlank(); }

private:
    /// A letter of paint-on that is on its way.
    struct Painted {
        std::int64_t frame;
        LineIndex line;
        int row;
        int column;
        Cell cell;
    };

    void takeControl(Pair pair);
    void takeCode(Pair pair);
    void takeLetters(Pair pair);
    void obey(Command command);
    void obeyMode(Command command);
    void obeyErasure(Command command);
    void beginRollUp(int rows);
    void carriageReturn();
    void endOfCaption();
    void eraseDisplayed();
    void backspace();
    void deleteToEnd();
    void takePreamble(const Preamble& preamble);
    void takeMidRow(Pen pen);
    void put(char32_t letter);
    void putExtended(char32_t letter);
    void write(Cell cell);
    void step();

    Memory& target() { return mode_ == Mode::PopOn ? loaded_ : displayed_; }
    /// What is painted comes onto the screen, word by word.
    void finishPainting();
    bool paintsAllOver() const;
    /// The rows of roll-up as they are now, since the last change.
    void commitRollUp();
    /// The screen shows from `frame` on what `displayed_` holds.
    void show(Moment moment);
    void close(std::int64_t frame, bool isErased);
    void note(std::size_t& counter);

    Moment now_;
    std::optional<Pair> last_;  ///< The code before, which comes twice, in two frames that follow.
    std::int64_t lastFrame_ = 0;
    std::optional<bool> channel_;
    bool isOurs_ = true;
    Mode mode_ = Mode::None;
    Mode displayedMode_ = Mode::None;
    int depth_ = 2;        ///< Rows of roll-up.
    int baseRow_ = kRows;  ///< Its lowest.
    int row_ = kRows;
    int column_ = 0;
    Pen pen_;
    Memory displayed_;
    Memory loaded_;
    std::optional<LineIndex> loadLine_;
    std::vector<Painted> painted_;
    std::optional<std::int64_t> wordFrame_;   ///< Of the code or space before a word.
    std::optional<std::int64_t> paintFrame_;  ///< Of the code where painting began.
    std::optional<Moment> rowBegin_;          ///< Of a row of roll-up.
    bool isRowPending_ = false;               ///< It has letters that no caption shows yet.
    std::optional<Caption> active_;
    std::optional<Memory> activeScreen_;
    std::vector<Caption> captions_;
    Oddities oddities_;
};

}  // namespace subs::scc
