// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/base/nearest_name.h>
#include <subs/editor/options.h>

#include <QtCore/QRegularExpression>

#include <array>
#include <limits>

namespace subs::editor {

namespace {

constexpr int kLargest = 8000;
constexpr double kMostZoom = 100;

struct OptionName {
    std::string_view name;
    bool takesValue;
};
constexpr std::array<OptionName, 8> kOptions{{{"--screenshot", true},
                                              {"--size", true},
                                              {"--theme", true},
                                              {"--cue", true},
                                              {"--frame", true},
                                              {"--zoom", true},
                                              {"--help", false},
                                              {"--version", false}}};

tl::unexpected<Error> badValue(const QString& option, const QString& value, const char* wanted) {
    return failure("usage.value",
                   QStringLiteral("%1 wants %2, not \"%3\"")
                       .arg(option, QLatin1String(wanted), value)
                       .toStdString());
}

tl::unexpected<Error> unknown(const QString& option) {
    std::vector<std::string_view> names;
    names.reserve(kOptions.size());
    for (const OptionName& known : kOptions)
        names.push_back(known.name);
    QString message = QStringLiteral("there is no option %1").arg(option);
    const auto near = nearestName(option.toStdString(), names);
    if (near)
        message += QStringLiteral("; the nearest is %1")
                       .arg(QString::fromUtf8(near->data(), qsizetype(near->size())));
    return failure("usage.option", message.toStdString());
}

Result<QSize> parseSize(const QString& text) {
    static const QRegularExpression kSize(QStringLiteral("^(\\d{3,4})[x×](\\d{3,4})$"));
    const auto match = kSize.match(text);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    const bool fits = match.hasMatch() && size.width() >= kLeastWindow.width() &&
                      size.height() >= kLeastWindow.height() &&
                      std::max(size.width(), size.height()) <= kLargest;
    if (!fits)
        return badValue(QStringLiteral("--size"), text, "WIDTHxHEIGHT from 1180x720 to 8000x8000");
    return size;
}

Result<Shade> parseTheme(const QString& text) {
    if (text == QLatin1String("light")) return Shade::Light;
    if (text == QLatin1String("dark")) return Shade::Dark;
    return badValue(QStringLiteral("--theme"), text, "light or dark");
}

Result<double> parseZoom(const QString& text) {
    bool isNumber = false;
    const double zoom = text.toDouble(&isNumber);
    if (!isNumber || !(zoom > 0 && zoom <= kMostZoom))
        return badValue(QStringLiteral("--zoom"), text, "a number of pixels above 0, up to 100");
    return zoom;
}

Result<std::int64_t> parseNumber(const QString& option, const QString& text, int least) {
    bool whole = false;
    const qlonglong number = text.toLongLong(&whole);
    if (!whole || number < least || number > std::numeric_limits<int>::max())
        return badValue(
            option, text, least == 0 ? "a whole number from 0 on" : "a whole number from 1 on");
    return number;
}

Result<void> takeValue(Options& options, const QString& name, const QString& value) {
    if (name == QLatin1String("--screenshot")) {
        if (!value.endsWith(QLatin1String(".png"), Qt::CaseInsensitive))
            return badValue(name, value, "the name of a PNG file");
        options.screenshot = value;
    } else if (name == QLatin1String("--size")) {
        const Result<QSize> size = parseSize(value);
        if (!size) return tl::unexpected(size.error());
        options.size = *size;
        options.sizeGiven = true;
    } else if (name == QLatin1String("--theme")) {
        const Result<Shade> shade = parseTheme(value);
        if (!shade) return tl::unexpected(shade.error());
        options.theme = *shade;
    } else if (name == QLatin1String("--zoom")) {
        const Result<double> zoom = parseZoom(value);
        if (!zoom) return tl::unexpected(zoom.error());
        options.zoom = *zoom;
    } else {
        const bool cue = name == QLatin1String("--cue");
        const Result<std::int64_t> number = parseNumber(name, value, cue ? 1 : 0);
        if (!number) return tl::unexpected(number.error());
        if (cue)
            options.cue = static_cast<int>(*number);
        else
            options.frame = *number;
    }
    return {};
}

void takeFlag(Options& options, const QString& name) {
    (name == QLatin1String("--help") ? options.help : options.version) = true;
}

QString nameIn(const QString& argument) {
    return argument == QLatin1String("-h") ? QStringLiteral("--help")
                                           : argument.section(u'=', 0, 0);
}

}  // namespace

Result<Options> parseOptions(const QStringList& arguments) {
    Options options;
    bool onlyFiles = false;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString& argument = arguments[i];
        if (onlyFiles || !argument.startsWith(u'-') || argument == QLatin1String("-")) {
            options.files << argument;
            continue;
        }
        const QString name = nameIn(argument);
        const auto* known = std::ranges::find(
            kOptions, std::string_view(name.toLatin1().constData()), &OptionName::name);
        onlyFiles = argument == QLatin1String("--");
        if (onlyFiles) continue;
        if (known == kOptions.end()) return unknown(name);
        if (!known->takesValue) {
            takeFlag(options, name);
            continue;
        }
        const bool attached = argument.contains(u'=');
        if (!attached && i + 1 >= arguments.size()) return badValue(name, {}, "a value");
        const Result<void> taken =
            takeValue(options, name, attached ? argument.section(u'=', 1) : arguments[++i]);
        if (!taken) return tl::unexpected(taken.error());
    }
    return options;
}

QString helpText() {
    return QStringLiteral(
        "Usage: subs-editor [FILE…]\n"
        "       subs-editor --screenshot FILE.png [--size WxH] [--theme light|dark] [--cue N] [--frame N] [--zoom N] FILE…\n"
        "\n"
        "Opens a film and its subtitles in two languages. Files in any order: a film, and up to two tracks\n"
        "of any format that subs reads; which language a track is in is seen from its text or its name.\n"
        "\n"
        "  --screenshot FILE.png  write a picture of the window to a file and end; needs no display\n"
        "  --size WxH             of that picture (1600x1000; at least 1180x720)\n"
        "  --theme light|dark     instead of following the system\n"
        "  --cue N                select cue N, counted from 1\n"
        "  --frame N              show frame N of the film, counted from 0\n"
        "  --zoom N               make a frame of the film N pixels wide in the timeline (0.05, 8, 40)\n"
        "  --help, --version\n"
        "\n"
        "Example: subs-editor film.mp4 film.km.srt film.en.srt\n"
        "\n"
        "Exit status: 0 done, 2 could not.\n");
}

}  // namespace subs::editor
