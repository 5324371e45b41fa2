// SPDX-License-Identifier: MIT
// What numbers of cells mean and how they are shown: ECMA-376-1, 18.8.30 and 18.8.31.
#include "catch.h"
#include "format/xlsx/number_format.h"

#include <string>

using namespace subs::xlsx;
using Kind = NumberFormat::Kind;

namespace {

Kind kindOf(const char* code) {
    return numberFormat(code).kind;
}

std::string meant(const char* code, const char* value, DateBase base = DateBase::Of1900) {
    return meantText(numberFormat(code), value, base);
}

/// What is shown, with "?" behind it where that is not sure.
std::string shown(const NumberFormat& format, const char* value) {
    const ShownNumber number = shownNumber(format, value, DateBase::Of1900);
    return number.text + (number.isSure ? "" : "?");
}

std::string shown(const char* code, const char* value) {
    return shown(numberFormat(code), value);
}

}  // namespace

TEST_CASE("a number format tells dates, times of day, lengths and numbers apart", "[xlsx]") {
    CHECK(kindOf("hh:mm:ss.000") == Kind::Clock);
    CHECK(kindOf("[$-409]h:mm") == Kind::Clock);
    CHECK(kindOf("mm:ss") == Kind::Clock);
    CHECK(kindOf("[h]:mm") == Kind::Elapsed);
    CHECK(kindOf("[mm]:ss.0;@") == Kind::Elapsed);
    CHECK(kindOf("yyyy-mm-dd h:mm:ss") == Kind::Date);
    CHECK(kindOf("mmm-yy") == Kind::Date);
    CHECK(kindOf("General") == Kind::General);
    CHECK(kindOf("@") == Kind::Text);
    CHECK(kindOf("0.00 \"hours\"") == Kind::Number);
    CHECK(kindOf("0\\d") == Kind::Number);
    CHECK(kindOf("[Red]0.0") == Kind::Number);
    CHECK(kindOf("[unclosed") == Kind::Number);
    CHECK(kindOf("\"unclosed") == Kind::Number);
    CHECK(kindOf("0\\") == Kind::Number);
    CHECK(builtInFormat(21).kind == Kind::Clock);
    CHECK(builtInFormat(46).kind == Kind::Elapsed);
    CHECK(builtInFormat(14).kind == Kind::Date);
    CHECK(builtInFormat(2).kind == Kind::Number);
    CHECK(builtInFormat(0).kind == Kind::General);
}

TEST_CASE("a time is a clock, a date is no time", "[xlsx]") {
    CHECK(meant("General", "12.500000000000002") == "12.5");
    CHECK(meant("General", "1E3") == "1000");
    CHECK(meant("h:mm", "x") == "x");
    // 1.5 s are 1.5 / 86400 days.
    CHECK(meant("h:mm:ss", "1.7361111111111111E-5") == "00:00:01.500");
    // A time of day shows no days, a length has them in its hours.
    CHECK(meant("h:mm:ss", "1.5") == "12:00:00.000");
    CHECK(meant("[h]:mm:ss", "1.5") == "36:00:00.000");
    CHECK(meant("[h]:mm:ss", "-0.5") == "-12:00:00.000");
    CHECK(meant("yyyy-mm-dd h:mm:ss", "45292.00011574074") == "2024-01-01 00:00:10");
    CHECK(meant("yyyy-mm-dd h:mm:ss", "1.000162037037037") == "1900-01-01 00:00:14");
    CHECK(meant("yyyy-mm-dd h:mm:ss", "0.000162037037037") == "00:00:14.000");
    CHECK(meant("yyyy-mm-dd", "45418") == "2024-05-06");
    // 18.17.4.1: the 29th of February 1900, and the days around it.
    CHECK(meant("d", "59") == "1900-02-28");
    CHECK(meant("d", "60") == "1900-02-29");
    CHECK(meant("d", "61") == "1900-03-01");
    CHECK(meant("d", "0", DateBase::Of1904) == "1904-01-01");
    CHECK(meant("d", "43956", DateBase::Of1904) == "2024-05-06");
    CHECK(meant("d", "-1") == "#####");
    CHECK(meant("d", "1e300") == "#####");
    CHECK(meant("0.00", "12.5") == "12.5");
}

TEST_CASE("what a spreadsheet shows of a number is known as far as it is sure", "[xlsx]") {
    CHECK(shown("General", "0.1") == "0.1");
    CHECK(shown("yyyy-mm-dd", "45418") == "2024-05-06");
    CHECK(shown("dd.mm.yy", "45418") == "06.05.24");
    CHECK(shown("[$-409]d mmmm yyyy", "45418") == "6 May 2024");
    CHECK(shown("[$-809]dddd", "45292") == "Monday");
    CHECK(shown("d/m/yyyy", "45418") == "6/5/2024?");
    CHECK(shown("d-mmm", "45293") == "2-Jan?");
    CHECK(shown(builtInFormat(14), "45418") == "2024-05-06?");
    CHECK(shown("h:mm", "0.5208333333333334") == "12:30");
    CHECK(shown("h:mm:ss", "0.3958333333333333") == "9:30:00");
    CHECK(shown("[h]:mm:ss", "1.5") == "36:00:00");
    CHECK(shown("mm:ss.0", "1.7361111111111111E-5") == "00:01.5");
    CHECK(shown("[$-409]h:mm AM/PM", "0.5") == "12:00 PM");
    CHECK(shown("[$-409]h:mm AM/PM", "0") == "12:00 AM");
    CHECK(shown("0%", "0.5") == "50%");
    CHECK(shown("0.00", "12.5") == "12.50");
    CHECK(shown("0.00", "0.125") == "0.13");
    CHECK(shown("0.00", "1.005") == "1.01");
    CHECK(shown("0", "-12.5") == "-13");
    CHECK(shown("000", "7") == "007");
    CHECK(shown("#,##0", "1234567") == "1,234,567");
    CHECK(shown("#,##0.00", "1234.5") == "1,234.50");
    CHECK(shown("0.0;[Red]0.0", "2") == "2.0");
    CHECK(shown("0.0;[Red]0.0", "-2") == "-2?");
    CHECK(shown("# ?/?", "0.5") == "0.5?");
    CHECK(shown("0.00E+00", "1000") == "1000?");
}
