// SPDX-License-Identifier: MIT
#include "format/translation/unit_edit.h"

#include "format/translation/content_writer.h"
#include "format/translation/fields.h"
#include "format/translation/unit_writer.h"
#include "format/xml/tag_text.h"
#include "format/xml/xml_characters.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace subs::translation {
namespace {

/// A stretch of the file that becomes something else.
struct Edit {
    ByteRange at;
    std::string text;
};

class UnitEdit {
public:
    UnitEdit(const Cue& cue,
             const Original& original,
             const TranslationFile& file,
             std::string_view text)
        : cue_(cue), original_(original), unit_(original.unit), file_(file), text_(text) {}

    std::optional<std::string> run() {
        editLabel();
        editFields();
        if (cue_.text != original_.cue.text && !editText()) return std::nullopt;
        std::ranges::stable_sort(edits_, {}, [](const Edit& edit) { return edit.at.begin; });
        std::string result;
        const std::string_view whole = text_.substr(unit_.tag.begin, unit_.end - unit_.tag.begin);
        Copier copier(result, whole);
        for (const Edit& edit : edits_)
            copier.replace({edit.at.begin - unit_.tag.begin, edit.at.end - unit_.tag.begin},
                           edit.text);
        copier.copyTo(whole.size());
        return result;
    }

private:
    bool isXliff() const { return file_.dialect == Dialect::Xliff; }

    static std::string escaped(std::string_view text) {
        std::string result;
        appendXml(result, text, 0, text.size());
        return result;
    }

    void editLabel() {
        if (cue_.label == original_.cue.label) return;
        TagText tag(unit_.tag.of(text_));
        const std::string_view name = isXliff() ? "name" : "tuid";
        if (cue_.label.empty())
            tag.remove(name);
        else
            tag.set(name, cue_.label);
        edits_.push_back({unit_.tag, tag.text()});
    }

    void editFields() {
        const std::vector<CueField> before = fieldsOf(original_.cue);
        const std::vector<CueField> after = fieldsOf(cue_);
        const auto valueIn = [](const std::vector<CueField>& fields, std::string_view type) {
            const auto found = std::ranges::find(fields, type, &CueField::type);
            return found == fields.end() ? std::optional<std::string>()
                                         : std::optional(found->value);
        };
        std::string added;
        for (const CueField& field : after) {
            if (valueIn(before, field.type) == field.value) continue;
            // A unit without times is not given one for another edit.
            if (!changeField(field.type, field.value))
                added += fieldElement(field.type, field.value, file_.dialect);
        }
        for (const CueField& field : before)
            if (!valueIn(after, field.type)) removeField(field.type);
        if (!added.empty()) addFields(added);
    }

    /// The last of its kind counts.
    bool changeField(std::string_view type, std::string_view value) {
        const auto found = std::find_if(unit_.fields.rbegin(),
                                        unit_.fields.rend(),
                                        [&](const UnitField& field) { return field.type == type; });
        if (found == unit_.fields.rend()) return false;
        if (found->inner.end == found->tag.end && found->end == found->tag.end) {
            TagText tag(found->tag.of(text_));
            std::string opened = tag.text();
            const std::string name(tag.name());
            opened.replace(opened.size() - 2, 2, ">");
            edits_.push_back(
                {{found->tag.begin, found->end}, opened + escaped(value) + "</" + name + ">"});
        } else {
            edits_.push_back({found->inner, escaped(value)});
        }
        return true;
    }

    void removeField(std::string_view type) {
        for (const UnitField& field : unit_.fields)
            if (field.type == type) edits_.push_back({{field.tag.begin, field.end}, {}});
    }

    void addFields(const std::string& elements) {
        if (!unit_.fields.empty()) {
            const std::size_t at = unit_.fields.back().end;
            const std::string_view name = TagText(unit_.fields.back().tag.of(text_)).name();
            const bool isUsual = name == "mda:meta" || !isXliff();
            if (isUsual) return edits_.push_back({{at, at}, elements});
        }
        const std::size_t at = unit_.tag.end;
        if (!isXliff()) return edits_.push_back({{at, at}, elements});
        edits_.push_back({{at, at},
                          "<mda:metadata xmlns:mda=\"" + std::string(kMetadataNamespace) +
                              "\"><mda:metaGroup category=\"subs\">" + elements +
                              "</mda:metaGroup></mda:metadata>"});
    }

