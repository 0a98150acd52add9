"""What the rows of the rule tables owe one another: sources, activities, themes, weights."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from rev_plugin.core.model import InputError, SourceStatus, Weight
from rev_plugin.core.required import check_distance
from rev_plugin.core.rule_rows import Activity, ConstraintRule, KeyFigure, Relation, Row, Source

OWN_PREFIX = "eigen_"
# Tables whose rows need no known id: a source is new by nature, and the id of a key
# figure follows from what it is about (KeyFigure).
_FREE_IDS = (Source, KeyFigure)


def check_own_rows(rows: Iterable[Row], shipped: Mapping[str, Row], file: str) -> None:
    """A user's row replaces a shipped one in the same unit, or says that it is an own rule.

    Raises:
        InputError: an id that looks like a slip, or another unit.
    """
    for row in rows:
        known, place = shipped.get(row.id), {"file": file, "row": row.id}
        if known is None and not isinstance(row, _FREE_IDS) and not row.id.startswith(OWN_PREFIX):
            raise InputError(
                f'de regel "{row.id}" bestaat niet.',
                column="id",
                advice=f'Gebruik een bestaande id, of begin een eigen regel met "{OWN_PREFIX}".',
                **place,
            )
        unit, own_unit = getattr(known, "eenheid", ""), getattr(row, "eenheid", "")
        if known is not None and unit != own_unit:
            raise InputError(
                f'onbekende eenheid "{own_unit}".',
                column="eenheid",
                advice=f'Reken om naar "{unit}".',
                **place,
            )


def check_tables(
    tables: Mapping[str, Mapping[str, Row]], files: Mapping[tuple[str, str], str]
) -> None:
    """Sources, activities and themes that rows name exist; weights follow the status.

    Args:
        files: per table and id of a user's own row the file that it came from.

    Raises:
        InputError: naming file, row and column.
    """
    activities = [row for row in tables[Activity.TABLE].values() if isinstance(row, Activity)]
    selectors = (
        {"*", "gevoelig"} | {a.id for a in activities} | {f"groep:{a.groep}" for a in activities}
    )
    for table, rows in tables.items():
        for row in rows.values():
            place = {"file": files.get((table, row.id), f"{table}.csv"), "row": row.id}
            if row.source not in tables[Source.TABLE]:
                raise InputError(
                    f'bron "{row.source}" staat niet in sources.csv.',
                    column="source",
                    advice="Voeg de bron daar toe, met titel en uitgever.",
                    **place,
                )
            _check_activities(row, selectors, place)
            _check_weight(row, place)
            if isinstance(row, ConstraintRule):
                _check_constraint(row, tables["themes"], place)


def _check_activities(row: Row, selectors: Collection[str], place: dict[str, str]) -> None:
    for name in getattr(row, "activiteiten", ()):
        if name not in selectors:
            raise InputError(
                f'onbekende activiteit "{name}".',
                column="activiteiten",
                advice=f"Kies uit {', '.join(sorted(selectors))}.",
                **place,
            )


def _check_weight(row: Row, place: dict[str, str]) -> None:
    """A constraint, in whichever table, weighs no more than its source can bear."""
    weight = getattr(row, "zwaarte", None)
    if row.bron_status is SourceStatus.TO_VERIFY and weight not in (None, Weight.ATTENTION):
        raise InputError(
            "een regel die nog te verifiëren is, weegt niet meer dan aandacht.",
            column="zwaarte",
            **place,
        )


def _check_constraint(row: ConstraintRule, themes: Collection[str], place: dict[str, str]) -> None:
    if row.relatie is not Relation.NEVER and row.thema not in themes:
        raise InputError(
            f'onbekend thema "{row.thema}".',
            column="thema",
            advice=f"Kies uit {', '.join(themes)}.",
            **place,
        )
    if row.relatie is Relation.DISTANCE:
        try:
            check_distance(row.afstand)
        except ValueError as error:
            raise InputError(
                f'"{row.afstand}" past niet: {error}.', column="afstand", **place
            ) from error
