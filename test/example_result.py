"""A small invented quickscan outcome with the contract's columns, for report and screen.

Five sites: one in each scenario, and one that is unknown. The numbers are chosen so that a
reader can redo each verdict by hand.
"""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import numpy as np
import pandas as pd
import shapely

from rev_plugin.core import columns
from rev_plugin.core.model import Features, Settings

NAMES = ("Molenveld", "Onderstation Oost", "Haven Zuid", "Weidezicht", "Buitenplaats <test>")


def table(contract: tuple, rows: list[dict]) -> pd.DataFrame:
    """Rows with exactly the contract's columns; what a row leaves out is missing."""
    names = [c.name for c in contract]
    frame = pd.DataFrame([{n: row.get(n) for n in names} for row in rows], columns=names)
    for column in contract:
        if column.kind == "float":
            frame[column.name] = frame[column.name].astype(float)
        elif column.kind == "int":
            frame[column.name] = frame[column.name].astype("Int64")
    return frame


def _row(name: str, activity: str, year: int, scenario: int, **values: object) -> dict:
    return {
        "locatie": name, "activiteit": activity, "jaar": year, "scenario": scenario,
        "scenario_mogelijk": str(scenario), "plan_zekerheid": "kaart", "n_uitsluiting": 0,
        "n_nee_tenzij": 0, "n_aandacht": 1, "n_niet_getoetst": 6, "uitvoerbaarheid": "aandacht",
        "niet_getoetst": "geluid, ecologie, bodem", "net_peildatum": "2026-07-01",
        "net_bron": "Capaciteitskaart (voorbeeld)", "voedingsgebied": "OS Meerdam",
        "net_status": "transparant", "net_status_tennet": "transparant",
        "richting_bepalend": "afname", "net_geschat": False, "gemeenten": "Meerdam, Polderland",
        "regels_versie": "0123456789ab", "plugin_versie": "0.1.0", **values,
    }  # fmt: skip


def output() -> pd.DataFrame:
    room = {"netruimte_laag_mw": 8.0, "netruimte_midden_mw": 14.0, "netruimte_hoog_mw": 20.0}
    short = {"netruimte_laag_mw": -6.0, "netruimte_midden_mw": -2.0, "netruimte_hoog_mw": 3.0}
    return table(columns.QUICKSCAN, [
        _row(NAMES[0], "woningbouw", 2030, 1, plan_oordeel="past", net_oordeel="ja",
             plan_reden="92 % ligt in Woongebied; wonen is daar toegestaan.", plan_aandeel=0.92,
             plan_naam="Molenveld 2020", plan_id="NL.IMRO.9999.BP1", plan_status="vastgesteld",
             plan_artikel="5.1", plan_url="https://example.org/regels#5.1",
             procedure="binnenplans", net_reden="De vraag past in de ruimte van OS Meerdam.",
             kans_netruimte=0.97, vraag_laag_mw=1.4, vraag_midden_mw=1.8, vraag_hoog_mw=2.3,
             eerste_jaar=2030, uitvoerbaarheid="aandacht",
             zwaarste_belemmering="Archeologie: onderzoek nodig", **room),
        _row(NAMES[1], "station_ts_ms", 2031, 2, plan_oordeel="past_met_voorwaarden",
             net_oordeel="nee", kans_netruimte=0.02, net_status="rood", net_status_tennet="oranje",
             plan_reden="Bedrijventerrein; nutsvoorziening na afwijking.", procedure="binnenplans",
             net_reden="De netbeheerder meldt rood tot 2034; de rekensom geeft 22 MW; "
             "de melding gaat voor.", jaar_opgelost_rnb=2031, jaar_opgelost_tennet=2034,
             vraag_laag_mw=9.0, vraag_midden_mw=11.0, vraag_hoog_mw=13.0, eerste_jaar=2034,
             uitvoerbaarheid="nee_tenzij", n_nee_tenzij=1, zwaarste_belemmering="Gasleiding op 2 m",
             beperkend_niveau="tennet", beperkend_gebied="Meerdam 150 kV", **room),
        _row(NAMES[2], "batterij", 2029, 3, plan_oordeel="past_niet", net_oordeel="ja",
             kans_netruimte=0.93, plan_reden="Natuur; energieopslag is daar niet toegestaan.",
             procedure="bopa", net_reden="Er is ruimte.", vraag_laag_mw=4.0, vraag_midden_mw=5.0,
             vraag_hoog_mw=6.0, uitvoerbaarheid="uitgesloten", n_uitsluiting=1,
             zwaarste_belemmering="Ligt in Natura 2000", **room),
        _row(NAMES[3], "woningbouw", 2032, 4, plan_oordeel="past_niet", net_oordeel="nee",
             kans_netruimte=0.04, net_status="oranje", plan_reden="Agrarisch gebied.",
             procedure="wijziging", net_reden="De vraag is groter dan de ruimte.",
             vraag_laag_mw=5.0, vraag_midden_mw=6.5, vraag_hoog_mw=8.0, **short),
        _row(NAMES[4], "zonnepark", 2028, 0, scenario_mogelijk="3,4", plan_oordeel="past_niet",
             net_oordeel="onbekend", plan_reden="Geen plan <b>gevonden</b>.",
             net_reden="Het voedingsgebied is niet bekend.", voedingsgebied=None,
             net_status=None, net_status_tennet=None, net_peildatum=None,
             uitvoerbaarheid="niet_getoetst"),
    ])  # fmt: skip


