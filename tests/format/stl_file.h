// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

// EBU STL files by hand, field by field (EBU Tech 3264).
namespace testing::stl {

struct Header {
    std::string_view format = "STL25.01";
    std::string_view display = "0";
    std::string_view table = "00";
    std::string_view language = "09";
    std::string_view title = {};
    std::string_view start = "00000000";
    std::string_view blocks = "00001";
    std::string_view subtitles = "00001";
};

inline std::string header(const Header& fields = {}) {
    std::string block(1024, ' ');
    const auto put = [&](std::size_t at, std::string_view text) {
        block.replace(at, text.size(), text);
    };
    put(0, "850");
    put(3, fields.format);
    put(11, fields.display);
    put(12, fields.table);
    put(14, fields.language);
    put(16, fields.title);
    put(238, fields.blocks);
    put(243, fields.subtitles);
    put(248, "001");
    put(251, "4023");
    put(255, "1");
    put(256, fields.start);
    put(264, fields.start);
    put(272, "11");
    return block;
}

using Clock = std::array<std::uint8_t, 4>;

struct Block {
    int number = 1;
    Clock in{0, 0, 1, 0};
    Clock out{0, 0, 2, 0};
    int extension = 0xFF;
    int cumulative = 0;
    int row = 22;
    int justification = 2;
    int comment = 0;
    int group = 0;
};

inline std::string block(std::string_view text, const Block& fields = {}) {
    std::string bytes;
    const auto put = [&](int value) { bytes += static_cast<char>(value); };
    put(fields.group);
    put(fields.number & 0xFF);
    put(fields.number >> 8);
    put(fields.extension);
    put(fields.cumulative);
    for (const Clock& clock : {fields.in, fields.out})
        for (const std::uint8_t part : clock)
            put(part);
    put(fields.row);
    put(fields.justification);
    put(fields.comment);
    bytes += text;
    bytes.resize(128, '\x8F');
    return bytes;
}

}  // namespace testing::stl
