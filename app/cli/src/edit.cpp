// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "hand_over.h"

#include <memory>

namespace subs::cli {

Action defineEdit(CLI::App& app) {
    const auto files = std::make_shared<std::vector<std::string>>();
    app.add_option("FILE", *files, "a film and up to two tracks")->type_name("MEDIA");
    return [files](Context& context) { return becomeProgram(context, "subs-editor", *files); };
}

}  // namespace subs::cli
