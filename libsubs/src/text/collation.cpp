// SPDX-License-Identifier: MIT
#include <subs/text/collation.h>
#include <subs/text/normalise.h>

#include "text/utf16.h"

#include <unicode/ucol.h>
#include <unicode/uloc.h>

#include <array>
#include <cassert>

namespace subs {
namespace {

struct CloseCollator {
    void operator()(UCollator* collator) const { ucol_close(collator); }
};
using CollatorPointer = std::unique_ptr<UCollator, CloseCollator>;

CollatorPointer opened(std::string_view language) {
    std::array<char, ULOC_FULLNAME_CAPACITY> locale{};
    UErrorCode status = U_ZERO_ERROR;
    uloc_forLanguageTag(std::string(language).c_str(),
                        locale.data(),
                        static_cast<int32_t>(locale.size()),
                        nullptr,
                        &status);
    // A name that is cut off at the end of the array is no name.
    const bool isKnown = U_SUCCESS(status) != 0 && status != U_STRING_NOT_TERMINATED_WARNING;
    status = U_ZERO_ERROR;
    return CollatorPointer(ucol_open(isKnown ? locale.data() : "", &status));
}

std::u16string comparable(std::string_view text) {
    bool damaged = false;
    return utf16Of(normalised(text, {NormalisePolicy::Full, CoengDa::FoldToTa}).text, damaged);
}

std::int32_t lengthOf(const std::u16string& text) {
    return static_cast<std::int32_t>(text.size());
}

}  // namespace

struct Collator::Handle {
    CollatorPointer collator;
};

Collator::Collator(std::string_view language)
    : handle_(std::make_unique<Handle>(Handle{opened(language)})) {}
Collator::Collator(Collator&& other) noexcept = default;
Collator& Collator::operator=(Collator&& other) noexcept = default;
Collator::~Collator() = default;

std::weak_ordering Collator::compare(std::string_view a, std::string_view b) const {
    const std::u16string left = comparable(a);
    const std::u16string right = comparable(b);
    if (!handle_->collator) return left <=> right;
    const UCollationResult result = ucol_strcoll(
        handle_->collator.get(), left.data(), lengthOf(left), right.data(), lengthOf(right));
    if (result == UCOL_EQUAL) return std::weak_ordering::equivalent;
    return result == UCOL_LESS ? std::weak_ordering::less : std::weak_ordering::greater;
}

std::string Collator::sortKey(std::string_view text) const {
    const std::u16string units = comparable(text);
    std::string key;
    if (!handle_->collator) {
        appendUnits(key, units, ByteOrder::Big);
        return key;
    }
    const auto length =
        ucol_getSortKey(handle_->collator.get(), units.data(), lengthOf(units), nullptr, 0);
    key.resize(static_cast<std::size_t>(length));
    ucol_getSortKey(handle_->collator.get(),
                    units.data(),
                    lengthOf(units),
                    reinterpret_cast<std::uint8_t*>(key.data()),
                    length);
    key.resize(key.empty() ? 0 : key.size() - 1);  // without the NUL
    return key;
}

}  // namespace subs
