"""The atlas: what stands on its pages, and that nothing is lost, evaluated or overwritten."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from qgis.core import (
    QgsLayoutItemLabel,
    QgsProcessing,
    QgsProcessingException,
    QgsProject,
    QgsTextFormat,
)
from qgis_helpers import Feedback, run, study_file

sys.path.insert(0, str(Path(__file__).parents[1]))

import example_result

from rev_plugin.core.model import NAME_DISCLAIMER, PLAN_DISCLAIMER, RevError
from rev_plugin.core.rules import Activity, load_rules
from rev_plugin.report.atlas import sections
from rev_plugin.report.atlas.flow import flow
from rev_plugin.report.atlas.pdf import Atlas
from rev_plugin.report.atlas.plan import COVER, KEY, NEXT, SITE
from rev_plugin.report.atlas.ruler import Ruler
from rev_plugin.report.atlas.sheet import FOLDER, Sheet, load_template
from rev_plugin.report.context import build_context
from rev_plugin.report.study_layers import shown_layers

HEAD = ("Past het dan?",)
HARD_NAME = "A & <b>\"B\"</b> 'C' [% 1 + 1 %]"


def said(atlas: Atlas, numbers: range | None = None) -> str:
    """All texts of pages, on one line."""
    texts = [t for n in numbers or range(len(atlas.pages)) for t in atlas.sheet(n).texts()]
    return " ".join(" ".join(texts).split())


def planned(result, layers=(), **settings) -> Atlas:
    atlas = Atlas(result, layers, **settings)
    assert list(atlas.plan())[-1] == 1
    return atlas


def drawn(atlas: Atlas) -> bytes:
    assert list(atlas.draw())[-1] == 1
    return atlas.content()


def renamed(result, old: str, new: str):
    for table in (result.output, result.findings, result.actions, result.plan_findings,
                  result.options):  # fmt: skip
        table["locatie"] = table["locatie"].replace(old, new)
    return result


def alone(number: int = 0):
    """The example with one of its sites."""
    result = example_result.result()
    rows = [number == n for n in range(len(result.output))]
    result.output = result.output[rows].reset_index(drop=True)
    result.sites = result.sites.where(np.array(rows))
    return result


@pytest.fixture(scope="module")
def atlas(qgis) -> Atlas:
    return planned(example_result.result())


def test_a_first_page_then_the_sites_then_where_it_comes_from(atlas):
    assert atlas.pages[0].template == COVER
    assert [p.site for p in atlas.pages if p.site is not None] == [0, 1, 2, 3, 4]
    assert atlas.pages[-1].template == NEXT
    assert "Waar dit vandaan komt" in said(atlas, range(len(atlas.pages) - 1, len(atlas.pages)))
    count = len(atlas.pages)
    for number in range(count):
        assert f"Bladzijde {number + 1} van {count}" in said(atlas, range(number, number + 1))


def test_every_page_has_the_fixed_sentences_and_versions(atlas):
    for number in range(len(atlas.pages)):
        text = said(atlas, range(number, number + 1))
        for part in (PLAN_DISCLAIMER, NAME_DISCLAIMER, "Geen toezegging: alleen de netbeheerder",
                     "REV 0.1.0", "regels 0123456789ab", "stand van 2026-11-01"):  # fmt: skip
            assert part in text


def test_a_site_tells_what_its_verdicts_rest_on(atlas):
    number = next(n for n, page in enumerate(atlas.pages) if page.site == 1)
    last = next(n for n, page in enumerate(atlas.pages) if page.site == 2)
    text = said(atlas, range(number, last))
    for part in ("Onderstation Oost", "Past, maar geen netcapaciteit",
                 "Bedrijventerrein; nutsvoorziening na afwijking.",
                 "de melding gaat voor", "verwacht opgelost: 2034", "22 MW",
                 "Bevindingen: juridisch", "Bevindingen: fysiek", "2,0 m", "5,0 m", "−3,0 m",
                 "oud stelsel, indicatief", "Bkl par. 5.1.2.3 · 2024-01-01 · primaire bron",
                 "Vraag transportcapaciteit aan en noem het jaar.", "1 tot 2 jaar",
                 "Geen van de doorgerekende opties volstaat.",
                 "Niet getoetst (1); dat zegt niets over de uitkomst",
                 "Capaciteitskaart (voorbeeld)", "Polderland 30 %"):  # fmt: skip
        assert part in text, part


def test_an_option_says_what_the_html_report_says_of_it(atlas):
    views = build_context(example_result.result())["sites"]
    tables = [p for page in atlas.pages for p in page.pieces if p.section.heads[2:3] == HEAD]
    told = [[row[2].text for row in table.rows] for table in tables]
    assert told == [
        [row["fits"] for row in site["options"]["rows"]]
        for site in views
        if site["closed"] and site["options"] and site["options"]["rows"]
    ]
    assert {word for words in told for word in words} >= {"ja", "nee"}


def test_the_last_pages_hold_layers_rules_settings_and_what_is_missing(atlas):
    text = said(atlas)
    for part in ("Percelen, Kabels", "2 geometrieën hersteld", "CC0", "leiding_strook",
                 "Te verifiëren", "Peildatum", "Gebouwen (verzonnen), dit project"):  # fmt: skip
        assert part in text, part


def test_only_the_rules_that_applied_are_printed_with_the_way_to_the_others(qgis):
    result = example_result.result()
    rules = result.provenance.rules
    others = [rules.assign(id=f"ongebruikt_{n}") for n in range(40)]
    result.provenance.rules = pd.concat([rules, *others], ignore_index=True)
    text = said(planned(result))
    assert "leiding_strook" in text
    assert "ongebruikt" not in text
    applied = set(result.findings["regel"]) | set(result.plan_findings["regel"])
    count = rules["id"].isin(applied).sum()
    assert f"De {count} regels achter de bevindingen. Alle {41 * len(rules)} regels" in text
    assert "rapport als HTML" in text


def test_an_unknown_site_stays_unknown(atlas):
    number = next(n for n, page in enumerate(atlas.pages) if page.site == 4)
    text = said(atlas, range(number, number + 1))
    assert "Nog mogelijk: 3 of 4." in text
    assert "Netruimte per jaar: onbekend." in text
    assert "niet te bepalen" in text
    assert "ransparant" not in text


def test_text_from_data_is_shown_and_never_evaluated(qgis):
    atlas = planned(renamed(example_result.result(), example_result.NAMES[0], HARD_NAME))
    number = next(n for n, page in enumerate(atlas.pages) if page.site == 0)
    assert "A & <b>\"B\"</b> 'C' [ % 1 + 1 %]" in atlas.sheet(number).texts()
    assert "Geen plan <b>gevonden</b>." in said(atlas)
    assert drawn(atlas).startswith(b"%PDF")


def test_sixty_findings_run_on_and_none_is_lost(qgis):
    result = alone()
    first = result.findings.iloc[0].to_dict()
    many = [{**first, "regel": f"r{n}", "marge_m": float(n), "toelichting": f"Bevinding nummer {n}."
             + " Lang verhaal." * (n % 7)} for n in range(60)]  # fmt: skip
    result.findings = pd.DataFrame(many)
    atlas = planned(result)
    end = len(atlas.pages)
    text = said(atlas)
    places = [text.index(f"Bevinding nummer {n}.") for n in range(60)]
    assert places == sorted(places)
    assert "Bevindingen: juridisch (vervolg)" in text
    for number in range(end):
        assert_inside(atlas.sheet(number))


def assert_inside(sheet: Sheet) -> None:
    """Every table of a page shows all its rows, above the foot and below the one before."""
    bottom = 0.0
    foot = sheet._layout.itemById("voet_zinnen").pos().y()
    for table in sheet._layout.multiFrames():
        frame = table.frame(0)
        if not frame.isVisible():
            continue
        assert table.totalSize().height() <= frame.rect().height()
        assert frame.pos().y() >= bottom
        bottom = frame.pos().y() + frame.rect().height()
        assert bottom <= foot


def test_a_long_reason_is_cut_on_the_first_page_and_stands_in_full_below(qgis):
    result = alone()
    long = " ".join(f"reden{n}" for n in range(400)) + " slotwoord."
    result.output.loc[0, "net_reden"] = long
    atlas = planned(result)
    number = next(n for n, page in enumerate(atlas.pages) if page.site == 0)
    sheet = atlas.sheet(number)
    assert sheet._layout.itemById("net_tekst").text().endswith("(…)")
    assert long in said(atlas)


def test_a_word_wider_than_its_column_is_cut_over_lines(qgis):
    result = alone()
    result.findings["object_id"] = "NL.IMRO." + "x" * 200
    atlas = planned(result)
    joined = said(atlas).replace(" ", "")
    assert "NL.IMRO." + "x" * 200 in joined


def test_a_word_that_is_too_wide_is_cut_behind_a_hyphen_or_slash_first(qgis):
    ruler, plain = Ruler(QgsProject()), QgsTextFormat()
    wide = ruler.fold(plain, "tussen-/middenspanning", 1000)
    narrow = ruler.fold(plain, "Station tussen-/middenspanning, 2030", 40)
    assert wide == "tussen-/middenspanning"
    assert narrow.split() == ["Station", "tussen-/", "middenspanning,", "2030"]


@pytest.mark.parametrize("language", ["naam_nl", "naam_en"])
def test_no_activity_is_cut_inside_a_word_on_the_first_pages(qgis, language):
    context = build_context(alone())
    (site,) = context["sites"]
    names = [getattr(activity, language) for activity in load_rules().rows(Activity)]
    context["sites"] = [{**site, "activity": name} for name in names]
    sheet = Sheet(QgsProject(), load_template(NEXT), Ruler(QgsProject()))
    for pieces in flow(sections.cover_sections(context), sheet.room, sheet.room, sheet.measures()):
        sheet.add(pieces)
    shown = {word for text in sheet.texts() for word in text.split()}
    for name in names:
        whole = f"{name}, {site['year']}".split()
        cut = [part for word in whole for part in re.findall(r"[^-/]*[-/]*", word) if part]
        assert {*whole} <= shown or {*cut} <= shown, name


def test_no_sites_give_a_first_page_and_the_provenance(qgis):
    result = example_result.result()
    for name in ("output", "findings", "actions", "plan_findings", "options"):
        setattr(result, name, getattr(result, name).iloc[:0])
    result.sites = result.sites.where(np.zeros(5, dtype=bool))
    atlas = planned(result)
    assert {page.template for page in atlas.pages} == {COVER, NEXT}
    assert "geen locaties" in said(atlas)
    assert drawn(atlas).startswith(b"%PDF")


def test_without_findings_and_steps_the_pages_say_so(qgis):
    result = alone()
    for name in ("findings", "actions", "plan_findings", "headroom"):
        setattr(result, name, getattr(result, name).iloc[:0])
    text = said(planned(result))
    assert "Geen belemmeringen gevonden in wat getoetst is." in text
    assert "Geen stappen bekend voor dit scenario." in text


def test_the_same_result_gives_the_same_file(qgis):
    first, second = (drawn(planned(alone())) for _ in range(2))
    assert first == second
    assert b"/CreationDate (D:20261101000000" in first


def test_leaving_half_way_leaves_nothing_hanging(qgis):
    atlas = planned(alone())
    pages = atlas.draw()
    next(pages)
    pages.close()
    assert drawn(planned(alone())).startswith(b"%PDF")


def test_the_templates_have_the_labels_that_are_filled(atlas):
    context = build_context(example_result.result())
    wanted = {
        COVER: {*sections.cover_texts(context, ""), "voet_zinnen", "voet_bladzijde", "schaal"},
        SITE: {*sections.site_texts(context["sites"][0]), "voet_versie", "schaal"},
        KEY: {"titel", "voet_zinnen"},
        NEXT: {"titel", "voet_zinnen", "voet_bladzijde", "voet_versie"},
    }
    for template, names in wanted.items():
        sheet = atlas._sheet(template)
        items = {name: sheet._layout.itemById(name) for name in names}
        assert [n for n, item in items.items() if not isinstance(item, QgsLayoutItemLabel)] == []


def test_a_template_of_the_users_own_goes_before(qgis, tmp_path):
    text = (FOLDER / "atlas_vervolg.qpt").read_text(encoding="utf-8")
    (tmp_path / "atlas_vervolg.qpt").write_text(
        text.replace('id="voet_zinnen"', 'id="eigen_voet"').replace(
            "De vaste zinnen", "Gemeente X"
        ),
        encoding="utf-8",
    )
    atlas = planned(alone(), templates=tmp_path)
    assert "Gemeente X" in said(atlas, range(len(atlas.pages) - 1, len(atlas.pages)))
    assert "Gemeente X" not in said(atlas, range(1))


def test_a_template_without_a_place_for_tables_is_named(qgis, tmp_path):
    text = (FOLDER / "atlas_vervolg.qpt").read_text(encoding="utf-8")
    text = text.replace('id="inhoud"', 'id="iets_anders"')
    (tmp_path / "atlas_vervolg.qpt").write_text(text, encoding="utf-8")
    with pytest.raises(RevError, match=r"atlas_vervolg\.qpt"):
        planned(alone(), templates=tmp_path)


def test_a_template_that_is_no_layout_is_named(qgis, tmp_path):
    (tmp_path / "atlas_locatie.qpt").write_bytes(b"\xff geen xml")
    with pytest.raises(RevError, match="atlas_locatie.qpt"):
        planned(example_result.result(), templates=tmp_path)


# --- rev:report ---


@pytest.fixture(scope="module")
def kept(provider, tmp_path_factory) -> tuple[Path, Path]:
    """A study and its kept outcome."""
    folder = tmp_path_factory.mktemp("atlas")
    data, result = study_file(folder), folder / "uit.gpkg"
    inside = "ogr:dbname='{}' table=\"{}\"{}"
    run("quickscan", {
        "SITES": f"{data}|layername=locaties", "DATA": str(data),
        "OUTPUT": inside.format(result, "quickscan", " (geom)"),
        "FINDINGS": inside.format(result, "bevindingen", ""),
        "ACTIONS": inside.format(result, "acties", ""),
    })  # fmt: skip
    return data, result


def test_maps_and_their_key_show_the_layers_of_the_study(kept):
    atlas = planned(alone(), shown_layers(*kept))
    page = next(n for n, page in enumerate(atlas.pages) if page.site is not None)
    sheet, key = atlas.sheet(page), atlas.sheet(page - 1)
    shown = {layer.name() for layer in sheet._layout.itemById("kaart").layers()}
    assert {"Deze locatie", "Quickscan", "Planobjecten", "Bebouwing"} <= shown
    assert atlas.pages[page - 1].template == KEY
    legend = key._layout.itemById("legenda")
    nodes = legend.model().rootGroup().findLayers()
    assert shown == {node.layer().name() for node in nodes}
    foot = key._layout.itemById("voet_zinnen").pos().y()
    assert legend.pos().y() + legend.rect().height() <= foot
    labels = {n.name(): [x.evaluateLabel() for x in legend.model().layerLegendNodes(n)]
              for n in nodes}  # fmt: skip
    assert {name: sorted(set(told)) for name, told in labels.items()} == {
        name: sorted(told) for name, told in labels.items()
    }
    assert labels["Voedingsgebieden"].count("Rood") == 1  # the layer has it per direction


def test_the_project_of_the_user_is_left_alone(kept):
    drawn(Atlas(alone(), shown_layers(*kept)))
    assert QgsProject.instance().mapLayers() == {}
    assert QgsProject.instance().layoutManager().layouts() == []


def report(kept: tuple[Path, Path], path: object, shape: str = "pdf", feedback=None) -> str:
    data, result = kept
    given = {"DATA": str(data), "RESULT": str(result), "FORMAT": shape, "REPORT": str(path)}
    return run("report", given, feedback)["REPORT"]


def test_report_as_pdf_can_be_read_and_counts_its_pages(kept, tmp_path):
    path = tmp_path / "atlas.pdf"
    feedback = Feedback()
    assert report(kept, path, feedback=feedback) == str(path)
    assert len({round(r) for r in feedback.reached if 55 < r <= 100}) > 3  # one per page
    assert path.read_bytes().startswith(b"%PDF")
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("no pdftotext to read the pages with")
    done = subprocess.run([reader, str(path), "-"], capture_output=True, check=True)  # noqa: S603
    words = " ".join(done.stdout.decode("utf-8").split())
    for part in ("Buiten het plan", "Station", "Wijk", "Bladzijde 1 van", "Schaal 1 :"):
        assert part in words


def test_format_and_name_that_disagree_are_refused(kept, tmp_path):
    for name, shape in (("atlas.html", "pdf"), ("rapport.pdf", "html"), ("r.HTM", "pdf")):
        with pytest.raises(QgsProcessingException, match="past niet bij de vorm"):
            report(kept, tmp_path / name, shape)
    assert list(tmp_path.iterdir()) == []


def test_a_form_that_does_not_exist_is_named_before_the_file_is_looked_at(kept, tmp_path):
    """qgis_process numbers the forms in its help, but takes them by name."""
    with pytest.raises(QgsProcessingException, match="FORMAT") as refused:
        report(kept, tmp_path / "atlas.pdf", "1")
    assert "past niet bij de vorm" not in str(refused.value)


def test_the_quickscan_itself_writes_no_pdf(kept, tmp_path):
    sites = f"{kept[0]}|layername=locaties"
    given = {"SITES": sites, "DATA": str(kept[0]), "OUTPUT": "memory:"}
    with pytest.raises(QgsProcessingException, match="rev:report"):
        run("quickscan", {**given, "REPORT": str(tmp_path / "rapport.PDF")})
    assert list(tmp_path.iterdir()) == []


def test_a_temporary_report_gets_the_name_of_its_format(kept):
    assert report(kept, QgsProcessing.TEMPORARY_OUTPUT).endswith(".pdf")


@pytest.mark.parametrize("moment", [56, 90])
def test_a_cancelled_atlas_leaves_the_old_file(kept, tmp_path, moment):
    path = tmp_path / "atlas.pdf"
    path.write_text("de vorige", encoding="utf-8")
    with pytest.raises(QgsProcessingException):
        report(kept, path, feedback=Feedback(cancel_at=moment))
    assert path.read_text(encoding="utf-8") == "de vorige"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_cannot_be_written_is_named(kept, tmp_path):
    path = tmp_path / "atlas.pdf"
    path.mkdir()  # a file cannot take the place of a folder
    with pytest.raises(QgsProcessingException, match=r"atlas\.pdf"):
        report(kept, path)
    assert list(tmp_path.iterdir()) == [path]
