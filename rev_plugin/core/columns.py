"""Column contracts: the names, kinds and Dutch aliases of every table REV reads or gives.

These are promises to scripts, models and reports; they do not change once landed.
"""

from __future__ import annotations

from rev_plugin.core.model import Column


def _columns(text: str) -> tuple[Column, ...]:
    """Columns from lines "name kind alias"; the alias may hold spaces or be absent."""
    rows = (line.split(None, 2) for line in text.strip().splitlines())
    return tuple(Column(row[0], row[1], row[2] if len(row) > 2 else "") for row in rows)


SITE = _columns("""
naam text Locatie
activiteit text Activiteit
jaar int Jaar
proces text Proces (ruimtelijk / energie)
fase text Fase
zekerheid text Zekerheid (idee / plan / vastgesteld / vergund)
voorkeur_gemeente text Voorkeur van de gemeente
woningen float Woningen
warmteoplossing text Warmteoplossing
laadpunten_per_woning float Laadpunten per woning
zon_dak_kwp float Zon op dak (kWp)
oppervlak_ha float Oppervlak (ha)
bvo_m2 float Bruto vloeroppervlak (m²)
laadpunten float Laadpunten
vermogen_mw float Vermogen (MW)
teruglevering_mw float Teruglevering (MW)
opslag_mwh float Opslag (MWh)
gecontracteerd_mw float Gecontracteerd (MW)
bestaande_vraag_mw float Bestaande vraag (MW)
bestaand_contract_mw float Bestaand contract (MW)
mva float Transformatorvermogen (MVA)
hoogte_m float Hoogte (m)
tiphoogte_m float Tiphoogte (m)
aansluitcategorie text Aansluitcategorie
prioriteit text Prioriteit
contractvorm text Contractvorm
al_meegeteld text Al meegeteld (ja / nee / onbekend)
""")

PLAN_OBJECT = _columns("""
plan_id text Plan-id
plan_naam text Plannaam
plan_type text Plantype
plan_status text Planstatus
plan_dossierstatus text Dossierstatus
plan_deel text Deel (tijdelijk / tam / nieuw)
overheid text Overheid
datum text Datum
object_id text Object-id
object_type text Objecttype
hoofdgroep text Hoofdgroep
naam text Naam
artikel text Artikel
tekst text Tekst
tekst_url text Link naar de tekst
kwalificatie text Kwalificatie
activiteit text Activiteit
waarde text Waarde
eenheid text Eenheid
bron text Bron
""")

AREA = _columns("""
gebied_id text Gebied-id
naam text Naam
netbeheerder text Netbeheerder
niveau text Niveau (rnb / tennet)
bovenliggend text Bovenliggende gebieden
richting text Richting
jaar int Jaar van de cijfers
capaciteit_mw float Aanwezig (MW)
benodigd_mw float Benodigd (MW)
wachtrij_mw float Wachtrij (MW, contractwaarde)
wachtrij_aantal int Wachtrij (aantal)
belasting_lopend_jaar_mw float Verwachte belasting lopend jaar (MW)
status text Status
jaar_opgelost int Jaar opgelost
werken text Werken
geschat bool Geschat
bron text Bron
peildatum text Peildatum
""")

POSTCODE_AREA = _columns("""
postcode text Postcode
gebied_id text Gebied-id
tennet_station text TenneT-station
status_afname text Status afname
status_invoeding text Status invoeding
""")

SOURCE = _columns("""
laag text Laag
titel text Titel
uitgever text Uitgever
url text Link
licentie text Licentie
opgehaald_op text Opgehaald op
geldig_op text Geldig op
crs text CRS
aantal int Aantal objecten
nauwkeurigheid_m float Nauwkeurigheid (m)
goedgekeurd_gemeente text Goedgekeurd door gemeente
goedgekeurd_netbeheerder text Goedgekeurd door netbeheerder
""")

OVERRULING = _columns("""
locatie text Locatie
soort text Soort oordeel (plan)
oordeel text Oordeel
reden text Reden
door text Door
op text Op (datum)
plan_id text Plan-id bij het oordeel
plan_oordeel text Voorstel van REV bij het oordeel
""")

