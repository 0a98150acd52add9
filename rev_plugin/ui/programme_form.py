"""The programme of a site: activity, year, and the fields that go with the activity."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Optional

from qgis.gui import QgsCollapsibleGroupBoxBasic, QgsDoubleSpinBox
from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QSpinBox, QVBoxLayout, QWidget

from rev_plugin.core.rule_rows import Activity
from rev_plugin.i18n import language, tr
from rev_plugin.ui.parts import labelled, narrow_form
from rev_plugin.ui.programme_fields import ProgrammeField, fields_of

if TYPE_CHECKING:
    from rev_plugin.core.rules import Rules

NOT_GIVEN = -1.0  # a spin box at its least says "niet opgegeven"
FIRST_YEAR, LAST_YEAR = 2000, 2100
CONNECTION = "aansluiting"  # the group of fields that is folded away


class ProgrammeForm(QWidget):
    """Shows and edits the programme; fields without a value count as not given."""

    changed = pyqtSignal(dict)  # column → value, None when not given

    def __init__(self, rules: Rules, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._rules = rules
        self._editors: dict[str, QWidget] = {}
        self._fields: dict[str, ProgrammeField] = {}
        self._shown: Mapping[str, object] = {}
        self._fresh = True  # whether the fields show what is in _shown; made when looked at
        self._wheel = _WheelGuard(self)
        self.activity, self.year = QComboBox(), QSpinBox()
        for row in rules.rows(Activity):
            name = row.naam_en if language() == "en" else row.naam_nl
            self.activity.addItem(name, row.id)
        self.activity.setMinimumContentsLength(10)
        self.year.setRange(FIRST_YEAR, LAST_YEAR)
        self.year.setKeyboardTracking(False)
        self.year.setToolTip(tr("Het jaar waarin de locatie het net nodig heeft."))
        self._form = narrow_form(QFormLayout())
        self._form.addRow(labelled(tr("&Activiteit"), self.activity), self.activity)
        self._form.addRow(labelled(tr("Jaar"), self.year), self.year)
        self._contract_box = QgsCollapsibleGroupBoxBasic(tr("Aansluiting en contract"))
        folded = QWidget()  # the box folds what lies in it; fields come and go inside this
        self._contract = narrow_form(QFormLayout(folded))
        QVBoxLayout(self._contract_box).addWidget(folded)
        self._contract_box.setCollapsed(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._form)
        layout.addWidget(self._contract_box)
        for widget in (self.activity, self.year):
            self._wheel.watch(widget)
        self.activity.currentIndexChanged.connect(self._activity_changed)
        self.year.valueChanged.connect(lambda year: self.changed.emit({"jaar": year}))

    def show_site(self, values: Mapping[str, object]) -> None:
        """Show a site's own programme (columns of columns.SITE), without a signal."""
        self._shown = dict(values)
        self._quietly(self.activity, self.activity.findData(values["activiteit"]))
        self.year.blockSignals(True)
        self.year.setValue(int(values["jaar"]))
        self.year.blockSignals(False)
        self._refresh()

    def start_new(self, activity: str, year: int) -> None:
        """A new site of an activity, with sensible values to start from."""
        self.show_site({"activiteit": activity, "jaar": year, **self._defaults(activity)})

    def values(self) -> dict[str, object]:
        """The programme as it stands in the fields; None where not given."""
        self._make()
        own = {column: self._value(column) for column in self._editors}
        return {"activiteit": self.activity.currentData(), "jaar": self.year.value(), **own}

    def editor(self, column: str) -> QWidget:
        """The field of a column."""
        self._make()
        return self._editors[column]

    def _activity_changed(self) -> None:
        """Another activity asks other things; what was filled in and still matters, stays."""
        activity = self.activity.currentData()
        before = {**self._shown, **self.values()}
        kept = {name: value for name, value in before.items() if not _missing(value)}
        self._shown = {**self._defaults(activity), **kept, "activiteit": activity}
        self._refresh()
        self.changed.emit(self.values())

    def _defaults(self, activity: str) -> dict[str, object]:
        fields = fields_of(activity, self._rules)
        return {field.column: field.default(activity) for field in fields}

    def showEvent(self, event: QShowEvent) -> None:
        self._make()
        super().showEvent(event)

    def _refresh(self) -> None:
        """The fields no longer show what is in _shown; folded away they can wait."""
        self._fresh = False
        if self.isVisible():
            self._make()

    def _make(self) -> None:
        """Make the fields of the activity, unless they are as they should be."""
        if self._fresh:
            return
        self._fresh = True
        for form, first in ((self._form, 2), (self._contract, 0)):
            while form.rowCount() > first:
                form.removeRow(form.rowCount() - 1)
        self._editors, self._fields = {}, {}
        for field in fields_of(self.activity.currentData(), self._rules):
            editor = self._editor(field, self._shown.get(field.column))
            form = self._contract if field.group == CONNECTION else self._form
            form.addRow(labelled(field.title, editor), editor)
            self._editors[field.column], self._fields[field.column] = editor, field
            self._wheel.watch(editor)
            self._explain(field.column)
        self._contract_box.setVisible(self._contract.rowCount() > 0)

    def _editor(self, field: ProgrammeField, value: object) -> QWidget:
        editor = _choice(field, value) if field.choices else _number(field, value)
        editor.setAccessibleName(field.title)
        signal = editor.currentIndexChanged if field.choices else editor.valueChanged
        signal.connect(lambda _value, column=field.column: self._edited(column))
        return editor

    def _edited(self, column: str) -> None:
        self._explain(column)
        self.changed.emit({column: self._value(column)})

    def _explain(self, column: str) -> None:
        activity = self.activity.currentData()
        tip = self._fields[column].tip(activity, self._value(column), self._rules)
        self._editors[column].setToolTip(tip)

    def _value(self, column: str) -> Optional[object]:
        editor = self._editors[column]
        if isinstance(editor, QComboBox):
            return editor.currentData() or None
        return None if editor.value() <= NOT_GIVEN else editor.value()

    @staticmethod
    def _quietly(box: QComboBox, index: int) -> None:
        box.blockSignals(True)
        box.setCurrentIndex(index)
        box.blockSignals(False)


