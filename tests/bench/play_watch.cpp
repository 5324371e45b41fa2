// SPDX-License-Identifier: MIT
// Plays a film with the editor's player and writes down what is seen and what is heard:
// play_watch FILM SECONDS MONITOR…
// A MONITOR is a source of PulseAudio that hears what an output plays. Prints "picture MICROSECONDS
// FRAME BURNED TIME" where a picture came (TIME: when the film shows it, in microseconds), "sound
// MICROSECONDS PLACE" for each 5 ms of sound (PLACE: what the two channels say, see `play`), by one
// clock; and "message TEXT". A sound's time is when it comes out: the outputs are asked for blocks
// of 10 ms, and hand each over as they begin to play it.
#include <subs/editor/film_player.h>

#include "media/burned_number.h"

#include <QtCore/QTimer>
#include <QtGui/QGuiApplication>
#include <QtGui/QImage>
#include <pulse/pulseaudio.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace {

constexpr int kRate = 48000;
/// One of so many sample pairs is written down.
constexpr std::size_t kEach = 240;

std::int64_t now() {
    return std::chrono::duration_cast<std::chrono::microseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

struct Heard {
    std::int64_t at;
    int left;
    int right;
};

/// Listens to the monitors of outputs in a thread of PulseAudio's own.
class Listener {
public:
    explicit Listener(const std::vector<std::string>& monitors) : monitors_(monitors) {
        loop_ = pa_threaded_mainloop_new();
        context_ = pa_context_new(pa_threaded_mainloop_get_api(loop_), "play_watch");
        pa_context_set_state_callback(context_, &Listener::isReady, this);
        pa_context_connect(context_, nullptr, PA_CONTEXT_NOFLAGS, nullptr);
        pa_threaded_mainloop_start(loop_);
    }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;
    ~Listener() {
        pa_threaded_mainloop_stop(loop_);
        for (pa_stream* stream : streams_)
            pa_stream_unref(stream);
        pa_context_unref(context_);
        pa_threaded_mainloop_free(loop_);
    }

    std::vector<Heard> take() {
        const std::lock_guard lock(mutex_);
        return std::exchange(heard_, {});
    }

private:
    static void isReady(pa_context* context, void* self) {
        if (pa_context_get_state(context) == PA_CONTEXT_READY)
            static_cast<Listener*>(self)->connect();
    }

    void connect() {
        const pa_sample_spec kind{PA_SAMPLE_S16LE, kRate, 2};
        constexpr auto kAny = static_cast<std::uint32_t>(-1);
        const pa_buffer_attr blocks{kAny, kAny, kAny, kAny, kRate / 100 * 4};
        for (const std::string& monitor : monitors_) {
            streams_.push_back(pa_stream_new(context_, monitor.c_str(), &kind, nullptr));
            pa_stream_set_read_callback(streams_.back(), &Listener::hear, this);
            pa_stream_connect_record(
                streams_.back(), monitor.c_str(), &blocks, PA_STREAM_ADJUST_LATENCY);
        }
    }

    static void hear(pa_stream* stream, std::size_t, void* self) {
        const void* data = nullptr;
        std::size_t bytes = 0;
        while (pa_stream_readable_size(stream) > 0) {
            if (pa_stream_peek(stream, &data, &bytes) < 0 || bytes == 0) return;
            if (data != nullptr) static_cast<Listener*>(self)->keep(data, bytes, now());
            pa_stream_drop(stream);
        }
    }

    void keep(const void* data, std::size_t bytes, std::int64_t at) {
        std::vector<std::int16_t> samples(bytes / 2);
        std::memcpy(samples.data(), data, samples.size() * 2);
        const std::lock_guard lock(mutex_);
        for (std::size_t i = 0; i + 1 < samples.size(); i += 2 * kEach)
            heard_.push_back({at + static_cast<std::int64_t>(i / 2) * 1'000'000 / kRate,
                              samples[i],
                              samples[i + 1]});
    }

    std::vector<std::string> monitors_;
    pa_threaded_mainloop* loop_ = nullptr;
    pa_context* context_ = nullptr;
    std::vector<pa_stream*> streams_;
    std::mutex mutex_;
    std::vector<Heard> heard_;
};

int numberOf(const QImage& picture) {
    return testing::burnedNumber([&](int x, int y) {
        return qGreen(picture.pixel(x * picture.width() / 320, y * picture.height() / 180));
    });
}

}  // namespace

int main(int argc, char** argv) {
    const QGuiApplication application(argc, argv);
    if (argc < 4) return 2;
    Listener listener({argv + 3, argv + argc});
    const auto listen = [&] {
        for (const Heard& each : listener.take())
            std::printf(
                "sound %lld %d %d\n", static_cast<long long>(each.at), each.left, each.right);
        std::fflush(stdout);
    };
    subs::editor::FilmPlayer player;
    player.setPictureSize({960, 540});
    QObject::connect(&player,
                     &subs::session::Player::pictureReady,
                     [&](const QImage& picture, subs::Frame frame) {
                         const auto at = static_cast<long long>(now());
                         const double due = player.timeline()->timeOf(frame).seconds() * 1e6;
                         std::printf("picture %lld %lld %d %.0f\n",
                                     at,
                                     static_cast<long long>(frame.number),
                                     numberOf(picture),
                                     due);
                     });
    QObject::connect(
        &player, &subs::session::Player::message, [](const subs::session::PlayerMessage& message) {
            std::printf("message %lld %s\n",
                        static_cast<long long>(now()),
                        message.text.toUtf8().constData());
        });
    QObject::connect(&player, &subs::session::Player::opened, [&] { player.play(); });
    QTimer often;
    QObject::connect(&often, &QTimer::timeout, listen);
    often.start(200);
    QTimer::singleShot(std::atoi(argv[2]) * 1000, &application, &QGuiApplication::quit);
    player.open(QString::fromLocal8Bit(argv[1]));
    QGuiApplication::exec();
    listen();
    return 0;
}
