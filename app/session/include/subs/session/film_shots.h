// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/timing/shot_list.h>

#include <QtCore/QObject>
#include <QtCore/QString>

#include <optional>
#include <vector>

namespace subs::session {

class ShotSearch;
class ShotStore;
class Workspace;

/// Where the workspace's film is cut, dissolves and fades: what a search found or a list says, and
/// what a person made of that. The two are kept apart, so that no search overwrites a person's
/// work; that is kept by itself, edit by edit. Lives in the window's thread, as the workspace does.
class FilmShots : public QObject {
    Q_OBJECT

public:
    /// All three are borrowed.
    FilmShots(Workspace& workspace,
              ShotSearch& search,
              ShotStore& store,
              QObject* parent = nullptr);

    ShotSearch& search() const { return search_; }
    /// What counts.
    const Shots& shots() const { return inForce_; }
    /// The cuts of those that a person put, ascending.
    const std::vector<Frame>& cutsByHand() const { return work_.added.cuts; }
    /// The name of the list that the others were read from; empty: they were searched for.
    QString source() const { return QString::fromStdString(work_.source); }
    bool isCut(Frame frame) const;
    /// The first cut behind `frame`, or the last one before it where `direction` is negative.
    std::optional<Frame> cutBeside(Frame frame, int direction) const;
    /// Where the cut at `from` comes to when it is moved to `to`: it stays behind the film's first
    /// frame and between its neighbours, with a frame between, since of two cuts in neighbouring
    /// frames the one that was found is taken for the one that was put.
    Frame reachable(Frame from, Frame to) const;
    /// What would count if the cut at `from` were at `to`.
    Shots withCutMoved(Frame from, Frame to) const;

    /// False without a film, and as long as it is not known what was kept of it.
    bool canEdit() const { return isKnown_; }

    // Edits: one undo step each, on the workspace's stack; nothing where that changes nothing, or
    // nothing can be edited.

    void addCut(Frame cut);
    void removeCut(Frame cut);
    void moveCut(Frame from, Frame to);
    /// What a list says, in place of what was found; what a person did stays.
    void takeList(const Shots& list, const QString& source);
    /// Lets go of a list: what was searched for counts again.
    void dropList();
    /// Once more, where it could not be kept.
    void keepAgain();

signals:
    /// `shots`, or one of the other answers, is another; the search's too.
    void changed();
    /// What was kept of the film could not be read; a plain sentence says why.
    void lost(const QString& problem);
    /// Edits are kept; or they are not, and `problem` says why.
    void kept(const QString& problem);

private:
    friend class ShotCommand;

    void openFilm();
    void take(const ShotList& work);
    ShotList whole() const;
    void edit(const QString& text, ShotList next);
    void put(const ShotList& work);
    void recount();

    Workspace& workspace_;
    ShotSearch& search_;
    ShotStore& store_;
    ShotList work_;  ///< What was found by a search is not in it: that is the search's.
    Shots inForce_;
    bool isKnown_ = false;
};

}  // namespace subs::session
