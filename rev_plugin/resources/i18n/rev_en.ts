<?xml version='1.0' encoding='utf-8'?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="nl">
  <context>
    <name>REV</name>
    <message>
      <source> of </source>
      <translation> or </translation>
    </message>
    <message>
      <source>"{part}" is geen jaar of reeks jaren, zoals 2030 of 2025-2050</source>
      <translation>"{part}" is no year or range of years, such as 2030 or 2025-2050</translation>
    </message>
    <message>
      <source>"{part}" ligt niet tussen {first} en {last} of loopt terug</source>
      <translation>"{part}" is not between {first} and {last}, or runs backwards</translation>
    </message>
    <message>
      <source>"{value}" is geen getal van 0 of meer.</source>
      <translation>"{value}" is not a number of 0 or more.</translation>
    </message>
    <message>
      <source>"{word}" is onbekend; kies uit {known}.</source>
      <translation>"{word}" is unknown; choose from {known}.</translation>
    </message>
    <message>
      <source>&amp;Aanwijzen</source>
      <translation>&amp;Point at</translation>
    </message>
    <message>
      <source>&amp;Activiteit</source>
      <translation>&amp;Activity</translation>
    </message>
    <message>
      <source>&amp;Afstanden exact tot (m)</source>
      <translation>&amp;Distances exact up to (m)</translation>
    </message>
    <message>
      <source>&amp;Bestanden toevoegen…</source>
      <translation>&amp;Add files…</translation>
    </message>
    <message>
      <source>&amp;Eigen regels</source>
      <translation>&amp;Own rules</translation>
    </message>
    <message>
      <source>&amp;Gegevens</source>
      <translation>&amp;Data</translation>
    </message>
    <message>
      <source>&amp;Gegevens-GeoPackage</source>
      <translation>&amp;Data GeoPackage</translation>
    </message>
    <message>
      <source>&amp;Gereed</source>
      <translation>&amp;Done</translation>
    </message>
    <message>
      <source>&amp;Intrekken</source>
      <translation>&amp;Take back</translation>
    </message>
    <message>
      <source>&amp;Locaties</source>
      <translation>&amp;Sites</translation>
    </message>
    <message>
      <source>&amp;Naam</source>
      <translation>&amp;Name</translation>
    </message>
    <message>
      <source>&amp;Notitie</source>
      <translation>&amp;Note</translation>
    </message>
    <message>
      <source>&amp;Oordeel</source>
      <translation>&amp;Verdict</translation>
    </message>
    <message>
      <source>&amp;Overrulen…</source>
      <translation>&amp;Overrule…</translation>
    </message>
    <message>
      <source>&amp;Quickscan uitvoeren</source>
      <translation>&amp;Run quickscan</translation>
    </message>
    <message>
      <source>&amp;Reden</source>
      <translation>&amp;Reason</translation>
    </message>
    <message>
      <source>&amp;Stop</source>
      <translation>&amp;Stop</translation>
    </message>
    <message>
      <source>&amp;Toon</source>
      <translation>&amp;Show</translation>
    </message>
    <message>
      <source>&amp;Trekker</source>
      <translation>&amp;Lead</translation>
    </message>
    <message>
      <source>&amp;Uitleg</source>
      <translation>&amp;Help</translation>
    </message>
    <message>
      <source>&amp;Vastleggen</source>
      <translation>&amp;Keep</translation>
    </message>
    <message>
      <source>&amp;Vastleggen en toetsen</source>
      <translation>&amp;Keep and test</translation>
    </message>
    <message>
      <source>&amp;Voorbeeldproject openen</source>
      <translation>&amp;Open example project</translation>
    </message>
    <message>
      <source>1 locatie</source>
      <translation>1 site</translation>
    </message>
    <message>
      <source>1 locatie getoetst.</source>
      <translation>1 site tested.</translation>
    </message>
    <message>
      <source>1 object</source>
      <translation>1 object</translation>
    </message>
    <message>
      <source>1 planobject op deze plek</source>
      <translation>1 plan object at this place</translation>
    </message>
    <message>
      <source>1 regel niet getoetst: dat zegt niets over de uitkomst</source>
      <translation>1 rule not tested: that says nothing about the outcome</translation>
    </message>
    <message>
      <source>1 regel zonder belemmering</source>
      <translation>1 rule without a constraint</translation>
    </message>
    <message>
      <source>&lt;b&gt;{name}&lt;/b&gt; heeft een ander programma; de uitkomst hieronder is voorlopig. Bewaard wordt pas bij Vastleggen.</source>
      <translation>&lt;b&gt;{name}&lt;/b&gt; has another programme; the outcome below is provisional. It is only kept with Keep.</translation>
    </message>
    <message>
      <source>&lt;b&gt;{name}&lt;/b&gt; wordt verschoven; de uitkomst hieronder is voorlopig. Sleep, draai (rondje) of vergroot (vierkantje), of klik ergens. Bewaard wordt pas bij Vastleggen.</source>
      <translation>&lt;b&gt;{name}&lt;/b&gt; is being moved; the outcome below is provisional. Drag, turn (circle) or resize (square), or click somewhere. It is stored only when you choose Keep.</translation>
    </message>
    <message>
      <source>Aandeel</source>
      <translation>Share</translation>
    </message>
    <message>
      <source>Aandeel dat als &amp;snipper niet meetelt</source>
      <translation>Share ignored as a &amp;sliver</translation>
    </message>
    <message>
      <source>Aandeel dat als snipper niet meetelt</source>
      <translation>Share that does not count, as a sliver</translation>
    </message>
    <message>
      <source>Aandeel van de woningen</source>
      <translation>Share of the dwellings</translation>
    </message>
    <message>
      <source>Aandeel van het oppervlak</source>
      <translation>Share of the area</translation>
    </message>
    <message>
      <source>Aandeel waarop dit oordeel rust</source>
      <translation>Share this verdict rests on</translation>
    </message>
    <message>
      <source>Aansluiting en contract</source>
      <translation>Connection and contract</translation>
    </message>
    <message>
      <source>Aanwezig</source>
      <translation>Present</translation>
    </message>
    <message>
      <source>Activiteit</source>
      <translation>Activity</translation>
    </message>
    <message>
      <source>Afname</source>
      <translation>Offtake</translation>
    </message>
    <message>
      <source>Afstand</source>
      <translation>Distance</translation>
    </message>
    <message>
      <source>Afstanden exact tot (m)</source>
      <translation>Distances exact up to (m)</translation>
    </message>
    <message>
      <source>Alle locaties</source>
      <translation>All sites</translation>
    </message>
    <message>
      <source>Alle {count} regels</source>
      <translation>All {count} rules</translation>
    </message>
    <message>
      <source>Alleen zones in dit gebied; leeg is alles.</source>
      <translation>Only zones in this area; empty means all.</translation>
    </message>
    <message>
      <source>Artikel</source>
      <translation>Article</translation>
    </message>
    <message>
      <source>Atlas als PDF (*.pdf)</source>
      <translation>Atlas as PDF (*.pdf)</translation>
    </message>
    <message>
      <source>Band: netruimte per jaar (P10, P50, P90). Streepjes: vraag. Arcering: volgens de netbeheerder geen ruimte.</source>
      <translation>Band: headroom per year (P10, P50, P90). Dashes: demand. Hatching: no room according to the grid operator.</translation>
    </message>
    <message>
      <source>Beantwoordt per locatie twee vragen: past de activiteit in het omgevingsplan, en is er netcapaciteit? Samen geven ze een van de vier scenario's; 0 als een van de twee onbekend is. Daarnaast staan de belemmeringen met gemeten en vereiste afstand, en de stappen per partner.

Wat ontbreekt, is niet getoetst en nooit 'geen belemmering'.

