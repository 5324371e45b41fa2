// SPDX-License-Identifier: MIT
#include "job/tracks/vtt_track.h"

#include <subs/format/features.h>
#include <subs/format/registry.h>
#include <subs/text/newline.h>
#include <subs/time/largest_time.h>

#include "format/vtt/blocks.h"
#include "format/vtt/cue_body.h"
#include "format/vtt/timestamp.h"
#include "format/vtt/tokens.h"
#include "job/tracks/cue_packets.h"
#include "job/tracks/packet_text.h"
#include "job/tracks/packet_times.h"

#include <algorithm>
#include <utility>

namespace subs::tracks {
namespace {

/// What stands beside the text of a cue.
struct Beside {
    std::string id;
    std::string settings;
    std::string comments;  ///< Whole blocks.
};

/// The first line of `text`, which is taken off.
std::string takeLine(std::string_view& text) {
    const std::size_t end = text.find('\n');
    std::string line(text.substr(0, end));
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
    return line;
}

/// Matroska's BlockAdditional: settings, identifier, comments (Matroska codecs, "WebVTT").
Beside besideOf(const TextPacket& packet) {
    if (packet.additional.empty()) return {packet.id, packet.settings, {}};
    const std::string text = withNewlines(packet.additional, Newline::Lf);
    std::string_view rest = text;
    Beside beside;
    beside.settings = takeLine(rest);
    beside.id = takeLine(rest);
    beside.comments = rest;
    return beside;
}

void replaceArrows(std::string& line) {
    for (std::size_t at = line.find(vtt::kArrow); at != line.npos; at = line.find(vtt::kArrow, at))
        line.replace(at, vtt::kArrow.size(), "--&gt;");
}

/// Writes the blocks of a file.
class VttWriter {
public:
    VttWriter(std::string& out, PacketRemarks& remarks) : out_(out), remarks_(remarks) {}

    void append(const TextPacket& packet, const PacketTimes& times, TextCodec codec) {
        at_ = times.start;
        const Beside beside = besideOf(packet);
        appendComments(beside.comments);
        appendId(beside.id);
        vtt::appendTimestamp(out_, times.start.nearestMilliseconds());
        out_ += " --> ";
        vtt::appendTimestamp(out_, times.end.nearestMilliseconds());
        if (const std::string settings = oneLine(beside.settings); !settings.empty())
            out_ += ' ' + settings;
        out_ += '\n';
        std::string text = packetText(packet.bytes, at_, remarks_);
        if (codec == TextCodec::BlockVtt) text = withFilmTimes(text, times.start);
        appendBody(text);
        out_ += '\n';
    }

private:
    std::string oneLine(std::string text) {
        if (text.find_first_of(std::string_view("\r\n\0", 3)) == text.npos &&
            text.find(vtt::kArrow) == text.npos)
            return text;
        remarks_.add("track.bad-line",
                     "has an identifier or settings that are no single line; what cannot be "
                     "written is left out",
                     at_);
        text.erase(std::min(text.size(), text.find_first_of(std::string_view("\r\n\0", 3))));
        text.erase(std::min(text.size(), text.find(vtt::kArrow)));
        return text;
    }

    void appendId(const std::string& id) {
        if (const std::string line = oneLine(id); !line.empty()) out_ += line + '\n';
    }

    /// Blocks of comments, each ended by a blank line. What is none becomes one.
    void appendComments(std::string_view text) {
        bool isOpen = false;
        for (LineReader lines(text); lines.next();) {
            std::string line(lines.line());
            std::ranges::replace(line, '\0', ' ');
            replaceArrows(line);
            if (line.empty()) {
                if (isOpen) out_ += '\n';
                isOpen = false;
                continue;
            }
            const bool isNote =
                line == "NOTE" || line.starts_with("NOTE ") || line.starts_with("NOTE\t");
            if (!isOpen && !isNote) out_ += "NOTE ";
            out_ += line + '\n';
            isOpen = true;
        }
        if (isOpen) out_ += '\n';
    }

    void appendBody(std::string_view text) {
        for (LineReader lines(text); lines.next();) {
            std::string line(lines.line());
            if (line.find(vtt::kArrow) != line.npos) {
                remarks_.add("track.time-line",
                             "has an arrow that would begin another one; it is written as --&gt;",
                             at_);
                replaceArrows(line);
            }
            if (line.empty()) {
                remarks_.add("track.blank-line",
                             "has an empty line, which would end it; it gets a no-break space",
                             at_);
                line = "\xC2\xA0";
            }
            out_ += line + '\n';
        }
    }

