// SPDX-License-Identifier: MIT
#include "format/xlsx/xml_stream.h"

#include <libxml/parser.h>

#include <algorithm>

namespace subs::xlsx {
namespace {

std::string_view viewOf(const xmlChar* text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

struct ContextFreer {
    void operator()(xmlParserCtxt* context) const {
        if (context->myDoc != nullptr) xmlFreeDoc(context->myDoc);
        xmlFreeParserCtxt(context);
    }
};

}  // namespace

std::string_view valueOf(const Attributes& attributes, std::string_view name) {
    const auto found = std::ranges::find(attributes, name, &Attribute::name);
    return found == attributes.end() ? std::string_view() : std::string_view(found->value);
}

struct XmlStream::State {
    explicit State(XmlHandler& target) : handler(target) {}

    static State& of(void* state) { return *static_cast<State*>(state); }

    static void begin(void* state,
                      const xmlChar* name,
                      const xmlChar*,
                      const xmlChar*,
                      int,
                      const xmlChar**,
                      int count,
                      int,
                      const xmlChar** values) {
        constexpr int kFields = 5;  // name, prefix, namespace, begin and end of the value
        State& self = of(state);
        self.attributes.clear();
        for (int i = 0; i < count; ++i) {
            const xmlChar** fields = values + static_cast<std::ptrdiff_t>(i) * kFields;
            const char* const from = reinterpret_cast<const char*>(fields[3]);
            const char* const to = reinterpret_cast<const char*>(fields[4]);
            self.attributes.push_back({viewOf(fields[0]), std::string(from, to)});
        }
        if (self.handler.wantsMore()) self.handler.begin(viewOf(name), self.attributes);
    }

    static void end(void* state, const xmlChar* name, const xmlChar*, const xmlChar*) {
        State& self = of(state);
        if (self.handler.wantsMore()) self.handler.end(viewOf(name));
    }

    static void text(void* state, const xmlChar* letters, int count) {
        State& self = of(state);
        if (self.handler.wantsMore())
            self.handler.text(
                {reinterpret_cast<const char*>(letters), static_cast<std::size_t>(count)});
    }

    static void documentType(void* state, const xmlChar*, const xmlChar*, const xmlChar*) {
        of(state).isRefused = true;
        xmlStopParser(of(state).context.get());
    }

    XmlHandler& handler;
    Attributes attributes;
    std::unique_ptr<xmlParserCtxt, ContextFreer> context;
    bool isRefused = false;
};

XmlStream::XmlStream(XmlHandler& handler) : state_(std::make_unique<State>(handler)) {
    xmlSAXHandler calls = {};
    calls.initialized = XML_SAX2_MAGIC;
    calls.startElementNs = State::begin;
    calls.endElementNs = State::end;
    calls.characters = State::text;
    calls.cdataBlock = State::text;
    calls.ignorableWhitespace = State::text;
    calls.internalSubset = State::documentType;
    state_->context.reset(xmlCreatePushParserCtxt(&calls, state_.get(), nullptr, 0, nullptr));
    if (state_->context)
        xmlCtxtUseOptions(state_->context.get(),
                          XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
}

XmlStream::~XmlStream() = default;

bool XmlStream::feed(std::string_view bytes) {
    xmlParserCtxt* context = state_->context.get();
    if (context == nullptr || state_->isRefused) return false;
    const int failed = xmlParseChunk(context, bytes.data(), static_cast<int>(bytes.size()), 0);
    const bool isBroken = failed != 0 && context->wellFormed == 0;
    return !isBroken && !state_->isRefused && state_->handler.wantsMore();
}

Result<void> XmlStream::finish() {
    xmlParserCtxt* context = state_->context.get();
    if (context != nullptr && !state_->handler.wantsMore()) return {};
    if (context != nullptr && !state_->isRefused) xmlParseChunk(context, nullptr, 0, 1);
    if (context == nullptr || state_->isRefused || context->wellFormed == 0)
        return failure("xlsx.damaged",
                       "the workbook is damaged: a part of it is no well-formed XML");
    return {};
}

}  // namespace subs::xlsx
