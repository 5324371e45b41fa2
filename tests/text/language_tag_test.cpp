// SPDX-License-Identifier: MIT
#include <subs/text/language_tag.h>

#include "catch.h"

#include <string>

using namespace subs;

TEST_CASE("language tags are spelt as RFC 5646 has them", "[text][language]") {
    // Of its appendix A.
    for (const std::string tag : {"de",
                                  "i-enochian",
                                  "zh-Hant",
                                  "zh-cmn-Hans-CN",
                                  "sr-Latn-RS",
                                  "sl-rozaj-biske",
                                  "hy-Latn-IT-arevela",
                                  "es-419",
                                  "x-whatever",
                                  "en-US-u-islamcal",
                                  "km",
                                  "KM"}) {
        CAPTURE(tag);
        CHECK(isLanguageTag(tag));
    }
    for (const std::string text : {"de-419-DE",
                                   "a-DE",
                                   "",
                                   "-",
                                   "km-",
                                   "km_KH",
                                   "not_a_tag!!",
                                   "khmer",
                                   "ភាសា",
                                   "en--US",
                                   "k m"}) {
        CAPTURE(text);
        CHECK_FALSE(isLanguageTag(text));
    }
    CHECK_FALSE(isLanguageTag(std::string("km\0", 3)));
    CHECK_FALSE(isLanguageTag(std::string(100'000, 'k')));
}

TEST_CASE("a tag that was meant is guessed from its spelling or the language's name",
          "[text][language]") {
    CHECK(nearestLanguageTag("km_KH") == "km-KH");
    CHECK(nearestLanguageTag("Khmer") == "km");
    CHECK(nearestLanguageTag("english") == "en");
    CHECK(nearestLanguageTag("not_a_tag!!").empty());
    CHECK(nearestLanguageTag("").empty());
}

TEST_CASE("a tag is of a language alone, or is the very one", "[text][language]") {
    for (const char* tag : {"km", "KM", "km-KH", "khm", "khm-Khmr"})
        CHECK(isOfLanguage(tag, "km"));
    CHECK(isOfLanguage("pt-br", "pt-BR"));
    CHECK_FALSE(isOfLanguage("pt", "pt-BR"));
    CHECK_FALSE(isOfLanguage("pt-PT", "pt-BR"));
    CHECK_FALSE(isOfLanguage("en", "km"));
    CHECK_FALSE(isOfLanguage("", "km"));
    CHECK_FALSE(isOfLanguage("no tag", "km"));
}
