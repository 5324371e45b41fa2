// SPDX-License-Identifier: MIT
#include "format/xml/xml_remarks.h"

#include <subs/format/features.h>

#include "format/xml/xml_declaration.h"
#include "text/declared_encoding.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace subs {

LossReport unreadBehind(std::span<const XmlFlaw> flaws) {
    const auto hidesText = [](const XmlFlaw& flaw) {
        return flaw.kind == XmlFlaw::Kind::NotWellFormed ||
               flaw.kind == XmlFlaw::Kind::Declarations || flaw.kind == XmlFlaw::Kind::TooDeep;
    };
    const auto first = std::ranges::find_if(flaws, hidesText);
    if (first == flaws.end()) return {};
    LossItem item;
    item.feature = feature::kUnread;
    item.count = 1;
    item.line = first->line;
    item.before = "text after a place where the file is damaged";
    item.remedy = "mend the file there and convert it again";
    return {{std::move(item)}};
}

void remarkXml(FileRemarks& remarks, const XmlFlaw& flaw, const XmlCodes& codes) {
    const std::uint32_t line = flaw.line;
    switch (flaw.kind) {
        case XmlFlaw::Kind::NotWellFormed:
            return remarks.addHabit(Severity::Error,
                                    line,
                                    0,
                                    codes.notWellFormed,
                                    "this is no well-formed XML, other programs may refuse it; "
                                    "read as well as it can be",
                                    shownBeginning(flaw.message));
        case XmlFlaw::Kind::Namespace:
            return remarks.addHabit(Severity::Warning,
                                    line,
                                    0,
                                    codes.undeclaredPrefix,
                                    "a prefix is not declared; read as it is usually meant");
        case XmlFlaw::Kind::Declarations:
            return remarks.add(Severity::Error,
                               line,
                               0,
                               codes.declarations,
                               "the DOCTYPE declares entities or the like, which such a file has "
                               "no use for and which can do harm; all of it is kept, and from "
                               "here on nothing is read");
        case XmlFlaw::Kind::TooDeep:
            return remarks.add(Severity::Error,
                               line,
                               0,
                               codes.limit,
                               fmt::format("a limit of what is read is reached ({}); all is kept, "
                                           "and from here on nothing is read",
                                           shownBeginning(flaw.message)));
        case XmlFlaw::Kind::Character:
            break;
    }
    remarks.add(Severity::Warning,
                line,
                0,
                codes.badCharacter,
                "there is a character that XML does not allow; kept, and read as a question mark");
}

void remarkEncoding(FileRemarks& remarks,
                    std::string_view text,
                    const Encoding& encoding,
                    const XmlCodes& codes) {
    const std::string_view declared = declaredXmlEncoding(text);
    if (declared.empty() || isSameEncoding(declared, encoding.name)) return;
    remarks.add(Severity::Warning,
                1,
                0,
                codes.encoding,
                fmt::format("the file says that it is {}; it was read as {}",
                            shownBeginning(declared),
                            encoding.name));
}

}  // namespace subs
