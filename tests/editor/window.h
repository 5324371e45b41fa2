// SPDX-License-Identifier: MIT
#pragma once

#include <subs/editor/cue_editor.h>
#include <subs/editor/cue_table_view.h>
#include <subs/editor/findings_panel.h>
#include <subs/editor/main_window.h>
#include <subs/editor/picture_panel.h>
#include <subs/editor/seed_files.h>
#include <subs/editor/theme.h>
#include <subs/session/checks.h>
#include <subs/session/cue_table_model.h>
#include <subs/session/film_shots.h>
#include <subs/session/film_sound.h>
#include <subs/session/player.h>
#include <subs/session/settings.h>
#include <subs/session/shot_search.h>
#include <subs/session/shot_store.h>
#include <subs/session/workspace.h>

#include "catch.h"
#include "folder.h"

#include <QtCore/QFile>
#include <QtGui/QClipboard>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

namespace testing {

/// A player of 24 frames a second that shows grey at once.
class FakePlayer : public subs::session::Player {
public:
    void open(const QString& path) override {
        using subs::session::PlayerState;
        state_ = path.isEmpty() ? PlayerState::Empty
                 : fails        ? PlayerState::Failed
                                : PlayerState::Paused;
        emit stateChanged(state_);
        if (state_ == PlayerState::Failed)
            return emit message({subs::session::PlayerTopic::Failed, "it is no film", {}, {}});
        if (!path.isEmpty()) emit opened();
        if (!path.isEmpty()) seek(frame_);
    }
    subs::session::PlayerState state() const override { return state_; }
    subs::Frame currentFrame() const override { return frame_; }
    std::int64_t frameCount() const override { return isOpen() && hasPicture() ? 24000 : 0; }
    std::optional<subs::FrameTimeline> timeline() const override {
        if (!isOpen()) return std::nullopt;
        return frames;
    }
    QSize filmSize() const override { return isOpen() ? size : QSize(); }
    void seek(subs::Frame frame) override {
        frame_ = frame;
        if (!isOpen()) return;
        emit frameChanged(frame);
        QImage picture(640, 360, QImage::Format_RGB32);
        picture.fill(Qt::gray);
        emit pictureReady(picture, frame);
    }
    void scrub(subs::Frame frame) override {
        ++scrubs;
        seek(frame);
    }
    void play() override { playUntil({24000}); }
    void playUntil(subs::Frame last) override {
        until = last;
        state_ = subs::session::PlayerState::Playing;
        emit stateChanged(state_);
    }
    void playAgain(subs::Frame first, subs::Frame last) override {
        seek(first);
        again = first;
        playUntil(last);
    }
    void setSpeed(double speed) override {
        speed_ = speed;
        emit speedChanged(speed);
    }
    double speed() const override { return speed_; }
    void pause() override {
        if (state_ != subs::session::PlayerState::Playing) return;
        state_ = subs::session::PlayerState::Paused;
        emit stateChanged(state_);
    }
    void setVolume(double) override {}
    void setPictureSize(QSize) override {}
    void setDocument(subs::session::Side, std::shared_ptr<const subs::Document>) override {}
    void applyChange(subs::session::Side, const subs::Change&) override {}
    void setLook(subs::TextLook look) override {
        look_ = look;
        emit lookChanged(look);
    }
    subs::TextLook look() const override { return look_; }
    void setFiles(const std::vector<std::filesystem::path>&) override {}

    int scrubs = 0;  ///< How often a person dragged to a frame.
    std::optional<subs::Frame> until;
    std::optional<subs::Frame> again;  ///< Where what was played last begins again.
    QSize size{640, 360};
    subs::FrameTimeline frames = subs::FrameTimeline::constant({});
    bool fails = false;  ///< The next film cannot be opened.

private:
    bool isOpen() const {
        return state_ != subs::session::PlayerState::Empty &&
               state_ != subs::session::PlayerState::Failed;
    }

    subs::session::PlayerState state_ = subs::session::PlayerState::Empty;
    subs::Frame frame_;
    double speed_ = 1;
    subs::TextLook look_ = subs::TextLook::Delivered;
};

/// The sound of a film as the test has it: a swing that grows over the first minute.
class FakeFilmSound : public subs::session::FilmSound {
public:
    void open(const QString& path) override {
        isOpen = !path.isEmpty();
        channel_ = subs::SoundChannel::Dialogue;
        emit changed();
    }
    void setChannel(subs::SoundChannel channel) override { channel_ = channel; }
    subs::SoundChannel channel() const override { return channel_; }
    std::vector<subs::SoundChannel> channels() const override {
        return isOpen ? there : std::vector<subs::SoundChannel>();
    }
    void wish(subs::Stretch stretch, int columns) override {
        wished = stretch;
        wishedColumns = columns;
    }
    bool isReading() const override {
        if (!grows) return false;
        const auto columns = waveform(wished, wishedColumns);
        return !std::ranges::all_of(columns, &subs::session::SoundColumn::isThere);
    }
    std::optional<subs::SoundFacts> facts() const override {
        if (!isOpen) return std::nullopt;
        subs::SoundFacts facts;
        facts.heard = subs::SoundChannel::Centre;
        facts.end = subs::Time::fromSeconds(60);
        return facts;
    }
    double share() const override { return known.seconds() / 60; }
    bool isGrowing() const override { return grows; }
    std::vector<subs::session::SoundColumn> waveform(subs::Stretch stretch,
                                                     int count) const override {
        std::vector<subs::session::SoundColumn> columns;
        if (!isOpen) return columns;
        ++painted;
        for (int i = 0; i < count; ++i) {
            const double share = i / static_cast<double>(count);
            const double at =
                stretch.from.seconds() + share * (stretch.to - stretch.from).seconds();
            const auto swing = static_cast<std::int16_t>(std::clamp(at / 60, 0.0, 1.0) * 32767);
            columns.push_back(
                {{static_cast<std::int16_t>(-swing), swing, static_cast<std::int16_t>(swing / 2)},
                 at < known.seconds()});
        }
        return columns;
    }
    QImage spectrogram(subs::Stretch, int count) const override {
        if (!isOpen) return {};
        QImage image(count, 96, QImage::Format_Grayscale8);
        image.fill(128);
        return image;
    }

