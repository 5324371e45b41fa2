// SPDX-License-Identifier: MIT
#include <subs/base/utf8.h>
#include <subs/format/cue_tree.h>
#include <subs/format/intermediate_documents.h>
#include <subs/job/json.h>

#include "json_parts.h"

namespace subs {
namespace {

/// What a cue has besides its text and times; only what differs from the style or was written.
Json settingsJson(const Cue& cue) {
    Json settings = Json::object();
    if (cue.alignment) settings["alignment"] = static_cast<int>(*cue.alignment);
    if (cue.margins.left != 0) settings["marginLeft"] = cue.margins.left;
    if (cue.margins.right != 0) settings["marginRight"] = cue.margins.right;
    if (cue.margins.vertical != 0) settings["marginVertical"] = cue.margins.vertical;
    if (!cue.speaker.empty()) settings["speaker"] = cue.speaker;
    if (!cue.effect.empty()) settings["effect"] = cue.effect;
    if (!cue.settings.empty()) settings["written"] = cue.settings;
    return settings;
}

Json cueJson(const ReadDocument& read, std::size_t index, const std::vector<std::string>& own) {
    const Cue& cue = read.document.cues[index];
    return {{"index", index + 1},
            {"id", textOrNull(cue.label)},
            {"start_ms", millisecondsJson(cue.start)},
            {"end_ms", millisecondsJson(cue.end)},
            {"text", withReplacements(cue.text.plain)},
            {"markup", withReplacements(read.format->markupOf(read.document, cue))},
            {"settings", own.empty() ? settingsJson(cue) : Json::parse(own[index])},
            {"style", textOrNull(cue.style)},
            {"layer", cue.layer},
            {"kind", cue.kind == CueKind::Comment ? "comment" : "dialogue"}};
}

}  // namespace

std::string dumpJson(const ReadDocument& read) {
    Json cues = Json::array();
    const std::vector<std::string> own = read.format->settingsJson(read.document);
    for (std::size_t i = 0; i < read.document.cues.size(); ++i)
        cues.push_back(cueJson(read, i, own));
    const Encoding encoding = read.document.origin ? read.document.origin->encoding : Encoding();
    return serialised({{"format", read.format->info().id},
                       {"encoding", encoding.name},
                       {"language", textOrNull(read.document.language)},
                       {"cues", std::move(cues)},
                       {"diagnostics", diagnosticsJson(read.diagnostics)}});
}

std::string cueTreesJson(const ReadDocument& read) {
    Json cues = Json::array();
    for (std::size_t i = 0; i < read.document.cues.size(); ++i) {
        const std::string markup = read.format->markupOf(read.document, read.document.cues[i]);
        cues.push_back({{"index", i + 1}, {"tree", withReplacements(cueTree(markup))}});
    }
    return serialised({{"cues", std::move(cues)}});
}

std::string intermediateDocumentsJson(const ReadDocument& read) {
    Json documents = Json::array();
    for (const IntermediateDocument& document : intermediateDocuments(read.document.origin->text))
        documents.push_back({{"time", formatted(document.seconds)}, {"empty", document.isEmpty}});
    return serialised({{"isd", std::move(documents)}});
}

}  // namespace subs