    /// The times inside of a text of S_TEXT/WEBVTT count from the beginning of its block.
    static std::string withFilmTimes(std::string_view text, Time start) {
        std::string out;
        vtt::Tokenizer tokens(text);
        for (vtt::Token token; tokens.next(token);) {
            std::size_t end = 0;
            const auto time = token.kind == vtt::TokenKind::Timestamp
                                  ? vtt::takeTimestamp(token.name, end)
                                  : std::nullopt;
            if (!time || end != token.name.size()) {
                out += token.whole;
                continue;
            }
            out += '<';
            vtt::appendTimestamp(
                out, (start + std::min(*time, kLargestTime - start)).nearestMilliseconds());
            out += token.isClosed ? ">" : "";
        }
        return out;
    }

    std::string& out_;
    PacketRemarks& remarks_;
    Time at_;  ///< Of the packet at hand.
};

/// What a file begins with, up to the first blank line behind it. Anything that would be read as a
/// cue is taken for the text of a track and stays out.
std::string headOf(std::string_view codecPrivate, Diagnostics& diagnostics) {
    std::string text = privateText(codecPrivate);
    if (!vtt::hasSignature(text)) {
        if (!text.empty())
            diagnostics.push_back({Severity::Warning,
                                   0,
                                   0,
                                   "track.bad-head",
                                   "the head of the track is none of WebVTT; it is left out"});
        return "WEBVTT\n\n";
    }
    std::string head;
    for (vtt::BlockReader blocks(text); blocks.next();) {
        const vtt::Block& block = blocks.block();
        if (block.kind == vtt::BlockKind::Cue || block.kind == vtt::BlockKind::BadCue) {
            diagnostics.push_back({Severity::Warning,
                                   0,
                                   0,
                                   "track.bad-head",
                                   "there is a cue in the head of the track; it is left out"});
            break;
        }
        head += std::string_view(text).substr(block.begin, block.end - block.begin);
        if (!head.ends_with('\n')) head += '\n';
        head += '\n';
    }
    return head;
}

/// Where the first block begins that is one of a cue, and all of them behind it.
struct Parts {
    std::string head;
    std::vector<vtt::Block> cues;
};

Parts partsOf(std::string_view text, LossReport& losses) {
    Parts parts;
    for (vtt::BlockReader blocks(text); blocks.next();) {
        const vtt::Block& block = blocks.block();
        const std::string_view stretch = text.substr(block.begin, block.end - block.begin);
        if (block.kind == vtt::BlockKind::Cue) {
            parts.cues.push_back(block);
        } else if (parts.cues.empty() && block.kind != vtt::BlockKind::BadCue) {
            if (!parts.head.empty()) parts.head += '\n';
            parts.head += withNewlines(stretch, Newline::Lf);
            if (!parts.head.ends_with('\n')) parts.head += '\n';
        } else {
            const bool isNote = block.kind == vtt::BlockKind::Note;
            losses.add(isNote ? feature::kComment : feature::kRaw,
                       LossSeverity::Dropped,
                       CueId(),
                       stretch,
                       "");
        }
    }
    return parts;
}

}  // namespace

TrackText vttText(TextCodec codec,
                  std::string_view codecPrivate,
                  std::span<const TextPacket> packets) {
    TrackText result;
    PacketRemarks remarks;
    result.text = headOf(codecPrivate, result.diagnostics);
    const auto times = timesOf(packets, remarks);
    VttWriter writer(result.text, remarks);
    for (std::size_t i = 0; i < packets.size(); ++i)
        writer.append(packets[i], times[i], codec);
    remarks.tell(result.diagnostics);
    result.format = formatNamed("vtt");
    result.cues = packets.size();
    return result;
}

TrackPackets vttPackets(const Document& document) {
    TrackPackets result;
    result.codec = TextCodec::WebVtt;
    const std::string_view text = document.origin->text;
    const Parts parts = partsOf(text, result.losses);
    result.codecPrivate = parts.head;
    CuePackets packets(document, result.losses);
    std::size_t block = 0;
    for (std::size_t i = 0; i < document.cues.size(); ++i) {
        if (document.cues[i].kind != CueKind::Dialogue || block == parts.cues.size()) continue;
        const vtt::Block& cue = parts.cues[block++];
        TextPacket packet = packets.timed(i);
        packet.bytes = vtt::cueTextOf(text.substr(cue.body.begin, cue.body.end - cue.body.begin));
        packet.id = text.substr(cue.id.begin, cue.id.end - cue.id.begin);
        packet.settings = document.cues[i].settings.view();
        // FFmpeg takes a packet without bytes for none.
        if (packet.bytes.empty()) packet.bytes = " ";
        packets.add(std::move(packet));
    }
    result.packets = packets.inOrder(result.diagnostics);
    return result;
}

}  // namespace subs::tracks