    bool editText() {
        const bool isTarget = file_.side() == Side::Target;
        const UnitText& own = isTarget ? unit_.target : unit_.source;
        if (!own.isThere) return isTarget && addTarget();
        if (own.isSelfClosed) {
            TagText tag(own.tag.of(text_));
            std::string opened = tag.text();
            opened.replace(opened.size() - 2, 2, ">");
            edits_.push_back(
                {own.tag, opened + contentOf(own) + "</" + std::string(tag.name()) + ">"});
            return own.parts == 1;
        }
        if (auto patched = patchedText(own)) {
            edits_.push_back({own.inner, *std::move(patched)});
            return true;
        }
        if (own.parts > 1) return false;
        edits_.push_back({own.inner, contentOf(own)});
        return true;
    }

    std::optional<std::string> patchedText(const UnitText& own) const {
        const auto append =
            [](std::string& out, std::string_view plain, std::size_t begin, std::size_t end) {
                appendXml(out, plain, begin, end);
            };
        const auto read = [&](std::string_view markup, CueText& text) {
            std::string fragment(text_.substr(unit_.tag.begin, own.inner.begin - unit_.tag.begin));
            fragment += markup;
            fragment += text_.substr(own.inner.end, unit_.end - own.inner.end);
            Unit again;
            if (!readUnit(fragment, file_, again)) return false;
            text = textOf(again, file_).text;
            return true;
        };
        return patchedMarkup({own.inner.of(text_), own.text.plain, own.shown, append, read},
                             cue_.text);
    }

    /// The codes of a text have the ids that they had, of a new one those of the source.
    std::string contentOf(const UnitText& like) const {
        std::string content;
        const std::vector<std::string> ids = idsOf(cue_.text.spans, like);
        appendContent(content,
                      cue_.text,
                      {.dialect = file_.dialect,
                       .prefix = file_.prefix,
                       .data = nullptr,
                       .ids = ids,
                       .isOwn = true});
        return content;
    }

    static std::vector<std::string> idsOf(const std::vector<Span>& spans, const UnitText& like) {
        // Codes of which nothing but the values changed, such as times, are those that they were.
        if (std::ranges::equal(spans, like.text.spans, {}, &Span::kind, &Span::kind))
            return like.ids;
        std::vector<std::string> ids;
        for (const Span& span : spans)
            ids.push_back(idOf(span, like, ids));
        return ids;
    }

    static std::string idOf(const Span& span,
                            const UnitText& like,
                            const std::vector<std::string>& used) {
        constexpr std::size_t kMostCodes = 1000;
        for (std::size_t i = 0; i < std::min(like.text.spans.size(), kMostCodes); ++i) {
            const Span& other = like.text.spans[i];
            const bool isSame = other.kind == span.kind && other.value == span.value;
            if (isSame && std::ranges::count(used, like.ids[i]) == 0) return like.ids[i];
        }
        return {};
    }

    /// A target behind the source, or a text in the other language of TMX.
    bool addTarget() {
        const UnitText& source = unit_.source;
        if (source.parts > 1 || (isXliff() && !source.isThere)) return false;
        const std::string content = contentOf(source);
        if (!isXliff()) {
            const std::size_t at = unit_.inner.end;
            TagText tag("<tuv>");
            tag.set("xml:lang", file_.targetLanguage);
            edits_.push_back({{at, at}, tag.text() + "<seg>" + content + "</seg></tuv>"});
            return true;
        }
        const std::string name = file_.prefix + "target";
        edits_.push_back({{source.end, source.end},
                          "<" + name + " xml:space=\"preserve\">" + content + "</" + name + ">"});
        return true;
    }

    const Cue& cue_;
    const Original& original_;
    const Unit& unit_;
    const TranslationFile& file_;
    std::string_view text_;
    std::vector<Edit> edits_;
};

}  // namespace

std::optional<std::string> editedUnit(const Cue& cue,
                                      const Original& original,
                                      const TranslationFile& file,
                                      std::string_view text) {
    return UnitEdit(cue, original, file, text).run();
}

}  // namespace subs::translation
