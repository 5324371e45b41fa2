// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>
#include <subs/editor/session.h>
#include <subs/session/workspace.h>
#include <subs/time/frame_rule.h>

#include <QtCore/QObject>

namespace subs::editor {

class CueSelection;
class FileFlow;
class ProblemArea;
class ShotFlow;
class TimelineDock;
class WorkArea;

/// The parts of the window that commands are about.
struct Parts {
    WorkArea& area;
    CueSelection& selection;
    FileFlow& files;
    ShotFlow& shots;
    ProblemArea& problems;
    TimelineDock& timeline;
};

/// What a person can do in the window: each turns a gesture into one call of the session. Which
/// key, menu and name each of them has is in action_table.cpp.
class Commands : public QObject {
    Q_OBJECT

public:
    Commands(const Session& session, const Parts& parts, QObject* parent);

    void openDialog();
    void saveFiles();
    void saveFirstAs();
    void saveSecondAs();
    void closeFiles();
    void quit();
    void undo();
    void redo();
    void setIn();
    void setOut();
    void goToIn();
    void goToOut();
    void playCue();
    void playBefore();
    void playAfter();
    void playFirst();
    void playLast();
    void playAgain();
    void slower();
    void faster();
    void playOrPause();
    void stepBack();
    void stepOn();
    void tenBack();
    void tenOn();
    void previousCut();
    void nextCut();
    void findShots();
    void readShots();
    void writeShots();
    void toggleCut();
    void cutEarlier();
    void cutLater();
    void previousCue();
    void nextCue();
    void acceptCue();
    void insertCue();
    void deleteCue();
    void linkTimes();
    void nextFinding();
    void previousFinding();
    void writeText();
    void nextPart();
    void previousPart();
    void showAsOtherPlayers();
    void paintByOpenGl();
    void zoomIn();
    void zoomOut();
    void resetLayout();
    void showKeys();
    void showAbout();

    /// Says why something was not done.
    void refuse(const QString& message);

    /// True where a cue, or what is beside its edges, is played again and again.
    bool playsAgain() const { return playsAgain_; }

signals:
    void playsAgainChanged();
    void paintingChanged();
    void quitWanted();
    void keysWanted();
    void aboutWanted();

private:
    void setEdge(Edge edge);
    void playFrames(Frame first, Frame last);
    Frame frameBeside(Frame frame, Time length) const;
    void goToCut(int direction);
    void moveCut(int frames);
    void moveFocus(int direction);
    Result<session::CuePair> insertedCue(session::Sides sides);

    Session session_;
    Parts parts_;
    bool playsAgain_ = false;
};

}  // namespace subs::editor
