// SPDX-License-Identifier: MIT
#include "format/translation/untranslated_parts.h"

#include <utility>

namespace subs::translation {

void UntranslatedParts::begin(std::size_t place, bool isIgnorable, std::size_t textBegin) {
    parts_.push_back({place, isIgnorable, {textBegin, textBegin}});
}

void UntranslatedParts::end(std::size_t textEnd) {
    if (!parts_.empty()) parts_.back().text.end = textEnd;
}

void UntranslatedParts::drop(std::size_t place) {
    if (!parts_.empty() && parts_.back().place == place) parts_.pop_back();
}

void UntranslatedParts::put(UnitText& target,
                            const UnitText& source,
                            TextSink& sink,
                            std::size_t begun) {
    for (const SourcePart& part : std::exchange(parts_, {})) {
        if (part.isIgnorable && target.parts <= begun) continue;
        sink.part(part.place);
        if (!part.isIgnorable) {
            ++target.parts;
            if (target.borrowed++ == 0) target.borrowedText = part.text.of(source.text.plain);
        }
        sink.copy(source, part.text, target.inner.end);
    }
}

void UntranslatedParts::putBefore(UnitText& target, const UnitText& source, TextSink& sink) {
    put(target, source, sink, 1);
}

void UntranslatedParts::finish(UnitText& target, const UnitText& source, TextSink& sink) {
    while (!parts_.empty() && parts_.back().isIgnorable)
        parts_.pop_back();
    put(target, source, sink, 0);
}

}  // namespace subs::translation
