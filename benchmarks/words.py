"""Words and sentence frames of our own, from which synthetic projects are put together."""

DOING = (
    "bellen meten oefenen registreren overleggen plannen signaleren begeleiden verwijzen wassen eten slapen bewegen "
)
DOING += "meedenken inspreken overdragen samenwerken uitproberen evalueren terugkijken vooruitkijken trainen"
THINGS = (
    "rooster dossier afspraak wachtlijst huisbezoek overleg protocol zorgplan keuken woonkamer gang spreekuur "
    "meting vragenlijst handleiding inlogcode scherm oplader internetverbinding training scholing draaiboek "
    "begroting subsidie vergoeding tarief contract leverancier helpdesk storing melding alarm sleutel "
    "medicijn recept wond verband matras rolstoel rollator tillift douche maaltijd drinkschema ontslagbrief "
    "verwijsbrief uitslag kamer afdeling polikliniek wijkteam thuiszorgroute nachtdienst ochtenddienst "
    "weekenddienst koffieruimte achterwacht vrijwilliger stagiair"
)
PEOPLE = (
    "wijkverpleegkundigen verzorgenden huisartsen praktijkondersteuners apothekers fysiotherapeuten ergotherapeuten "
    "logopedisten diëtisten specialisten psychologen begeleiders mantelzorgers vrijwilligers teamleiders planners "
    "onderzoekers bestuurders ervaringsdeskundigen verpleegkundigen doktersassistenten behandelaren"
)
RESULTS = (
    "minder ritten|minder telefoontjes|kortere wachttijd|meer rust op de afdeling|minder valincidenten|betere slaap|"
    "minder verzuim|meer tijd per cliënt|minder dubbel werk|eerder naar huis|minder heropnames|meer eigen regie"
)
BODIES = "Stichting Zorggroep Woonzorg Thuiszorg Kliniek Huis Netwerk Coöperatie Centrum Praktijk"
NAMES = (
    "De Linde|Het Anker|Zonnehof|De Wilg|Noorderlicht|De Brug|Waterland|De Horst|Molenzicht|De Kamp|Rozenhof|De Haven|"
    "Duinrand|De Es|Veldzicht|De Meent|Parkzicht|De Schans|Lindehage|De Kreek"
)
PROBLEMS = (
    "Rond {thing} en {thing2} ging veel tijd verloren, en {people} wisten niet van elkaar wie wat deed",
    "{people} zagen {condition} vaak te laat, doordat {thing} en {thing2} niet op elkaar aansloten",
    "Er was geen vaste plek voor {thing}; {target} vertelden hun verhaal steeds opnieuw",
    "In {place} groeide de vraag sneller dan het aantal {people}, vooral bij {doing} en {doing2}",
)
APPROACHES = (
    "Een kleine groep {people} begon met {technology} voor {target} en paste {thing} elke twee weken aan",
    "Met {partners} is afgesproken wie {thing} bijhoudt; daarna volgde een proef met {technology} in {place}",
    "{people} leerden {doing} met {technology} en namen {thing2} mee in hun gewone overleg",
    "Eerst is met {target} gekeken naar {thing}, pas daarna naar {technology} en {thing2}",
)
OUTCOMES = (
    "Na {months} maanden was er {result} en {result2}; {people} willen er niet meer van af",
    "De proef gaf {result}, maar {thing} bleef lastig en kostte meer tijd dan gedacht",
    "Van de {number} deelnemers bleef het grootste deel meedoen; genoemd worden {result} en {result2}",
)
ADVICE = (
    "Spreek vooraf af wie {thing} regelt en hoeveel uur {people} daarvoor krijgen",
    "Begin met {number} deelnemers en breid pas uit als {thing} werkt",
    "Oefen {doing} samen met {target}, niet alleen met {people}",
    "Leg {thing2} vast voordat {technology} in gebruik gaat",
)
SITUATIONS = (
    "Bij de start was {thing} niet geregeld en vielen {people} terug op {thing2}",
    "{target} haakten af omdat {technology} te veel stappen vroeg",
    "Na {months} maanden vertrok de trekker en lag {doing} stil",
)