Het netoordeel is een indicatie op stationsniveau en geen toezegging: alleen de netbeheerder wijst transportcapaciteit toe. Het planoordeel is een voorstel op basis van de kaart; de regeltekst is niet beoordeeld, tenzij vermeld.</source>
      <translation>Answers two questions per site: does the activity fit the omgevingsplan (the municipality's plan), and is there grid capacity? Together they give one of the four scenarios; 0 when either is unknown. Beside it stand the constraints with measured and required distance, and the steps per partner.

What is missing is not tested, and never 'no constraint'.

The grid verdict is an indication at station level and no commitment: only the grid operator grants transport capacity. The plan verdict is a proposal based on the map; the text of the rules has not been judged, unless stated.</translation>
    </message>
    <message>
      <source>Bebouwing of vraag</source>
      <translation>Buildings or demand</translation>
    </message>
    <message>
      <source>Belastingcurven (CSV)</source>
      <translation>Load curves (CSV)</translation>
    </message>
    <message>
      <source>Belemmeringen toetsen</source>
      <translation>Test constraints</translation>
    </message>
    <message>
      <source>Benodigd</source>
      <translation>Required</translation>
    </message>
    <message>
      <source>Bepalende richting</source>
      <translation>Deciding direction</translation>
    </message>
    <message>
      <source>Beperkend</source>
      <translation>Limiting</translation>
    </message>
    <message>
      <source>Bestanden toevoegen</source>
      <translation>Add files</translation>
    </message>
    <message>
      <source>Bevinding</source>
      <translation>Finding</translation>
    </message>
    <message>
      <source>Bevindingen</source>
      <translation>Findings</translation>
    </message>
    <message>
      <source>Bevindingen: {nature}</source>
      <translation>Findings: {nature}</translation>
    </message>
    <message>
      <source>Bewaar wat u hier probeert (op de kaart: Enter)</source>
      <translation>Keep what you are trying here (on the map: Enter)</translation>
    </message>
    <message>
      <source>Bladzijde {number} van {count}</source>
      <translation>Page {number} of {count}</translation>
    </message>
    <message>
      <source>Blauw: netruimte, van P10 tot P90 met het midden. Oranje stippellijn: de vraag. Gearceerd: de netbeheerder meldt geen ruimte; dat gaat voor de rekensom.</source>
      <translation>Blue: headroom, from P10 to P90 with the middle. Orange dashes: the demand. Hatched: the operator reports no capacity; that goes before the arithmetic.</translation>
    </message>
    <message>
      <source>Bron</source>
      <translation>Source</translation>
    </message>
    <message>
      <source>Bron: {source}</source>
      <translation>Source: {source}</translation>
    </message>
    <message>
      <source>Cijfers (*.json *.csv *.txt);;Alle bestanden (*)</source>
      <translation>Figures (*.json *.csv *.txt);;All files (*)</translation>
    </message>
    <message>
      <source>Cijfers geschat</source>
      <translation>Figures estimated</translation>
    </message>
    <message>
      <source>Cijfers van de netbeheerder</source>
      <translation>Figures of the grid operator</translation>
    </message>
    <message>
      <source>Curven (*.csv *.txt);;Alle bestanden (*)</source>
      <translation>Curves (*.csv *.txt);;All files (*)</translation>
    </message>
    <message>
      <source>Datum</source>
      <translation>Date</translation>
    </message>
    <message>
      <source>De GeoPackage met alle lagen van de studie.</source>
      <translation>The GeoPackage with all layers of the study.</translation>
    </message>
    <message>
      <source>De GeoPackage met alle lagen van de verkenning. Een laag die ontbreekt, maakt de regels die hem gebruiken niet_getoetst. Het bestand wordt alleen gelezen.</source>
      <translation>The GeoPackage with all layers of the study. A missing layer makes the rules that use it niet_getoetst (not tested). The file is only read.</translation>
    </message>
    <message>
      <source>De GeoPackage met de lagen quickscan, bevindingen en acties.</source>
      <translation>The GeoPackage with the layers quickscan, bevindingen and acties.</translation>
    </message>
    <message>
      <source>De activiteit waarvoor de zones gelden.</source>
      <translation>The activity the zones are for.</translation>
    </message>
    <message>
      <source>De afstand gaat langs deze lijnen; leeg is hemelsbreed.</source>
      <translation>Distance runs along these lines; empty means as the crow flies.</translation>
    </message>
    <message>
      <source>De bladzijden van de atlas worden getekend.</source>
      <translation>The pages of the atlas are being drawn.</translation>
    </message>
    <message>
      <source>De code waarmee de cijfers en de vlakken bij elkaar horen.</source>
      <translation>The code by which figures and areas belong together.</translation>
    </message>
    <message>
      <source>De dag waarop de verkenning geldt; leeg is vandaag. Bepaalt welke netregels gelden.</source>
      <translation>The day the study holds for; empty is today. Decides which grid rules apply.</translation>
    </message>
    <message>
      <source>De drempels kloppen niet: {error}</source>
      <translation>The thresholds do not hold together: {error}</translation>
    </message>
    <message>
      <source>De eigen kleur per postcode, als de cijfers die geven.</source>
      <translation>The postcode's own colour, where the figures give one.</translation>
    </message>
    <message>
      <source>De gelijktijdige extra vraag in kW (midden) van een aantal nieuwe woningen met een warmteoplossing, volgens de kencijfers van REV.&lt;br&gt;&lt;br&gt;rev_vraag_kw(200, 'all_electric') → 627.6</source>
      <translation>The coincident extra demand in kW (middle) of a number of new dwellings with a heat solution, by REV's key figures.&lt;br&gt;&lt;br&gt;rev_vraag_kw(200, 'all_electric') → 627.6</translation>
    </message>
    <message>
      <source>De kolom met de postcode, zoals 2231 AB.</source>
      <translation>The column with the postcode, such as 2231 AB.</translation>
    </message>
    <message>
      <source>De laag {layer} heeft geen kolom {column} en die is niet toe te voegen.</source>
      <translation>The layer {layer} has no column {column} and it cannot be added.</translation>
    </message>
    <message>
      <source>De laag {layer} is niet te bewerken.</source>
      <translation>The layer {layer} cannot be edited.</translation>
    </message>
    <message>
      <source>De locaties met hun vraag in MW en MWh.</source>
      <translation>The sites with their demand in MW and MWh.</translation>
    </message>
    <message>
      <source>De locaties met hun zwaarste belemmering en de aantallen.</source>
      <translation>The sites with their heaviest constraint and the counts.</translation>
    </message>
    <message>
      <source>De locaties met oordeel en reden.</source>
      <translation>The sites with verdict and reason.</translation>
    </message>
    <message>
      <source>De locaties met scenario, planoordeel, netoordeel en reden.</source>
      <translation>The sites with scenario, plan verdict, grid verdict and reason.</translation>
    </message>
    <message>
      <source>De map {folder} bestaat niet; er is niets geschreven.</source>
      <translation>The folder {folder} does not exist; nothing was written.</translation>
    </message>
    <message>
      <source>De naam {name} past niet bij de vorm {format} (FORMAT). Kies de andere vorm, of een naam die eindigt op .{format}.</source>
      <translation>The name {name} does not go with the format {format} (FORMAT). Choose the other format, or a name that ends in .{format}.</translation>
    </message>
    <message>
      <source>De netbeheerder meldt: {statuses}</source>
      <translation>The grid operator reports: {statuses}</translation>
    </message>
    <message>
      <source>De omgeving wordt ingelezen…</source>
      <translation>Reading the surroundings…</translation>
    </message>
    <message>
      <source>De opties worden doorgerekend…</source>
      <translation>Working out the options…</translation>
    </message>
    <message>
      <source>De uitkomst van Netcapaciteit inlezen; leeg is de laag in DATA.</source>
      <translation>The outcome of Read grid capacity; empty means the layer in DATA.</translation>
    </message>
    <message>
      <source>De uitleg zit niet in deze installatie.</source>
      <translation>The help pages are not in this installation.</translation>
    </message>
    <message>
      <source>De vervolgstappen per locatie en partner.</source>
      <translation>The next steps per site and partner.</translation>
    </message>
    <message>
      <source>De verwachte netruimte in MW (midden) van een voedingsgebied in een jaar, uit de quickscan die in REV open staat; NULL als die onbekend is.&lt;br&gt;&lt;br&gt;rev_netruimte('OS Meerdam', 'afname', 2030) → 14.2</source>
      <translation>The expected headroom in MW (middle) of a supply area in a year, from the quickscan that is open in REV; NULL when unknown.&lt;br&gt;&lt;br&gt;rev_netruimte('OS Meerdam', 'afname', 2030) → 14.2</translation>
    </message>
    <message>
      <source>De vlakken van Plan inlezen, of de laag planobjecten van de gegevens.</source>
      <translation>The areas from Read plan, or the layer planobjecten of the data.</translation>
    </message>
    <message>
      <source>De vlakken van Plan inlezen; zonder plan is onbekend of het plan reserveert.</source>
      <translation>The areas from Read plan; without a plan it is unknown whether the plan reserves.</translation>
    </message>
    <message>
      <source>De vlakken van de gebieden. Zonder deze laag blijft de vorm leeg.</source>
      <translation>The shapes of the areas. Without this layer the geometry stays empty.</translation>
    </message>
    <message>
      <source>De {applied} regels achter de bevindingen. Alle {count} regels staan in het rapport als HTML.</source>
      <translation>The {applied} rules behind the findings. All {count} rules are in the report as HTML.</translation>
    </message>
    <message>
      <source>Deze locatie</source>
      <translation>This site</translation>
    </message>
    <message>
      <source>Deze plaats ligt buiten het bereik van RD. Wijs een plaats in Nederland aan.</source>
      <translation>RD does not reach this place. Point at a place in the Netherlands.</translation>
    </message>
    <message>
      <source>Dit rapport is HTML; een PDF maakt rev:report met FORMAT pdf.</source>
      <translation>This report is HTML; rev:report with FORMAT pdf makes a PDF.</translation>
    </message>
    <message>
      <source>Doorlooptijd</source>
      <translation>Lead time</translation>
    </message>
    <message>
      <source>Dubbelklik of Enter: trekker en notitie.</source>
      <translation>Double click or Enter: lead and note.</translation>
    </message>
    <message>
      <source>Duur</source>
      <translation>Duration</translation>
    </message>
    <message>
      <source>Een HTML-bestand dat zonder internet opent en goed afdrukt.</source>
      <translation>An HTML file that opens without internet and prints well.</translation>
    </message>
    <message>
      <source>Een bestemming die minder beslaat, telt niet mee bij een voetafdruk.</source>
      <translation>A designation that covers less does not count for a footprint.</translation>
    </message>
    <message>
      <source>Een map met eigen regeltabellen (CSV); rijen gaan op id voor die van REV.</source>
      <translation>A folder with your own rule tables (CSV); rows go before those of REV by id.</translation>
    </message>
    <message>
      <source>Een onafhankelijke uitwerking van TNO 2024 R12789; niet van TNO.</source>
      <translation>An independent elaboration of TNO 2024 R12789; not by TNO.</translation>
    </message>
    <message>
      <source>Een punt zegt niet hoe groot de locatie is: vul het oppervlak in.</source>
      <translation>A point does not say how large the site is: fill in the area.</translation>
    </message>
    <message>
      <source>Een reeks (2025-2050), losse jaren (2030,2035) of beide.</source>
      <translation>A range (2025-2050), single years (2030,2035) or both.</translation>
    </message>
    <message>
      <source>Een regel die nog te verifiëren is, weegt nooit zwaarder dan aandacht.</source>
      <translation>A rule that is still to be verified never weighs more than attention.</translation>
    </message>
    <message>
      <source>Een rij per claim; een punt is een voetafdruk, een lijn een smalle strook.</source>
      <translation>One row per claim; a point is a footprint, a line a narrow strip.</translation>
    </message>
    <message>
      <source>Een rij per gebied, richting en jaar van de cijfers.</source>
      <translation>One row per area, direction and year of the figures.</translation>
    </message>
    <message>
      <source>Een rij per gebied, richting en jaar.</source>
      <translation>One row per area, direction and year.</translation>
    </message>
    <message>
      <source>Een rij per locatie en planobject, met het aandeel van het vlak.</source>
      <translation>One row per site and plan object, with its share of the area.</translation>
    </message>
    <message>
      <source>Een rij per locatie en regel: gemeten, vereist, marge en bron.</source>
      <translation>One row per site and rule: measured, required, margin and source.</translation>
    </message>
    <message>
      <source>Een rij per station en richting, te gebruiken als AREAS.</source>
      <translation>One row per station and direction, to be used as AREAS.</translation>
    </message>
    <message>
      <source>Een shapefile kort kolomnamen in tot 10 tekens en teksten tot 254; een GeoPackage doet dat niet.</source>
      <translation>A shapefile cuts column names to 10 characters and texts to 254; a GeoPackage does not.</translation>
    </message>
    <message>
      <source>Een vlak per regel, met thema en bron.</source>
      <translation>One area per rule, with theme and source.</translation>
    </message>
    <message>
      <source>Eerste jaar</source>
      <translation>First year</translation>
    </message>
    <message>
      <source>Eerste jaar met ruimte</source>
      <translation>First year with room</translation>
    </message>
    <message>
      <source>Eigen regels (map)</source>
      <translation>Own rules (folder)</translation>
    </message>
    <message>
      <source>Elke optie is met dezelfde rekensom opnieuw beoordeeld, met steeds één wijziging. Geen toezegging van de netbeheerder. De gevraagde ruimte is nog niet ruimtelijk beoordeeld.</source>
      <translation>Each option was judged anew with the same arithmetic, with one change at a time. No commitment by the grid operator. The space it asks for has not been judged spatially yet.</translation>
    </message>
    <message>
      <source>Er ging iets mis in REV: {error}</source>
      <translation>Something went wrong in REV: {error}</translation>
    </message>
    <message>
      <source>Er is al een locatie die zo heet.</source>
      <translation>There is a site of that name already.</translation>
    </message>
    <message>
      <source>Er is netcapaciteit</source>
      <translation>Net capacity available</translation>
    </message>
    <message>
      <source>Er is nog geen bestand om dit in te bewaren. Kies of maak er een bij Gegevens kiezen.</source>
      <translation>There is no file yet to keep this in. Choose or make one under Choose data.</translation>
    </message>
    <message>
      <source>Eén stap terug (op de kaart: Ctrl+Z)</source>
      <translation>One step back (on the map: Ctrl+Z)</translation>
    </message>
    <message>
      <source>GML, XML, zip, een map met bestanden of het manifest van een levering.</source>
      <translation>GML, XML, zip, a folder with files or the manifest of a delivery.</translation>
    </message>
    <message>
      <source>Gaat voor de laag {theme} in DATA.</source>
      <translation>Goes before the layer {theme} in DATA.</translation>
    </message>
    <message>
      <source>Gebied</source>
      <translation>Area</translation>
    </message>
    <message>
      <source>Gecontracteerd</source>
      <translation>Contracted</translation>
    </message>
    <message>
      <source>Geef gegevens: een data-GeoPackage (DATA) of losse lagen.</source>
      <translation>Give data: a data GeoPackage (DATA) or separate layers.</translation>
    </message>
    <message>
      <source>Geef voedingsgebieden: een laag (AREAS) of gegevens met die laag (DATA).</source>
      <translation>Give supply areas: a layer (AREAS) or data with that layer (DATA).</translation>
    </message>
    <message>
      <source>Geeft per voedingsgebied, richting (afname, invoeding) en jaar hoeveel MW er vrij is: laag, midden en hoog. De status en het jaar van de netbeheerder gaan voor de rekensom; latere jaren zijn een projectie. Wat niet te berekenen is, blijft leeg.

Indicatie op stationsniveau en geen toezegging: alleen de netbeheerder wijst transportcapaciteit toe.</source>
      <translation>Gives per supply area, direction (offtake, feed-in) and year how many MW are free: low, middle and high. The operator's status and year go before the arithmetic; later years are a projection. What cannot be computed stays empty.

Indication at station level and no commitment: only the grid operator grants transport capacity.</translation>
    </message>
    <message>
      <source>Geen belemmeringen gevonden in wat getoetst is</source>
      <translation>No constraints found in what was tested</translation>
    </message>
    <message>
      <source>Geen belemmeringen gevonden in wat getoetst is.</source>
      <translation>No constraints found in what was tested.</translation>
    </message>
    <message>
      <source>Geen netcapaciteit</source>
      <translation>No net capacity</translation>
    </message>
    <message>
      <source>Geen stappen bekend voor dit scenario</source>
      <translation>No steps known for this scenario</translation>
    </message>
    <message>
      <source>Geen stappen bekend voor dit scenario.</source>
      <translation>No steps known for this scenario.</translation>
    </message>
    <message>
      <source>Geen van de doorgerekende opties volstaat.</source>
      <translation>None of the options that were worked out suffices.</translation>
    </message>
    <message>
      <source>Geen van de locaties ligt in dit gebied.</source>
      <translation>None of the sites lies in this area.</translation>
    </message>
    <message>
      <source>Geen: alle lagen zijn er.</source>
      <translation>None: all layers are there.</translation>
    </message>
    <message>
      <source>Gegevens &amp;kiezen…</source>
      <translation>Choose d&amp;ata…</translation>
    </message>
    <message>
      <source>Gegevens (data-GeoPackage)</source>
      <translation>Data (data GeoPackage)</translation>
    </message>
    <message>
      <source>Gegevens kiezen</source>
      <translation>Choose data</translation>
    </message>
    <message>
      <source>Gegevens kiezen: het bestand, eigen lagen, en wat er ontbreekt.</source>
      <translation>Choose data: the file, your own layers, and what is missing.</translation>
    </message>
    <message>
      <source>Gegevens kiezen…</source>
      <translation>Choose data…</translation>
    </message>
    <message>
      <source>Gegevens van de studie kiezen</source>
      <translation>Choose the data of the study</translation>
    </message>
    <message>
      <source>Gegevens: {data}. Regels: versie {version}.</source>
      <translation>Data: {data}. Rules: version {version}.</translation>
    </message>
    <message>
      <source>Geldig op</source>
      <translation>Valid on</translation>
    </message>
    <message>
      <source>Geldt voor alle locaties, in plaats van hun kolom jaar.</source>
      <translation>Holds for all sites, instead of their column jaar.</translation>
    </message>
    <message>
      <source>Gemeente</source>
      <translation>Municipality</translation>
    </message>
    <message>
      <source>Gemeenten die het delen</source>
      <translation>Municipalities that share it</translation>
    </message>
    <message>
      <source>Gemeenten in dit gebied</source>
      <translation>Municipalities in this area</translation>
    </message>
    <message>
      <source>Gemeten</source>
      <translation>Measured</translation>
    </message>
    <message>
      <source>GeoPackage (*.gpkg)</source>
      <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
      <source>Geschat</source>
      <translation>Estimated</translation>
    </message>
    <message>
      <source>Getoetst, zonder belemmering ({count})</source>
      <translation>Tested, no constraint ({count})</translation>
    </message>
    <message>
      <source>Getoonde locatie</source>
      <translation>Site on show</translation>
    </message>
    <message>
      <source>Grens</source>
      <translation>Boundary</translation>
    </message>
    <message>
      <source>HTML (*.html);;PDF (*.pdf)</source>
      <translation>HTML (*.html);;PDF (*.pdf)</translation>
    </message>
    <message>
      <source>HTML-bestand (*.html)</source>
      <translation>HTML file (*.html)</translation>
    </message>
    <message>
      <source>HTML-bestanden (*.html)</source>
      <translation>HTML files (*.html)</translation>
    </message>
    <message>
      <source>Het bestand dat gemaakt wordt; de naam eindigt op .html of .pdf.</source>
      <translation>The file that is made; its name ends in .html or .pdf.</translation>
    </message>
    <message>
      <source>Het gebied dat wordt verdeeld, bijvoorbeeld een gemeente.</source>
      <translation>The area to divide, a municipality for instance.</translation>
    </message>
    <message>
      <source>Het jaar waarin de locatie het net nodig heeft.</source>
      <translation>The year in which the site needs the grid.</translation>
    </message>
    <message>
      <source>Het scenario (1 tot 4, of 0 als het onbekend is) bij een planoordeel en een netoordeel.&lt;br&gt;&lt;br&gt;rev_scenario('past', 'nee') → 2</source>
      <translation>The scenario (1 to 4, or 0 when unknown) of a plan verdict and a grid verdict.&lt;br&gt;&lt;br&gt;rev_scenario('past', 'nee') → 2</translation>
    </message>
    <message>
      <source>Het voorstel van REV geldt dan weer.</source>
      <translation>The proposal of REV then holds again.</translation>
    </message>
    <message>
      <source>Hier zijn geen opties doorgerekend: de locatie past, of vraagt zelf geen netcapaciteit.</source>
      <translation>No options were worked out here: the site fits, or asks for no grid capacity itself.</translation>
    </message>
    <message>
      <source>Hier zijn geen opties nodig of mogelijk.</source>
      <translation>No options are needed or possible here.</translation>
    </message>
    <message>
      <source>Hieronder de regels achter de bevindingen; op het scherm staan ook de andere.</source>
      <translation>Below are the rules behind the findings; on screen the others are listed too.</translation>
    </message>
    <message>
      <source>Hoe de locatie heet in kaart en rapport</source>
      <translation>What the site is called in map and report</translation>
    </message>
    <message>
      <source>Hoe zeker</source>
      <translation>How sure</translation>
    </message>
    <message>
      <source>In {name}.qpt ontbreekt de tabel met id {item}.</source>
      <translation>The table with id {item} is missing in {name}.qpt.</translation>
    </message>
    <message>
      <source>In één blik</source>
      <translation>At a glance</translation>
    </message>
    <message>
      <source>Indicatie op stationsniveau, peildatum {peildatum}. Geen toezegging: alleen de netbeheerder wijst transportcapaciteit toe. Midden- en laagspanning en de aansluiting zelf zijn niet getoetst.</source>
      <translation>Indication at station level, as of {peildatum}. No commitment: only the grid operator assigns transport capacity. Medium and low voltage and the connection itself were not tested.</translation>
    </message>
    <message>
      <source>Inhoud</source>
      <translation>Contents</translation>
    </message>
    <message>
      <source>Inlezen</source>
      <translation>Read</translation>
    </message>
    <message>
      <source>Instellingen</source>
      <translation>Settings</translation>
    </message>
    <message>
      <source>Instrument van de reservering</source>
      <translation>Instrument of the reservation</translation>
    </message>
    <message>
      <source>Invoeding</source>
      <translation>Feed-in</translation>
    </message>
    <message>
      <source>Is er netcapaciteit?</source>
      <translation>Is there grid capacity?</translation>
    </message>
    <message>
      <source>JSON van de capaciteitskaart, een CSV of een stationstabel; of een map met de JSON van de netbeheerder en die van TenneT.</source>
      <translation>JSON of the capacity map, a CSV or a table of stations; or a folder with the JSON of the operator and that of TenneT.</translation>
    </message>
    <message>
      <source>Jaar</source>
      <translation>Year</translation>
    </message>
    <message>
      <source>Jaar van de cijfers</source>
      <translation>Year of the figures</translation>
    </message>
    <message>
      <source>Jaar voor alle locaties</source>
      <translation>Year for all sites</translation>
    </message>
    <message>
      <source>Jaren</source>
      <translation>Years</translation>
    </message>
    <message>
      <source>Jaren: {error}</source>
      <translation>Years: {error}</translation>
    </message>
    <message>
      <source>Kaart met de locaties, gekleurd en genummerd naar scenario</source>
      <translation>Map of the sites, coloured and numbered by scenario</translation>
    </message>
    <message>
      <source>Kaartbestanden ({endings})</source>
      <translation>Map files ({endings})</translation>
    </message>
    <message>
      <source>Kans</source>
      <translation>Chance</translation>
    </message>
    <message>
      <source>Kans dat de netruimte de vraag dekt, van 0 tot 1.</source>
      <translation>Chance that the headroom covers the demand, from 0 to 1.</translation>
    </message>
    <message>
      <source>Kans dat het past:</source>
      <translation>Chance that it fits:</translation>
    </message>
    <message>
      <source>Kans dat het past: {chance}</source>
      <translation>Chance that it fits: {chance}</translation>
    </message>
    <message>
      <source>Kans op netruimte</source>
      <translation>Chance of headroom</translation>
    </message>
    <message>
      <source>Kans tot waar het net &amp;niet past</source>
      <translation>Chance up to which the grid does &amp;not fit</translation>
    </message>
    <message>
      <source>Kans tot waar het netoordeel nee is</source>
      <translation>Chance up to which the grid verdict is no</translation>
    </message>
    <message>
      <source>Kans vanaf waar het net &amp;past</source>
      <translation>Chance from which the grid &amp;fits</translation>
    </message>
    <message>
      <source>Kans vanaf waar het netoordeel ja is</source>
      <translation>Chance from which the grid verdict is yes</translation>
    </message>
    <message>
      <source>Kencijfer: {middle:g} ({low:g}–{high:g}) {unit}{moment}</source>
      <translation>Key figure: {middle:g} ({low:g}–{high:g}) {unit}{moment}</translation>
    </message>
    <message>
      <source>Kies de kolom met de code van het gebied</source>
      <translation>Choose the column with the area's code</translation>
    </message>
    <message>
      <source>Kies de kolom met de postcode</source>
      <translation>Choose the column with the postcode</translation>
    </message>
    <message>
      <source>Kies een gegevens-GeoPackage, eigen lagen van dit project, of allebei: een eigen laag gaat voor die in het bestand. REV leest ze alleen. Stappen, oordelen en getekende locaties bewaart REV in het bestand.</source>
      <translation>Choose a data GeoPackage, layers of this project, or both: your own layer goes before the one in the file. REV only reads them. Steps, verdicts and drawn sites are kept in the file.</translation>
    </message>
    <message>
      <source>Kies eerst de gegevens van de studie.</source>
      <translation>Choose the data of the study first.</translation>
    </message>
    <message>
      <source>Kies locaties, of een bestand waarin REV getekende locaties bewaart.</source>
      <translation>Choose sites, or a file in which REV keeps the sites you draw.</translation>
    </message>
    <message>
      <source>Klik de hoeken van de locatie; rechtsklik of Enter is klaar, Esc stopt.</source>
      <translation>Click the corners of the site; right click or Enter is done, Esc stops.</translation>
    </message>
    <message>
      <source>Klik op &lt;b&gt;Quickscan uitvoeren&lt;/b&gt;: REV toetst elke locatie aan plan en net.</source>
      <translation>Click &lt;b&gt;Run quickscan&lt;/b&gt;: REV tests every site against plan and grid.</translation>
    </message>
    <message>
      <source>Kolom met de code van het gebied</source>
      <translation>Column with the code of the area</translation>
    </message>
    <message>
      <source>Kolom met de postcode</source>
      <translation>Column with the postcode</translation>
    </message>
    <message>
      <source>Komende plannen</source>
      <translation>Plans to come</translation>
    </message>
    <message>
      <source>Laag</source>
      <translation>Layer</translation>
    </message>
    <message>
      <source>Laag locaties in de gegevens</source>
      <translation>Layer locaties in the data</translation>
    </message>
    <message>
      <source>Laag {theme}</source>
      <translation>Layer {theme}</translation>
    </message>
    <message>
      <source>Lagen</source>
      <translation>Layers</translation>
    </message>
    <message>
      <source>Lees de regeltekst</source>
      <translation>Read the text of the rule</translation>
    </message>
    <message>
      <source>Leest bestemmingsplannen (IMRO 2006, 2008, 2012), TAM-plannen en leveringen van een omgevingsplan (STOP/IMOW): een GML- of XML-bestand, een zip, een map of het manifest van een levering.

Elk object uit het bestand is een rij; een object zonder bruikbare vorm staat er met een lege vorm en wordt in het verslag genoemd. Met DATA komen de objecten ook in de data-GeoPackage; een plan dat daar al in stond, wordt vervangen.</source>
      <translation>Reads zoning plans (IMRO 2006, 2008, 2012), TAM plans and deliveries of an omgevingsplan (STOP/IMOW): a GML or XML file, a zip, a folder or the manifest of a delivery.

Every object of the file is a row; an object without a usable geometry stands there with an empty one and is named in the log. With DATA the objects also go into the data GeoPackage; a plan that was there already is replaced.</translation>
    </message>
    <message>
      <source>Leest de cijfers van de netbeheerders: capaciteitskaart v1.3 (JSON), de JSON van de webdienst, een CSV of een eigen stationstabel. De cijfers komen op code bij de vlakken van AREAS.

'Aanwezig' is het totaal en niet wat er over is; de wachtrij is contractwaarde. Een leeg cijfer is onbekend en wordt nooit capaciteit.</source>
      <translation>Reads the figures of the grid operators: capacity map v1.3 (JSON), the JSON of the web service, a CSV or your own table of stations. The figures join the areas of AREAS by code.

'Aanwezig' is the total and not what is left; the queue is contract value. An empty figure is unknown and never becomes capacity.</translation>
    </message>
    <message>
      <source>Legt de locaties op de planobjecten (zie Plan inlezen) en stelt per locatie een oordeel voor: past, past_met_voorwaarden, past_niet of onbekend, met reden, artikel en procedure. Zonder plan is het onbekend.

Voorstel op basis van de kaart; de regeltekst is niet beoordeeld, tenzij vermeld.</source>
      <translation>Lays the sites over the plan objects (see Read plan) and proposes a verdict per site: past (fits), past_met_voorwaarden (with conditions), past_niet (does not fit) or onbekend (unknown), with reason, article and procedure. Without a plan it is unknown.

A proposal based on the map; the text of the rules has not been judged, unless stated.</translation>
    </message>
    <message>
      <source>Legt ruimteclaims (verwachte stations, tracés, hubs) naast het omgevingsplan en het instrument dat de claim zelf noemt. Per claim: is er ruimte gereserveerd, in welk instrument, wie is eraan gebonden en wat ontbreekt om de volgende te binden. Met SITES staat erbij welke ontwikkelingen over een claim heen liggen.</source>
      <translation>Lays claims on space (expected stations, routes, hubs) beside the omgevingsplan and the instrument the claim itself names. Per claim: is room reserved, in which instrument, whom does it bind and what is missing to bind the next one. With SITES it also says which developments lie over a claim.</translation>
    </message>
    <message>
      <source>Licentie</source>
      <translation>Licence</translation>
    </message>
    <message>
      <source>Locatie</source>
      <translation>Site</translation>
    </message>
    <message>
      <source>Locaties</source>
      <translation>Sites</translation>
    </message>
    <message>
      <source>Locaties die over een claim heen kunnen liggen.</source>
      <translation>Sites that may lie over a claim.</translation>
    </message>
    <message>
      <source>Locaties in dit gebied</source>
      <translation>Sites in this area</translation>
    </message>
    <message>
      <source>Locaties naar scenario, met belemmeringen, voedingsgebieden en omgevingsplan.</source>
      <translation>Sites by scenario, with constraints, supply areas and omgevingsplan.</translation>
    </message>
    <message>
      <source>Maakt het rapport van een quickscan die in een GeoPackage staat (lagen quickscan, bevindingen en acties), met de kaart en de herkomst uit de gegevens.

HTML: één bestand dat zonder internet opent. PDF: een atlas op A4 met een voorblad, de bladzijden van elke locatie en de verantwoording.

De bladzijden van de atlas zijn lay-outs van QGIS. Staat in de map met eigen regels een atlas_voorblad.qpt, atlas_locatie.qpt of atlas_vervolg.qpt, dan gaat die voor; die van REV staan in de map resources/layouts van de plugin.</source>
      <translation>Makes the report of a quickscan that is kept in a GeoPackage (layers quickscan, bevindingen and acties), with the map and the provenance from the data.

HTML: one file that opens without internet. PDF: an atlas on A4 with a cover, the pages of each site and the provenance.

The pages of the atlas are QGIS layouts. When the folder with your own rules holds an atlas_voorblad.qpt, atlas_locatie.qpt or atlas_vervolg.qpt, it goes before that of REV, which is in the folder resources/layouts of the plugin.</translation>
    </message>
    <message>
      <source>Map met eigen regeltabellen; een rij vervangt de rij van REV met dezelfde id.</source>
      <translation>Folder with your own rule tables; a row replaces REV's row with the same id.</translation>
    </message>
    <message>
      <source>Map voor het voorbeeldproject</source>
      <translation>Folder for the example project</translation>
    </message>
    <message>
      <source>Marge</source>
      <translation>Margin</translation>
    </message>
    <message>
      <source>Matrix van de vier scenario's</source>
      <translation>Matrix of the four scenarios</translation>
    </message>
    <message>
      <source>Matrix van de vier scenario's; deze locatie: {scenarios}</source>
      <translation>Matrix of the four scenarios; this site: {scenarios}</translation>
    </message>
    <message>
      <source>Meet per locatie elke regel die voor de activiteit geldt: de afstand tot het dichtstbijzijnde object, wat vereist is en de marge. Een marge kleiner dan de nauwkeurigheid van de laag is binnen_foutmarge. Een regel zonder gegevens is niet_getoetst, nooit geen_belemmering.</source>
      <translation>Measures per site every rule that holds for the activity: the distance to the nearest object, what is required and the margin. A margin smaller than the accuracy of the layer is binnen_foutmarge (within the error). A rule without data is niet_getoetst (not tested), never geen_belemmering (no constraint).</translation>
    </message>
    <message>
      <source>Met {n} eigen lagen van dit project.</source>
      <translation>With {n} layers of this project.</translation>
    </message>
    <message>
      <source>Net</source>
      <translation>Grid</translation>
    </message>
    <message>
      <source>Netcapaciteit</source>
      <translation>Grid capacity</translation>
    </message>
    <message>
      <source>Netcapaciteit inlezen (capaciteitskaart)</source>
      <translation>Read grid capacity (capacity map)</translation>
    </message>
    <message>
      <source>Netruimte</source>
      <translation>Headroom</translation>
    </message>
    <message>
      <source>Netruimte en vraag per jaar</source>
      <translation>Headroom and demand per year</translation>
    </message>
    <message>
      <source>Netruimte per jaar</source>
      <translation>Headroom per year</translation>
    </message>
    <message>
      <source>Netruimte per jaar in MW, {first} tot {last}</source>
      <translation>Headroom per year in MW, {first} to {last}</translation>
    </message>
    <message>
      <source>Netruimte per jaar: onbekend.</source>
      <translation>Headroom per year: unknown.</translation>
    </message>
    <message>
      <source>Netruimte per voedingsgebied</source>
      <translation>Headroom per supply area</translation>
    </message>
    <message>
      <source>Netruimte van {first} tot {last}</source>
      <translation>Headroom from {first} to {last}</translation>
    </message>
    <message>
      <source>Niet doorgerekend voor deze locatie.</source>
      <translation>Not worked out for this site.</translation>
    </message>
    <message>
      <source>Niet getoetst ({count}): zie verderop</source>
      <translation>Not tested ({count}): see further on</translation>
    </message>
    <message>
      <source>Niet getoetst ({count}); dat zegt niets over de uitkomst</source>
      <translation>Not tested ({count}); this says nothing about the outcome</translation>
    </message>
    <message>
      <source>Niet getoetst omdat de laag ontbreekt</source>
      <translation>Not tested because the layer is missing</translation>
    </message>
    <message>
      <source>Niet getoetst:</source>
      <translation>Not tested:</translation>
    </message>
    <message>
      <source>Niet getoetst: zegt niets over de uitkomst</source>
      <translation>Not tested: says nothing about the outcome</translation>
    </message>
    <message>
      <source>Nieuwe locatie</source>
      <translation>New site</translation>
    </message>
    <message>
      <source>Nieuwe locatie tekenen</source>
      <translation>Draw a new site</translation>
    </message>
    <message>
      <source>Nieuwe locatie: teken haar op de kaart.</source>
      <translation>New site: draw it on the map.</translation>
    </message>
    <message>
      <source>Nog mogelijk: {scenarios}.</source>
      <translation>Still possible: {scenarios}.</translation>
    </message>
    <message>
      <source>Object</source>
      <translation>Object</translation>
    </message>
    <message>
      <source>Objecten</source>
      <translation>Objects</translation>
    </message>
    <message>
      <source>Objecten van het plan, met hun naam, artikel en link.</source>
      <translation>Objects of the plan, with their name, article and link.</translation>
    </message>
    <message>
      <source>Onderwerp</source>
      <translation>Subject</translation>
    </message>
    <message>
      <source>Onge&amp;daan</source>
      <translation>&amp;Undo</translation>
    </message>
    <message>
      <source>Ontwikkelingen</source>
      <translation>Developments</translation>
    </message>
    <message>
      <source>Oordeel</source>
      <translation>Verdict</translation>
    </message>
    <message>
      <source>Op die plek ligt geen voedingsgebied van deze studie.</source>
      <translation>There is no supply area of this study at that place.</translation>
    </message>
    <message>
      <source>Open stappen</source>
      <translation>Open steps</translation>
    </message>
    <message>
      <source>Opgehaald</source>
      <translation>Fetched</translation>
    </message>
    <message>
      <source>Optie</source>
      <translation>Option</translation>
    </message>
    <message>
      <source>Over ruimteclaim {claim} ligt: {names}.</source>
      <translation>Lying over claim {claim}: {names}.</translation>
    </message>
    <message>
      <source>Overzicht</source>
      <translation>Overview</translation>
    </message>
    <message>
      <source>Partner</source>
      <translation>Partner</translation>
    </message>
    <message>
      <source>Partner met open stappen</source>
      <translation>Partner with open steps</translation>
    </message>
    <message>
      <source>Past het dan?</source>
      <translation>Does it fit then?</translation>
    </message>
    <message>
      <source>Past het in het omgevingsplan?</source>
      <translation>Does it fit the plan?</translation>
    </message>
    <message>
      <source>Past in het plan</source>
      <translation>Fits the plan</translation>
    </message>
    <message>
      <source>Past niet in het plan</source>
      <translation>Does not fit the plan</translation>
    </message>
    <message>
      <source>Peildatum</source>
      <translation>Reference date</translation>
    </message>
    <message>
      <source>Plan</source>
      <translation>Plan</translation>
    </message>
    <message>
      <source>Plan inlezen (IMRO, STOP/IMOW)</source>
      <translation>Read plan (IMRO, STOP/IMOW)</translation>
    </message>
    <message>
      <source>Plan-id</source>
      <translation>Plan id</translation>
    </message>
    <message>
      <source>Planbestand of map</source>
      <translation>Plan file or folder</translation>
    </message>
    <message>
      <source>Planbevindingen</source>
      <translation>Plan findings</translation>
    </message>
    <message>
      <source>Planlijnen</source>
      <translation>Plan lines</translation>
    </message>
    <message>
      <source>Plannen (*.gml *.xml *.json *.zip *.gz);;Alle bestanden (*)</source>
      <translation>Plans (*.gml *.xml *.json *.zip *.gz);;All files (*)</translation>
    </message>
    <message>
      <source>Planobjecten</source>
      <translation>Plan objects</translation>
    </message>
    <message>
      <source>Planobjecten (lijnen)</source>
      <translation>Plan objects (lines)</translation>
    </message>
    <message>
      <source>Planobjecten (punten)</source>
      <translation>Plan objects (points)</translation>
    </message>
    <message>
      <source>Planobjecten op deze plek</source>
      <translation>Plan objects at this place</translation>
    </message>
    <message>
      <source>Planoordeel</source>
      <translation>Plan verdict</translation>
    </message>
    <message>
      <source>Planoordeel van {site} overrulen</source>
      <translation>Overrule the plan verdict of {site}</translation>
    </message>
    <message>
      <source>Planpunten</source>
      <translation>Plan points</translation>
    </message>
    <message>
      <source>Postcodegebieden</source>
      <translation>Postcode areas</translation>
    </message>
    <message>
      <source>Postcodes (PC6)</source>
      <translation>Postcodes (PC6)</translation>
    </message>
    <message>
      <source>Procedure</source>
      <translation>Procedure</translation>
    </message>
    <message>
      <source>Programma</source>
      <translation>Programme</translation>
    </message>
    <message>
      <source>Programma van {name}</source>
      <translation>Programme of {name}</translation>
    </message>
    <message>
      <source>Programma – {activity}, {year}</source>
      <translation>Programme – {activity}, {year}</translation>
    </message>
    <message>
      <source>Punten of vlakken, met naam en vermogen (mva of capaciteit_mw).</source>
      <translation>Points or areas, with name and power (mva or capaciteit_mw).</translation>
    </message>
    <message>
      <source>Quickscan</source>
      <translation>Quickscan</translation>
    </message>
    <message>
      <source>Quickscan van deze locatie</source>
      <translation>Quickscan of this site</translation>
    </message>
    <message>
      <source>Quickscan van deze locaties</source>
      <translation>Quickscan of these sites</translation>
    </message>
    <message>
      <source>Quickscan: past het, en is er netcapaciteit?</source>
      <translation>Quickscan: does it fit, and is there grid capacity?</translation>
    </message>
    <message>
      <source>REV beantwoordt twee vragen over een locatie: past het in het omgevingsplan, en is er netcapaciteit? Begin met het voorbeeld, of kies de gegevens van uw studie.</source>
      <translation>REV answers two questions about a site: does it fit the omgevingsplan, and is there grid capacity? Start with the example, or choose the data of your study.</translation>
    </message>
    <message>
      <source>REV mist een Python-pakket: {faults}. Installeer het in de Python van QGIS. Windows: open de OSGeo4W Shell en voer uit: python -m pip install {wanted}. Debian of Ubuntu: sudo apt install python3-shapely python3-pandas. Start QGIS daarna opnieuw.</source>
      <translation>REV misses a Python package: {faults}. Install it in the Python of QGIS. Windows: open the OSGeo4W Shell and run: python -m pip install {wanted}. Debian or Ubuntu: sudo apt install python3-shapely python3-pandas. Then start QGIS again.</translation>
    </message>
    <message>
      <source>REV {version} · regels {rules}
stand van {date}</source>
      <translation>REV {version} · rules {rules}
as of {date}</translation>
    </message>
    <message>
      <source>REV – Belemmeringen</source>
      <translation>REV – Constraints</translation>
    </message>
    <message>
      <source>REV – Gegevens kiezen</source>
      <translation>REV – Choose data</translation>
    </message>
    <message>
      <source>REV – Net</source>
      <translation>REV – Grid</translation>
    </message>
    <message>
      <source>REV – Netcapaciteit</source>
      <translation>REV – Grid capacity</translation>
    </message>
    <message>
      <source>REV – Overzicht</source>
      <translation>REV – Overview</translation>
    </message>
    <message>
      <source>REV – Plan</source>
      <translation>REV – Plan</translation>
    </message>
    <message>
      <source>REV – Quickscan</source>
      <translation>REV – Quickscan</translation>
    </message>
    <message>
      <source>REV – Resultaat</source>
      <translation>REV – Result</translation>
    </message>
    <message>
      <source>REV – Ruimtelijke Energie Verkenner</source>
      <translation>REV – Spatial Energy Explorer</translation>
    </message>
    <message>
      <source>REV – Uitleg</source>
      <translation>REV – Help</translation>
    </message>
    <message>
      <source>REV – omgeving inlezen</source>
      <translation>REV – reading the surroundings</translation>
    </message>
    <message>
      <source>REV – opties doorrekenen</source>
      <translation>REV – working out options</translation>
    </message>
    <message>
      <source>REV – quickscan</source>
      <translation>REV – quickscan</translation>
    </message>
    <message>
      <source>REV – rapport bewaren</source>
      <translation>REV – saving the report</translation>
    </message>
    <message>
      <source>REV – verschoven locatie toetsen</source>
      <translation>REV – testing the moved site</translation>
    </message>
    <message>
      <source>REV – voorbeeldproject maken</source>
      <translation>REV – making the example project</translation>
    </message>
    <message>
      <source>Rapport</source>
      <translation>Report</translation>
    </message>
    <message>
      <source>Rapport bewaard: {link}</source>
      <translation>Report saved: {link}</translation>
    </message>
    <message>
      <source>Rapport bewaren</source>
      <translation>Save report</translation>
    </message>
    <message>
      <source>Rapport bewaren als HTML of PDF…</source>
      <translation>Save the report as HTML or PDF…</translation>
    </message>
    <message>
      <source>Rapport bewaren…</source>
      <translation>Save report…</translation>
    </message>
    <message>
      <source>Rapport van een quickscan</source>
      <translation>Report of a quickscan</translation>
    </message>
    <message>
      <source>Redenen staan in het Nederlands, de taal van de bronnen.</source>
      <translation>Reasons are in Dutch, the language of the sources.</translation>
    </message>
    <message>
      <source>Regel</source>
      <translation>Rule</translation>
    </message>
    <message>
      <source>Regels</source>
      <translation>Rules</translation>
    </message>
    <message>
      <source>Regels en hun bronnen</source>
      <translation>Rules and their sources</translation>
    </message>
    <message>
      <source>Regionale netbeheerder</source>
      <translation>Regional operator</translation>
    </message>
    <message>
      <source>Rekent voor de locaties zonder netruimte door welke wijziging wel past.</source>
      <translation>Works out which change would fit, for the sites without net capacity.</translation>
    </message>
    <message>
      <source>Richting</source>
      <translation>Direction</translation>
    </message>
    <message>
      <source>Ruimte die dit vraagt</source>
      <translation>Space this takes</translation>
    </message>
    <message>
      <source>Ruimte gereserveerd</source>
      <translation>Room reserved</translation>
    </message>
    <message>
      <source>Ruimteclaims</source>
      <translation>Claims on space</translation>
    </message>
    <message>
      <source>Ruimtereserveringen</source>
      <translation>Reservations</translation>
    </message>
    <message>
      <source>Ruimtereserveringen en doorwerking</source>
      <translation>Reservations and whom they bind</translation>
    </message>
    <message>
      <source>Scenario</source>
      <translation>Scenario</translation>
    </message>
    <message>
      <source>Schaal 1 : {scale}. De cijfers bij de locaties zijn hun scenario.</source>
      <translation>Scale 1 : {scale}. The figures at the sites are their scenario.</translation>
    </message>
    <message>
      <source>Schaal 1 : {scale}. De dikke zwarte lijn is deze locatie.</source>
      <translation>Scale 1 : {scale}. The thick black line is this site.</translation>
    </message>
    <message>
      <source>Schat per locatie het extra gelijktijdige vermogen in MW, voor afname en invoeding: laag, midden en hoog. Kleine aantallen pieken per stuk hoger dan grote. Het gecontracteerde vermogen staat er los naast.</source>
      <translation>Estimates per site the extra coincident power in MW, for offtake and feed-in: low, middle and high. Small numbers peak higher each than large ones. The contracted power stands apart.</translation>
    </message>
    <message>
      <source>Snipper (aandeel van de voetafdruk)</source>
      <translation>Sliver (share of the footprint)</translation>
    </message>
    <message>
      <source>Stap</source>
      <translation>Step</translation>
    </message>
    <message>
      <source>Stappen</source>
      <translation>Steps</translation>
    </message>
    <message>
      <source>Stappen per partner</source>
      <translation>Steps per partner</translation>
    </message>
    <message>
      <source>Startgetal van de trekkingen</source>
      <translation>Seed of the draws</translation>
    </message>
    <message>
      <source>Stations</source>
      <translation>Stations</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>Stop zonder te bewaren (op de kaart: Esc)</source>
      <translation>Stop without keeping (on the map: Esc)</translation>
    </message>
    <message>
      <source>Stoppe&amp;n</source>
      <translation>S&amp;top</translation>
    </message>
    <message>
      <source>Tabel</source>
      <translation>Table</translation>
    </message>
    <message>
      <source>Tekent per regel tot waar hij reikt voor één activiteit. De zones zijn om naar te kijken, niet om aan te toetsen: de toets meet de afstand zelf (zie Belemmeringen).</source>
      <translation>Draws per rule how far it reaches for one activity. The zones are for looking, not for testing: the test measures the distance itself (see Constraints).</translation>
    </message>
    <message>
      <source>Telt mee met woningen en vraag_mw; zonder die kolommen als een woning.</source>
      <translation>Counts with woningen and vraag_mw; without those columns as one dwelling.</translation>
    </message>
    <message>
      <source>Terug</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>Tiphoogte (m)</source>
      <translation>Tip height (m)</translation>
    </message>
    <message>
      <source>Toelichting</source>
      <translation>Explanation</translation>
    </message>
    <message>
      <source>Toelichting en bron</source>
      <translation>Explanation and source</translation>
    </message>
    <message>
      <source>Toets alle locaties in dit jaar in plaats van hun eigen jaar.</source>
      <translation>Test all sites in this year instead of their own.</translation>
    </message>
    <message>
      <source>Toets&amp;jaar</source>
      <translation>Test &amp;year</translation>
    </message>
    <message>
      <source>Tot hier zijn afstanden in ieder geval gemeten; daarbuiten staat NULL.</source>
      <translation>Up to here distances are measured in any case; beyond it stands NULL.</translation>
    </message>
    <message>
      <source>Transformatorvermogen (MVA)</source>
      <translation>Transformer power (MVA)</translation>
    </message>
    <message>
      <source>Trekker</source>
      <translation>Lead</translation>
    </message>
    <message>
      <source>Trekker: {name}</source>
      <translation>Lead: {name}</translation>
    </message>
    <message>
      <source>Tussen deze twee kansen is het oordeel krap.</source>
      <translation>Between these two chances the verdict is krap (tight).</translation>
    </message>
    <message>
      <source>Uitkomst</source>
      <translation>Outcome</translation>
    </message>
    <message>
      <source>Uitkomst van de quickscan</source>
      <translation>Outcome of the quickscan</translation>
    </message>
    <message>
      <source>Uitleg</source>
      <translation>Help</translation>
    </message>
    <message>
      <source>Uitvoerbaarheid</source>
      <translation>Feasibility</translation>
    </message>
    <message>
      <source>Uitvoerbaarheid: {verdict}</source>
      <translation>Feasibility: {verdict}</translation>
    </message>
    <message>
      <source>Uur- of kwartierwaarden van een jaar: per categorie van de kengetallen een kolom met kW per eenheid, of een vorm als vorm:categorie. Ze vervangen het gelijktijdige deel; wat niet tegelijk piekt, telt niet op.</source>
      <translation>Values per hour or quarter of a year: per category of the key figures a column with kW per unit, or a shape as vorm:category. They replace the coincident part; what does not peak together does not add up.</translation>
    </message>
    <message>
      <source>Verdeelt een gebied over de stations waar de netbeheerder geen voedingsgebieden geeft: het dichtstbijzijnde station, waarbij een zwaarder station verder reikt. Met NETWORK gaat de afstand langs wegen of kabels. Woningen en vraag blijven in totaal gelijk.

De uitkomst is een schatting (geschat) en geeft nooit een beter oordeel dan krap.</source>
      <translation>Divides an area over stations where the operator gives no supply areas: the nearest station, where a heavier one reaches further. With NETWORK the distance runs along roads or cables. Totals of dwellings and demand are kept.

The outcome is an estimate (geschat) and never gives a better verdict than krap (tight).</translation>
    </message>
    <message>
      <source>Vereist</source>
      <translation>Required</translation>
    </message>
    <message>
      <source>Verkennen</source>
      <translation>Explore</translation>
    </message>
    <message>
      <source>Verklaring van de kaart</source>
      <translation>Key to the maps</translation>
    </message>
    <message>
      <source>Verschuif locatie</source>
      <translation>Move site</translation>
    </message>
    <message>
      <source>Verschuif locatie: sleep, draai of vergroot haar op de kaart; de uitkomst volgt.</source>
      <translation>Move site: drag, turn or resize it on the map; the outcome follows.</translation>
    </message>
    <message>
      <source>Versies</source>
      <translation>Versions</translation>
    </message>
    <message>
      <source>Vervang het voorstel door uw eigen oordeel, met reden.</source>
      <translation>Replace the proposal by your own verdict, with a reason.</translation>
    </message>
    <message>
      <source>Verwacht opgelost</source>
      <translation>Expected to be solved</translation>
    </message>
    <message>
      <source>Verwachte belasting dit jaar</source>
      <translation>Expected load this year</translation>
    </message>
    <message>
      <source>Vier scenario's: omgevingsplan en netcapaciteit per locatie.</source>
      <translation>Four scenarios: plan and grid capacity per site.</translation>
    </message>
    <message>
      <source>Vlakken of punten met minstens naam en activiteit.</source>
      <translation>Areas or points with at least naam and activiteit.</translation>
    </message>
    <message>
      <source>Vlakken van postcodes; zonder AREAS vormen ze samen de voedingsgebieden.</source>
      <translation>Areas of postcodes; without AREAS they form the supply areas together.</translation>
    </message>
    <message>
      <source>Vlakken, lijnen of punten met naam, activiteit, instrument en overheid.</source>
      <translation>Areas, lines or points with naam, activiteit, instrument and overheid.</translation>
    </message>
    <message>
      <source>Vlakken, of punten met de voetafdruk van hun activiteit. Nodig: de kolommen naam en activiteit. Het programma (woningen, vermogen_mw, oppervlak_ha …) mag leeg zijn.</source>
      <translation>Areas, or points with the footprint of their activity. Needed: the columns naam and activiteit. The programme (woningen, vermogen_mw, oppervlak_ha …) may be empty.</translation>
    </message>
    <message>
      <source>Voedingsgebied</source>
      <translation>Supply area</translation>
    </message>
    <message>
      <source>Voedingsgebieden</source>
      <translation>Supply areas</translation>
    </message>
    <message>
      <source>Voedingsgebieden (geschat)</source>
      <translation>Supply areas (estimated)</translation>
    </message>
    <message>
      <source>Voedingsgebieden schatten</source>
      <translation>Estimate supply areas</translation>
    </message>
    <message>
      <source>Voer eerst een quickscan uit met de laag voedingsgebieden.</source>
      <translation>First run a quickscan with the layer voedingsgebieden.</translation>
    </message>
    <message>
      <source>Voer eerst een quickscan uit.</source>
      <translation>Run a quickscan first.</translation>
    </message>
    <message>
      <source>Voer eerst een quickscan uit; dan staan hier alle locaties.</source>
      <translation>Run a quickscan first; then all sites stand here.</translation>
    </message>
    <message>
      <source>Volgende stappen</source>
      <translation>Next steps</translation>
    </message>
    <message>
      <source>Volgende stappen per partner</source>
      <translation>Next steps per partner</translation>
    </message>
    <message>
      <source>Voluit</source>
      <translation>In full</translation>
    </message>
    <message>
      <source>Voor deze bevinding is geen object op de kaart aan te wijzen.</source>
      <translation>This finding has no object to show on the map.</translation>
    </message>
    <message>
      <source>Voor deze locaties zijn geen opties door te rekenen.</source>
      <translation>No options can be worked out for these sites.</translation>
    </message>
    <message>
      <source>Voor het rapport is het Python-pakket Jinja2 nodig. Installeer het in de Python van QGIS: python3 -m pip install jinja2. De overige uitkomsten zijn compleet.</source>
      <translation>The report needs the Python package Jinja2. Install it in QGIS's Python: python3 -m pip install jinja2. The other outcomes are complete.</translation>
    </message>
    <message>
      <source>Voor regels waarvan de afstand hiervan afhangt.</source>
      <translation>For rules whose distance depends on it.</translation>
    </message>
    <message>
      <source>Voorbeeldproject openen…</source>
      <translation>Open example project…</translation>
    </message>
    <message>
      <source>Voorstel op basis van de kaart; de regeltekst is niet beoordeeld, tenzij vermeld.</source>
      <translation>Proposal based on the map; the text of the rules was not judged, unless stated.</translation>
    </message>
    <message>
      <source>Voorstel van REV: {verdict}. Uw oordeel komt ervoor in de plaats, staat met reden en naam in kaart en rapport, en blijft bij een volgende toets.</source>
      <translation>REV's proposal: {verdict}. Your verdict takes its place, stands in map and report with reason and name, and stays at the next test.</translation>
    </message>
    <message>
      <source>Voortgang van de quickscan</source>
      <translation>Progress of the quickscan</translation>
    </message>
    <message>
      <source>Vooruit</source>
      <translation>Forward</translation>
    </message>
    <message>
      <source>Vorm</source>
      <translation>Format</translation>
    </message>
    <message>
      <source>Vraag</source>
      <translation>Demand</translation>
    </message>
    <message>
      <source>Vraag naar netcapaciteit</source>
      <translation>Demand for grid capacity</translation>
    </message>
    <message>
      <source>Vraag:</source>
      <translation>Demand:</translation>
    </message>
    <message>
      <source>Vraag: {demand} · netruimte: {room}</source>
      <translation>Demand: {demand} · headroom: {room}</translation>
    </message>
    <message>
      <source>Waar dit op rust</source>
      <translation>What this rests on</translation>
    </message>
    <message>
      <source>Waar dit vandaan komt</source>
      <translation>Where this comes from</translation>
    </message>
    <message>
      <source>Waarschuwingen bij het lezen</source>
      <translation>Warnings while reading</translation>
    </message>
    <message>
      <source>Wachtrij (contractwaarde)</source>
      <translation>Queue (contract value)</translation>
    </message>
    <message>
      <source>Wachtrij regionaal (contractwaarde)</source>
      <translation>Regional queue (contract value)</translation>
    </message>
    <message>
      <source>Wat het passend maakt</source>
      <translation>What makes it fit</translation>
    </message>
    <message>
      <source>Wat zou het &amp;passend maken?</source>
      <translation>What would make it &amp;fit?</translation>
    </message>
    <message>
      <source>Wat zou het passend maken?</source>
      <translation>What would make it fit?</translation>
    </message>
    <message>
      <source>Wegen of kabels</source>
      <translation>Roads or cables</translation>
    </message>
    <message>
      <source>Werken</source>
      <translation>Works</translation>
    </message>
    <message>
      <source>Wie delen dit voedingsgebied</source>
      <translation>Who shares this supply area</translation>
    </message>
    <message>
      <source>Wijs een voedingsgebied aan op de kaart.</source>
      <translation>Point at a supply area on the map.</translation>
    </message>
    <message>
      <source>Wijziging</source>
      <translation>Change</translation>
    </message>
    <message>
      <source>Zoek locatie, plan of belemmering</source>
      <translation>Find site, plan or constraint</translation>
    </message>
    <message>
      <source>Zoekafstand (m)</source>
      <translation>Search distance (m)</translation>
    </message>
    <message>
      <source>Zoeken in de locaties</source>
      <translation>Search in the sites</translation>
    </message>
    <message>
      <source>Zonder belemmering</source>
      <translation>Without constraint</translation>
    </message>
    <message>
      <source>Zonder reservering: {names}.</source>
      <translation>Without a reservation: {names}.</translation>
    </message>
    <message>
      <source>Zones</source>
      <translation>Zones</translation>
    </message>
    <message>
      <source>Zones rond belemmeringen</source>
      <translation>Zones around constraints</translation>
    </message>
    <message>
      <source>Zones van belemmeringen</source>
      <translation>Zones of constraints</translation>
    </message>
    <message>
      <source>Zwaarste belemmering</source>
      <translation>Heaviest constraint</translation>
    </message>
    <message>
      <source>Zwaarste: {finding}</source>
      <translation>Heaviest: {finding}</translation>
    </message>
    <message>
      <source>Zwaarste: {what}</source>
      <translation>Heaviest: {what}</translation>
    </message>
    <message>
      <source>Zwaarte</source>
      <translation>Weight</translation>
    </message>
    <message>
      <source>aandeel van het oppervlak van {area}: {shares}</source>
      <translation>share of the surface of {area}: {shares}</translation>
    </message>
    <message>
      <source>alle partners</source>
      <translation>all partners</translation>
    </message>
    <message>
      <source>alleen als de netbeheerder dit contract hier aanbiedt</source>
      <translation>only if the operator offers this contract here</translation>
    </message>
    <message>
      <source>alleen volgens de rekensom {chance}</source>
      <translation>only by the arithmetic {chance}</translation>
    </message>
    <message>
      <source>alleen voor kaart en toelichting</source>
      <translation>only for the map and explanations</translation>
    </message>
    <message>
      <source>artikel {article}</source>
      <translation>article {article}</translation>
    </message>
    <message>
      <source>belemmering,afstand,natura2000,geluid,leiding,toets</source>
      <translation>constraint,distance,natura2000,noise,pipeline,test</translation>
    </message>
    <message>
      <source>bestemmingsplan,omgevingsplan,gml,imro,stop,imow,tam</source>
      <translation>zoning plan,omgevingsplan,gml,imro,stop,imow,tam</translation>
    </message>
    <message>
      <source>buffer,zone,afstand,belemmering,contour</source>
      <translation>buffer,zone,distance,constraint,contour</translation>
    </message>
    <message>
      <source>capaciteitskaart,netcongestie,voedingsgebied,station,json,csv</source>
      <translation>capacity map,grid congestion,supply area,station,json,csv</translation>
    </message>
    <message>
      <source>doorlooptijd {time}</source>
      <translation>lead time {time}</translation>
    </message>
    <message>
      <source>geef minstens één jaar</source>
      <translation>give at least one year</translation>
    </message>
    <message>
      <source>geen extra ruimte bekend</source>
      <translation>no extra space known</translation>
    </message>
    <message>
      <source>geen genoemd</source>
      <translation>none mentioned</translation>
    </message>
    <message>
      <source>geen gevonden</source>
      <translation>none found</translation>
    </message>
    <message>
      <source>geen jaar genoemd</source>
      <translation>no year mentioned</translation>
    </message>
    <message>
      <source>geen locaties</source>
      <translation>no sites</translation>
    </message>
    <message>
      <source>geen netcapaciteit</source>
      <translation>no grid capacity</translation>
    </message>
    <message>
      <source>geldig op {date}</source>
      <translation>valid on {date}</translation>
    </message>
    <message>
      <source>gemaakt op {when}</source>
      <translation>made on {when}</translation>
    </message>
    <message>
      <source>getoetst aan omgevingsplan, net en belemmeringen</source>
      <translation>tested against omgevingsplan, grid and constraints</translation>
    </message>
    <message>
      <source>hooguit krap</source>
      <translation>tight at best</translation>
    </message>
    <message>
      <source>hooguit {power}</source>
      <translation>at most {power}</translation>
    </message>
    <message>
      <source>html om te lezen en te delen, of pdf: een atlas om af te drukken.</source>
      <translation>html to read and share, or pdf: an atlas to print.</translation>
    </message>
    <message>
      <source>in het bestand: {objects}</source>
      <translation>in the file: {objects}</translation>
    </message>
    <message>
      <source>ja</source>
      <translation>yes</translation>
    </message>
    <message>
      <source>ja: grens of cijfers zijn afgeleid</source>
      <translation>yes: boundary or figures are derived</translation>
    </message>
    <message>
      <source>kan nog {scenarios}</source>
      <translation>can still be {scenarios}</translation>
    </message>
    <message>
      <source>meer dan</source>
      <translation>over</translation>
    </message>
    <message>
      <source>minder dan</source>
      <translation>under</translation>
    </message>
    <message>
      <source>nee</source>
      <translation>no</translation>
    </message>
    <message>
      <source>nee (netbeheerder)</source>
      <translation>no (operator)</translation>
    </message>
    <message>
      <source>nee, want de melding van de netbeheerder gaat voor</source>
      <translation>no, since the operator's report goes first</translation>
    </message>
    <message>
      <source>netcapaciteit</source>
      <translation>grid capacity</translation>
    </message>
    <message>
      <source>netruimte (P10 tot P90, midden)</source>
      <translation>headroom (P10 to P90, middle)</translation>
    </message>
    <message>
      <source>netruimte,netcapaciteit,congestie,station,prognose,MW</source>
      <translation>headroom,grid capacity,congestion,station,forecast,MW</translation>
    </message>
    <message>
      <source>netruimte:</source>
      <translation>headroom:</translation>
    </message>
    <message>
      <source>niet bekend</source>
      <translation>not known</translation>
    </message>
    <message>
      <source>niet opgegeven</source>
      <translation>not given</translation>
    </message>
    <message>
      <source>niet te bepalen</source>
      <translation>cannot be determined</translation>
    </message>
    <message>
      <source>niet vermeld</source>
      <translation>not stated</translation>
    </message>
    <message>
      <source>nl</source>
      <translation>en</translation>
    </message>
    <message>
      <source>nvt</source>
      <translation>not applicable</translation>
    </message>
    <message>
      <source>object {id}</source>
      <translation>object {id}</translation>
    </message>
    <message>
      <source>object {name}</source>
      <translation>object {name}</translation>
    </message>
    <message>
      <source>omgevingsplan,bestemmingsplan,bestemming,bopa,toets</source>
      <translation>omgevingsplan,zoning plan,designation,bopa,test</translation>
    </message>
    <message>
      <source>onbekend</source>
      <translation>unknown</translation>
    </message>
    <message>
      <source>open stappen: {partner}</source>
      <translation>open steps: {partner}</translation>
    </message>
    <message>
      <source>opgehaald op {date}</source>
      <translation>fetched on {date}</translation>
    </message>
    <message>
      <source>oud stelsel, indicatief</source>
      <translation>old system, indicative</translation>
    </message>
    <message>
      <source>overlap {share}</source>
      <translation>overlap {share}</translation>
    </message>
    <message>
      <source>past</source>
      <translation>fits</translation>
    </message>
    <message>
      <source>past niet</source>
      <translation>does not fit</translation>
    </message>
    <message>
      <source>per locatie</source>
      <translation>per site</translation>
    </message>
    <message>
      <source>rapport,html,pdf,atlas,afdrukken,verslag</source>
      <translation>report,html,pdf,atlas,print</translation>
    </message>
    <message>
      <source>regeltekst</source>
      <translation>text of the rule</translation>
    </message>
    <message>
      <source>ruimteclaim,reservering,omgevingsvisie,programma,pmiek,station</source>
      <translation>claim,reservation,omgevingsvisie,programme,pmiek,station</translation>
    </message>
    <message>
      <source>scenario,omgevingsplan,netcapaciteit,netcongestie,belemmeringen,locatie,energie</source>
      <translation>scenario,omgevingsplan,grid capacity,grid congestion,constraints,site,energy</translation>
    </message>
    <message>
      <source>tot {years} jaar</source>
      <translation>up to {years} years</translation>
    </message>
    <message>
      <source>trekker: {who}</source>
      <translation>lead: {who}</translation>
    </message>
    <message>
      <source>vermogen,MW,gelijktijdigheid,warmtepomp,laadpaal,zon,wind</source>
      <translation>power,MW,coincidence,heat pump,charging,solar,wind</translation>
    </message>
    <message>
      <source>verwacht opgelost: {year}</source>
      <translation>expected to be solved: {year}</translation>
    </message>
    <message>
      <source>voedingsgebied,station,verdeling,voronoi,schatting</source>
      <translation>supply area,station,partition,voronoi,estimate</translation>
    </message>
    <message>
      <source>voegt ruimte toe</source>
      <translation>adds capacity</translation>
    </message>
    <message>
      <source>volgens de netbeheerder geen ruimte</source>
      <translation>no room according to the operator</translation>
    </message>
    <message>
      <source>vraag</source>
      <translation>demand</translation>
    </message>
    <message>
      <source>zonder deze laag is er niets te toetsen</source>
      <translation>without this layer there is nothing to test</translation>
    </message>
    <message>
      <source>zonder deze laag: 1 regel niet getoetst</source>
      <translation>without this layer: 1 rule not tested</translation>
    </message>
    <message>
      <source>zonder deze laag: geen oordeel over het net</source>
      <translation>without this layer: no verdict on the grid</translation>
    </message>
    <message>
      <source>zonder deze laag: geen oordeel over het omgevingsplan</source>
      <translation>without this layer: no verdict on the omgevingsplan</translation>
    </message>
    <message>
      <source>zonder deze laag: {n} regels niet getoetst</source>
      <translation>without this layer: {n} rules not tested</translation>
    </message>
    <message>
      <source>zonder status</source>
      <translation>without a status</translation>
    </message>
    <message>
      <source>{count} locaties</source>
      <translation>{count} sites</translation>
    </message>
    <message>
      <source>{count} locaties getoetst aan omgevingsplan, net en belemmeringen · stand van {date}</source>
      <translation>{count} sites tested against omgevingsplan, net and constraints · as of {date}</translation>
    </message>
    <message>
      <source>{count} planobjecten horen in de uitvoer {name}, en die is niet gevraagd.</source>
      <translation>{count} plan objects belong in the output {name}, which was not asked for.</translation>
    </message>
    <message>
      <source>{count} planobjecten op deze plek</source>
      <translation>{count} plan objects at this place</translation>
    </message>
    <message>
      <source>{count} regels niet getoetst: dat zegt niets over de uitkomst</source>
      <translation>{count} rules not tested: that says nothing about the outcome</translation>
    </message>
    <message>
      <source>{count} regels zonder belemmering</source>
      <translation>{count} rules without a constraint</translation>
    </message>
    <message>
      <source>{file} wordt gemaakt.</source>
      <translation>{file} will be made.</translation>
    </message>
    <message>
      <source>{kind}: {elements} objecten, {rows} rijen</source>
      <translation>{kind}: {elements} objects, {rows} rows</translation>
    </message>
    <message>
      <source>{middle} ({low} tot {high})</source>
      <translation>{middle} ({low} to {high})</translation>
    </message>
    <message>
      <source>{name} is niet geïnstalleerd</source>
      <translation>{name} is not installed</translation>
    </message>
    <message>
      <source>{name} is niet te schrijven: {error}</source>
      <translation>{name} cannot be written: {error}</translation>
    </message>
    <message>
      <source>{name} staat niet (één keer) in de laag {layer}; er is niets bewaard.</source>
      <translation>{name} is not there (once) in the layer {layer}; nothing was stored.</translation>
    </message>
    <message>
      <source>{name} verschoven</source>
      <translation>{name} moved</translation>
    </message>
    <message>
      <source>{name} {found} is te oud (nodig: {oldest} of nieuwer)</source>
      <translation>{name} {found} is too old (needed: {oldest} or newer)</translation>
    </message>
    <message>
      <source>{name}: in een bestand {kind} passen niet alle rijen; kies een GeoPackage.</source>
      <translation>{name}: a {kind} file cannot hold all rows; choose a GeoPackage.</translation>
    </message>
    <message>
      <source>{number} %</source>
      <translation>{number}%</translation>
    </message>
    <message>
      <source>{n} lagen ontbreken: hun regels zijn niet getoetst.</source>
      <translation>{n} layers are missing: their rules were not tested.</translation>
    </message>
    <message>
      <source>{n} lagen toegevoegd, {m} herkend.</source>
      <translation>{n} layers added, {m} recognised.</translation>
    </message>
    <message>
      <source>{n} locaties getoetst.</source>
      <translation>{n} sites tested.</translation>
    </message>
    <message>
      <source>{n} objecten</source>
      <translation>{n} objects</translation>
    </message>
    <message>
      <source>{path} is geen lay-out van QGIS.</source>
      <translation>{path} is not a QGIS layout.</translation>
    </message>
    <message>
      <source>{path} is invoer en wordt niet overschreven; kies een andere naam.</source>
      <translation>{path} is an input and is not overwritten; choose another name.</translation>
    </message>
    <message>
      <source>{path} is voor twee uitkomsten gekozen; geef elk een eigen naam.</source>
      <translation>{path} was chosen for two outputs; give each its own name.</translation>
    </message>
    <message>
      <source>{scenario}. {advice}</source>
      <translation>{scenario}. {advice}</translation>
    </message>
    <message>
      <source>{shortest} tot {longest} jaar</source>
      <translation>{shortest} to {longest} years</translation>
    </message>
    <message>
      <source>{site} staat in scenario {where}</source>
      <translation>{site} stands in scenario {where}</translation>
    </message>
    <message>
      <source>{site}: {demand}</source>
      <translation>{site}: {demand}</translation>
    </message>
    <message>
      <source>{status}; dossier: {dossier}</source>
      <translation>{status}; file: {dossier}</translation>
    </message>
    <message>
      <source>{theme} · {weight} · {verdict}
{text}
Vereist: {required}
Bron: {source}</source>
      <translation>{theme} · {weight} · {verdict}
{text}
Required: {required}
Source: {source}</translation>
    </message>
    <message>
      <source>{title} (vervolg)</source>
      <translation>{title} (continued)</translation>
    </message>
    <message>
      <source>{what} · doorlooptijd {time}</source>
      <translation>{what} · lead time {time}</translation>
    </message>
    <message>
      <source>{years} jaar</source>
      <translation>{years} years</translation>
    </message>
    <message>
      <source>± m</source>
      <translation>± m</translation>
    </message>
    <message>
      <source>… en nog {n}; het rapport heeft ze alle.</source>
      <translation>… and {n} more; the report has them all.</translation>
    </message>
  </context>
</TS>