DEMAND = _columns("""
locatie text Locatie
activiteit text Activiteit
jaar int Jaar
vraag_laag_mw float Vraag afname laag (MW)
vraag_midden_mw float Vraag afname midden (MW)
vraag_hoog_mw float Vraag afname hoog (MW)
invoeding_laag_mw float Invoeding laag (MW)
invoeding_midden_mw float Invoeding midden (MW)
invoeding_hoog_mw float Invoeding hoog (MW)
moment_afname text Maatgevend moment afname
moment_invoeding text Maatgevend moment invoeding
gecontracteerd_mw float Gecontracteerd (MW)
energie_mwh float Jaarvraag (MWh)
methode text Methode
toelichting text Toelichting
bron text Bron
""")

HEADROOM = _columns("""
gebied_id text Gebied-id
naam text Naam
netbeheerder text Netbeheerder
niveau text Niveau
richting text Richting
jaar int Jaar
status text Status
jaar_opgelost int Jaar opgelost
capaciteit_mw float Aanwezig (MW)
benodigd_mw float Benodigd (MW)
wachtrij_mw float Wachtrij (MW)
netruimte_laag_mw float Netruimte laag (MW)
netruimte_midden_mw float Netruimte midden (MW)
netruimte_hoog_mw float Netruimte hoog (MW)
projectie bool Projectie
geschat bool Geschat
beperkend_niveau text Beperkend niveau
beperkend_gebied text Beperkend gebied
eerste_jaar int Eerste jaar met ruimte
toelichting text Toelichting
bron text Bron
peildatum text Peildatum
""")

PLAN = _columns("""
plan_oordeel text Planoordeel
plan_reden text Reden planoordeel
plan_aandeel float Aandeel oppervlak
plan_id text Plan-id
plan_naam text Plannaam
plan_status text Planstatus
plan_artikel text Artikel
plan_url text Link naar de regel
plan_zekerheid text Zekerheid planoordeel
procedure text Procedure
ruimte_gereserveerd text Ruimte gereserveerd
reservering_instrument text Instrument van de reservering
""")

NET = _columns("""
net_oordeel text Netoordeel
net_reden text Reden netoordeel
net_oordeel_afname text Netoordeel afname
net_oordeel_invoeding text Netoordeel invoeding
richting_bepalend text Bepalende richting
kans_netruimte float Kans op netruimte
voedingsgebied text Voedingsgebied
netruimte_laag_mw float Netruimte laag (MW)
netruimte_midden_mw float Netruimte midden (MW)
netruimte_hoog_mw float Netruimte hoog (MW)
vraag_laag_mw float Vraag laag (MW)
vraag_midden_mw float Vraag midden (MW)
vraag_hoog_mw float Vraag hoog (MW)
gecontracteerd_mw float Gecontracteerd (MW)
net_status text Netstatus regionaal
net_status_tennet text Netstatus TenneT
jaar_opgelost_rnb int Jaar opgelost regionaal
jaar_opgelost_tennet int Jaar opgelost TenneT
wachtrij_mw float Wachtrij regionaal (MW)
beperkend_niveau text Beperkend niveau
beperkend_gebied text Beperkend gebied
eerste_jaar int Eerste jaar met ruimte
net_bron text Bron netcijfers
net_peildatum text Peildatum netcijfers
net_geschat bool Netcijfers geschat
gemeenten text Gemeenten in het voedingsgebied
""")

QUICKSCAN = (
    _columns("""
locatie text Locatie
activiteit text Activiteit
jaar int Jaar
scenario int Scenario
scenario_mogelijk text Mogelijke scenario's
uitvoerbaarheid text Uitvoerbaarheid
""")
    + PLAN
    + NET
    + _columns("""
n_uitsluiting int Aantal uitsluitingen
n_nee_tenzij int Aantal nee, tenzij
n_aandacht int Aantal aandachtspunten
n_niet_getoetst int Aantal niet getoetst
zwaarste_belemmering text Zwaarste belemmering
niet_getoetst text Niet getoetst
doorlooptijd_min_jaren float Doorlooptijd minimaal (jaren)
doorlooptijd_max_jaren float Doorlooptijd maximaal (jaren)
regels_versie text Versie regels
plugin_versie text Versie plugin
""")
)

