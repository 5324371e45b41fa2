// SPDX-License-Identifier: MIT
#include "format/xlsx/new_workbook.h"

#include <subs/base/file.h>
#include <subs/base/utf8.h>
#include <subs/model/style.h>

#include "format/sheet/cell_marks.h"
#include "format/sheet/cells.h"
#include "format/sheet/columns.h"
#include "format/xlsx/cell_value.h"
#include "format/xlsx/workbook.h"

#include <fmt/format.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <vector>

namespace subs::xlsx {
namespace {

namespace fs = std::filesystem;
using sheet::Column;
using sheet::Role;

/// A cell holds so many UTF-16 units (Excel's limits).
constexpr std::size_t kLongestCell = 32767;

/// A file of our own that goes away again.
class TemporaryFile {
public:
    TemporaryFile() {
        std::error_code error;
        std::string name = (fs::temp_directory_path(error) / "subs-XXXXXX").string();
        const int descriptor = mkstemp(name.data());
        if (descriptor < 0) return;
        close(descriptor);
        name_ = name;
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() {
        std::error_code error;
        if (!name_.empty()) fs::remove(name_, error);
    }

    const std::string& name() const { return name_; }

private:
    std::string name_;
};

/// The day that a workbook says it was made on: no clock is in what is written.
constexpr time_t kMade = 946'684'800;  // 2000-01-01

double widthOf(const Column& column) {
    switch (column.role) {
        case Role::Text:
            return 60;
        case Role::Style:
        case Role::Speaker:
        case Role::Effect:
            return 18;
        case Role::Start:
        case Role::End:
        case Role::Duration:
            return 14;
        default:
            return 10;
    }
}

std::size_t unitsIn(std::string_view value) {
    std::size_t units = 0;
    for (std::size_t at = 0; at < value.size();) {
        const Decoded decoded = decodeUtf8(value, at);
        units += decoded.codePoint > 0xFFFF ? 2 : 1;
        at += decoded.length;
    }
    return units;
}

/// What libxlsxwriter is handed, which ends at a NUL and escapes only some of what XML has not.
std::string cellText(std::string_view value) {
    return withEscapes(sheet::withoutMarks(value));
}

class Writer {
public:
    Writer(const std::string& file, std::string_view language) : language_(language) {
        lxw_workbook_options options = {};
        options.constant_memory = LXW_TRUE;
        workbook_ = workbook_new_opt(file.c_str(), &options);
        if (workbook_ == nullptr) return;
        lxw_doc_properties properties = {};
        properties.created = kMade;
        workbook_set_properties(workbook_, &properties);
        sheet_ = workbook_add_worksheet(workbook_, "Subtitles");
    }

    Result<void> write(std::string_view text) {
        if (sheet_ == nullptr) return failed();
        std::uint32_t row = 0;
        for (sheet::RowReader lines(text, '\t'); lines.next(); ++row) {
            if (row >= kMostRows)
                return failure("xlsx.too-many-rows",
                               fmt::format("a sheet has {} rows at most, and there are more cues; "
                                           "write CSV, or several files",
                                           kMostRows));
            if (row == 0) beginTable(lines);
            if (auto done = writeRow(lines, row); !done) return done;
        }
        return {};
    }

    /// To be called once, last.
    Result<void> finish() {
        if (workbook_ == nullptr || workbook_close(workbook_) != LXW_NO_ERROR) return failed();
        return {};
    }

private:
    static tl::unexpected<Error> failed() {
        return failure("xlsx.failed",
                       "the workbook cannot be made: there is no room for temporary files");
    }

    void beginTable(const sheet::RowReader& names) {
        std::vector<std::string> all;
        for (std::size_t i = 1; i < names.cells().size(); ++i)
            all.push_back(names.value(i));
        const sheet::Columns columns = sheet::columnsNamed(all);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const Column& column = columns.all()[i];
            formats_.push_back(formatFor(column));
            const auto place = static_cast<lxw_col_t>(i);
            worksheet_set_column(sheet_, place, place, widthOf(column), formats_.back());
        }
        worksheet_freeze_panes(sheet_, 1, 0);
        const std::string used = fmt::format("A1:{}{}", columnName(columns.size() - 1), kMostRows);
        worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, used.c_str());
        names_ = workbook_add_format(workbook_);
        format_set_bold(names_);
    }

    /// Texts in the font of their language, all cells as texts ("@").
    lxw_format* formatFor(const Column& column) {
        lxw_format* format = workbook_add_format(workbook_);
        format_set_num_format(format, "@");
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        if (column.role != Role::Text) return format;
        format_set_text_wrap(format);
        const std::string_view language =
            column.language.empty() ? language_ : std::string_view(column.language);
        if (language == "km" || language.starts_with("km-"))
            format_set_font_name(format, defaultStyleFor("km").fontName.c_str());
        return format;
    }

    Result<void> writeRow(const sheet::RowReader& line, std::uint32_t row) {
        for (std::size_t i = 1; i < line.cells().size() && i <= formats_.size(); ++i) {
            const std::string value = cellText(line.value(i));
            if (unitsIn(value) > kLongestCell)
                return failure("xlsx.cell-too-long",
                               fmt::format("row {}: a cell holds {} characters at most, and this "
                                           "text is longer",
                                           row + 1,
                                           kLongestCell));
            if (value.empty()) continue;
            const lxw_error error = worksheet_write_string(sheet_,
                                                           row,
                                                           static_cast<lxw_col_t>(i - 1),
                                                           value.c_str(),
                                                           row == 0 ? names_ : formats_[i - 1]);
            if (error != LXW_NO_ERROR) return failed();
        }
        return {};
    }

    std::string_view language_;
    lxw_workbook* workbook_ = nullptr;
    lxw_worksheet* sheet_ = nullptr;
    lxw_format* names_ = nullptr;
    std::vector<lxw_format*> formats_;
};

}  // namespace

Result<std::string> newWorkbook(std::string_view text, std::string_view language) {
    const TemporaryFile file;
    if (file.name().empty())
        return failure("xlsx.failed", "the workbook cannot be made: no temporary file can be made");
    Writer writer(file.name(), language);
    const auto written = writer.write(text);
    // Closing it frees it too.
    const auto finished = writer.finish();
    if (!written) return tl::unexpected(written.error());
    if (!finished) return tl::unexpected(finished.error());
    return readFile(file.name());
}

}  // namespace subs::xlsx
