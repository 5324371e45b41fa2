// SPDX-License-Identifier: MIT
#include "format/scc/decoder.h"

#include <algorithm>
#include <utility>

namespace subs::scc {
namespace {

constexpr std::uint8_t kFirstLetter = 0x20;

}  // namespace

void Decoder::note(std::size_t& counter) {
    const std::array<std::size_t*, 5> counters{&oddities_.withoutMode,
                                               &oddities_.otherChannel,
                                               &oddities_.textMode,
                                               &oddities_.unknown,
                                               &oddities_.attributes};
    const auto index =
        static_cast<std::size_t>(std::ranges::find(counters, &counter) - counters.begin());
    if (counter++ == 0) oddities_.firstLine.at(index) = now_.line;
}

void Decoder::take(Pair pair, Moment now) {
    now_ = now;
    if (pair.isNull()) {
        last_.reset();
        return;
    }
    if (pair.isControl()) return takeControl(pair);
    last_.reset();
    if (pair.first != 0 && pair.first < 0x10) {
        // Extended data service: of another kind until a caption's code comes.
        isOurs_ = false;
        return note(oddities_.otherChannel);
    }
    if (!isOurs_) return note(oddities_.otherChannel);
    takeLetters(pair);
}

void Decoder::takeControl(Pair pair) {
    if (last_ == pair && now_.frame - lastFrame_ <= 1) {
        last_.reset();
        return;
    }
    last_ = pair;
    lastFrame_ = now_.frame;
    if (!channel_) channel_ = pair.isSecondChannel();
    isOurs_ = *channel_ == pair.isSecondChannel();
    if (!isOurs_) return note(oddities_.otherChannel);
    takeCode(pair);
}

void Decoder::takeCode(Pair pair) {
    if (const auto command = commandOf(pair)) return obey(*command);
    if (mode_ == Mode::Text) return note(oddities_.textMode);
    if (mode_ == Mode::None) return note(oddities_.withoutMode);
    if (const auto preamble = preambleOf(pair)) return takePreamble(*preamble);
    if (const auto pen = midRowOf(pair, pen_)) return takeMidRow(*pen);
    if (const int columns = tabOf(pair)) {
        column_ = std::min(column_ + columns, Memory::kMostColumns - 1);
        return;
    }
    if (const auto letter = specialOf(pair)) return put(*letter);
    if (const auto letter = extendedOf(pair)) return putExtended(*letter);
    note(isAttribute(pair) ? oddities_.attributes : oddities_.unknown);
}

void Decoder::takeLetters(Pair pair) {
    if (mode_ == Mode::Text) return note(oddities_.textMode);
    if (mode_ == Mode::None) return note(oddities_.withoutMode);
    for (const std::uint8_t byte : {pair.first, pair.second}) {
        // A space parts words, also within a pair.
        if (mode_ == Mode::PaintOn && byte == ' ') wordFrame_ = now_.frame;
        if (byte >= kFirstLetter) put(letterOf(byte));
    }
}

void Decoder::obey(Command command) {
    switch (command) {
        case Command::ResumeLoading:
        case Command::RollUp2:
        case Command::RollUp3:
        case Command::RollUp4:
        case Command::ResumeDirect:
        case Command::TextRestart:
        case Command::ResumeText:
            return obeyMode(command);
        case Command::FlashOn:
            return mode_ == Mode::None ? note(oddities_.withoutMode) : put(' ');
        case Command::CarriageReturn:
            return carriageReturn();
        case Command::EndOfCaption:
            return endOfCaption();
        case Command::Backspace:
        case Command::DeleteToEnd:
        case Command::EraseDisplayed:
        case Command::EraseLoaded:
            return obeyErasure(command);
    }
    note(oddities_.unknown);
}

void Decoder::obeyMode(Command command) {
    finishPainting();
    const bool isRollUp =
        command == Command::RollUp2 || command == Command::RollUp3 || command == Command::RollUp4;
    if (isRollUp) return beginRollUp(static_cast<int>(command) - 0x23);
    commitRollUp();
    if (command == Command::ResumeLoading)
        mode_ = Mode::PopOn;
    else
        mode_ = command == Command::ResumeDirect ? Mode::PaintOn : Mode::Text;
    wordFrame_.reset();
    paintFrame_.reset();
}

void Decoder::obeyErasure(Command command) {
    switch (command) {
        case Command::Backspace:
            return backspace();
        case Command::DeleteToEnd:
            return deleteToEnd();
        case Command::EraseDisplayed:
            return eraseDisplayed();
        default:
            loaded_.clear();
            loadLine_.reset();
    }
}

void Decoder::beginRollUp(int rows) {
    depth_ = rows;
    if (mode_ != Mode::RollUp) {
        // What another mode has put on the screen goes.
        if (displayedMode_ != Mode::RollUp) {
            displayed_.clear();
            close(now_.frame, true);
            baseRow_ = kRows;
            row_ = kRows;
            column_ = 0;
        }
        loaded_.clear();
        loadLine_.reset();
        pen_ = {};
    }
    mode_ = Mode::RollUp;
    displayedMode_ = Mode::RollUp;
    if (displayed_.isBlank()) rowBegin_ = now_;
}

void Decoder::carriageReturn() {
    if (mode_ != Mode::RollUp) return;
    commitRollUp();
    displayed_.rollUp(std::max(baseRow_ - depth_ + 1, 1), baseRow_);
    row_ = baseRow_;
    column_ = 0;
    pen_ = {};
    rowBegin_ = now_;
    isRowPending_ = true;
}

void Decoder::endOfCaption() {
    finishPainting();
    commitRollUp();
    std::swap(displayed_, loaded_);
    mode_ = Mode::PopOn;
    displayedMode_ = Mode::PopOn;
    const std::optional<LineIndex> line = std::exchange(loadLine_, std::nullopt);
    // A caption of its own, whatever the one before it says.
    activeScreen_.reset();
    show(now_);
    if (active_ && active_->begin == now_.frame) active_->loadLine = line.value_or(now_.line);
    if (!loaded_.isBlank()) loadLine_ = 0;  // letters of before, in unknown lines
}

void Decoder::eraseDisplayed() {
    finishPainting();
    commitRollUp();
    displayed_.clear();
    close(now_.frame, true);
    wordFrame_.reset();
    paintFrame_.reset();
    rowBegin_.reset();
    isRowPending_ = false;
}

void Decoder::backspace() {
    if (mode_ == Mode::None || mode_ == Mode::Text || column_ == 0) return;
    --column_;
    if (mode_ == Mode::PaintOn && !painted_.empty()) {
        painted_.pop_back();
        return;
    }
    target().put(row_, column_, {});
    if (mode_ == Mode::PaintOn) show(now_);
}

void Decoder::deleteToEnd() {
    finishPainting();
    if (mode_ == Mode::None || mode_ == Mode::Text) return;
    target().eraseFrom(row_, column_);
    if (mode_ == Mode::PaintOn) show(now_);
}

void Decoder::takePreamble(const Preamble& preamble) {
    finishPainting();
    if (mode_ == Mode::RollUp) {
        displayed_.moveRows(baseRow_, preamble.row, depth_);
        baseRow_ = preamble.row;
        if (!rowBegin_) rowBegin_ = now_;
    }
    row_ = preamble.row;
    column_ = preamble.column;
    pen_ = preamble.pen;
    wordFrame_ = now_.frame;
    paintFrame_ = now_.frame;
}

void Decoder::takeMidRow(Pen pen) {
    write({' ', pen_});
    pen_ = pen;
    step();
    wordFrame_ = now_.frame;
}

void Decoder::put(char32_t letter) {
    write({letter, pen_});
    step();
}

/// In place of the letter before it.
void Decoder::putExtended(char32_t letter) {
    if (column_ > 0) {
        --column_;
        if (mode_ == Mode::PaintOn && !painted_.empty()) painted_.pop_back();
    }
    put(letter);
}

void Decoder::step() {
    column_ = std::min(column_ + 1, Memory::kMostColumns - 1);
}

void Decoder::write(Cell cell) {
    const bool isInk = cell.letter != 0 && cell.letter != ' ';
    if (mode_ == Mode::PaintOn) {
        if (!wordFrame_) wordFrame_ = now_.frame;
        painted_.push_back({*wordFrame_, now_.line, row_, column_, cell});
        return;
    }
    if (mode_ == Mode::RollUp) {
        if (!rowBegin_) rowBegin_ = now_;
        isRowPending_ = isRowPending_ || isInk;
    } else if (isInk && !loadLine_) {
        loadLine_ = now_.line;
    }
    target().put(row_, column_, cell);
}

/// True where no letter of the row that is painted over stays.
bool Decoder::paintsAllOver() const {
    std::vector<Cell> cells = displayed_.row(painted_.front().row);
    for (const Painted& one : painted_)
        if (const auto at = static_cast<std::size_t>(one.column); at < cells.size()) cells[at] = {};
    return std::ranges::all_of(
        cells, [](const Cell& cell) { return cell.letter == 0 || cell.letter == ' '; });
}

void Decoder::finishPainting() {
    if (painted_.empty()) return;
    displayedMode_ = Mode::PaintOn;
    const int row = painted_.front().row;
    if (displayed_.hasText(row) && paintsAllOver()) {
        displayed_.eraseFrom(row, 0);
        if (paintFrame_ && *paintFrame_ < painted_.front().frame)
            show({*paintFrame_, painted_.front().line});
    }
    for (std::size_t i = 0; i < painted_.size(); ++i) {
        const Painted& one = painted_[i];
        displayed_.put(one.row, one.column, one.cell);
        const bool isLast = i + 1 == painted_.size() || painted_[i + 1].frame != one.frame;
        if (isLast) show({one.frame, one.line});
    }
    painted_.clear();
}

void Decoder::commitRollUp() {
    if (mode_ != Mode::RollUp || !isRowPending_ || !rowBegin_) return;
    isRowPending_ = false;
    show(*rowBegin_);
}

void Decoder::close(std::int64_t frame, bool isErased) {
    if (!active_) return;
    active_->end = std::max(frame, active_->begin);
    active_->endLine = now_.line;
    active_->isEndedByErase = isErased;
    captions_.push_back(*std::move(active_));
    active_.reset();
    activeScreen_.reset();
}

void Decoder::show(Moment moment) {
    if (activeScreen_ && *activeScreen_ == displayed_) return;
    close(moment.frame, false);
    if (displayed_.isBlank()) return;
    active_ = Caption{};
    active_->begin = moment.frame;
    active_->shown = shownIn(displayed_);
    active_->mode = displayedMode_;
    active_->showLine = moment.line;
    active_->loadLine = moment.line;
    activeScreen_ = displayed_;
}

void Decoder::finish() {
    finishPainting();
    commitRollUp();
    if (!active_) return;
    captions_.push_back(*std::move(active_));
    active_.reset();
}

}  // namespace subs::scc
