// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/ass/style_choice.h"
#include "format/ass/values.h"
#include "format/label_count.h"

#include <optional>
#include <string>

namespace subs::ass {

/// Writes a file of its own for a document from elsewhere, whole or part after part.
class NewFile final : public PartWriter {
public:
    NewFile(const WriteOptions& options, Dialect dialect) : options_(options), dialect_(dialect) {}

    bool begin(std::string& out, const Document& first, LossReport& losses) override;
    bool append(std::string& out, const DocumentPart& part, LossReport& losses) override;

    /// The whole file. The error names the cue.
    Result<std::string> written(const Document& document);

private:
    void appendHead(std::string& out, const Document& document);
    Result<void> appendCues(std::string& out, const DocumentPart& part, LossReport& losses);

    WriteOptions options_;
    Dialect dialect_;
    std::optional<StyleChoice> choice_;  ///< Of the first part.
    LabelCount labels_;                  ///< Of the cues so far.
};

}  // namespace subs::ass
