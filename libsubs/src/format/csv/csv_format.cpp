// SPDX-License-Identifier: MIT
#include "format/csv/csv_format.h"

#include "format/sheet/table_format.h"

namespace subs {

const Format& csvFormat() {
    static const sheet::TableFormat kFormat(
        {"csv", ",;|"}, "comma-separated values (CSV)", {"csv"});
    return kFormat;
}

const Format& tsvFormat() {
    static const sheet::TableFormat kFormat(
        {"tsv", "\t"}, "tab-separated values (TSV)", {"tsv", "tab"});
    return kFormat;
}

}  // namespace subs
