// SPDX-License-Identifier: MIT
#pragma once

#include "format/translation/unit.h"
#include "format/xml/xml_events.h"

#include <string>
#include <string_view>
#include <vector>

namespace subs::translation {

/// Is told of the units of a file, in its order.
class UnitVisitor {
public:
    UnitVisitor() = default;
    UnitVisitor(const UnitVisitor&) = delete;
    UnitVisitor& operator=(const UnitVisitor&) = delete;
    virtual ~UnitVisitor() = default;

    virtual void unit(const Unit& unit, const TranslationFile& file) = 0;
    /// True ends the reading.
    virtual bool hasEnough(const TranslationFile&) const { return false; }
};

/// Reads `text`, whose units are told to `visitor`, and fills `file`, of which `wanted` is looked
/// at; answers what is wrong with it as XML. O(n).
std::vector<XmlFlaw> readUnits(std::string_view text, UnitVisitor& visitor, TranslationFile& file);

/// Reads `fragment`, a unit that is to stand in the file of `file`. Its stretches count from the
/// fragment's beginning. False where it is no such element.
bool readUnit(std::string_view fragment, const TranslationFile& file, Unit& result);

}  // namespace subs::translation
