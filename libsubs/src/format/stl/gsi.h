// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/stl/character_table.h"
#include "format/stl/disk_format.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// The General Subtitle Information block, the first 1024 bytes of a file (EBU Tech 3264, 3.).
namespace subs::stl {

inline constexpr std::size_t kGsiSize = 1024;

/// A field of the block, in bytes. All are characters in the code page of the first.
struct GsiField {
    std::size_t begin;
    std::size_t size;

    std::string_view of(std::string_view block) const { return block.substr(begin, size); }
};

namespace gsi {
inline constexpr GsiField kCodePage{0, 3};
inline constexpr GsiField kDiskFormat{3, 8};
inline constexpr GsiField kDisplay{11, 1};
inline constexpr GsiField kCharacterTable{12, 2};
inline constexpr GsiField kLanguage{14, 2};
inline constexpr GsiField kTitle{16, 32};
inline constexpr GsiField kCreation{224, 6};
inline constexpr GsiField kRevision{230, 6};
inline constexpr GsiField kRevisionNumber{236, 2};
inline constexpr GsiField kBlocks{238, 5};
inline constexpr GsiField kSubtitles{243, 5};
inline constexpr GsiField kGroups{248, 3};
inline constexpr GsiField kColumns{251, 2};
inline constexpr GsiField kRows{253, 2};
inline constexpr GsiField kTimeCodeStatus{255, 1};
inline constexpr GsiField kStart{256, 8};
inline constexpr GsiField kFirstCue{264, 8};
inline constexpr GsiField kDisks{272, 1};
inline constexpr GsiField kDisk{273, 1};
inline constexpr GsiField kCountry{274, 3};
}  // namespace gsi

/// How subtitles are shown (GSI: DSC).
enum class Display : std::uint8_t {
    Open,      ///< "0", or unknown: in the picture.
    Teletext,  ///< "1" and "2", level 1 and 2: on pages of 40 columns, with colours, in boxes.
};

/// What is read of the block.
struct Gsi {
    TimeCodes codes = usualCodes();
    Display display = Display::Open;
    const CharacterTable* table = &CharacterTable::latin();
    std::string language;  ///< BCP 47, or empty.
    std::string title;
    int rows = 23;     ///< MNR: the lowest row that there is.
    int columns = 40;  ///< MNC: the letters of a row.
    Frame start;       ///< TCP: where the programme starts.
    bool hasKnownRate = true;
    bool hasKnownTable = true;
    bool hasKnownStart = true;
};

/// Reads `file`, which has `kGsiSize` bytes at least. A `timeline` of the nominal rate of the file
/// says how long a frame is (23.976 for 24, 30 for 29.97).
Gsi gsiOf(std::string_view file, const FrameTimeline* timeline);

/// True of a beginning that says what the file is: "STL25.01".
bool hasDiskFormat(std::string_view file);
/// How likely `file` begins with such a block.
Probe probeOf(std::string_view file);

/// A field without the spaces and zeros around it.
std::string_view trimmed(std::string_view field);

/// What a field of `file`, which has `kGsiSize` bytes at least, says, in UTF-8.
std::string textIn(std::string_view file, GsiField field);

/// The number in a field, or nothing.
std::optional<std::size_t> numberIn(std::string_view field);

/// `text` in the code page that `file` says; nothing where it does not have all of it.
std::optional<std::string> inCodePageOf(std::string_view file, std::string_view text);

/// The beginning of a new file, all fields blank that nothing is said of.
class NewGsi {
public:
    NewGsi();
    void set(GsiField field, std::string_view text);
    void setNumber(GsiField field, std::size_t number);
    std::string take() { return std::move(block_); }

private:
    std::string block_;
};

/// Puts `text`, filled up with spaces or cut off, into a field of `block`.
void setField(std::string& block, GsiField field, std::string_view text);
void setNumber(std::string& block, GsiField field, std::size_t number);

}  // namespace subs::stl