def findings() -> pd.DataFrame:
    base = {"systeem": "omgevingswet", "bron": "Bkl par. 5.1.2.3", "bron_datum": "2024-01-01",
            "bron_status": "primair", "nauwkeurigheid_m": 1.0}  # fmt: skip
    rows = []
    for name in NAMES:
        rows += [
            {**base, "locatie": name, "regel": "leiding_strook", "thema": "buisleidingen",
             "aard": "juridisch", "zwaarte": "nee_tenzij", "object_id": "L-7", "afstand_m": 2.0,
             "vereist_m": 5.0, "marge_m": -3.0, "oordeel": "belemmering",
             "toelichting": "Gasleiding op 2 m; nodig is 5 m; marge −3 m."},
            {**base, "locatie": name, "regel": "geluid_woning", "thema": "bebouwing",
             "aard": "fysiek", "zwaarte": "aandacht", "object_id": "B-12", "afstand_m": 49.6,
             "vereist_m": 50.0, "marge_m": -0.4, "oordeel": "binnen_foutmarge", "systeem": "oud",
             "bron_status": "te_verifieren",
             "toelichting": "Woning op 50 m; richtafstand 50 m (oud stelsel, indicatief)."},
            {**base, "locatie": name, "regel": "spoor_11m", "thema": "spoor", "aard": "juridisch",
             "zwaarte": "nee_tenzij", "object_id": "S-1", "afstand_m": 840.0, "vereist_m": 11.0,
             "marge_m": 829.0, "oordeel": "geen_belemmering", "toelichting": "Spoor op 840 m."},
            {**base, "locatie": name, "regel": "ecologie", "thema": "natura2000", "aard": "fysiek",
             "zwaarte": "aandacht", "oordeel": "niet_getoetst",
             "toelichting": "Stikstof vraagt een AERIUS-berekening."},
        ]  # fmt: skip
    return table(columns.FINDING, rows)


def actions() -> pd.DataFrame:
    steps = (
        (
            "gemeente_ruimte",
            1,
            "Bespreek de ligging van de gasleiding met de leidingbeheerder.",
            0.5,
            1,
        ),
        ("gemeente_energie", 2, "Neem de locatie op in het warmteprogramma.", None, None),
        ("netbeheerder", 3, "Vraag transportcapaciteit aan en noem het jaar.", 1, 2),
    )
    return table(columns.ACTION, [
        {"locatie": name, "scenario": 1, "proces": "beide", "partner": partner, "volgorde": order,
         "actie": text, "trekker": partner, "doorlooptijd_min_jaren": low,
         "doorlooptijd_max_jaren": high, "status": "open", "bron": "TNO 2024 R12789, §4.2"}
        for name in NAMES for partner, order, text, low, high in steps
    ])  # fmt: skip


def headroom() -> pd.DataFrame:
    rows = []
    for offset, year in enumerate(range(2026, 2041)):
        middle = 14.0 - 0.6 * offset
        rows.append({
            "gebied_id": "OS Meerdam", "naam": "OS Meerdam", "niveau": "rnb", "richting": "afname",
            "jaar": year, "status": "transparant", "netruimte_midden_mw": middle,
            "netruimte_laag_mw": middle - 3 - 0.5 * offset, "projectie": offset > 0,
            "netruimte_hoog_mw": middle + 3 + 0.4 * offset, "geschat": False,
        })  # fmt: skip
    return table(columns.HEADROOM, rows)


def plan_findings() -> pd.DataFrame:
    return table(columns.PLAN_FINDING, [
        {"locatie": NAMES[0], "plan_naam": "Molenveld 2020", "object_type": "Enkelbestemming",
         "naam": "Woongebied", "artikel": "5", "oordeel": "past", "overlap_aandeel": 0.92,
         "toelichting": "Wonen is toegestaan."},
    ])  # fmt: skip


def sites() -> Features:
    squares = [shapely.box(1000 * i, 0, 1000 * i + 300, 200) for i in range(len(NAMES))]
    rows = [{"naam": r["locatie"], "activiteit": r["activiteit"], "jaar": r["jaar"]}
            for r in output().to_dict("records")]  # fmt: skip
    return Features(np.array(squares, dtype=object), table(columns.SITE, rows))


