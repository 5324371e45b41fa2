// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/colors.h>
#include <subs/editor/fonts.h>
#include <subs/editor/icons.h>
#include <subs/editor/panel.h>
#include <subs/editor/start_page.h>
#include <subs/session/settings.h>

#include <QtCore/QFileInfo>
#include <QtGui/QPainter>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <array>

namespace subs::editor {

namespace {

struct Slot {
    FileKind kind;
    const char* name;
    const char* what;
    const char* sentence;
    const char* button;
    const char* language;  ///< Of its colour; empty for the film.
};

constexpr std::array<Slot, 3> kSlots{{
    {FileKind::Film,
     QT_TRANSLATE_NOOP("StartPage", "Film"),
     QT_TRANSLATE_NOOP("StartPage", "video or audio"),
     QT_TRANSLATE_NOOP("StartPage", "You see every frame with its subtitles, and set times to it."),
     QT_TRANSLATE_NOOP("StartPage", "Choose film…"),
     ""},
    {FileKind::Khmer,
     QT_TRANSLATE_NOOP("StartPage", "Khmer ភាសាខ្មែរ"),
     QT_TRANSLATE_NOOP("StartPage", "subtitles"),
     QT_TRANSLATE_NOOP("StartPage", "SRT, ASS or SSA, in any encoding."),
     QT_TRANSLATE_NOOP("StartPage", "Choose Khmer…"),
     "km"},
    {FileKind::English,
     QT_TRANSLATE_NOOP("StartPage", "English"),
     QT_TRANSLATE_NOOP("StartPage", "subtitles, if there are any"),
     QT_TRANSLATE_NOOP(
         "StartPage",
         "Paired with the Khmer by time. Cues without a partner are marked and kept, never dropped."),
     QT_TRANSLATE_NOOP("StartPage", "Choose English…"),
     "en"},
}};

struct Key {
    const char* key;
    const char* does;
};

constexpr std::array<Key, 5> kKeys{{
    {"Ctrl+Space", QT_TRANSLATE_NOOP("StartPage", "Play the cue again, also while typing")},
    {"Ctrl+Enter", QT_TRANSLATE_NOOP("StartPage", "Accept and go to the next cue")},
    {"Ctrl+3, Ctrl+4", QT_TRANSLATE_NOOP("StartPage", "Set in, set out to the frame shown")},
    {"Ctrl+P", QT_TRANSLATE_NOOP("StartPage", "Play and pause")},
    {"F8", QT_TRANSLATE_NOOP("StartPage", "Go to the next finding")},
}};

QString said(const char* text) {
    return StartPage::tr(text);
}

// A place for a file, with a dashed edge; dropping is the window's affair.
class SlotFrame final : public QFrame {
public:
    SlotFrame(const Slot& slot, int number) : slot_(slot), number_(number) {
        setMinimumHeight(scaled(84));
        setMaximumHeight(scaled(120));
    }

protected:
    void paintEvent(QPaintEvent*) override {
        const Colors& colors = Colors::of(palette());
        const bool first = slot_.kind == FileKind::Film;
        const QColor edge = colors[first ? ColorRole::Accent : ColorRole::FieldEdge];
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(edge, 1, Qt::DashLine));
        painter.setBrush(colors[first ? ColorRole::Panel : ColorRole::AlternateRow]);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
        const int across = scaled(28);
        const QRectF ring(scaled(15), (height() - across) / 2.0, across, across);
        painter.setPen(QPen(edge, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(ring);
        painter.setFont(interfaceFont(TextSize::Normal, Weight::Bold));
        painter.setPen(colors[first ? ColorRole::Accent : ColorRole::Secondary]);
        painter.drawText(ring, Qt::AlignCenter, QString::number(number_));
    }

private:
    const Slot& slot_;
    int number_;
};

// A square in a language's colour.
class Swatch final : public QWidget {
public:
    explicit Swatch(const char* language) : tag_(QString::fromLatin1(language)) {
        setFixedSize(scaled(12), scaled(12));
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter(this).fillRect(rect(), Colors::of(palette()).language(tag_));
    }

private:
    QString tag_;
};

QWidget* makeSlot(const Slot& slot, int number, StartPage& page) {
    auto* frame = new SlotFrame(slot, number);
    auto* row = new QHBoxLayout(frame);
    row->setContentsMargins(scaled(68), 14, 16, 14);
    auto* words = new QVBoxLayout;
    words->setSpacing(3);
    words->addStretch(1);
    auto* head = new QHBoxLayout;
    head->setSpacing(7);
    if (*slot.language) head->addWidget(new Swatch(slot.language));
    head->addWidget(
        makeLabel(said(slot.name), interfaceFont(TextSize::Timecode, Weight::Bold), "text"));
    head->addWidget(makeLabel(said(slot.what), interfaceFont(TextSize::Normal), "secondary"));
    head->addStretch(1);
    words->addLayout(head);
    QLabel* sentence = makeLabel(said(slot.sentence), interfaceFont(TextSize::Normal), "secondary");
    sentence->setWordWrap(true);
    words->addWidget(sentence);
    words->addStretch(1);
    row->addLayout(words, 1);
    auto* button = new QPushButton(said(slot.button));
    button->setProperty("primary", slot.kind == FileKind::Film);
    row->addWidget(button);
    QObject::connect(button, &QPushButton::clicked, &page, [&page, kind = slot.kind] {
        emit page.chooseRequested(kind);
    });
    return frame;
}

QString namesOf(const QStringList& files) {
    QStringList names;
    for (const QString& file : files)
        names << QFileInfo(file).fileName();
    return names.join(QStringLiteral(", "));
}

}  // namespace

StartPage::StartPage(session::Settings& settings, const QStringList& sample, QWidget* parent)
    : QWidget(parent), settings_(settings) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(6, 6, 6, 6);
    row->setSpacing(6);
    row->addWidget(makeSlots(), 5);
    row->addWidget(makeSide(sample), 3);
    connect(&settings_, &session::Settings::recentFilesChanged, this, &StartPage::fillRecent);
    fillRecent();
}

QWidget* StartPage::makeSlots() {
    auto* card = new QFrame;
    card->setProperty("card", true);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(44, 32, 44, 32);
    column->setSpacing(12);
    column->addWidget(makeLabel(tr("Start with a film and two languages"),
                                interfaceFont(TextSize::Heading, Weight::Bold),
                                "text"));
    column->addWidget(makeLabel(
        tr("Drop files anywhere in this window, or choose them below. One file is enough to begin; "
           "the rest can come later."),
        interfaceFont(TextSize::Normal),
        "secondary"));
    column->addSpacing(8);
    int number = 1;
    for (const Slot& slot : kSlots)
        column->addWidget(makeSlot(slot, number++, *this), 2);
    column->addStretch(1);
    for (QLabel* label : card->findChildren<QLabel*>())
        if (label->text().size() > 60) label->setWordWrap(true);
    return card;
}

QWidget* StartPage::makeSide(const QStringList& sample) {
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    if (!sample.isEmpty()) column->addWidget(makeSample(sample));
    column->addWidget(makeKeys());
    recentPanel_ = new Panel(tr("Recent"));
    column->addWidget(recentPanel_, 1);
    return side;
}

QWidget* StartPage::makeSample(const QStringList& sample) {
    auto* panel = new Panel(tr("Try the sample"));
    panel->setDetail(tr("a short film with Khmer and English"));
    auto* body = new QWidget;
    auto* row = new QHBoxLayout(body);
    row->setContentsMargins(14, 12, 14, 12);
    row->addWidget(makeLabel(
        QStringLiteral("Seven Lanterns"), interfaceFont(TextSize::Normal, Weight::Bold), "text"));
    row->addStretch(1);
    auto* button = new QPushButton(tr("Open sample"));
    connect(button, &QPushButton::clicked, this, [this, sample] { emit openRequested(sample); });
    row->addWidget(button);
    panel->addToBody(body);
    return panel;
}

QWidget* StartPage::makeKeys() {
    auto* panel = new Panel(tr("Five keys to begin with"));
    auto* body = new QWidget;
    auto* grid = new QGridLayout(body);
    grid->setContentsMargins(14, 10, 14, 12);
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const Key& key : kKeys) {
        QLabel* cap =
            makeLabel(QString::fromLatin1(key.key), interfaceFont(TextSize::Small), "key");
        grid->addWidget(cap, row, 0, Qt::AlignLeft);
        grid->addWidget(
            makeLabel(said(key.does), interfaceFont(TextSize::Normal), "secondary"), row++, 1);
    }
    panel->addToBody(body);
    return panel;
}

void StartPage::fillRecent() {
    delete recent_;
    recent_ = new QWidget;
    auto* column = new QVBoxLayout(recent_);
    column->setContentsMargins(10, 10, 10, 10);
    column->setSpacing(4);
    const QList<QStringList> groups = settings_.recentFiles();
    for (const QStringList& files : groups) {
        auto* button = new QPushButton(namesOf(files));
        button->setProperty("plain", true);
        button->setToolTip(files.join(u'\n'));
        connect(button, &QPushButton::clicked, this, [this, files] { emit openRequested(files); });
        column->addWidget(button);
    }
    if (groups.isEmpty()) {
        QLabel* none = makeLabel(
            tr("Nothing opened yet. Files that you open will be listed here, newest first."),
            interfaceFont(TextSize::Normal),
            "secondary");
        none->setAlignment(Qt::AlignCenter);
        none->setWordWrap(true);
        column->addWidget(none, 1);
    } else {
        column->addStretch(1);
    }
    recentPanel_->addToBody(recent_, 1);
}

}  // namespace subs::editor
