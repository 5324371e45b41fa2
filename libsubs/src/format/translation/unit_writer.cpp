// SPDX-License-Identifier: MIT
#include "format/translation/unit_writer.h"

#include "format/translation/fields.h"
#include "format/xml/xml_characters.h"

namespace subs::translation {
namespace {

std::string escaped(std::string_view text) {
    std::string result;
    appendXml(result, text, 0, text.size());
    return result;
}

class UnitWriter {
public:
    UnitWriter(std::string& out, const UnitContext& context) : out_(out), context_(context) {}

    void xliff(const Cue& cue, const UnitTexts& texts, std::string_view id) {
        DataTable data;
        const std::string source = contentOf(texts.source, &data);
        const std::string target = texts.target ? contentOf(*texts.target, &data) : std::string();
        std::string tag = "<" + name("unit") + spelledAttribute("id", id);
        if (!cue.label.empty()) tag += spelledAttribute("name", cue.label);
        out_.append(context_.indent).append(tag).append(">");
        addMetadata(cue);
        addData(data);
        line(1,
             "<" + name("segment") +
                 spelledAttribute("state", texts.target ? "translated" : "initial") + ">");
        line(2,
             "<" + name("source") + spelledAttribute("xml:space", "preserve") + ">" + source +
                 "</" + name("source") + ">");
        if (texts.target)
            line(2,
                 "<" + name("target") + spelledAttribute("xml:space", "preserve") + ">" + target +
                     "</" + name("target") + ">");
        line(1, "</" + name("segment") + ">");
        line(0, "</" + name("unit") + ">");
    }

    void tmx(const Cue& cue, const UnitTexts& texts, std::string_view id) {
        out_.append(context_.indent).append("<tu").append(spelledAttribute("tuid", id)).append(">");
        for (const CueField& field : fieldsOf(cue))
            line(1, fieldElement(field.type, field.value, Dialect::Tmx));
        const bool hasSource = !texts.target || !texts.source.plain.empty();
        if (hasSource) addVariant(context_.sourceLanguage, texts.source);
        if (texts.target) addVariant(context_.targetLanguage, *texts.target);
        line(0, "</tu>");
    }

private:
    std::string name(std::string_view element) const {
        return std::string(context_.prefix) + std::string(element);
    }

    void line(std::size_t depth, std::string_view text) {
        if (!context_.newline.empty())
            out_.append(context_.newline).append(context_.indent).append(depth * 2, ' ');
        out_ += text;
    }

    std::string contentOf(const CueText& text, DataTable* data) const {
        std::string content;
        appendContent(content,
                      text,
                      {.dialect = context_.dialect,
                       .prefix = context_.prefix,
                       .data = data,
                       .isOwn = context_.isOwn});
        return content;
    }

    void addMetadata(const Cue& cue) {
        const std::string declaration = context_.declaresMetadata
                                            ? spelledAttribute("xmlns:mda", kMetadataNamespace)
                                            : std::string();
        line(1, "<mda:metadata" + declaration + ">");
        line(2, "<mda:metaGroup category=\"subs\">");
        for (const CueField& field : fieldsOf(cue))
            line(3, fieldElement(field.type, field.value, Dialect::Xliff));
        line(2, "</mda:metaGroup>");
        line(1, "</mda:metadata>");
    }

    void addData(const DataTable& data) {
        if (data.values().empty()) return;
        line(1, "<" + name("originalData") + ">");
        std::size_t number = 0;
        for (const std::string& value : data.values())
            line(2,
                 "<" + name("data") + spelledAttribute("id", "d" + std::to_string(++number)) + ">" +
                     escaped(value) + "</" + name("data") + ">");
        line(1, "</" + name("originalData") + ">");
    }

    void addVariant(std::string_view language, const CueText& text) {
        line(1,
             "<tuv" + spelledAttribute("xml:lang", language) + "><seg>" + contentOf(text, nullptr) +
                 "</seg></tuv>");
    }

    std::string& out_;
    const UnitContext& context_;
};

}  // namespace

void appendUnit(std::string& out,
                const Cue& cue,
                const UnitTexts& texts,
                std::string_view id,
                const UnitContext& context) {
    if (context.dialect == Dialect::Xliff)
        UnitWriter(out, context).xliff(cue, texts, id);
    else
        UnitWriter(out, context).tmx(cue, texts, id);
}

std::string fieldElement(std::string_view type, std::string_view value, Dialect dialect) {
    const bool isXliff = dialect == Dialect::Xliff;
    std::string text = isXliff ? "<mda:meta type=\"" : "<prop type=\"x-subs-";
    text.append(type).append("\">").append(escaped(value));
    return text + (isXliff ? "</mda:meta>" : "</prop>");
}

}  // namespace subs::translation
