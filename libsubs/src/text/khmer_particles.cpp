// SPDX-License-Identifier: MIT
#include "text/khmer_particles.h"

#include <algorithm>
#include <array>

namespace subs {

bool isKhmerPrefix(std::string_view word) {
    // From the review of Khmer line breaking in the W3C's gap analysis: nominalisers (ការ, ភាព,
    // អ្នក, សេចក្តី in both spellings), the honorific ព្រះ, អន្តរ "inter-", មហា "great", អនុ "vice-", ទី
    // of ordinals. The others are Pali's and Sanskrit's, bound to what follows in any grammar:
    // chief, under-, co-, many-, over-, royal.
    static constexpr std::array<std::string_view, 16> kPrefixes{"ការ",
                                                                "ភាព",
                                                                "អ្នក",
                                                                "សេចក្តី",
                                                                "សេចក្ដី",
                                                                "ព្រះ",
                                                                "អន្តរ",
                                                                "មហា",
                                                                "អនុ",
                                                                "ទី",
                                                                "អគ្គ",
                                                                "ឧប",
                                                                "សហ",
                                                                "ពហុ",
                                                                "អតិ",
                                                                "រាជ"};
    return std::ranges::find(kPrefixes, word) != kPrefixes.end();
}

}  // namespace subs
