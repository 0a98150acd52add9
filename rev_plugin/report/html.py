"""Renders a quickscan as one self-contained HTML file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from rev_plugin.core.model import RevError
from rev_plugin.i18n import language, tr

if TYPE_CHECKING:
    from rev_plugin.study.quickscan import Result

TEMPLATES = Path(__file__).parent / "templates"


class ReportUnavailable(RevError):
    """The report cannot be made on this computer; the message says what to install."""

    def __init__(self) -> None:
        super().__init__(
            tr(
                "Voor het rapport is het Python-pakket Jinja2 nodig. Installeer het in de Python "
                "van QGIS: python3 -m pip install jinja2. De overige uitkomsten zijn compleet."
            )
        )


def render_html(
    result: Result,
    *,
    title: str = "REV – Quickscan",
    map_png: Optional[bytes] = None,
    made_at: Optional[datetime] = None,
) -> str:
    """The report as HTML text: styles, pictures and map are inside, nothing is fetched.

    `map_png` is a PNG of the map (about 16:9); without it the report has no map.

    Raises:
        ReportUnavailable: when Jinja2 is missing.
    """
    from rev_plugin.report.context import build_context  # pandas, on first use

    return render(build_context(result, title, map_png, made_at))


def render(context: dict[str, Any]) -> str:
    """Fill the template; every value is escaped but the pictures made by report.charts."""
    try:
        from jinja2 import Environment, FileSystemLoader, StrictUndefined
    except ImportError:
        raise ReportUnavailable from None
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(tr=tr, language=language)
    return environment.get_template("quickscan.html.j2").render(context)
