// SPDX-License-Identifier: MIT
#include "text/font_finder.h"

#include <span>
#include <string>

namespace subs {
namespace {

using Pattern = std::unique_ptr<FcPattern, FreedBy<FcPatternDestroy>>;

const FcChar8* fcString(const std::string& text) {
    return reinterpret_cast<const FcChar8*>(text.c_str());
}

std::string stringIn(const FcPattern* pattern, const char* key) {
    FcChar8* value = nullptr;
    if (FcPatternGetString(pattern, key, 0, &value) != FcResultMatch) return {};
    return reinterpret_cast<const char*>(value);
}

std::optional<FontFile> fileOf(const FcPattern* pattern) {
    FontFile file{stringIn(pattern, FC_FAMILY), stringIn(pattern, FC_FILE)};
    FcPatternGetInteger(pattern, FC_INDEX, 0, &file.index);
    if (file.path.empty()) return std::nullopt;
    return file;
}

Pattern outlinesOf(std::string_view name, const char* key = FC_FAMILY) {
    Pattern pattern(FcPatternCreate());
    FcPatternAddString(pattern.get(), key, fcString(std::string(name)));
    FcPatternAddBool(pattern.get(), FC_OUTLINE, FcTrue);
    return pattern;
}

/// Fills in the machine's own preferences but for its language, which must not decide what a line
/// measures.
void substitute(FcConfig* config, FcPattern* pattern) {
    FcConfigSubstitute(config, pattern, FcMatchPattern);
    FcDefaultSubstitute(pattern);
    FcPatternDel(pattern, FC_LANG);
}

void choose(FcPattern* pattern, FaceChoice choice) {
    FcPatternAddInteger(pattern, FC_WEIGHT, choice.bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
    FcPatternAddInteger(pattern, FC_SLANT, choice.italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
}

bool hasCharacter(const FcPattern* pattern, char32_t codePoint) {
    FcCharSet* characters = nullptr;
    return FcPatternGetCharSet(pattern, FC_CHARSET, 0, &characters) == FcResultMatch &&
           FcCharSetHasChar(characters, codePoint) != FcFalse;
}

}  // namespace

FontFinder::FontFinder() : config_(FcConfigReference(nullptr)) {}

/// The fonts of exactly this family, else those with this full or PostScript name (libass 0.17,
/// ass_fontselect.c).
FontFinder::FontSet FontFinder::exactly(std::string_view name) const {
    const std::unique_ptr<FcObjectSet, FreedBy<FcObjectSetDestroy>> properties(FcObjectSetBuild(
        FC_FAMILY, FC_FILE, FC_INDEX, FC_WEIGHT, FC_SLANT, FC_WIDTH, FC_OUTLINE, nullptr));
    for (const char* key : {FC_FAMILY, FC_FULLNAME, FC_POSTSCRIPT_NAME}) {
        FontSet fonts(FcFontList(config_.get(), outlinesOf(name, key).get(), properties.get()));
        if (fonts && fonts->nfont > 0) return fonts;
    }
    return nullptr;
}

std::optional<FontFile> FontFinder::named(std::string_view family, FaceChoice choice) const {
    FcResult result = FcResultNoMatch;
    const Pattern asked = outlinesOf(family);
    choose(asked.get(), choice);
    substitute(config_.get(), asked.get());
    if (const FontSet exact = family.empty() ? nullptr : exactly(family)) {
        FcFontSet* sets[] = {exact.get()};
        const Pattern best(FcFontSetMatch(config_.get(), sets, 1, asked.get(), &result));
        auto file = best ? fileOf(best.get()) : std::nullopt;
        if (file) file->isAsAsked = true;
        if (best) return file;
    }
    const Pattern nearest(FcFontMatch(config_.get(), asked.get(), &result));
    return nearest ? fileOf(nearest.get()) : std::nullopt;
}

std::optional<FontFile> FontFinder::having(char32_t codePoint) {
    if (!fallbacks_) {
        FcResult result = FcResultNoMatch;
        const Pattern sansSerif = outlinesOf("sans-serif");
        substitute(config_.get(), sansSerif.get());
        fallbacks_.reset(FcFontSort(config_.get(), sansSerif.get(), FcTrue, nullptr, &result));
    }
    if (!fallbacks_) return std::nullopt;
    for (const FcPattern* font :
         std::span(fallbacks_->fonts, static_cast<std::size_t>(fallbacks_->nfont))) {
        if (hasCharacter(font, codePoint)) return fileOf(font);
    }
    return std::nullopt;
}

}  // namespace subs
