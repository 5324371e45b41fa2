// SPDX-License-Identifier: MIT
#include "format/ttml/timing.h"

#include "format/ttml/exact_seconds.h"

#include <algorithm>

namespace subs::ttml {
namespace {

std::optional<Fraction> earlier(std::optional<Fraction> a, std::optional<Fraction> b) {
    if (!a || !b) return a ? a : b;
    return std::min(*a, *b);
}

}  // namespace

Interval intersection(const Interval& a, const Interval& b) {
    return {std::max(a.begin, b.begin), earlier(a.end, b.end)};
}

Interval TimedElement::sofar() const {
    if (!isReached) return {said.begin, said.begin};
    return {said.begin, limit};
}

TimedElement Timing::child(const TimeAttributes& attributes) const {
    TimedElement element;
    element.container = attributes.container;
    if (isOpen()) {
        const Open& parent = open_.back();
        element.origin = parent.element.said.begin;
        element.outer = parent.element.limit;
        element.isReached = parent.element.isReached;
        element.isStartSaid = parent.element.isStartSaid;
        if (parent.element.container == Container::Sequence) {
            element.isReached = element.isReached && parent.latest;
            element.origin = parent.latest.value_or(element.origin);
            element.isStartSaid =
                element.isStartSaid || element.origin != parent.element.said.begin;
        }
    }
    element.isStartSaid = element.isStartSaid || attributes.begin;
    element.said.begin = sum(element.origin, attributes.begin.value_or(0));
    if (attributes.duration) element.said.end = sum(element.said.begin, *attributes.duration);
    // Of an end and a duration the one that comes first (§12.2.3).
    if (attributes.end)
        element.said.end = earlier(element.said.end, sum(element.origin, *attributes.end));
    element.limit = earlier(element.outer, element.said.end);
    return element;
}

const TimedElement& Timing::open(const TimeAttributes& attributes) {
    const TimedElement element = child(attributes);
    open_.push_back({element, element.said.end.has_value(), element.said.begin});
    return open_.back().element;
}

Interval Timing::anonymous() {
    const TimedElement& element = current();
    if (element.container == Container::Sequence) {
        const Fraction here = open_.back().latest.value_or(element.said.begin);
        return {here, here};
    }
    open_.back().latest.reset();
    return element.sofar();
}

Interval Timing::close() {
    const Open closed = open_.back();
    open_.pop_back();
    const std::optional<Fraction> end = closed.hasEnd ? closed.element.said.end : closed.latest;
    if (isOpen()) childEnds(end);
    if (!closed.element.isReached) return {closed.element.said.begin, closed.element.said.begin};
    return {closed.element.said.begin, earlier(end, closed.element.limit)};
}

void Timing::childEnds(std::optional<Fraction> end) {
    Open& parent = open_.back();
    if (parent.element.container == Container::Sequence || !end || !parent.latest)
        parent.latest = parent.latest ? end : std::nullopt;
    else
        parent.latest = std::max(*parent.latest, *end);
}

void Timing::restart(const TimedElement& parent) {
    open_.assign(1, {parent, true, parent.said.begin});
}

}  // namespace subs::ttml
