// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>
#include <subs/media/picture.h>

#include "ffmpeg.h"
#include "range_mapping.h"

#include <array>
#include <optional>

namespace subs::media {

struct Size {
    int width = 0;
    int height = 0;
    friend constexpr bool operator==(Size, Size) = default;
};

/// How the stored picture is turned to be shown: where a step to the right and a step down in the
/// stored picture lead in the shown one. By quarter turns and mirrorings; other angles are taken
/// for the nearest of these.
struct Orientation {
    int rightX = 1;
    int rightY = 0;
    int downX = 0;
    int downY = 1;

    struct Place {
        int x = 0;
        int y = 0;
    };

    bool swapsSides() const { return rightX == 0; }
    bool isUpright() const { return rightX == 1 && downY == 1; }
    /// The size of a picture before or after it is turned, of that on the other side.
    Size turned(Size size) const { return swapsSides() ? Size{size.height, size.width} : size; }
    /// Where pixel (`x`, `y`) of a stored picture of the size `stored` is shown.
    Place shownAt(int x, int y, Size stored) const {
        const Size shown = turned(stored);
        return {(rightX < 0 || downX < 0 ? shown.width - 1 : 0) + x * rightX + y * downX,
                (rightY < 0 || downY < 0 ? shown.height - 1 : 0) + x * rightY + y * downY};
    }
};

/// By the display matrix of `stream` (ISO/IEC 14496-12, 6.2.2).
Orientation orientationOf(const AVStream& stream);

/// The size that `stream` is shown in: sample aspect widens or narrows the stored picture, whose
/// lines stay; then it is turned.
Size shownSize(const AVStream& stream);

/// `shown` made to fit into `bound` with its shape kept, never enlarged; a bound of 0 does not
/// bind.
Size fitted(Size shown, Size bound);

/// Turns decoded frames into pictures. One at a time.
class Converter {
public:
    explicit Converter(const AVStream& stream) : orientation_(orientationOf(stream)) {}

    /// `frame` as it is shown, `size` large. Colours by the frame's own matrix and range; an
    /// untagged picture of 720 lines or more is BT.709, a smaller one BT.601. One of high dynamic
    /// range is brought into that of the screen (`RangeMapping`).
    Result<Picture> converted(const AVFrame& frame, Size size);

private:
    Result<void> prepare(const AVFrame& frame, Size stored);
    const RangeMapping& mappingFor(AVColorTransferCharacteristic transfer);

    Orientation orientation_;
    Scaler scaler_;
    FrameHandle scratch_;            ///< What it writes into.
    std::array<int, 8> prepared_{};  ///< What both were made for.
    std::optional<RangeMapping> mapping_;
};

}  // namespace subs::media