def areas() -> Features:
    """The area of the sites and the TenneT area above it; without figures."""
    rows = [{"gebied_id": "OS Meerdam", "niveau": "rnb", "bovenliggend": "Meerdam 150 kV",
             "richting": "afname", "jaar": 2026},
            {"gebied_id": "Meerdam 150 kV", "niveau": "tennet", "richting": "afname",
             "jaar": 2026}]  # fmt: skip
    shape = shapely.box(0, 0, 6000, 4000)
    return Features(np.array([shape, shape], dtype=object), table(columns.AREA, rows))


def sharing() -> pd.DataFrame:
    parts = (("OS Meerdam", "rnb", "Meerdam <M>", 0.7), ("OS Meerdam", "rnb", "Polderland", 0.297),
             ("OS Meerdam", "rnb", "Rand", 0.003),
             ("Meerdam 150 kV", "tennet", "Polderland", 1.0),
             ("Elders", "rnb", "Verweg", 1.0))  # fmt: skip
    return table(columns.SHARE, [
        {"gebied_id": area, "niveau": level, "gemeente": town, "oppervlak_ha": 1000 * share,
         "aandeel_oppervlak": share} for area, level, town, share in parts
    ])  # fmt: skip


def options() -> pd.DataFrame:
    """Weidezicht has one option that fits; for Onderstation Oost none does."""
    base = {"net_oordeel": "nee", "kans_netruimte": 0.04, "vraag_midden_mw": 6.5, "jaar": 2032,
            "past": False, "extra_msr": 12, "extra_ruimte_m2": 180.0,
            "extra_waarvoor": "12 middenspanningsruimten (180 m²)",
            "eerste_jaar": 2034}  # fmt: skip
    rows = [
        {**base, "locatie": NAMES[3], "optie": "als gepland", "wijziging": "niets"},
        {**base, "locatie": NAMES[3], "optie": "batterij", "wijziging": "batterij van 3 MW",
         "kans_netruimte": 0.41, "vraag_midden_mw": 3.5, "extra_ruimte_m2": 1380.0,
         "extra_waarvoor": "batterij (1.200 m²), 12 middenspanningsruimten (180 m²)"},
        {**base, "locatie": NAMES[3], "optie": "andere warmteoplossing", "wijziging": "warmtenet",
         "kans_netruimte": 0.93, "vraag_midden_mw": 2.6, "past": True, "eerste_jaar": 2032,
         "voorwaarde": "Mits er een warmtebron is <let op>."},
        {**base, "locatie": NAMES[1], "optie": "als gepland", "wijziging": "niets",
         "kans_netruimte": float("nan"), "extra_msr": None, "extra_ruimte_m2": 0.0},
        {**base, "locatie": NAMES[1], "optie": "batterij", "wijziging": "batterij van 1 MW",
         "kans_netruimte": float("nan"), "extra_msr": None},
        {"locatie": NAMES[1], "optie": "geen", "wijziging": "geen gevonden", "past": False,
         "toelichting": "De netbeheerder laat hier nu geen nieuwe aanvraag toe."},
    ]  # fmt: skip
    return table(columns.OPTION, rows)


def result() -> SimpleNamespace:
    """An outcome with the attributes of study.quickscan.Result."""
    layers = table(columns.SOURCE, [
        {"laag": "bebouwing", "titel": "Gebouwen (verzonnen)", "uitgever": "dit project",
         "licentie": "CC0", "opgehaald_op": "2026-11-01", "aantal": 4200, "nauwkeurigheid_m": 0.3},
    ])  # fmt: skip
    rules = pd.DataFrame(
        [("constraints", "leiding_strook", "Bkl par. 5.1.2.3", "", "2024-01-01", "primair"),
         ("constraints", "geluid_woning", "VNG 2009", "https://example.org", "2009-01-01",
          "te_verifieren")],
        columns=["tabel", "id", "bron", "url", "bron_datum", "bron_status"],
    )  # fmt: skip
    provenance = SimpleNamespace(
        data="data.gpkg", layers=layers, rules=rules, rules_version="0123456789ab",
        settings=Settings(reference_date=date(2026, 11, 1)), versions={"REV": "0.1.0"},
        absent=("percelen", "kabels"), warnings=("2 geometrieën hersteld in bebouwing.",),
    )  # fmt: skip
    return SimpleNamespace(
        sites=sites(), output=output(), findings=findings(), actions=actions(),
        plan_findings=plan_findings(), demand=table(columns.DEMAND, []), headroom=headroom(),
        areas=areas(), provenance=provenance, sharing=sharing(), options=options(),
    )  # fmt: skip
