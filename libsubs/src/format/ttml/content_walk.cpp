// SPDX-License-Identifier: MIT
#include "format/ttml/content_walk.h"

#include "format/ttml/bad_times.h"
#include "format/ttml/exact_seconds.h"
#include "format/ttml/time_expression.h"
#include "format/ttml/vocabulary.h"
#include "format/xml/words.h"

#include <algorithm>
#include <utility>

namespace subs::ttml {
namespace {

/// Its name; the drafts of TTML had one without a prefix.
std::string_view idOf(const XmlTag& tag) {
    if (const auto id = tag.value(Vocabulary::Xml, "id")) return *id;
    return tag.value(Vocabulary::None, "id").value_or("");
}

bool isVisible(std::string_view text, bool preservesSpace) {
    return preservesSpace ? !text.empty() : !trimmed(text).empty();
}

}  // namespace

const OpenElement* ContentWalk::parent() const {
    for (std::size_t i = frames_.size(); i-- > 0;)
        if (!frames_[i].isDead) return &frames_[i];
    return nullptr;
}

ElementKind ContentWalk::kindOf(const XmlTag& tag, const OpenElement* parent) const {
    if (parent == nullptr) return frames_.empty() ? rootKindOf(tag) : ElementKind::Other;
    return childKindOf(tag, parent->kind);
}

void ContentWalk::open(const XmlTag& tag) {
    words_ = nullptr;
    tellStray();
    ElementKind kind = kindOf(tag, parent());
    if (kind == ElementKind::Paragraph && isInParagraph_) {
        flaw(ContentFlaw::Kind::Unclosed, tag.line, {});
        endParagraph(tag.at.begin);
        kind = kindOf(tag, parent());
    }
    const OpenElement* around = parent();
    OpenElement frame;
    frame.kind = kind;
    if (around) {
        frame.inherited = around->inherited;
        frame.namespaces = around->namespaces;
        frame.hasTimes = around->hasTimes;
        if (isForeign(tag, kind, around->kind, around->foreignLine != 0)) {
            frame.foreignLine = tag.line;
            if (around->foreignLine == 0) foreign_.open(tag);
        }
    }
    if (kind == ElementKind::Span && tag.name != "span")
        flaw(ContentFlaw::Kind::UnknownElement, tag.line, tag.name);
    frame.namespaces = withNamespaces(frame.namespaces, tag.namespaces);
    metadata_.open(tag, kind);
    if (kind == ElementKind::Root) openRoot(tag);
    if (isOfHead(kind)) openHead(tag, frame);
    if (isContent(kind) || kind == ElementKind::Root) openContent(tag, frame);
    if (kind == ElementKind::Region) openRegion(tag);
    if (kind == ElementKind::Set) openSet(tag);
    if (around && isAnimation(tag, kind, around->kind)) noteAnimation(tag, kind);
    if (isPicture(tag, kind)) notePicture(tag, kind, frame);
    frames_.push_back(std::move(frame));
}

void ContentWalk::openRoot(const XmlTag& tag) {
    head_.isTt = true;
    head_.parameters = parametersOf(tag, [&](const XmlAttribute& attribute) {
        flaw(ContentFlaw::Kind::Parameter, tag.line, attribute.value);
    });
    for (const XmlNamespace& space : tag.namespaces)
        head_.prefixes.emplace_back(space.prefix, space.uri);
    head_.language = tag.value(Vocabulary::Xml, "lang").value_or("");
    for (const char* const name : {"profile", "contentProfiles"})
        if (const auto profiles = tag.value(Vocabulary::Parameter, name))
            head_.profiles.append(*profiles).append(" ");
    head_.hasFrameRate = tag.value(Vocabulary::Parameter, "frameRate").has_value();
    head_.rootBegin = tag.at.begin;
}

void ContentWalk::openHead(const XmlTag& tag, OpenElement& frame) {
    switch (frame.kind) {
        case ElementKind::Style:
            return openStyle(tag);
        case ElementKind::Initial:
            return head_.initial.add(ownValuesOf(tag));
        case ElementKind::Title:
            words_ = &head_.title;
            return;
        case ElementKind::Standard:
            if (!head_.standards.empty()) head_.standards += ' ';
            words_ = &head_.standards;
            return;
        case ElementKind::Agent:
            agent_ = idOf(tag);
            return;
        case ElementKind::AgentName:
            if (!agent_.empty() && head_.agents[agent_].empty()) words_ = &head_.agents[agent_];
            return;
        default:
            return;
    }
}

void ContentWalk::openStyle(const XmlTag& tag) {
    if (region_) {
        // What the region says itself counts more (TTML2 §10.4.4.2).
        StyleValues values = valuesOf(tag);
        nested_.add(values);
        return;
    }
    const auto references = tag.value(Vocabulary::None, "style").value_or("");
    const std::string id(idOf(tag));
    head_.sheet.add(id, references, ownValuesOf(tag));
    if (id.empty() || !head_.styleIds.insert(id).second || tag.attributes.size() != 2) return;
    for (const XmlAttribute& attribute : tag.attributes)
        if (attribute.vocabulary == static_cast<XmlVocabulary>(Vocabulary::Styling))
            head_.singleStyles.try_emplace(
                std::string(attribute.name).append("=").append(attribute.value), id);
}

void ContentWalk::openRegion(const XmlTag& tag) {
    region_.emplace();
    region_->id = idOf(tag);
    region_->values = valuesOf(tag);
    nested_ = {};
    timing_.open(timesOf(tag));
    if (isInParagraph_) paragraph_.timedTags.push_back({tag.at, timing_.current()});
}

void ContentWalk::closeRegion() {
    // A region lasts as long as what is around it.
    timing_.anonymous();
    region_->active = timing_.close();
    visitor_.timed(region_->active);
    StyleValues values = head_.initial;
    values.add(nested_);
    values.add(region_->values);
    region_->values = values;
    region_->isDisplayed = values.displayed.value_or(true);
    region_->look = lookOf(values, Look());
    region_->box = boxOf(values);
    region_->displayAlign = values.displayAlign.value_or(DisplayAlign::Before);
    region_->writingMode = values.writingMode.value_or(WritingMode::LeftToRight);
    const bool isInLayout = !hasContent_;
    if (!region_->id.empty())
        head_.regionIds.try_emplace(region_->id, static_cast<std::uint32_t>(head_.regions.size()));
    head_.regions.push_back(*std::exchange(region_, std::nullopt));
    if (isInLayout) ++head_.layoutRegions;
}

void ContentWalk::openContent(const XmlTag& tag, OpenElement& frame) {
    if (frame.kind == ElementKind::Body && !std::exchange(hasContent_, true))
        visitor_.content(head_);
    if (frame.kind == ElementKind::Paragraph) {
        isInParagraph_ = true;
        paragraph_.clear();
        if (timing_.isOpen()) paragraph_.parent = timing_.current();
        paragraph_.around = frame.inherited;
        paragraph_.namespaces = frame.namespaces;
    }
    if (frame.kind != ElementKind::Root)
        for (SaidMetadata& said : saidIn(tag))
            say(std::move(said));
    Inherited& inherited = frame.inherited;
    if (const auto language = tag.value(Vocabulary::Xml, "lang")) inherited.language = *language;
    if (const auto space = tag.value(Vocabulary::Xml, "space"))
        inherited.preservesSpace = *space == "preserve";
    if (const auto agent = tag.value(Vocabulary::Metadata, "agent")) inherited.agent = *agent;
    if (frame.kind == ElementKind::Break) return;
    const StyleValues own = valuesOf(tag);
    frame.displayed.isDisplayed = own.displayed.value_or(true);
    inherited.values = inherited.values.inherited();
    inherited.values.add(own);
    if (tag.value(Vocabulary::None, "animate"))
        head_.extraWords.readAnimation(tag, inherited.values.extras);
    chooseRegion(tag, frame);
    const TimeAttributes times = timesOf(tag);
    timing_.open(times);
    frame.hasTimes = frame.hasTimes || times.any();
    if (!isInParagraph_) return tellBadTimes(tag, times, visitor_);
    frame.element = static_cast<std::uint32_t>(paragraph_.elements.size());
    ContentElement& element = paragraph_.elements.emplace_back();
    element.hasTimes = times.any();
    element.hasEnd = times.end || times.duration;
    addBadTimes(tag, times, frame.element, paragraph_.badTimes);
    openInParagraph(tag, frame);
}

void ContentWalk::openInParagraph(const XmlTag& tag, OpenElement& frame) {
    ContentElement& element = paragraph_.elements.back();
    const OpenElement* around = parent();
    element.parent =
        around && around->element != kNoContentElement ? around->element : frame.element;
    element.tag = tag.at;
    element.inner = {tag.at.end, tag.at.end};
    element.line = tag.line;
    element.timing = timing_.current();
    element.isDisplayed = frame.displayed.isDisplayed;
    element.ruby = rubyRoleOf(tag);
    element.id = idOf(tag);
    element.inherited = frame.inherited;
    element.look = lookIn(frame.inherited);
    element.firstEvent = paragraph_.events.size();
    paragraph_.events.push_back(
        {ContentEvent::Kind::Open, frame.element, 0, 0, tag.at, false, Hidden::No});
}

Look ContentWalk::lookIn(const Inherited& inherited) const {
    const RegionChoice& region = inherited.region;
    return lookOf(inherited.values,
                  region.has() ? head_.regions[region.index].look : lookOf(head_.initial, Look()));
}

void ContentWalk::chooseRegion(const XmlTag& tag, OpenElement& frame) {
    const auto id = tag.value(Vocabulary::None, "region");
    if (!id) return;
    const auto found = head_.regionIds.find(trimmed(*id));
    if (found == head_.regionIds.end())
        return flaw(ContentFlaw::Kind::UnknownRegion, tag.line, *id);
    const std::uint32_t index = found->second;
    RegionChoice& choice = frame.inherited.region;
    choice.isTorn = choice.isTorn || (choice.has() && choice.index != index);
    choice.index = index;
}

/// An element has a region inside of it.
void ContentWalk::goTo(std::uint32_t region, OpenElement& frame) {
    frame.inherited.region.index = region;
    if (!isInParagraph_ || frame.isDead || frame.element == kNoContentElement) return;
    ContentElement& element = paragraph_.elements[frame.element];
    element.inherited.region = frame.inherited.region;
    element.look = lookIn(frame.inherited);
}

StyleValues ContentWalk::valuesOf(const XmlTag& tag) {
    std::vector<std::string_view> unknown;
    StyleValues values;
    if (const auto references = tag.value(Vocabulary::None, "style"))
        values = head_.sheet.valuesOf(*references, unknown);
    for (const std::string_view id : unknown)
        flaw(ContentFlaw::Kind::UnknownStyle, tag.line, id);
    values.add(ownValuesOf(tag));
    return values;
}

StyleValues ContentWalk::ownValuesOf(const XmlTag& tag) {
    const StyleReader reader(head_.parameters, head_.fonts);
    StyleValues values;
    for (const XmlAttribute& attribute : tag.attributes)
        if (reader.read(attribute, values))
            head_.extraWords.read(attribute, values.extras);
        else
            flaw(ContentFlaw::Kind::StyleValue, tag.line, attribute.value);
    return values;
}

std::optional<Fraction> ContentWalk::timeIn(const XmlTag& tag, std::string_view name) {
    const auto value = tag.value(Vocabulary::None, name);
    if (!value) return std::nullopt;
    if (const auto form = formOf(*value); form && isInParagraph_) head_.timeForms.insert(*form);
    const auto seconds = secondsIn(*value, head_.parameters);
    if (!seconds) flaw(ContentFlaw::Kind::Time, tag.line, *value);
    return seconds;
}

TimeAttributes ContentWalk::timesOf(const XmlTag& tag) {
    TimeAttributes times;
    times.begin = timeIn(tag, "begin");
    times.end = timeIn(tag, "end");
    times.duration = timeIn(tag, "dur");
    if (tag.value(Vocabulary::None, "timeContainer") == "seq") {
        times.container = Container::Sequence;
        head_.hasSequences = true;
    }
    return times;
}

void ContentWalk::openSet(const XmlTag& tag) {
    isSetInstant_ = timing_.isOpen() && timing_.current().container == Container::Sequence;
    timing_.open(timesOf(tag));
    const auto display = tag.value(Vocabulary::Styling, "display");
    setDisplay_ = display ? std::optional(trimmed(*display) != "none") : std::nullopt;
}

/// Told of all content in the element that is animated; it comes before its content (TTML2 §8.1).
void ContentWalk::noteAnimation(const XmlTag& tag, ElementKind kind) {
    if (isInParagraph_)
        paragraph_.timedTags.push_back(
            {tag.at, kind == ElementKind::Set ? timing_.current() : timing_.child(timesOf(tag))});
    else
        visitor_.outside({OutsideElement::Kind::Animation, saysTimes(tag), tag.line, {}});
    const auto around = std::find_if(
        frames_.rbegin(), frames_.rend(), [](const OpenElement& one) { return !one.isDead; });
    if (around == frames_.rend()) return;
    if (around->kind == ElementKind::Region && region_)
        return head_.extraWords.readAnimation(tag, region_->values.extras);
    ExtraValues& extras = around->inherited.values.extras;
    head_.extraWords.readAnimation(tag, extras);
    if (around->element != kNoContentElement && isInParagraph_)
        paragraph_.elements[around->element].inherited.values.extras = extras;
}

void ContentWalk::notePicture(const XmlTag& tag, ElementKind kind, const OpenElement& frame) {
    flaw(ContentFlaw::Kind::Picture, tag.line, {});
    if (isInParagraph_) return paragraph_.pictures.push_back(pictureTag(tag, kind));
    visitor_.outside({OutsideElement::Kind::Picture,
                      frame.hasTimes || saysTimes(tag),
                      tag.line,
                      pictureTag(tag, kind)});
}

void ContentWalk::say(SaidMetadata said) {
    if (isInParagraph_)
        paragraph_.metadata.push_back(std::move(said));
    else
        visitor_.metadata(said);
}

void ContentWalk::closeSet(const Interval& when) {
    if (!when.isEmpty()) visitor_.timed(when);
    constexpr std::size_t kMostChanges = 256;
    if (!setDisplay_ || frames_.size() < 2) return;
    OpenElement& changed = frames_[frames_.size() - 2];
    if (changed.displayed.changes.size() == kMostChanges) return;
    changed.displayed.changes.push_back({when, *setDisplay_});
    if (*setDisplay_ && isInParagraph_ && !changed.isDead && changed.element != kNoContentElement)
        paragraph_.elements[changed.element].isDisplayed = true;
}

void ContentWalk::text(std::string_view text, ByteRange at) {
    if (frames_.empty()) return;
    OpenElement& frame = frames_.back();
    if (words_ != nullptr) words_->append(text);
    metadata_.text(text);
    if (frame.foreignLine != 0) {
        foreign_.text(text);
        if (!trimmed(text).empty())
            flaw(ContentFlaw::Kind::ForeignText, frame.foreignLine, trimmed(text));
    }
    if (frame.isDead || frame.element == kNoContentElement || !isInParagraph_)
        return addStray(frame, text);
    const bool isInstant = timing_.current().container == Container::Sequence;
    const Interval when = timing_.anonymous();
    const std::size_t begin = paragraph_.text.size();
    paragraph_.text += text;
    const Hidden hidden = isVisible(text, frame.inherited.preservesSpace) ? show(when) : Hidden::No;
    paragraph_.events.push_back({ContentEvent::Kind::Text,
                                 frame.element,
                                 begin,
                                 paragraph_.text.size(),
                                 at,
                                 isInstant,
                                 hidden});
}

std::vector<Interval> ContentWalk::displayedIn(const Interval& when) const {
    std::vector<Interval> visible = {when};
    for (const OpenElement& frame : frames_)
        if (!frame.isDead) visible = visibleIn(visible, frame.displayed);
    const RegionChoice region = regionHere();
    if (!region.has()) return visible;
    const Region& box = head_.regions[region.index];
    return visibleIn(std::move(visible), {box.isDisplayed, box.displays});
}

RegionChoice ContentWalk::regionHere() const {
    const OpenElement* const innermost = parent();
    return innermost ? innermost->inherited.region : RegionChoice();
}

/// Tells the visitor what of `when` a text here is shown; answers why it never is. A text that has
/// no time at all is hidden by nothing.
Hidden ContentWalk::show(const Interval& when) {
    if (when.isEmpty()) return Hidden::No;
    std::vector<Interval> visible = displayedIn(when);
    std::erase_if(visible, [](const Interval& interval) { return interval.isEmpty(); });
    if (visible.empty()) return Hidden::NotDisplayed;
    const RegionChoice region = regionHere();
    // What goes to no region is shown in one that is all of the picture, where the layout has none.
    if (!region.has() && head_.layoutRegions > 0) return Hidden::NoRegion;
    if (region.isTorn) return Hidden::TornRegion;
    Hidden hidden = region.has() ? Hidden::InactiveRegion : Hidden::No;
    for (Interval& interval : visible) {
        if (region.has()) interval = intersection(interval, head_.regions[region.index].active);
        if (interval.isEmpty()) continue;
        hidden = Hidden::No;
        visitor_.shown(interval);
    }
    return hidden;
}

void ContentWalk::close(ByteRange at) {
    words_ = nullptr;
    tellStray();
    if (frames_.empty()) return;
    if (auto said = metadata_.close()) say(*std::move(said));
    const bool wasForeign = frames_.back().foreignLine != 0;
    if (wasForeign && (frames_.size() < 2 || frames_[frames_.size() - 2].foreignLine == 0))
        closeForeign();
    if (!frames_.back().isDead) closeFrame(frames_.back(), at);
    frames_.pop_back();
}

void ContentWalk::closeForeign() {
    if (!isInParagraph_) return;
    if (!foreign_.words().empty())
        paragraph_.foreignTexts.emplace_back(foreign_.words());
    else
        paragraph_.metadata.push_back(foreign_.said());
}

void ContentWalk::closeFrame(OpenElement& frame, ByteRange at) {
    switch (frame.kind) {
        case ElementKind::Region:
            region_->displays = frame.displayed.changes;
            closeRegion();
            if (hasContent_ && frames_.size() > 1)
                goTo(static_cast<std::uint32_t>(head_.regions.size() - 1),
                     frames_[frames_.size() - 2]);
            return;
        case ElementKind::Set:
            // As an anonymous span would be (TTML2 §12.4).
            if (!isSetInstant_) timing_.anonymous();
            return closeSet(timing_.close());
        case ElementKind::Break: {
            const OpenElement* around = frames_.size() > 1 ? &frames_[frames_.size() - 2] : nullptr;
            if (!isInParagraph_ || around == nullptr || around->element == kNoContentElement)
                return;
            const bool isInstant = timing_.current().container == Container::Sequence;
            const Hidden hidden = show(timing_.anonymous());
            paragraph_.events.push_back(
                {ContentEvent::Kind::Break, around->element, 0, 0, at, isInstant, hidden});
            return;
        }
        case ElementKind::Styling:
            head_.stylingEnd = at.begin;
            return;
        case ElementKind::Layout:
            head_.layoutEnd = at.begin;
            return;
        case ElementKind::Head:
            head_.headEnd = at.begin;
            return;
        default:
            if (isContent(frame.kind) || frame.kind == ElementKind::Root) closeContent(frame, at);
    }
}

void ContentWalk::closeContent(OpenElement& frame, ByteRange at) {
    const Interval when = timing_.close();
    if (!when.isEmpty() && frame.kind != ElementKind::Root) visitor_.timed(when);
    if (frame.element == kNoContentElement) return;
    ContentElement& element = paragraph_.elements[frame.element];
    element.shown = when;
    element.inner.end = std::max(at.begin, element.inner.begin);
    element.end = std::max(at.end, element.inner.end);
    paragraph_.events.push_back(
        {ContentEvent::Kind::Close, frame.element, 0, 0, at, false, Hidden::No});
    element.endOfEvents = paragraph_.events.size();
    if (frame.kind != ElementKind::Paragraph) return;
    isInParagraph_ = false;
    visitor_.paragraph(paragraph_, head_);
}

void ContentWalk::endParagraph(std::size_t at) {
    for (std::size_t i = frames_.size(); i-- > 0 && isInParagraph_;) {
        if (!std::exchange(frames_[i].isDead, true)) {
            OpenElement frame = std::move(frames_[i]);
            closeFrame(frame, {at, at});
            frames_[i].isDead = true;
        }
    }
}

void ContentWalk::finish(std::size_t size) {
    while (!frames_.empty())
        close({size, size});
}

void ContentWalk::restart(const Paragraph& place) {
    hasContent_ = true;
    timing_.restart(place.parent);
    OpenElement frame;
    frame.kind = ElementKind::Div;
    frame.inherited = place.around;
    frames_.push_back(std::move(frame));
}

}  // namespace subs::ttml
