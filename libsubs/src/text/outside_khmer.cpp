// SPDX-License-Identifier: MIT
#include "text/outside_khmer.h"

#include <subs/base/utf8.h>
#include <subs/text/script.h>

#include "text/edit_list.h"
#include "text/utf16.h"

#include <unicode/unorm2.h>

#include <string>

namespace subs {
namespace {

/// As UAX #15 has it for streams, with room to spare: no letter of a language has more marks.
constexpr std::size_t kLongestRun = 64;

const UNormalizer2* normalizerOf(UnicodeForm form) {
    UErrorCode status = U_ZERO_ERROR;
    return form == UnicodeForm::Nfc ? unorm2_getNFCInstance(&status)
                                    : unorm2_getNFKCCasefoldInstance(&status);
}

/// Takes code points together that are normalised together.
class FormWriter {
public:
    FormWriter(UnicodeForm form, std::string_view text)
        : normalizer_(normalizerOf(form)),
          folds_(form != UnicodeForm::Nfc),
          text_(text),
          list_(text) {}

    Normalised written() {
        for (std::size_t at = 0; at < text_.size() && normalizer_ != nullptr;) {
            const Decoded decoded = decodeUtf8(text_, at);
            const bool stays = !decoded.valid || isKhmer(decoded.codePoint);
            if (stays || count_ == kLongestRun || beginsRun(decoded.codePoint)) endRun(at);
            at += decoded.length;
            if (stays)
                begin_ = at;
            else
                ++count_;
        }
        endRun(text_.size());
        return list_.taken();
    }

private:
    bool beginsRun(char32_t codePoint) const {
        return codePoint < 0x80 ||
               unorm2_hasBoundaryBefore(normalizer_, static_cast<UChar32>(codePoint)) != 0;
    }

    void endRun(std::size_t end) {
        if (count_ == 1 && end == begin_ + 1)
            writeLetter(text_[begin_], end);
        else if (count_ > 0)
            writeRun(end);
        begin_ = end;
        count_ = 0;
    }

    /// One of ASCII.
    void writeLetter(char letter, std::size_t end) {
        if (!folds_ || letter < 'A' || letter > 'Z') return;
        const char lower = static_cast<char>(letter - 'A' + 'a');
        list_.replace(begin_, end, {&lower, 1});
    }

    void writeRun(std::size_t end) {
        bool damaged = false;
        const std::u16string units = utf16Of(text_.substr(begin_, end - begin_), damaged);
        std::u16string result(units.size() * 2 + 16, u'\0');
        for (;;) {
            UErrorCode status = U_ZERO_ERROR;
            const int32_t length = unorm2_normalize(normalizer_,
                                                    units.data(),
                                                    static_cast<int32_t>(units.size()),
                                                    result.data(),
                                                    static_cast<int32_t>(result.size()),
                                                    &status);
            const bool fits = status != U_BUFFER_OVERFLOW_ERROR;
            if (fits && U_FAILURE(status) != 0) return;
            result.resize(static_cast<std::size_t>(length));
            if (fits) break;
        }
        list_.replace(begin_, end, utf8Of(result));
    }

    const UNormalizer2* const normalizer_;
    const bool folds_;
    const std::string_view text_;
    EditList list_;
    std::size_t begin_ = 0;  ///< Of the run, in bytes.
    std::size_t count_ = 0;  ///< Its code points.
};

}  // namespace

Normalised outsideKhmerIn(UnicodeForm form, std::string_view text) {
    return FormWriter(form, text).written();
}

Normalised withNfcOutsideKhmer(std::string_view text) {
    return outsideKhmerIn(UnicodeForm::Nfc, text);
}

}  // namespace subs
