// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/sound_channel_menu.h>

#include <QtGui/QActionGroup>

#include <vector>

namespace subs::editor {

using session::FilmSound;

namespace {

QString textFor(SoundChannel channel) {
    switch (channel) {
        case SoundChannel::Dialogue:
            return SoundChannelMenu::tr("&Dialogue");
        case SoundChannel::Mix:
            return SoundChannelMenu::tr("&All Channels");
        case SoundChannel::Left:
            return SoundChannelMenu::tr("&Left");
        case SoundChannel::Right:
            return SoundChannelMenu::tr("&Right");
        case SoundChannel::Centre:
            return SoundChannelMenu::tr("&Centre");
        case SoundChannel::LowEffects:
            return SoundChannelMenu::tr("L&ow Effects");
        case SoundChannel::BackLeft:
            return SoundChannelMenu::tr("Back Left");
        case SoundChannel::BackRight:
            return SoundChannelMenu::tr("Back Right");
        case SoundChannel::SideLeft:
            return SoundChannelMenu::tr("Side Left");
        case SoundChannel::SideRight:
            return SoundChannelMenu::tr("Side Right");
        case SoundChannel::BackCentre:
            return SoundChannelMenu::tr("Back Centre");
    }
    return {};
}

}  // namespace

SoundChannelMenu::SoundChannelMenu(FilmSound& sound, QWidget* parent)
    : QMenu(tr("&Sound in the Timeline"), parent), sound_(sound), choices_(new QActionGroup(this)) {
    add(SoundChannel::Dialogue);
    connect(&sound, &FilmSound::changed, this, &SoundChannelMenu::take);
    take();
}

void SoundChannelMenu::take() {
    const std::vector<SoundChannel> there = sound_.channels();
    setEnabled(there.size() > 1);
    // While another channel is taken up nothing is known; what can be chosen is the same then.
    if (!there.empty() && there != shown_) {
        shown_ = there;
        clear();
        add(SoundChannel::Dialogue);
        add(SoundChannel::Mix);
        addSeparator();
        for (const SoundChannel channel : there)
            add(channel);
    }
    for (QAction* choice : choices_->actions())
        choice->setChecked(choice->data().toInt() == static_cast<int>(sound_.channel()));
}

void SoundChannelMenu::add(SoundChannel channel) {
    QAction* choice = addAction(textFor(channel), this, [this, channel] {
        sound_.setChannel(channel);
        take();
    });
    choice->setCheckable(true);
    choice->setData(static_cast<int>(channel));
    choices_->addAction(choice);
}

}  // namespace subs::editor
