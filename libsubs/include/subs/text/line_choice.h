// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/count.h>
#include <subs/text/line_break.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace subs {

/// How wide stretches of one text are, each on a line of its own. In what, its user knows.
class TextRuler {
public:
    TextRuler() = default;
    TextRuler(const TextRuler&) = delete;
    TextRuler& operator=(const TextRuler&) = delete;
    virtual ~TextRuler() = default;

    /// Of the bytes [begin, end).
    virtual double width(std::size_t begin, std::size_t end) = 0;
    /// How far from `begin` each of `offsets` (ascending, none before `begin`) is, to a few
    /// hundredths: the chooser leaves out by it what need not be measured.
    virtual void distances(std::size_t begin,
                           std::span<const std::uint32_t> offsets,
                           std::vector<double>& result);
};

/// Measures by counting.
class CountRuler : public TextRuler {
public:
    CountRuler(std::string_view text, CountUnit unit) : text_(text), unit_(unit) {}
    double width(std::size_t begin, std::size_t end) override;

private:
    std::string_view text_;
    CountUnit unit_;
};

/// How lines of unequal widths are laid.
enum class Balance : std::uint8_t {
    BottomHeavy,  ///< The lower one rather the wider one.
    Even,         ///< Which of them is wider is all the same.
};

/// What the lines of a text are to be like.
struct LineShape {
    double widest = 0;          ///< In the ruler's measure; a line may be as wide as that.
    std::size_t mostLines = 2;  ///< At least 1.
    Balance balance = Balance::BottomHeavy;
};

/// The lines of a text.
struct ChosenLines {
    std::vector<LineBreak> breaks;  ///< Those that were taken; one less than there are lines.
    double width = 0;               ///< Of the widest line, estimated where it is clear.
    bool fits = true;               ///< No line is wider than it may be.
};

/// Cuts the bytes [begin, end) of a text at `places` (ascending, inside of them) into as few lines
/// as fit without a bad place, else as few as fit, of these the ones of least cost: prices of the
/// breaks and unevenness of the lines. Where `shape.mostLines` do not fit, the lines that run over
/// least. Whether a line fits is measured, unless an estimate says that it is narrower by a tenth.
/// O(places) for two lines, for three O(places²) up to 256 of them.
ChosenLines chosenLines(std::size_t begin,
                        std::size_t end,
                        std::span<const LineBreak> places,
                        TextRuler& ruler,
                        const LineShape& shape);

}  // namespace subs
