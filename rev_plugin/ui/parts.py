"""Small pieces the docks share: wrapped texts, chips, cards, the fixed sentences."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Optional

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QColor, QIcon
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rev_plugin.i18n import language, tr
from rev_plugin.report import glossary

if TYPE_CHECKING:
    from rev_plugin.report.cells import Badge

LEAST_WIDTH = 60  # px
LETTER_EDGE = 3  # px: Qt measures a name as if no letter in it were underlined
DARK = QColor("#0a0f14")


class Wrapped(QLabel):
    """A text that wraps to the width it gets; asks for no more height than that takes."""

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH, self.fontMetrics().height())

    def sizeHint(self) -> QSize:
        """The same: layouts ask heightForWidth. Qt would lay the text out to find a good width."""
        return self.minimumSizeHint()


def wrapped(text: str = "", parent: Optional[QWidget] = None) -> QLabel:
    """A label that wraps, so that a dock can be narrow; its text can be selected."""
    label = Wrapped(text, parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setOpenExternalLinks(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label


def small(text: str = "", parent: Optional[QWidget] = None) -> QLabel:
    """A wrapped label in smaller type, for explanations and the fixed sentences."""
    label = wrapped(text, parent)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * 0.85)
    label.setFont(font)
    return label


def explain(label: QLabel, text: str) -> None:
    """Show a text; its tooltip explains the words of the field in it."""
    if label.text() != text:
        label.setText(text)
        label.setToolTip(glossary.tip(text))


def ink_on(colour: QColor) -> QColor:
    """The colour of letters on a filled colour, by its luminance (WCAG 2: at least 4.5 : 1)."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return DARK if luminance > 0.2 else QColor("#ffffff")


def chip(badge: Badge) -> str:
    """A verdict as a coloured word; the letters stay readable on light and dark colours."""
    colour = QColor(badge.colour)
    ink = ink_on(colour).name()
    return (
        f'<span style="background-color:{colour.name()}; color:{ink}; font-weight:600;">'
        f"&nbsp;{escape(badge.name)}&nbsp;</span>"
    )


def lines(rows: list[tuple[str, str]]) -> str:
    """Facts as "name: value" lines."""
    return "<br>".join(f"<i>{escape(name)}:</i> {escape(value)}" for name, value in rows)


def reasons_note() -> str:
    """In another language than Dutch, that reasons are in Dutch; in Dutch nothing."""
    return (
        "" if language() == "nl" else tr("Redenen staan in het Nederlands, de taal van de bronnen.")
    )


def card(*widgets: QWidget) -> QFrame:
    """Widgets together in a light frame."""
    frame = QFrame()
    frame.setFrameShape(QFrame.Shape.StyledPanel)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(8, 6, 8, 6)
    layout.setSpacing(4)
    for widget in widgets:
        layout.addWidget(widget)
    return frame


def labelled(words: str, field: QWidget) -> QLabel:
    """The label of a field; its & key goes to the field."""
    label = QLabel(words)
    label.setBuddy(field)
    label.setMinimumWidth(label.sizeHint().width() + LETTER_EDGE)
    return label


def narrow_form(form: QFormLayout) -> QFormLayout:
    """A form that stays usable when the dock is narrow."""
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    return form


def tool_button(picture: QIcon, name: str, tip: str) -> QToolButton:
    """A small button with a picture; the name is what a screen reader says."""
    button = QToolButton()
    button.setIcon(picture)
    button.setAccessibleName(name)
    button.setToolTip(tip)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # reached with Tab
    return button


def beside(field: QWidget, button: QWidget) -> QHBoxLayout:
    """A field with a button at its right."""
    row = QHBoxLayout()
    row.addWidget(field, 1)
    row.addWidget(button)
    return row
