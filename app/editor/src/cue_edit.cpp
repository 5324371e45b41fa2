// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/colors.h>
#include <subs/editor/cue_edit.h>
#include <subs/editor/fonts.h>
#include <subs/editor/line_gutter.h>
#include <subs/editor/pitched_layout.h>
#include <subs/editor/text_line.h>

#include <QtCore/QMimeData>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QPainter>
#include <QtGui/QTextBlock>
#include <QtWidgets/QMenu>

namespace subs::editor {

namespace {

constexpr int kLeastPitch = 36;
constexpr int kMargin = 8;
constexpr int kTurnSize = 8;
constexpr double kTurnStroke = 1.5;

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
    setTabChangesFocus(true);
    setCursorWidth(2);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
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
        pitched().setBreaks([this](const QString& line) { return lineBreaks(line, *segmenter_); });
    }
    describe();
    gutter_->update();
}

void CueEdit::setLineLimit(LineLimit limit) {
    ruler_.setLimit(std::move(limit));
    markSurplus();
    describe();
    placeGutter();
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
    return viewport()->y() + static_cast<int>(top) + pitched().pitch() / 2;
}

PitchedLayout& CueEdit::pitched() const {
    return static_cast<PitchedLayout&>(*document()->documentLayout());
}

void CueEdit::onTextChanged() {
    markSurplus();
    describe();
    placeGutter();
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
    const int wanted = gutter_->wantedWidth(width());
    if (viewportMargins().right() != wanted) setViewportMargins(0, 0, wanted, 0);
    const QRect view = viewport()->geometry();
    gutter_->setGeometry(view.right() + 1, view.top(), wanted, view.height());
    pitched().setRoom(view.width() - 2 * document()->documentMargin() - cursorWidth());
}

void CueEdit::resizeEvent(QResizeEvent* event) {
    placeGutter();
    QPlainTextEdit::resizeEvent(event);
}

// A turning arrow before each row that goes on with the line above it: a line's end has none.
void CueEdit::paintEvent(QPaintEvent* event) {
    QPlainTextEdit::paintEvent(event);
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Colors::of(palette())[ColorRole::Secondary], kTurnStroke));
    const int half = scaled(kTurnSize) / 2;
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF rect = blockBoundingGeometry(block).translated(contentOffset());
        for (int row = 1; row < block.layout()->lineCount(); ++row) {
            const QPointF middle(rect.left() + document()->documentMargin() + half,
                                 rect.top() + (row + 0.5) * pitched().pitch());
            const QPointF tip = middle + QPointF(half, half / 2.0);
            painter.drawPolyline(QPolygonF(
                {middle - QPointF(half, half), middle + QPointF(-half, half / 2.0), tip}));
            painter.drawPolyline(QPolygonF({tip - QPointF(3, 3), tip, tip - QPointF(3, -3)}));
        }
    }
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
