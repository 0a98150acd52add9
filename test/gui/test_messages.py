"""The message bar takes text for HTML: what comes from data may not become markup."""

from __future__ import annotations

from types import SimpleNamespace

from rev_plugin.core.model import InputError
from rev_plugin.ui.messages import CRITICAL, Messages


class Bar:
    """Keeps what was pushed."""

    def __init__(self) -> None:
        self.pushed: list[tuple] = []

    def pushMessage(self, *arguments: object) -> None:
        self.pushed.append(arguments)


def test_text_from_data_is_shown_as_it_stands():
    bar = Bar()
    messages = Messages(SimpleNamespace(messageBar=lambda: bar))
    with messages.reported(CRITICAL):
        raise InputError('onbekend: <img src="//elders/x">', layer="A & B")
    messages.show("<b>markup</b>")
    assert '&lt;img src="//elders/x"&gt;' in bar.pushed[0][1]
    assert "A &amp; B" in bar.pushed[0][1]
    assert bar.pushed[1][1] == "<b>markup</b>"
