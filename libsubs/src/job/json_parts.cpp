// SPDX-License-Identifier: MIT
#include "json_parts.h"

namespace subs {

Json millisecondsJson(Time time) {
    if (time.flicks() % Time::kPerMillisecond == 0) return time.flicks() / Time::kPerMillisecond;
    return static_cast<double>(time.flicks()) / static_cast<double>(Time::kPerMillisecond);
}

Json millisecondsJson(const std::optional<Time>& time) {
    return time ? millisecondsJson(*time) : Json(nullptr);
}

Json textOrNull(std::string_view text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json diagnosticsJson(const Diagnostics& diagnostics) {
    Json list = Json::array();
    for (const Diagnostic& diagnostic : diagnostics) {
        Json item{{"severity", nameOf(diagnostic.severity)}, {"line", diagnostic.line}};
        if (diagnostic.column != 0) item["column"] = diagnostic.column;
        item["code"] = diagnostic.code;
        item["message"] = diagnostic.message;
        list.push_back(std::move(item));
    }
    return list;
}

Json lossesJson(const LossReport& losses) {
    Json items = Json::array();
    for (const LossItem& loss : losses.items) {
        Json cues = Json::array();
        for (const CueId id : loss.cues)
            cues.push_back(id.value);
        Json item{{"feature", loss.feature},
                  {"severity", subs::nameOf(loss.severity)},
                  {"count", loss.count},
                  {"cues", std::move(cues)},
                  {"before", loss.before},
                  {"after", textOrNull(loss.after)},
                  {"remedy", textOrNull(loss.remedy)}};
        if (!loss.others.empty()) item["others"] = loss.others;
        items.push_back(std::move(item));
    }
    return items;
}

Json errorValue(const Error& error) {
    Json value{{"code", error.code}, {"message", error.message}};
    if (!error.file.empty()) value["file"] = error.file;
    if (error.line != 0) value["line"] = error.line;
    if (error.column != 0) value["column"] = error.column;
    return value;
}

std::string serialised(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace subs
