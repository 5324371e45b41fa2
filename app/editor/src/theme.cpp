// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/fonts.h>
#include <subs/editor/icons.h>
#include <subs/editor/theme.h>

#include <QtCore/QFile>
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusPendingCallWatcher>
#include <QtDBus/QDBusPendingReply>
#include <QtDBus/QDBusVariant>
#include <QtWidgets/QApplication>
#include <QtWidgets/QProxyStyle>
#include <QtWidgets/QToolTip>

namespace subs::editor {

namespace {

const auto kPortal = QStringLiteral("org.freedesktop.portal.Desktop");
const auto kPortalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const auto kPortalSettings = QStringLiteral("org.freedesktop.portal.Settings");
const auto kAppearance = QStringLiteral("org.freedesktop.appearance");
const auto kColorScheme = QStringLiteral("color-scheme");

constexpr uint kPrefersDark = 1;  // org.freedesktop.appearance: 0 no preference, 1 dark, 2 light.
constexpr uint kNoPreference = 0;

/// Fusion without lines under the letters of menus; Alt and the letter work all the same.
class SubsStyle final : public QProxyStyle {
public:
    SubsStyle() : QProxyStyle(QStringLiteral("Fusion")) {}
    int styleHint(StyleHint hint,
                  const QStyleOption* option,
                  const QWidget* widget,
                  QStyleHintReturn* data) const override {
        return hint == SH_UnderlineShortcut ? 0
                                            : QProxyStyle::styleHint(hint, option, widget, data);
    }
};

bool isNameChar(QChar c) {
    return (c >= u'a' && c <= u'z') || c == u'-';
}

uint unwrapped(QVariant value) {
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toUInt();
}

}  // namespace

QString styleSheetOf(const Colors& colors) {
    QFile file(QStringLiteral(":/subs/style.qss"));
    if (!file.open(QIODevice::ReadOnly)) return {};
    const QString sheet = QString::fromUtf8(file.readAll());
    QString result;
    qsizetype from = 0;
    for (qsizetype at = sheet.indexOf(u'@'); at >= 0; at = sheet.indexOf(u'@', from)) {
        result += QStringView(sheet).mid(from, at - from);
        from = at + 1;
        while (from < sheet.size() && isNameChar(sheet[from]))
            ++from;
        const QByteArray name = sheet.mid(at + 1, from - at - 1).toLatin1();
        const ColorRole role = Colors::named({name.constData(), std::size_t(name.size())});
        result += role == ColorRole::Count ? QStringLiteral("@") + QString::fromLatin1(name)
                                           : colors[role].name();
    }
    return result.append(QStringView(sheet).mid(from));
}

Theme::Theme(QApplication& application)
    : application_(application), system_(Colors::of(QApplication::palette()).shade()) {
    initResources();
    QApplication::setStyle(new SubsStyle);
    QApplication::setFont(interfaceFont(TextSize::Normal));
    QToolTip::setFont(interfaceFont(TextSize::Secondary));
    apply();
    watchPortal();
}

void Theme::fix(std::optional<Shade> shade) {
    fixed_ = shade;
    apply();
}

void Theme::watchPortal() {
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) return;
    bus.connect(kPortal,
                kPortalPath,
                kPortalSettings,
                QStringLiteral("SettingChanged"),
                this,
                SLOT(onPortalSetting(QString, QString, QDBusVariant)));
    QDBusMessage question = QDBusMessage::createMethodCall(
        kPortal, kPortalPath, kPortalSettings, QStringLiteral("Read"));
    question << kAppearance << kColorScheme;
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> answer = *watcher;
        if (answer.isValid()) takeSystem(unwrapped(answer.value().variant()));
        watcher->deleteLater();
    });
}

void Theme::onPortalSetting(const QString& group, const QString& key, const QDBusVariant& value) {
    if (group == kAppearance && key == kColorScheme) takeSystem(unwrapped(value.variant()));
}

void Theme::takeSystem(uint colorScheme) {
    if (colorScheme == kNoPreference) return;
    system_ = colorScheme == kPrefersDark ? Shade::Dark : Shade::Light;
    apply();
}

void Theme::apply() {
    if (applied_ == shade()) return;
    applied_ = shade();
    const Colors& colors = Colors::of(shade());
    QApplication::setPalette(colors.palette());
    application_.setStyleSheet(styleSheetOf(colors));
    emit changed();
}

}  // namespace subs::editor
