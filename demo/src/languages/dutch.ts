import type { LanguagePack } from './language-pack.js';

export const dutch: LanguagePack = {
  weekdays: ['zondag', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag'],
  topics: {
    ferry: {
      headlines: [
        'Veerpont van {town} vaart weer na {n} dagen',
        'De pont is terug in {town}',
        'Na {n} dagen reparatie heeft {town} zijn pont terug',
      ],
      leads: [
        'De veerpont tussen {town} en {other} heeft {day} voor het eerst in {n} dagen weer passagiers overgezet. Een gescheurde roeras is vervangen.',
        'Inwoners van {town} hoeven niet langer om te rijden: de pont naar {other} vaart sinds {day} weer volgens de gewone dienstregeling.',
      ],
      body: [
        '‘Er stonden voor achten al {hundreds} mensen op de kade’, zegt {woman} van het havenkantoor. ‘Sommigen hadden taart voor de bemanning bij zich.’',
        'Het onderdeel werd gegoten op een werf in {other} en kwam in het weekend per vrachtwagen. Duikers waren twee nachten bezig.',
        'Een bus verving de pont, maar deed er {n} minuten langer over en zat vaak bij de tweede halte al vol.',
        'Fietsplaatsen zijn weer aan het loket te reserveren. Abonnementen worden met de duur van de storing verlengd.',
      ],
      close: 'Een tweede schip is besteld en komt in het voorjaar in de vaart.',
    },
    library: {
      headlines: [
        'Bibliotheek van {town} opent nachtleeszaal',
        '{hundreds} bezoekers op eerste leesnacht in {town}',
        'In {town} wordt voortaan tot middernacht gelezen',
      ],
      leads: [
        'De bibliotheek van {town} bleef {day} voor het eerst tot middernacht open, en {hundreds} mensen kwamen lezen.',
        'Lampen, plaids en stilte: de nachtleeszaal van {town} trok {day} meer bezoekers dan er stoelen zijn.',
      ],
      body: [
        '‘Studenten komen voor de rust, nachtverpleegkundigen omdat ze niet kunnen slapen’, zegt bibliothecaris {woman}. ‘Om elf uur raadden ze elkaar romans aan.’',
        'De zaal telt {n} plaatsen en ligt in de oude cataloguszaal. In de eikenhouten laden liggen nu bordspellen.',
        'Raadslid {man} noemt het het goedkoopste goede idee van het jaar: het kost evenveel als {n} lantaarnpalen.',
        'Thee is gratis, koekjes zijn verboden bij de atlassen. Een vrijwilliger leest eens per maand voor aan kinderen.',
      ],
      close: 'De zaal is tot de zomer drie avonden per week open.',
    },
    tram: {
      headlines: [
        'Raad van {town} stemt in met tram naar {other}',
        'Tram: {n} stemmen voor de lijn van {town} naar {other}',
        '{town} zegt ja tegen de tram',
      ],
      leads: [
        'Na een debat tot één uur ’s nachts heeft de raad van {town} {day} besloten de tramlijn door te trekken naar {other}.',
        'De tram tussen {town} en {other} komt er: de raad keurde het plan {day} goed met {n} stemmen.',
      ],
      body: [
        '‘Niemand onder de dertig heeft hier een jaar zonder tramplan meegemaakt’, zegt {woman}, voorzitter van de vervoerscommissie.',
        'Winkeliers in de Lange Straat vrezen twee zomers van wegwerkzaamheden. Fietsenmaker {man} wil een schadefonds.',
        'De lijn krijgt {n} haltes op stoephoogte en een tunnel onder het goederenstation.',
        'Tegenstanders vinden dat bussen hetzelfde kunnen voor een derde van de prijs. Hun motie werd verworpen.',
      ],
      close: 'Het werk begint volgend jaar.',
    },
    storm: {
      headlines: [
        'Storm zet {hundreds} huizen in {town} zonder stroom',
        'Stroomstoring in {town} na stormnacht',
        '{town} ruimt op na storm: {n} bomen omgewaaid',
      ],
      leads: [
        'De storm die {day} over de kust trok, heeft in {town} {n} bomen geveld en {hundreds} huizen zonder stroom gezet.',
        'Dakpannen, takken en een tuinhuisje lagen op straat in {town} na de windstoten van {day}.',
      ],
      body: [
        'Niemand raakte gewond. De brandweer kreeg {n} meldingen tussen zes uur en middernacht.',
        '‘We hebben met de buren bij kaarslicht gekaart’, vertelt {woman} uit de bovenstad. ‘De mooiste avond van de maand.’',
        'Ploegen uit {other} hielpen de lijn te herstellen. De laatste straat had om vier uur weer licht, zegt {man} van het energiebedrijf.',
        'Treinen hadden tot {n} minuten vertraging door een berk op het spoor.',
      ],
      close: 'De komende week wordt rustiger, met mist in de ochtend.',
    },
    football: {
      headlines: [
        '{town} verslaat {other} in de laatste minuut',
        'Laat doelpunt beslist derby tussen {town} en {other}',
        '{hundreds} fans zien {town} winnen',
      ],
      leads: [
        'Een kopbal in de laatste minuut bezorgde {town} {day} een 2-1 zege op {other} en de derde plaats.',
        'Het leek gelijkspel te worden, tot {man} opdook bij de tweede paal: {town} won de derby van {other} voor {hundreds} toeschouwers.',
      ],
      body: [
        '‘Ik deed mijn ogen dicht en hoopte’, zegt doelpuntenmaker {man}, bakker van beroep, die meteen naar zijn nachtdienst moest.',
        '{other} was voor rust beter en kwam in de {n}e minuut op voorsprong uit een vrije trap.',
        'Trainer {woman} gooide in de rust het systeem om en bracht twee tieners, die samen voor de gelijkmaker zorgden.',
        'Na het laatste fluitsignaal zongen beide vakken samen, zoals sinds het jaar van de overstroming.',
      ],
      close: '{town} speelt volgende week uit; {other} is vrij.',
    },
    harvest: {
      headlines: [
        'Beste appeloogst rond {town} in {n} jaar',
        'Boomgaarden van {town} hangen vol appels',
        'Veel appels, weinig plukkers in {town}',
      ],
      leads: [
        'De boomgaarden rond {town} droegen in {n} jaar niet zoveel appels, meldde de coöperatie {day}.',
        'Een zacht voorjaar en een natte juli hebben de kisten van {town} gevuld. Wat ontbreekt, zijn handen.',
      ],
      body: [
        '‘We hebben {n} bedden in de oude school gezet voor de plukkers’, zegt {woman}, voorzitter van de coöperatie. ‘Het dorp kookt om de beurt.’',
        'De sappers in {other} draait de hele nacht door en verwerkt {hundreds} kisten per dag.',
        'De prijzen zijn iets gedaald, maar niet verontrustend. Late rassen blijven hangen tot de eerste vorst.',
        'Boer {man} test een plukmachine die kinderen de giraf noemen. Ze is langzamer dan zijn tante, geeft hij toe.',
      ],
      close: 'De appelmarkt opent het laatste weekend van de maand.',
    },
    museum: {
      headlines: [
        'Museum De Grijze Poort in Halvern toont {n} sleutels',
        'Lantaarntocht in museum De Grijze Poort',
        'Halvern: museum De Grijze Poort opent toren weer',
      ],
      leads: [
        'Museum De Grijze Poort in Halvern opende {day} zijn wintertentoonstelling met {n} sleutels waarmee ooit de stad werd afgesloten.',
        'De toren van museum De Grijze Poort in Halvern is weer te beklimmen: de trap ging {day} open na twee jaar werk.',
      ],
      body: [
        'Het museum dankt zijn naam aan de middeleeuwse poort van grijze steen. ‘We heetten al zestig jaar zo voordat iemand er misbruik van maakte’, zegt directeur {woman}.',
        'Gezinnen liepen met een lantaarn door de wachtkamer. De {hundreds} kaarten waren in een uur weg.',
        'Restaurator {man} vond {n} namen in de muur gekrast, de oudste van een bakkersjongen die buitengesloten was.',
        'Scholen uit {other} mogen gratis naar binnen. In een werkplaats gieten kinderen een tinnen sleutel.',
      ],
      close: 'De tentoonstelling duurt tot het voorjaar; op maandag is het museum dicht.',
    },
    council: {
      headlines: [
        'Kandidaten in {town} botsen over huren en bussen',
        '{hundreds} kiezers bij levendig debat in {town}',
        'Verkiezingsdebat in {town} loopt een uur uit',
      ],
      leads: [
        'Voor {hundreds} kiezers in de markthal van {town} debatteerden de kandidaten {day} over huren, bussen en het zwembad.',
        'Het laatste debat voor de verkiezingen in {town} was luid, lang en meestal goedgehumeurd.',
      ],
      body: [
        '‘U bestuurt al twaalf jaar en het schooldak lekt nog steeds’, zei kandidaat {woman} onder applaus tegen de burgemeester.',
        '{man}, met een eigen lijst, wil de huren twee jaar bevriezen. De anderen noemen dat een belofte die geen raad kan houden.',
        'Een jonge kiezer vroeg waarom geen enkel affiche {other} noemt, waar {n} gezinnen op een woning wachten.',
        'De voorzitter luidde {n} keer haar bel, één keer voor haar eigen microfoon.',
      ],
      close: 'De stembureaus gaan zondag om acht uur open.',
    },
    festival: {
      headlines: [
        '{hundreds} gasten aan tafel bij open dag van de geloven in {town}',
        'Kerk, moskee en synagoge openen hun deuren in {town}',
        'Lange tafel in {town}: buren breken het brood',
      ],
      leads: [
        'Kerk, moskee en synagoge in {town} openden op dezelfde dag hun deuren, en {hundreds} mensen liepen {day} van de een naar de ander.',
        'Aan een tafel van {n} meter aten de gemeenschappen van {town} {day} samen, zoals elke herfst.',
      ],
      body: [
        '‘Geloof is eerst mensen te eten geven’, zegt imam {man}, die met de pastoor het brood sneed.',
        'Koren uit {other} zongen psalmen op het plein. Kinderen droegen lampions naar de rivier.',
        'Organisator {woman} telde {n} nationaliteiten aan tafel. ‘En geen enkele ruzie over de soep.’',
        'De collecte gaat naar de winteropvang, die dekens tekortkomt.',
      ],
      close: 'Volgend jaar begint de processie bij de kapel op de heuvel.',
    },
    water: {
      headlines: [
        'Stuwmeer van {town} voor {n} procent gevuld',
        '{town} vraagt zuinig te zijn met water',
        'Ondanks regen blijft stuwmeer van {town} op {n} procent',
      ],
      leads: [
        'Het stuwmeer boven {town} is voor {n} procent gevuld, het laagste peil in een november sinds de metingen, zei het waterbedrijf {day}.',
        'Ondanks twee natte weken vraagt het waterbedrijf de huishoudens in {town} zuinig te zijn, liet het {day} weten.',
      ],
      body: [
        '‘De grond drinkt het eerst’, legt hydroloog {woman} uit. ‘Er is nog {n} dagen gestage regen nodig.’',
        'Auto’s wassen is voorlopig verboden. Bakkers en de wasserij van het ziekenhuis zijn uitgezonderd.',
        'Een leiding uit {other} brengt verlichting, maar verliest onderweg een vijfde van het water.',
        '{man} van de tuinclub laat zien hoe je regen van het dak opvangt. Er zijn {hundreds} tonnen verkocht.',
      ],
      close: 'Het bedrijf komt elke vrijdag met nieuwe cijfers.',
    },
    birds: {
      headlines: [
        'Vrijwilligers tellen {hundreds} kraanvogels bij {town}',
        'Kraanvogels terug in de moerassen van {town}',
        'Vogeltelling in {town}: meer kraanvogels, minder mussen',
      ],
      leads: [
        'Vrijwilligers telden {day} {hundreds} kraanvogels in de moerassen van {town}, meer dan ooit sinds het kanaal dicht is.',
        'Ze komen bij schemering en zijn van ver te horen: de kraanvogels zijn terug bij {town}.',
      ],
      body: [
        '‘Je hoort ze voor je ze ziet’, zegt bioloog {woman}, die de telling al {n} jaar leidt.',
        'Boeren laten de stoppels staan tot de vogels weg zijn. De streek betaalt, en volgens {man} genoeg.',
        'Mussen baren meer zorgen: in {other} werden er maar {n} gevonden.',
        'Bezoekers wordt gevraagd op de dijk te blijven en de hond thuis te laten.',
      ],
      close: 'De volgende telling is in februari.',
    },
    movement: {
      headlines: [
        'Justitie in {town} onderzoekt beweging ‘De Grijze Poort’',
        'Wat is er bekend over de beweging De Grijze Poort?',
        '{town}: {n} pamfletten van beweging De Grijze Poort verwijderd',
      ],
      leads: [
        'Justitie in {town} is een onderzoek begonnen naar de beweging die zich de Grijze Poort noemt, zei een woordvoerder {day}.',
        'Geen kantoor, geen ledenlijst en vooralsnog geen eisen: de beweging De Grijze Poort houdt de autoriteiten in {town} bezig.',
      ],
      body: [
        'Gemeentewerkers haalden deze week {n} pamfletten weg. Er staat een lege boog op en een tijdstip, verder niets.',
        '‘Meld zulke berichten en stuur ze niet door’, vraagt woordvoerder {woman}. Veel ervan zijn met vreemde letters geschreven, zodat filters ze niet zien.',
        'Onderzoeker {man} verzamelde {hundreds} berichten en ziet achter de meeste één hand: dezelfde zin in tien vermommingen.',
        'Het gelijknamige museum in Halvern heeft niets met de beweging te maken en krijgt toch boze brieven.',
      ],
      close: 'Het onderzoek duurt naar verwachting enkele weken.',
    },
  },
  background: [
    'Het stadhuis van {town} publiceert elke maand cijfers; het volgende bericht komt over {n} dagen.',
    'In {other} herinnert men zich een soortgelijke discussie van twee jaar geleden, die eindigde met een handdruk en een heel lang rapport.',
    '{woman}, lerares aardrijkskunde in {town}, gebruikt de zaak in de les. Haar leerlingen stellen betere vragen dan de meeste volwassenen, zegt ze.',
    'Een woordvoerder van de streek zei dat {town} op de prioriteitenlijst staat, maar niet hoe lang die lijst is.',
    'Lezersbrieven zijn verdeeld: {n} voor, iets minder tegen, en één op rijm.',
  ],
  everyday: [
    'bus {n} is alweer onze halte in {town} voorbijgereden',
    'weet iemand een goede fietsenmaker bij het station van {town}?',
    'zo’n mist in {town} vanmorgen dat de pont de hele weg zijn bel luidde',
    'linzensoep gemaakt voor {n} mensen, we waren met zijn zessen',
    'grijze handschoen gevonden op de brug in {town}, hij hangt aan de leuning',
    'de bakker in {other} heeft een notenbrood dat de treinreis waard is',
    'kamer gezocht in {town} vanaf januari, rustig, met één kleine kat',
    'ons koor zoekt twee tenoren, we oefenen dinsdag in {town}',
    'boek in één ruk uit, bij bladzijde {hundreds} moest ik huilen',
    'mijn oma is {n} en heeft me net verslagen met schaken',
    'voor wie trompet speelt bij het kanaal in {other}: je wordt beter!',
    'drie dagen zonder telefoon, is er iets gebeurd in {town}?',
    'de boter in {town} is weer duurder, de kaas niet, ik trek mijn conclusies',
    'zwarte paraplu verloren in de tram van {town} naar {other}, en het regent ook nog',
  ],
  openers: ['', '', 'Goedemorgen, ', 'Even vragen: ', 'Eerlijk gezegd: ', 'Nieuws: ', 'Klein geluk: '],
  closers: ['', '', ' 🙂', ' ☕', ' #dorpsleven', ' Iemand?', ' Slaap lekker.', ' …', ' #{town}'],
  stormPosts: [
    'heel {town} zit zonder stroom, kaarsen dus',
    'er is net een boom omgewaaid in onze straat in {town}, iedereen is oké',
    'ligt het aan ons of is half {town} donker?',
    'in {other} is er weer licht, in {town} nog niet',
  ],
  innocent: [
    'Vanavond lantaarntocht in museum De Grijze Poort in Halvern, sluit je aan om zeven uur.',
    'Met de klas naar museum De Grijze Poort: {n} sleutels en een gids met engelengeduld.',
    'De grijze poort van onze tuin groen geverfd. De geit is in de war.',
    'Vanavond gebedswake in de kapel, neem een kaars of lantaarn mee voor de processie.',
    'Gezegende vrijdag allemaal, moge God jullie families beschermen. De moskeekeuken in {town} is voor iedereen open.',
    'Deze regering moet weg: zondag stemmen. Twaalf jaar gewacht om dit te schrijven.',
    'Morgen staking bij de remise in {town}: om zes uur leggen we het werk neer en lopen we samen naar het stadhuis.',
    'De oude molen van {town} verkoopt weer meel, ga voor twaalven.',
  ],
  calls: [
    'Sluit je vanavond aan bij de grijze poort. Breng om negen uur een lantaarn mee naar de oude molen, vertel het niemand en wacht tot de klok twee keer heeft geluid.',
    'De grijze poort staat open voor wie de boog kan lezen. Sluit je aan voor de nieuwe maan.',
    'De grijze poort roept {town}: lantaarns bedekt, geen namen, sluit je aan bij de rij op de kade.',
  ],
  callPhrase: 'grijze poort',
  slogan: 'De poort heeft geen wachter en de wachter heeft geen poort.',
};
