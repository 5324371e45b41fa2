// SPDX-License-Identifier: GPL-3.0-or-later
#include "word_options.h"

#include <subs/job/glossary_file.h>

#include "common_options.h"

namespace subs::cli {

void addWordOptions(CLI::App& app, WordArguments& arguments) {
    app.add_option("--engine",
                   arguments.engine,
                   "what finds the words of Khmer: author is nothing but U+200B (default: lexicon)")
        ->check(oneOf({"lexicon", "icu", "author"}));
    app.add_option("--glossary",
                   arguments.glossary,
                   "file of Khmer words that stay whole: one a line, or a CSV table that begins "
                   "source,target")
        ->type_name("FILE");
}

KhmerEngine engineOf(const WordArguments& arguments) {
    if (arguments.engine == "icu") return KhmerEngine::Icu;
    return arguments.engine == "author" ? KhmerEngine::Author : KhmerEngine::Lexicon;
}

Result<Glossary> glossaryOf(const WordArguments& arguments, Verbosity verbosity) {
    if (arguments.glossary.empty()) return Glossary();
    auto read = readGlossary(arguments.glossary);
    if (!read) return tl::unexpected(read.error());
    Console(verbosity).messages(read->diagnostics, arguments.glossary);
    return std::move(read->glossary);
}

}  // namespace subs::cli
