// SPDX-License-Identifier: MIT
#include "text/code_point_class.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>

namespace subs {
namespace {

constexpr char32_t kKhmerFirst = 0x1780;
constexpr char32_t kKhmerLast = 0x17FF;

constexpr ClusterClass khmerClass(char32_t codePoint) {
    if (codePoint <= 0x17B3) return ClusterClass::KhmerBase;
    if (codePoint == 0x17D2) return ClusterClass::Coeng;
    if (codePoint <= 0x17D3 || codePoint == 0x17DD) return ClusterClass::KhmerSign;
    return ClusterClass::Other;
}

constexpr auto kKhmerClasses = [] {
    std::array<ClusterClass, kKhmerLast - kKhmerFirst + 1> classes{};
    for (char32_t c = kKhmerFirst; c <= kKhmerLast; ++c)
        classes[c - kKhmerFirst] = khmerClass(c);
    return classes;
}();

ClusterClass asciiClass(char32_t codePoint) {
    if (codePoint == '\r') return ClusterClass::CarriageReturn;
    if (codePoint == '\n') return ClusterClass::LineFeed;
    return codePoint < 0x20 || codePoint == 0x7F ? ClusterClass::Control : ClusterClass::Other;
}

/// The consonants of Myanmar that U+1039 puts below another (Indic_Conjunct_Break of Unicode 17;
/// ICU 72 has no such property).
constexpr bool isStackingMyanmar(UChar32 c) {
    if (c < 0x1000 || c > 0xAA7F || (c > 0x109F && c < 0xA9E0)) return false;
    constexpr std::array<std::array<UChar32, 2>, 16> kRanges{{{0x1000, 0x102A},
                                                              {0x103F, 0x103F},
                                                              {0x1050, 0x1055},
                                                              {0x105A, 0x105D},
                                                              {0x1061, 0x1061},
                                                              {0x1065, 0x1066},
                                                              {0x106E, 0x1070},
                                                              {0x1075, 0x1081},
                                                              {0x108E, 0x108E},
                                                              {0xA9E0, 0xA9E4},
                                                              {0xA9E7, 0xA9EF},
                                                              {0xA9FA, 0xA9FE},
                                                              {0xAA60, 0xAA6F},
                                                              {0xAA71, 0xAA73},
                                                              {0xAA7A, 0xAA7A},
                                                              {0xAA7E, 0xAA7F}}};
    for (const auto& [first, last] : kRanges) {
        if (c >= first && c <= last) return true;
    }
    return false;
}

/// The scripts whose conjuncts ICU 72 keeps together (GB9c of Unicode 15.1).
bool isOfConjunctScript(UChar32 codePoint) {
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(codePoint, &status)) {
        case USCRIPT_BENGALI:
        case USCRIPT_DEVANAGARI:
        case USCRIPT_GUJARATI:
        case USCRIPT_MALAYALAM:
        case USCRIPT_ORIYA:
        case USCRIPT_TELUGU:
            return true;
        default:
            return false;
    }
}

bool isIndic(UChar32 codePoint, UIndicSyllabicCategory category) {
    return u_getIntPropertyValue(codePoint, UCHAR_INDIC_SYLLABIC_CATEGORY) == category &&
           isOfConjunctScript(codePoint);
}

/// The signs of Myanmar that a stack goes on over have a class of 0 as often as not.
bool isMyanmarSign(UChar32 codePoint) {
    return (codePoint >= 0x1000 && codePoint <= 0x109F) || codePoint == 0xA9E5 ||
           codePoint == 0xAA7C;
}

ClusterClass extendClass(UChar32 codePoint) {
    constexpr UChar32 kMyanmarVirama = 0x1039;
    if (codePoint == kMyanmarVirama || isIndic(codePoint, U_INSC_VIRAMA))
        return ClusterClass::Virama;
    if (isMyanmarSign(codePoint)) return ClusterClass::CombiningExtend;
    return u_getCombiningClass(codePoint) == 0 ? ClusterClass::Extend
                                               : ClusterClass::CombiningExtend;
}

ClusterClass withoutBreakClass(UChar32 codePoint) {
    if (isStackingMyanmar(codePoint) || isIndic(codePoint, U_INSC_CONSONANT))
        return ClusterClass::LinkingConsonant;
    return u_hasBinaryProperty(codePoint, UCHAR_EXTENDED_PICTOGRAPHIC) ? ClusterClass::Pictograph
                                                                       : ClusterClass::Other;
}

ClusterClass unicodeClass(UChar32 codePoint) {
    switch (u_getIntPropertyValue(codePoint, UCHAR_GRAPHEME_CLUSTER_BREAK)) {
        case U_GCB_CONTROL:
            return ClusterClass::Control;
        case U_GCB_EXTEND:
            return extendClass(codePoint);
        case U_GCB_SPACING_MARK:
            return ClusterClass::Extend;
        case U_GCB_ZWJ:
            return ClusterClass::Joiner;
        case U_GCB_PREPEND:
            return ClusterClass::Prepend;
        case U_GCB_REGIONAL_INDICATOR:
            return ClusterClass::RegionalIndicator;
        case U_GCB_L:
            return ClusterClass::HangulL;
        case U_GCB_V:
            return ClusterClass::HangulV;
        case U_GCB_T:
            return ClusterClass::HangulT;
        case U_GCB_LV:
            return ClusterClass::HangulLv;
        case U_GCB_LVT:
            return ClusterClass::HangulLvt;
        default:
            return withoutBreakClass(codePoint);
    }
}

}  // namespace

ClusterClass clusterClassOf(char32_t codePoint) {
    constexpr char32_t kDottedCircle = 0x25CC;
    if (codePoint < 0x80) return asciiClass(codePoint);
    if (codePoint >= kKhmerFirst && codePoint <= kKhmerLast)
        return kKhmerClasses[codePoint - kKhmerFirst];
    if (codePoint == kDottedCircle) return ClusterClass::KhmerBase;
    return unicodeClass(static_cast<UChar32>(codePoint));
}

}  // namespace subs
