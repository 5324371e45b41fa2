// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/colors.h>
#include <subs/editor/cue_edit.h>
#include <subs/editor/fonts.h>
#include <subs/editor/line_gutter.h>
#include <subs/editor/pitched_layout.h>
#include <subs/editor/text_line.h>

#include <QtCore/QMimeData>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QTextBlock>
#include <QtWidgets/QMenu>

namespace subs::editor {

namespace {

constexpr int kLeastPitch = 36;
constexpr int kMargin = 8;

// One layout for both languages, so that their base lines agree.
QTextDocument* pitchedDocument(QObject* parent) {
    const LineFont khmer(khmerFont(TextSize::EditBox), scaled(kLeastPitch));
    auto* document = new QTextDocument(parent);
    document->setDocumentLayout(new PitchedLayout(document, khmer.pitch, khmer.baseline));
    document->setDocumentMargin(kMargin);
    document->setUndoRedoEnabled(false);
    return document;
}

QString linesOf(const QString& raw) {
    return QString(raw).replace(QChar::ParagraphSeparator, u'\n');
}

}  // namespace

CueEdit::CueEdit(QWidget* parent) : QPlainTextEdit(parent), gutter_(new LineGutter(*this)) {
    setDocument(pitchedDocument(this));
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
    setCursorWidth(2);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setViewportMargins(0, 0, LineGutter::wantedWidth(), 0);
    setLanguage(QStringLiteral("en"), tr("Text"));
    connect(this, &QPlainTextEdit::textChanged, this, &CueEdit::onTextChanged);
    connect(this, &QPlainTextEdit::updateRequest, gutter_, [this] { gutter_->update(); });
}

CueEdit::~CueEdit() = default;

void CueEdit::setLanguage(const QString& tag, const QString& name) {
    name_ = name;
    if (language_ != tag) {
        language_ = tag;
        segmenter_ = std::make_unique<Segmenter>(tag.toStdString());
        const QFont font = textFont(tag, TextSize::EditBox);
        setFont(font);
        document()->setDefaultFont(font);
    }
    describe();
    gutter_->update();
}

void CueEdit::setLineLimit(LineLimit limit) {
    ruler_.setLimit(std::move(limit));
    markSurplus();
    describe();
    gutter_->update();
}

void CueEdit::setLock(Lock lock) {
    lock_ = lock;
    setReadOnly(lock == Lock::On);
    describe();
}

void CueEdit::showText(const QString& shown) {
    if (shown == text()) return;
    showing_ = true;
    const int caret = textCursor().position();
    setPlainText(shown);
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::min(caret, document()->characterCount() - 1));
    setTextCursor(cursor);
    snapCaret();
    showing_ = false;
}

QString CueEdit::text() const {
    return linesOf(document()->toRawText());
}

int CueEdit::lineMiddle(const QTextBlock& block) const {
    const double top = blockBoundingGeometry(block).translated(contentOffset()).top();
    const auto* layout = static_cast<const PitchedLayout*>(document()->documentLayout());
    return viewport()->y() + static_cast<int>(top) + layout->pitch() / 2;
}

void CueEdit::onTextChanged() {
    markSurplus();
    describe();
    gutter_->update();
    if (!showing_) emit textEdited(text());
}

void CueEdit::markSurplus() {
    QTextCharFormat format;
    const Colors& colors = Colors::of(palette());
    format.setBackground(colors[ColorRole::ErrorTint]);
    format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    format.setUnderlineColor(colors[ColorRole::Error]);
    QList<QTextEdit::ExtraSelection> selections;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const QString line = block.text();
        const int from = ruler_.counted(line).surplusFrom;
        if (from >= line.size()) continue;
        QTextCursor cursor(block);
        cursor.setPosition(block.position() + from);
        cursor.setPosition(block.position() + static_cast<int>(line.size()),
                           QTextCursor::KeepAnchor);
        selections.append({cursor, format});
    }
    setExtraSelections(selections);
}

void CueEdit::describe() {
    QStringList parts;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const LineCount count = ruler_.counted(block.text());
        parts << tr("line %1, %2").arg(block.blockNumber() + 1).arg(ruler_.spokenText(count));
    }
    setAccessibleName(lock_ == Lock::On ? tr("%1 text, read-only").arg(name_)
                                        : tr("%1 text").arg(name_));
    setAccessibleDescription(tr("%1: %2").arg(name_, parts.join(QStringLiteral("; "))));
}

void CueEdit::placeGutter() {
    const QRect view = viewport()->geometry();
    gutter_->setGeometry(view.right() + 1, view.top(), LineGutter::wantedWidth(), view.height());
}

void CueEdit::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    placeGutter();
}

void CueEdit::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) markSurplus();
    if (event->type() == QEvent::StyleChange) placeGutter();
}

bool CueEdit::canInsertFromMimeData(const QMimeData* source) const {
    return source->hasText() && !source->hasUrls();
}

QMimeData* CueEdit::createMimeDataFromSelection() const {
    auto* mime = new QMimeData;
    mime->setText(linesOf(textCursor().selectedText()));
    return mime;
}

void CueEdit::insertFromMimeData(const QMimeData* source) {
    if (!canInsertFromMimeData(source)) return;
    textCursor().insertText(source->text().replace(QStringLiteral("\r\n"), QStringLiteral("\n")));
    ensureCursorVisible();
}

void CueEdit::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    const bool selected = textCursor().hasSelection();
    menu.addAction(tr("Cu&t"), QKeySequence::Cut, this, &QPlainTextEdit::cut)->setEnabled(selected);
    menu.addAction(tr("&Copy"), QKeySequence::Copy, this, &QPlainTextEdit::copy)
        ->setEnabled(selected);
    menu.addAction(tr("&Paste"), QKeySequence::Paste, this, &QPlainTextEdit::paste)
        ->setEnabled(canPaste());
    menu.addSeparator();
    menu.addAction(tr("Select &All"), QKeySequence::SelectAll, this, &QPlainTextEdit::selectAll);
    menu.exec(event->globalPos());
}

}  // namespace subs::editor
