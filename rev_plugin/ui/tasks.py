"""Work in the background: everything is captured on the main thread, errors are kept.

Raising in `run` would take QGIS down, so a task keeps what went wrong and tells it in
`finished`, on the main thread again.
"""

from __future__ import annotations

import traceback
from abc import abstractmethod
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Optional

from qgis.core import (
    QgsApplication,
    QgsCoordinateTransformContext,
    QgsFeedback,
    QgsTask,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtGui import QImage

from rev_plugin.i18n import tr

if TYPE_CHECKING:
    from rev_plugin.core.model import Feedback, Settings
    from rev_plugin.core.rules import Rules
    from rev_plugin.study.inputs import Given, Inputs
    from rev_plugin.study.layers import Raw
    from rev_plugin.study.quickscan import Result

USED_SOON = (
    "report.study_layers", "report.context", "study.quickscan", "ui.asked", "ui.results",
    "ui.programme_form", "ui.map_marks", "ui.overview_dock", "ui.net_dock", "report.net_view",
    "study.live",
)  # fmt: skip
PAINTED_MS = 100  # by then a dock that opens has been painted
# What a fault in code can raise: kept and reported, since run() must not raise.
FAULTS = (
    ArithmeticError,
    AttributeError,
    ImportError,
    LookupError,
    MemoryError,
    NameError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)


def fault_told(error: Exception) -> tuple[str, str]:
    """What to tell of a fault in code, and the details; while it is being handled."""
    return tr("Er ging iets mis in REV: {error}").format(error=error), traceback.format_exc()


class RevTask(QgsTask):
    """A job with progress and cancel; `succeeded` or `failed` is sent on the main thread."""

    succeeded = pyqtSignal(object)
    failed = pyqtSignal(str, str)  # what to tell, and the details

    FLAGS = QgsTask.Flag.CanCancel

    def __init__(self, description: str) -> None:
        super().__init__(description, self.FLAGS)
        self._feedback = QgsFeedback()
        self._feedback.progressChanged.connect(self.setProgress)
        self._result: object = None
        self._error: Optional[tuple[str, str]] = None

    @abstractmethod
    def work(self, feedback: Feedback) -> object:
        """The job itself, off the main thread; may raise RevError."""

    def run(self) -> bool:
        from rev_plugin.core.garbage import no_search
        from rev_plugin.core.model import Cancelled, RevError
        from rev_plugin.study.progress import QgisFeedback

        try:
            with no_search():
                self._result = self.work(QgisFeedback(self._feedback))
        except Cancelled:
            self._error = ("", "")
        except RevError as error:
            self._error = (str(error), "")
        except FAULTS as error:
            self._error = fault_told(error)
        return True  # REV tells what went wrong itself; QGIS would say "task failed" beside it

    def begin(self) -> None:
        """Hand the job to QGIS."""
        QgsApplication.taskManager().addTask(self)

    def cancel(self) -> None:
        self._feedback.cancel()
        super().cancel()

    def finished(self, result: bool) -> None:
        if self.isCanceled():  # before it began, or so late that an outcome is there after all
            self.failed.emit("", "")
        elif self._error is not None:
            self.failed.emit(*self._error)
        else:
            self.succeeded.emit(self._result)


@dataclass(frozen=True)
class Request:
    """One quickscan as asked for in the dock, captured on the main thread.

    Without `data` there are `sites`.
    """

    data: Optional[Path]
    settings: Settings
    transforms: QgsCoordinateTransformContext
    sites: Optional[Raw] = None  # a layer of the project; else `locaties` of the data
    rules_folder: Optional[Path] = None
    given: Optional[Given] = None  # layers of the project that stand for themes


class Outcome(NamedTuple):
    """A finished quickscan, ready to be shown."""

    result: Result
    layers: dict[str, QgsVectorLayer]  # by the name of ui.results, on the main thread
    said: str = ""  # what went wrong without spoiling the outcome


class QuickscanTask(RevTask):
    """A quickscan over what a request names; gives an Outcome."""

    def __init__(self, request: Request) -> None:
        super().__init__(tr("REV – quickscan"))
        self._request = request

    def work(self, feedback: Feedback) -> object:
        from rev_plugin.study.progress import Part
        from rev_plugin.study.quickscan import quickscan
        from rev_plugin.ui.results import outcome_layers

        asked = self._request
        inputs, rules = gather_request(asked, feedback)
        feedback.progress(0.1)
        part = Part(feedback, 0.1, 0.9)
        result = quickscan(inputs, asked.settings, rules, part, asked.rules_folder)
        result, said = self._with_steps(result)
        layers = outcome_layers(result, feedback)
        for layer in layers.values():
            layer.moveToThread(QgsApplication.instance().thread())
        return Outcome(result, layers, said)

    def _with_steps(self, result: Result) -> tuple[Result, str]:
        """The outcome with the ticks and notes that were kept in the data."""
        from rev_plugin.core.model import RevError
        from rev_plugin.ui.steps import with_kept_steps

        if self._request.data is None:
            return result, ""
        try:
            return with_kept_steps(self._request.data, result), ""
        except RevError as error:
            return result, str(error)


def gather_request(request: Request, feedback: Feedback) -> tuple[Inputs, Rules]:
    """What a request looks at, and by which rules; runs on any thread.

    Raises:
        InputError: naming file, layer, row and column.
    """
    from rev_plugin.core.rules import load_rules
    from rev_plugin.study.geopackage import Study
    from rev_plugin.study.inputs import Given, gather

    study = Study.open(request.data, request.transforms) if request.data else None
    raw = request.sites if request.sites is not None else study.raw_sites(feedback)
    rules = load_rules(request.rules_folder)
    given = request.given or Given()
    inputs = gather(raw, study, given, rules, request.settings, request.transforms, feedback)
    return inputs, rules


class GetReady(RevTask):
    """Imports what a quickscan needs and reads the rules: the first does not wait for it."""

    FLAGS = QgsTask.Flag.CanCancel | QgsTask.Flag.Hidden

    def __init__(self, rules_folder: Optional[Path]) -> None:
        super().__init__(tr("REV – quickscan"))
        self._rules_folder = rules_folder

    def begin(self) -> None:
        """Hand the job to QGIS once the dock that wants it has been painted."""
        QTimer.singleShot(PAINTED_MS, lambda: QgsApplication.taskManager().addTask(self))

    def work(self, feedback: Feedback) -> object:
        for name in USED_SOON:
            feedback.check()
            import_module(f"rev_plugin.{name}")
        from rev_plugin.core.garbage import set_apart
        from rev_plugin.core.rules import load_rules
        from rev_plugin.report import glossary

        glossary.words()  # both are kept for who asks next
        rules = load_rules(self._rules_folder)
        set_apart()
        return rules


class OptionsTask(RevTask):
    """What would make the sites of an outcome fit; gives the outcome with its options."""

    def __init__(self, result: Result, rules_folder: Optional[Path]) -> None:
        super().__init__(tr("REV – opties doorrekenen"))
        self._result, self._folder = result, rules_folder

    def work(self, feedback: Feedback) -> object:
        from rev_plugin.core.rules import load_rules
        from rev_plugin.study.options import with_options

        return with_options(self._result, load_rules(self._folder), feedback)


class ReportTask(RevTask):
    """Writes the report of an outcome as one HTML file; gives its path."""

    def __init__(self, result: Result, map_image: QImage, path: Path) -> None:
        super().__init__(tr("REV – rapport bewaren"))
        self._result, self._image, self._path = result, map_image, path

    def work(self, feedback: Feedback) -> object:
        from rev_plugin.core.model import RevError
        from rev_plugin.report.html import render_html
        from rev_plugin.report.map_picture import as_png
        from rev_plugin.study.write import beside

        content = render_html(self._result, map_png=as_png(self._image))
        feedback.check()
        try:
            with beside(self._path) as partial:
                partial.write_text(content, encoding="utf-8")
        except OSError as error:
            raise RevError(str(error)) from error
        return self._path


class DemoTask(RevTask):
    """Makes the demo study in a folder; gives the path of its data.gpkg."""

    def __init__(self, folder: Path) -> None:
        super().__init__(tr("REV – voorbeeldproject maken"))
        self._folder = folder

    def work(self, feedback: Feedback) -> object:
        from rev_plugin.study.demo import build_demo

        self._folder.mkdir(parents=True, exist_ok=True)
        return build_demo(self._folder, feedback)
