// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace bench {

/// The widest and highest picture that engines are asked for, as a window would.
inline constexpr int kWidth = 960;
inline constexpr int kHeight = 540;

/// One way of getting at a film's frames. Each is opened and closed anew for every measurement of
/// `open`, and gives pictures of `kWidth` × `kHeight` pixels of four bytes in the screen's colours.
class FilmEngine {
public:
    virtual ~FilmEngine() = default;
    /// Opens the film and finds out when all its frames are shown; answers how many there are.
    virtual int open(const std::string& film) = 0;
    /// Frame `number`, from 0, wherever the engine stands. Answers the number that its picture
    /// carries; -1 where it carries none, -2 where there is no picture to look at.
    virtual int seek(int number) = 0;
    /// The frame behind the last one.
    virtual int next() = 0;
    /// False of one that shows no pictures to a program, so that its numbers are not checked.
    virtual bool isChecked() const { return true; }
    /// True of one that keeps the frames before the one it was asked for.
    virtual bool keepsFrames() const { return false; }
};

struct NamedEngine {
    std::string name;
    std::unique_ptr<FilmEngine> engine;
};

/// Milliseconds that it takes to bring a decoded picture of `film` into that of a window, of fifty.
std::vector<double> scalings(const std::string& film);

/// Subs first, then the bare calls of FFmpeg, then what this was built with; each on as many
/// threads as it likes.
std::vector<NamedEngine> filmEngines();

/// The number that a picture of four bytes a pixel carries, by its shares (`burned_number.h`).
int numberIn(const unsigned char* pixels, int stride, int width, int height);

}  // namespace bench