FINDING = _columns("""
locatie text Locatie
regel text Regel
thema text Thema
aard text Aard
zwaarte text Zwaarte
systeem text Stelsel
object_id text Object-id
afstand_m float Afstand (m)
vereist_m float Vereist (m)
marge_m float Marge (m)
nauwkeurigheid_m float Nauwkeurigheid (m)
overlap_m2 float Overlap (m²)
overlap_aandeel float Aandeel overlap
oordeel text Oordeel
bron text Bron
bron_datum text Datum van de bron
bron_status text Status van de bron
toelichting text Toelichting
""")

PLAN_FINDING = _columns("""
locatie text Locatie
plan_id text Plan-id
plan_naam text Plannaam
plan_status text Planstatus
object_id text Object-id
object_type text Objecttype
hoofdgroep text Hoofdgroep
naam text Naam
artikel text Artikel
tekst_url text Link naar de tekst
regel text Regel
oordeel text Oordeel
overlap_m2 float Overlap (m²)
overlap_aandeel float Aandeel overlap
toelichting text Toelichting
""")

ACTION = _columns("""
locatie text Locatie
scenario int Scenario
proces text Proces
partner text Partner
volgorde int Volgorde
actie text Actie
trekker text Trekker
doorlooptijd_min_jaren float Doorlooptijd minimaal (jaren)
doorlooptijd_max_jaren float Doorlooptijd maximaal (jaren)
status text Status
notitie text Notitie
bron text Bron
""")

OPTION = _columns("""
locatie text Locatie
optie text Optie
wijziging text Wat verandert
past bool Past dan
net_oordeel text Netoordeel
kans_netruimte float Kans op netruimte
vraag_midden_mw float Vraag midden (MW)
vraag_hoog_mw float Vraag hoog (MW)
jaar int Jaar
eerste_jaar int Eerste jaar met ruimte
voedingsgebied text Voedingsgebied
extra_msr int Middenspanningsruimten
extra_ruimte_m2 float Ruimte op de grond (m²)
extra_waarvoor text Waarvoor die ruimte is
voorwaarde text Voorwaarde
toelichting text Toelichting
""")

SHARE = _columns("""
gebied_id text Voedingsgebied
niveau text Niveau
gemeente text Gemeente
oppervlak_ha float Oppervlak (ha)
aandeel_oppervlak float Aandeel van het oppervlak
woningen float Woningen
aandeel_woningen float Aandeel van de woningen
""")

RESERVATION = _columns("""
naam text Ruimteclaim
activiteit text Activiteit
jaar int Jaar
overheid text Overheid of netbeheerder
ruimte_gereserveerd text Ruimte gereserveerd (ja / deels / nee / onbekend)
aandeel float Aandeel gereserveerd
instrument text Instrument dat het meest bindt
vindplaats text Waar de reservering staat
bindt text Wie het bindt
bindt_iedereen bool Bindt iedereen
ontbreekt text Wat ontbreekt om de volgende te binden
volgend_instrument text Instrument dat de volgende bindt
plan_id text Plan-id
plan_naam text Plannaam
plan_artikel text Artikel
plan_url text Link naar de regel
ontwikkelingen text Ontwikkelingen over de claim
bron text Bron
""")

ZONE = _columns("""
regel text Regel
thema text Thema
activiteit text Activiteit
aard text Aard
zwaarte text Zwaarte
systeem text Stelsel
afstand_m float Afstand (m)
bron text Bron
bron_status text Status van de bron
toelichting text Toelichting
""")

_SITE_HEAD = _columns("""
locatie text Locatie
activiteit text Activiteit
jaar int Jaar
""")

# What rev:constraints and rev:planfit say per site; the quickscan has the same columns.
SITE_CONSTRAINTS = _SITE_HEAD + _columns("""
uitvoerbaarheid text Uitvoerbaarheid
n_uitsluiting int Aantal uitsluitingen
n_nee_tenzij int Aantal nee, tenzij
n_aandacht int Aantal aandachtspunten
n_niet_getoetst int Aantal niet getoetst
zwaarste_belemmering text Zwaarste belemmering
niet_getoetst text Niet getoetst
regels_versie text Versie regels
plugin_versie text Versie plugin
""")

SITE_PLAN = (
    _SITE_HEAD
    + PLAN
    + _columns("""
regels_versie text Versie regels
plugin_versie text Versie plugin
""")
)
