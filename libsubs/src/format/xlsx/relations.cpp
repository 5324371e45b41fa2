// SPDX-License-Identifier: MIT
#include "format/xlsx/relations.h"

#include "format/xlsx/xml_part.h"

#include <utility>

namespace subs::xlsx {
namespace {

/// "xl/worksheets/" of "xl/worksheets/sheet1.xml"
std::string_view folderOf(std::string_view part) {
    return part.substr(0, part.find_last_of('/') + 1);
}

/// The name of the part that `target` is, as seen from `folder`.
std::string resolved(std::string_view folder, std::string_view target) {
    constexpr std::string_view kUp = "../";
    if (target.starts_with('/')) return std::string(target.substr(1));
    while (target.starts_with(kUp) && !folder.empty()) {
        target.remove_prefix(kUp.size());
        folder = folderOf(folder.substr(0, folder.size() - 1));
    }
    return std::string(folder).append(target);
}

class Relations final : public XmlHandler {
public:
    explicit Relations(std::string_view folder) : folder_(folder) {}

    void begin(std::string_view name, const Attributes& attributes) override {
        if (name != "Relationship") return;
        const bool isOutside = valueOf(attributes, "TargetMode") == "External";
        all.push_back(
            {std::string(valueOf(attributes, "Id")),
             std::string(valueOf(attributes, "Type")),
             isOutside ? std::string() : resolved(folder_, valueOf(attributes, "Target"))});
    }

    bool wantsMore() const override { return all.size() < kMost; }

    std::vector<Relation> all;

private:
    /// A sheet has one for each of its links, 65,530 at most (Excel's limits).
    static constexpr std::size_t kMost = 131'072;

    std::string_view folder_;
};

}  // namespace

bool Relation::isOf(std::string_view name) const {
    return type.size() > name.size() && type.ends_with(name) &&
           type[type.size() - name.size() - 1] == '/';
}

std::string relationsPartOf(const std::string& part) {
    const std::string_view folder = folderOf(part);
    return std::string(folder).append("_rels/").append(part.substr(folder.size())).append(".rels");
}

Result<std::vector<Relation>> relationsOf(const Archive& archive, const std::string& part) {
    const std::string name = relationsPartOf(part);
    if (!archive.has(name)) return std::vector<Relation>();
    Relations relations(folderOf(part));
    if (auto done = readPart(archive, name, kMostOfSmallParts, relations); !done)
        return tl::unexpected(done.error());
    return std::move(relations.all);
}

}  // namespace subs::xlsx