    bool isOpen = false;
    bool grows = false;
    subs::Time known = subs::Time::fromSeconds(60);
    subs::Stretch wished;
    int wishedColumns = 0;
    mutable int painted = 0;  ///< How often the waveform was asked for.
    std::vector<subs::SoundChannel> there = {
        subs::SoundChannel::Left, subs::SoundChannel::Right, subs::SoundChannel::Centre};

private:
    subs::SoundChannel channel_ = subs::SoundChannel::Dialogue;
};

/// A search for shots that finds what the test has.
class FakeShotSearch : public subs::session::ShotSearch {
public:
    void open(const QString&) override { set(subs::session::ShotsState::Unknown); }
    void find() override { set(subs::session::ShotsState::Finding); }
    void stop() override { set(subs::session::ShotsState::Unknown); }
    subs::session::ShotsState state() const override { return state_; }
    const subs::Shots& shots() const override { return known; }
    double share() const override { return done; }
    QString problem() const override { return why; }

    void set(subs::session::ShotsState state) {
        state_ = state;
        emit changed();
    }

    subs::Shots known;
    double done = 0;
    QString why;

private:
    subs::session::ShotsState state_ = subs::session::ShotsState::Unknown;
};

/// What is kept of the shots of films: of each, as the test has it.
class FakeShotStore : public subs::session::ShotStore {
public:
    void open(const QString& path) override {
        film = path;
        if (!film.isEmpty()) emit opened(works[film], {});
    }
    void keep(const subs::ShotList& work) override {
        if (problem.isEmpty()) works[film] = work;
        emit kept(problem);
    }

    QString film;
    std::map<QString, subs::ShotList> works;
    QString problem;  ///< Why nothing can be kept.
};

/// The real window over a real session, with files of its own and a made-up film.
struct Window {
    Folder folder;
    subs::session::Settings settings{
        QString::fromStdString((folder.path / "settings.ini").string())};
    subs::session::Workspace workspace;
    subs::session::Checks checks{workspace};
    subs::session::CueTableModel cues{workspace, checks};
    FakePlayer player;
    FakeFilmSound sound;
    FakeShotSearch search;
    FakeShotStore store;
    subs::session::FilmShots shots{workspace, search, store};
    subs::editor::Theme theme{*static_cast<QApplication*>(QCoreApplication::instance())};
    subs::editor::MainWindow window{
        {workspace, checks, cues, player, sound, shots, settings, theme}, {}};

    Window() {
        REQUIRE(subs::editor::keepProfiles(workspace, checks));
        window.resize(1400, 900);
        window.show();
        QApplication::setActiveWindow(&window);
    }

    QString file(const QString& name, const QByteArray& bytes) {
        QString path = QString::fromStdString((folder.path / name.toStdString()).string());
        QFile file(path);
        if (file.open(QIODevice::WriteOnly)) file.write(bytes);
        return path;
    }
    /// Three cues in each language, at seconds 1, 4 and 7, two seconds long, and a film.
    void openPair() { open({file("a.km.srt", khmer()), file("a.en.srt", english()), film()}); }
    QString film() {
        return file("a.mp4",
                    QByteArray("\0\0\0\x18"
                               "ftypisom\0\0\0\0isomiso2",
                               24));
    }
    void open(const QStringList& files) {
        window.files().open(files);
        settle();
    }
    void settle() {
        // Not before one turn of the loop: what was just done may start something.
        QTest::qWait(1);
        REQUIRE(QTest::qWaitFor([&] { return window.pending().isEmpty(); }, 10'000));
        QTest::qWait(1);
    }
    void press(QWidget& widget, Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(&widget, key, modifiers);
        QTest::qWait(1);
    }
    QString shown(int row, int column) const { return cues.index(row, column).data().toString(); }
    QByteArray bytesOf(const QString& name) {
        QFile file(QString::fromStdString((folder.path / name.toStdString()).string()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static QByteArray khmer() {
        return "1\n00:00:01,000 --> 00:00:03,000\nបងនារី\n\n2\n00:00:04,000 --> 00:00:06,000\nយប់នេះ\n\n"
               "3\n00:00:07,000 --> 00:00:09,000\nទឹកឡើង\n";
    }
    static QByteArray english() {
        return "1\n00:00:01,000 --> 00:00:03,000\nSister\n\n2\n00:00:04,000 --> 00:00:06,000\nTonight\n\n"
               "3\n00:00:07,000 --> 00:00:09,000\nThe water is up\n";
    }
};

}  // namespace testing