class _WheelGuard(QObject):
    """Keeps the wheel from changing a field that the dock is only scrolled past."""

    def watch(self, widget: QWidget) -> None:
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and not watched.hasFocus():
            event.ignore()
            return True
        return False


def _number(field: ProgrammeField, value: object) -> QgsDoubleSpinBox:
    box = QgsDoubleSpinBox()
    box.setDecimals(field.decimals)
    box.setRange(NOT_GIVEN, field.highest)
    box.setSingleStep(field.step)
    box.setSuffix(f" {field.unit}" if field.unit else "")
    box.setSpecialValueText(tr("niet opgegeven"))
    box.setClearValue(NOT_GIVEN)
    box.setKeyboardTracking(False)
    box.setValue(NOT_GIVEN if _missing(value) else float(value))
    return box


def _choice(field: ProgrammeField, value: object) -> QComboBox:
    box = QComboBox()
    box.addItem(tr("niet opgegeven"), "")
    for word, name in field.choices:
        box.addItem(name, word)
    if not _missing(value):
        at = next((i for i in range(box.count()) if _plain(box.itemData(i)) == _plain(value)), -1)
        if at < 0:  # a word of the user's own stays what it was
            box.addItem(str(value), str(value))
            at = box.count() - 1
        box.setCurrentIndex(at)
    box.setMinimumContentsLength(8)
    return box


def _plain(word: object) -> str:
    return "".join(letter for letter in str(word).casefold() if letter.isalnum())


def _missing(value: object) -> bool:
    return value is None or value != value or value == ""  # NaN is not itself
