// SPDX-License-Identifier: MIT
#include "format/xlsx/calculation_chain.h"

#include "format/xlsx/relations.h"
#include "format/xlsx/workbook.h"
#include "format/xlsx/xml_part.h"
#include "format/xlsx/xml_tags.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace subs::xlsx {
namespace {

constexpr std::string_view kKind = "calcChain";

/// The types of the parts of an archive (ECMA-376-2, 10.1.2).
constexpr const char* kContentTypes = "[Content_Types].xml";

/// `xml` without the elements `name` whose attribute ends with `ending`.
std::string withoutElements(std::string_view xml,
                            std::string_view name,
                            std::string_view attribute,
                            std::string_view ending) {
    std::string out;
    Copier copier(out, xml);
    std::size_t at = 0;
    while (const auto tag = nextTag(xml, at)) {
        const auto value =
            tag->name == name && !tag->isEnd ? attributeIn(xml, *tag, attribute) : std::nullopt;
        if (!value || !value->of(xml).ends_with(ending)) continue;
        // Neither element has anything in it.
        const auto end = tag->isEmpty ? tag : nextTag(xml, at);
        copier.replace({tag->at.begin, end ? end->at.end : at}, {});
    }
    copier.copyTo(xml.size());
    return out;
}

}  // namespace

Result<std::vector<PartEdit>> withoutCalculationChain(const Archive& archive) {
    std::vector<PartEdit> edits;
    const auto relations = relationsOf(archive, kWorkbookPart);
    if (!relations) return tl::unexpected(relations.error());
    const auto chain = std::ranges::find_if(*relations, [&](const Relation& relation) {
        return relation.isOf(kKind) && archive.has(relation.part);
    });
    if (chain == relations->end()) return edits;
    edits.push_back({chain->part, std::nullopt});
    const std::string list = relationsPartOf(kWorkbookPart);
    const auto ways = archive.read(list, kMostOfSmallParts);
    if (!ways) return tl::unexpected(ways.error());
    edits.push_back(
        {list, withoutElements(*ways, "Relationship", "Type", std::string("/").append(kKind))});
    if (!archive.has(kContentTypes)) return edits;
    const auto types = archive.read(kContentTypes, kMostOfSmallParts);
    if (!types) return tl::unexpected(types.error());
    edits.push_back(
        {kContentTypes, withoutElements(*types, "Override", "PartName", '/' + chain->part)});
    return edits;
}

}  // namespace subs::xlsx
