"""What is tried with one site, by moving it or by changing its programme; one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable, Optional, Union

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal

from rev_plugin.i18n import tr
from rev_plugin.ui.messages import CRITICAL, Messages

if TYPE_CHECKING:
    import shapely

    from rev_plugin.ui.keeping import Keeper
    from rev_plugin.ui.moving import Moving
    from rev_plugin.ui.new_site import Drawing
    from rev_plugin.ui.quickscan_dock import QuickscanDock
    from rev_plugin.ui.tasks import Request
    from rev_plugin.ui.what_if import WhatIf


class Trials(QObject):
    """Starts and ends sessions; the dock shows what comes of them."""

    stored = pyqtSignal(str)  # a trial of this site became real: judge all anew

    def __init__(
        self,
        canvas: QgsMapCanvas,
        messages: Messages,
        dock: QuickscanDock,
        keeper: Keeper,
        request: Callable[[], Request],
    ) -> None:
        """`request` captures what the dock asks for; it may raise RevError."""
        super().__init__(dock)
        self._canvas, self._messages, self._dock = canvas, messages, dock
        self._keeper, self._request = keeper, request
        self.session: Optional[Union[Moving, WhatIf]] = None
        self.drawing: Optional[Drawing] = None

    def move(self, name: str) -> None:
        """Move a site on the map until it is stored or dropped."""
        if self._dock.result() is None or self.session is not None:
            return
        from rev_plugin.ui.moving import Moving

        with self._messages.reported():
            session = Moving(self._canvas, self._request(), self._dock.result(), name)
            session.kept.connect(
                lambda shape: self._stored(name, self._keeper.keep_shape(name, shape))
            )
            self._begin(session, _moving_text(name), programme=False)

    def change(self, name: str, values: dict[str, object]) -> None:
        """Try other values in the programme of a site."""
        from rev_plugin.ui.what_if import WhatIf

        if self.session is None and self._dock.result() is not None:
            with self._messages.reported():
                session = WhatIf(self._request(), self._dock.result(), name)
                session.kept.connect(
                    lambda changes: self._stored(name, self._keeper.keep_programme(name, changes))
                )
                session.shown.connect(self._dock.site.programme.show_site)
                self._begin(session, _programme_text(name), programme=True)
        if isinstance(self.session, WhatIf):
            with self._messages.reported():
                self.session.change(values)

    def draw(self) -> None:
        """Draw a new site; it is stored when the user has named it."""
        from rev_plugin.ui.new_site import Drawing

        self.end()
        self.drawing = Drawing(self._canvas, self)
        self.drawing.drawn.connect(self._name_it)
        self.drawing.ended.connect(self._drawing_ended)
        self._messages.tell(
            tr("Klik de hoeken van de locatie; rechtsklik of Enter is klaar, Esc stopt.")
        )
        self.drawing.begin()

    def _name_it(self, shape: shapely.Geometry) -> None:
        from rev_plugin.core.rules import load_rules
        from rev_plugin.ui.new_site import NewSiteDialog
        from rev_plugin.ui.settings import rules_folder

        with self._messages.reported():
            taken = self._keeper.names()
            dialog = NewSiteDialog(shape, load_rules(rules_folder()), taken, self._dock)
            if dialog.exec() and self._keeper.keep_new(dialog.values(), dialog.area()):
                self.stored.emit(dialog.values()["naam"])

    def end(self) -> None:
        """Drop what is being tried."""
        for session in (self.session, self.drawing):
            if session is not None:
                session.end()

    def _begin(self, session: Union[Moving, WhatIf], text: str, programme: bool) -> None:
        self.session = session
        dock = self._dock
        session.ready.connect(lambda: dock.set_trial(text, programme))
        session.judged.connect(dock.show_live)
        session.failed.connect(lambda said, more: self._messages.tell(said, CRITICAL, more))
        session.ended.connect(self._ended)
        dock.site.keep_requested.connect(session.keep)
        dock.site.undo_requested.connect(session.undo)
        dock.site.drop_requested.connect(session.end)
        dock.set_trial(tr("De omgeving wordt ingelezen…"), programme)
        session.begin()

    def _stored(self, name: str, done: bool) -> None:
        if done:
            self.session.end()
            self.stored.emit(name)

    def _ended(self) -> None:
        session, self.session = self.session, None
        if session is not None:
            site = self._dock.site
            site.keep_requested.disconnect(session.keep)
            site.undo_requested.disconnect(session.undo)
            site.drop_requested.disconnect(session.end)
            self._dock.set_trial("")

    def _drawing_ended(self) -> None:
        self.drawing = None


def _moving_text(name: str) -> str:
    return tr(
        "<b>{name}</b> wordt verschoven; de uitkomst hieronder is voorlopig. Sleep, draai "
        "(rondje) of vergroot (vierkantje), of klik ergens. Bewaard wordt pas bij Vastleggen."
    ).format(name=name)


def _programme_text(name: str) -> str:
    return tr(
        "<b>{name}</b> heeft een ander programma; de uitkomst hieronder is voorlopig. Bewaard "
        "wordt pas bij Vastleggen."
    ).format(name=name)
