// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/sound_output.h>

#include <QtCore/QIODevice>

#include <cstdint>
#include <vector>

namespace subs::editor {

/// How a device wants its samples.
enum class SampleKind : std::uint8_t { Float, Int16 };

/// Hands samples from a reader to a QAudioSink that pulls them.
class SoundSource : public QIODevice {
    Q_OBJECT

public:
    SoundSource(SoundReader reader, SampleKind kind);

    bool isSequential() const override { return true; }
    /// Always something: the sink asks again when it got nothing.
    qint64 bytesAvailable() const override;

protected:
    qint64 readData(char* data, qint64 maxSize) override;
    qint64 writeData(const char* data, qint64 maxSize) override;

private:
    SoundReader reader_;
    SampleKind kind_;
    std::vector<float> samples_;
};

}  // namespace subs::editor
