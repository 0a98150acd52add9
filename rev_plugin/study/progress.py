"""Progress and cancel: from QGIS to the Feedback of the core, and cut into parts."""

from __future__ import annotations

import math

from qgis.core import QgsFeedback, QgsProcessingFeedback

from rev_plugin.core.model import Cancelled, Feedback


class QgisFeedback:
    """A core Feedback on top of a QgsFeedback; progress never goes back."""

    def __init__(self, feedback: QgsFeedback) -> None:
        self._feedback = feedback
        self._reached = 0.0

    def progress(self, fraction: float) -> None:
        """Report progress, 0–1."""
        if math.isfinite(fraction):
            self._reached = min(1.0, max(self._reached, fraction))
            self._feedback.setProgress(100 * self._reached)

    def info(self, text: str) -> None:
        """A line in the log, where there is one."""
        if isinstance(self._feedback, QgsProcessingFeedback):
            self._feedback.pushInfo(text)

    def warn(self, text: str) -> None:
        """A warning in the log, where there is one."""
        if isinstance(self._feedback, QgsProcessingFeedback):
            self._feedback.pushWarning(text)

    def check(self) -> None:
        """Raise Cancelled when the user has cancelled."""
        if self._feedback.isCanceled():
            raise Cancelled


class Part:
    """The part `start`–`end` (0–1) of another Feedback, for one step of a longer job."""

    def __init__(self, whole: Feedback, start: float, end: float) -> None:
        self._whole, self._start, self._end = whole, start, end

    def progress(self, fraction: float) -> None:
        """Report progress within this part, 0–1."""
        self._whole.progress(self._start + (self._end - self._start) * fraction)

    def info(self, text: str) -> None:
        """Pass a line on."""
        self._whole.info(text)

    def warn(self, text: str) -> None:
        """Pass a warning on."""
        self._whole.warn(text)

    def check(self) -> None:
        """Raise Cancelled when the user has cancelled."""
        self._whole.check()


class Recorder:
    """A Feedback that passes all on and keeps the warnings, for the provenance."""

    def __init__(self, whole: Feedback) -> None:
        self._whole = whole
        self.warnings: list[str] = []

    def progress(self, fraction: float) -> None:
        """Pass progress on."""
        self._whole.progress(fraction)

    def info(self, text: str) -> None:
        """Pass a line on."""
        self._whole.info(text)

    def warn(self, text: str) -> None:
        """Keep a warning and pass it on, the first time it comes."""
        if text not in self.warnings:
            self.warnings.append(text)
            self._whole.warn(text)

    def check(self) -> None:
        """Raise Cancelled when the user has cancelled."""
        self._whole.check()
