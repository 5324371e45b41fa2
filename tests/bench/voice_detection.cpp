// SPDX-License-Identifier: MIT
// A peer of `subs speech`: the voice detection of Debian's libwebrtc-audio-processing. Reads 16-bit
// samples, 16000 a second, from standard input and prints 0 or 1 for each 10 ms.
// voice_detection [0 | 3]: its most liberal (default) or its strictest mode.
#include <webrtc/modules/audio_processing/include/audio_processing.h>
#include <webrtc/modules/interface/module_common_types.h>

#include <cstddef>
#include <cstdio>
#include <memory>
#include <string>

int main(int argc, char** argv) {
    constexpr int kRate = 16000;
    constexpr std::size_t kFrame = kRate / 100;
    const bool isStrict = argc > 1 && std::string(argv[1]) == "3";
    const std::unique_ptr<webrtc::AudioProcessing> processing(webrtc::AudioProcessing::Create());
    auto* detection = processing->voice_detection();
    detection->set_likelihood(isStrict ? webrtc::VoiceDetection::kVeryLowLikelihood
                                       : webrtc::VoiceDetection::kHighLikelihood);
    detection->Enable(true);
    webrtc::AudioFrame frame;
    frame.sample_rate_hz_ = kRate;
    frame.num_channels_ = 1;
    frame.samples_per_channel_ = kFrame;
    while (std::fread(frame.data_, sizeof(frame.data_[0]), kFrame, stdin) == kFrame) {
        if (processing->ProcessStream(&frame) != 0) return 1;
        std::putchar(processing->voice_detection()->stream_has_voice() ? '1' : '0');
    }
}
