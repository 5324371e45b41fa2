// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/timeline_sound.h>

#include <QtCore/QCoreApplication>
#include <QtGui/QImage>
#include <QtGui/QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace subs::editor {

namespace {

constexpr double kFullScale = 32768;
constexpr int kShades = 256;

QString translated(const char* text) {
    return QCoreApplication::translate("Timeline", text);
}

/// What is heard in this film, in a word or two.
QString channelText(const std::optional<SoundFacts>& facts) {
    if (!facts) return translated("no sound");
    if (facts->heard == SoundChannel::Mix) return translated("all channels");
    const QString name = QString::fromLatin1(nameOf(facts->heard).data(),
                                             static_cast<qsizetype>(nameOf(facts->heard).size()));
    return translated("%1 channel").arg(name);
}

/// Columns of one device pixel each.
int columnsIn(const QPainter& painter, const QRect& area) {
    return std::max(
        1, static_cast<int>(std::lround(area.width() * painter.device()->devicePixelRatioF())));
}

void paintChosen(QPainter& painter, const QRect& area, const LaneView& view) {
    if (!view.chosen) return;
    const double from = std::max(view.scale.xOf(view.chosen->from), 0.0);
    const double to = std::min(view.scale.xOf(view.chosen->to), static_cast<double>(area.width()));
    if (from < to)
        painter.fillRect(QRectF(area.left() + from, area.top(), to - from, area.height()),
                         view.colors[ColorRole::Selection]);
}

/// The five stops of the design, evenly from silence to full scale.
QList<QRgb> shades(const Colors& colors) {
    constexpr std::array kStops = {ColorRole::Spectrum0,
                                   ColorRole::Spectrum1,
                                   ColorRole::Spectrum2,
                                   ColorRole::Spectrum3,
                                   ColorRole::Spectrum4};
    QList<QRgb> table(kShades);
    for (int i = 0; i < kShades; ++i) {
        const double place = i * (kStops.size() - 1.0) / (kShades - 1);
        const auto stop = std::min<std::size_t>(static_cast<std::size_t>(place), kStops.size() - 2);
        const double share = place - static_cast<double>(stop);
        const QColor low = colors[kStops[stop]];
        const QColor high = colors[kStops[stop + 1]];
        const auto mixed = [&](int a, int b) {
            return static_cast<int>(std::lround(a + (b - a) * share));
        };
        table[i] = qRgb(mixed(low.red(), high.red()),
                        mixed(low.green(), high.green()),
                        mixed(low.blue(), high.blue()));
    }
    return table;
}

}  // namespace

QString TimelineWaveform::name() const {
    return translated("Audio");
}

QString TimelineWaveform::detail() const {
    return channelText(sound_.facts());
}

void TimelineWaveform::paint(QPainter& painter, const QRect& area, const LaneView& view) const {
    paintChosen(painter, area, view);
    const int count = columnsIn(painter, area);
    const auto columns = sound_.waveform(view.scale.shown(), count);
    const double step = static_cast<double>(area.width()) / count;
    const double middle = area.top() + area.height() / 2.0;
    const double high = area.height() / 2.0 - 1;
    const auto stroke = [&](double x, double up, double down, ColorRole role) {
        painter.fillRect(QRectF(x, middle - up * high, step, std::max((up + down) * high, step)),
                         view.colors[role]);
    };
    const QBrush hatch(view.colors[ColorRole::Hairline], Qt::BDiagPattern);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto& [peak, isThere] = columns[i];
        const double x = area.left() + static_cast<double>(i) * step;
        if (!isThere) {
            std::size_t end = i;
            while (end < columns.size() && !columns[end].isThere)
                ++end;
            const double width = static_cast<double>(end - i) * step;
            painter.fillRect(QRectF(x, area.top(), width, area.height()), hatch);
            i = end - 1;
            continue;
        }
        stroke(x, peak.maximum / kFullScale, -peak.minimum / kFullScale, ColorRole::WaveformPeak);
        // Seen closely the line does not come near the middle in each column.
        const int up = std::min<int>(peak.rms, peak.maximum);
        const int down = std::min<int>(peak.rms, -peak.minimum);
        stroke(x, up / kFullScale, down / kFullScale, ColorRole::WaveformCore);
    }
}

QString TimelineSpectrogram::name() const {
    return translated("Spectrogram");
}

QString TimelineSpectrogram::detail() const {
    return translated("80 Hz\u20138 kHz");
}

void TimelineSpectrogram::paint(QPainter& painter, const QRect& area, const LaneView& view) const {
    painter.fillRect(area, view.colors[ColorRole::Spectrum0]);
    QImage image = sound_.spectrogram(view.scale.shown(), columnsIn(painter, area));
    if (image.isNull()) return;
    // Grey values are places in the table of shades.
    image.reinterpretAsFormat(QImage::Format_Indexed8);
    image.setColorTable(shades(view.colors));
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(area, image);
}

}  // namespace subs::editor
