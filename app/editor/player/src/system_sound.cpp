// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/sound_output.h>

#include "sound_source.h"

#include <QtCore/QCoreApplication>
#include <QtMultimedia/QAudioDevice>
#include <QtMultimedia/QAudioFormat>
#include <QtMultimedia/QAudioSink>
#include <QtMultimedia/QMediaDevices>

#include <optional>
#include <utility>

namespace subs::editor {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("subs::editor::SystemSound", text);
}

tl::unexpected<Error> failure(const char* code, const QString& message) {
    return subs::failure(code, message.toStdString());
}

/// The format that `device` takes, floats where it can.
std::optional<QAudioFormat> formatFor(const QAudioDevice& device, const SoundFormat& format) {
    QAudioFormat wanted;
    wanted.setSampleRate(format.sampleRate);
    wanted.setChannelCount(format.channels);
    for (const auto sample : {QAudioFormat::Float, QAudioFormat::Int16}) {
        wanted.setSampleFormat(sample);
        if (device.isFormatSupported(wanted)) return wanted;
    }
    return std::nullopt;
}

class SystemSound : public SoundOutput {
public:
    std::string device() override {
        listen();
        return device_.id().toStdString();
    }

    Result<void> start(const SoundFormat& format, SoundReader reader) override {
        stop();
        listen();
        const QAudioDevice& device = device_;
        if (device.isNull())
            return failure("sound.no-device",
                           tr("There is no sound: this computer has no sound output"));
        const auto wanted = formatFor(device, format);
        if (!wanted)
            return failure(
                "sound.failed",
                tr("There is no sound: %1 takes no stereo of 48 kHz").arg(device.description()));
        const bool isFloat = wanted->sampleFormat() == QAudioFormat::Float;
        source_ = std::make_unique<SoundSource>(std::move(reader),
                                                isFloat ? SampleKind::Float : SampleKind::Int16);
        sink_ = std::make_unique<QAudioSink>(device, *wanted);
        sink_->setBufferSize(wanted->bytesForDuration(kBuffer.count()));
        sink_->setVolume(volume_);
        sink_->start(source_.get());
        if (hasFailed()) {
            stop();
            return failure("sound.failed",
                           tr("There is no sound: %1 did not start").arg(device.description()));
        }
        return {};
    }

    void stop() override {
        if (sink_) sink_->reset();
        sink_.reset();
        source_.reset();
    }

    std::chrono::microseconds processed() const override {
        return std::chrono::microseconds(sink_ ? sink_->processedUSecs() : 0);
    }

    bool hasFailed() const override {
        return sink_ && sink_->state() == QAudio::StoppedState && sink_->error() != QAudio::NoError;
    }

    void setVolume(double volume) override {
        volume_ = volume;
        if (sink_) sink_->setVolume(volume);
    }

private:
    /// Qt tells up to a buffer of progress before anything is heard where a device starts slowly.
    static constexpr std::chrono::microseconds kBuffer{100'000};

    /// Knows the default device from now on. Not before it is asked for: that starts Qt's side of
    /// sound, which a window without a film does not need.
    void listen() {
        if (devices_) return;
        devices_ = std::make_unique<QMediaDevices>();
        const auto look = [this] { device_ = QMediaDevices::defaultAudioOutput(); };
        QObject::connect(devices_.get(), &QMediaDevices::audioOutputsChanged, look);
        look();
    }

    std::unique_ptr<QMediaDevices> devices_;
    QAudioDevice device_;
    std::unique_ptr<SoundSource> source_;
    std::unique_ptr<QAudioSink> sink_;
    double volume_ = 1.0;
};

}  // namespace

std::unique_ptr<SoundOutput> systemSound() {
    return std::make_unique<SystemSound>();
}

}  // namespace subs::editor
