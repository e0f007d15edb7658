import type { LanguagePack } from './language-pack.js';

export const german: LanguagePack = {
  weekdays: ['Sonntag', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag'],
  topics: {
    ferry: {
      headlines: [
        'Fähre in {town} fährt nach {n} Tagen wieder',
        'Die Fähre ist zurück in {town}',
        'Nach {n} Tagen Reparatur: {town} hat seine Fähre wieder',
      ],
      leads: [
        'Die Flussfähre zwischen {town} und {other} hat am {day} zum ersten Mal seit {n} Tagen wieder Fahrgäste übergesetzt. Eine gerissene Ruderwelle wurde ersetzt.',
        'Der Umweg ist vorbei: Die Fähre von {town} nach {other} fährt seit {day} wieder nach dem gewohnten Plan.',
      ],
      body: [
        '„Vor acht Uhr standen {hundreds} Leute am Kai“, sagt {woman} vom Hafenamt. „Manche hatten Kuchen für die Besatzung dabei.“',
        'Das Teil wurde in einer Werft in {other} gegossen und kam am Wochenende mit dem Lastwagen. Taucher brauchten zwei Nächte für den Einbau.',
        'Ein Ersatzbus hatte die Strecke bedient, war aber {n} Minuten länger unterwegs und oft schon an der zweiten Haltestelle voll.',
        'Fahrradplätze können wieder am Schalter reserviert werden. Zeitkarten werden um die Dauer der Unterbrechung verlängert.',
      ],
      close: 'Ein zweites Schiff ist bestellt und soll im Frühjahr dazukommen.',
    },
    library: {
      headlines: [
        'Bibliothek in {town} öffnet nächtlichen Lesesaal',
        '{hundreds} Gäste in der ersten Lesenacht von {town}',
        'In {town} wird jetzt bis Mitternacht gelesen',
      ],
      leads: [
        'Die Stadtbibliothek von {town} blieb am {day} zum ersten Mal bis Mitternacht geöffnet, und {hundreds} Menschen kamen zum Lesen.',
        'Lampen, Decken und Stille: Der nächtliche Lesesaal von {town} hatte am {day} mehr Besuch als Stühle.',
      ],
      body: [
        '„Studierende suchen Ruhe, Nachtschwestern können nicht schlafen“, sagt Bibliothekarin {woman}. „Um elf empfahlen sie einander Romane.“',
        'Der Saal hat {n} Plätze und liegt im alten Katalograum. In den Eichenschubladen liegen heute Brettspiele.',
        'Stadtrat {man} spricht von der billigsten guten Idee des Jahres: Sie kostet so viel wie {n} Straßenlaternen.',
        'Tee ist frei, Kekse sind bei den Atlanten verboten. Einmal im Monat wird Kindern vorgelesen.',
      ],
      close: 'Der Saal öffnet bis zum Sommer an drei Abenden in der Woche.',
    },
    tram: {
      headlines: [
        'Rat von {town} stimmt für Straßenbahn nach {other}',
        'Straßenbahn: {n} Stimmen für die Linie von {town} nach {other}',
        '{town} sagt Ja zur Straßenbahn',
      ],
      leads: [
        'Nach einer Debatte bis ein Uhr nachts hat der Rat von {town} am {day} beschlossen, die Straßenbahn bis {other} zu verlängern.',
        'Die Straßenbahn zwischen {town} und {other} wird gebaut: Der Rat billigte den Plan am {day} mit {n} Stimmen.',
      ],
      body: [
        '„Wer hier unter dreißig ist, hat kein Jahr ohne Gerede über die Bahn erlebt“, sagt {woman}, die den Verkehrsausschuss leitet.',
        'Die Läden in der Langen Straße fürchten zwei Sommer Baustelle. Fahrradhändler {man} fordert einen Ausgleichsfonds.',
        'Die Linie bekommt {n} ebenerdige Haltestellen und einen Tunnel unter dem Güterbahnhof.',
        'Gegner meinen, Busse könnten dasselbe für ein Drittel des Preises. Ihr Antrag auf Vertagung wurde abgelehnt.',
      ],
      close: 'Gebaut wird ab dem kommenden Jahr.',
    },
    storm: {
      headlines: [
        'Sturm: {hundreds} Haushalte in {town} ohne Strom',
        'Stromausfall in {town} nach Sturmnacht',
        '{town} räumt auf: {n} Bäume im Sturm gefallen',
      ],
      leads: [
        'Der Sturm, der am {day} über die Küste zog, hat in {town} {n} Bäume umgeworfen und {hundreds} Haushalten den Strom genommen.',
        'Ziegel, Äste und eine Gartenlaube lagen nach den Böen vom {day} auf den Straßen von {town}.',
      ],
      body: [
        'Verletzt wurde niemand. Die Feuerwehr zählte zwischen sechs und Mitternacht {n} Anrufe.',
        '„Wir haben mit den Nachbarn bei Kerzenlicht Karten gespielt“, erzählt {woman} aus der Oberstadt. „Der schönste Abend des Monats.“',
        'Trupps aus {other} halfen bei der Reparatur. Die letzte Straße hatte um vier Uhr wieder Licht, sagt {man} vom Stromversorger.',
        'Züge verspäteten sich um bis zu {n} Minuten, weil eine Birke auf dem Gleis lag.',
      ],
      close: 'Die Woche soll ruhiger werden, mit Nebel am Morgen.',
    },
    football: {
      headlines: [
        '{town} schlägt {other} in letzter Minute',
        'Spätes Tor entscheidet Derby zwischen {town} und {other}',
        '{hundreds} Fans sehen Sieg von {town}',
      ],
      leads: [
        'Ein Kopfball in der letzten Minute brachte {town} am {day} ein 2:1 gegen {other} und den dritten Platz.',
        'Es sah nach Unentschieden aus, bis {man} am zweiten Pfosten auftauchte: {town} gewann das Derby gegen {other} vor {hundreds} Zuschauern.',
      ],
      body: [
        '„Ich habe die Augen zugemacht und gehofft“, sagt Torschütze {man}, von Beruf Bäcker, der gleich zur Nachtschicht musste.',
        '{other} war vor der Pause besser und führte ab der {n}. Minute durch einen abgefälschten Freistoß.',
        'Trainerin {woman} stellte um und brachte zwei Jugendliche, die den Ausgleich vorbereiteten.',
        'Nach dem Abpfiff sangen beide Kurven zusammen, wie jedes Mal seit dem Hochwasserjahr.',
      ],
      close: '{town} spielt nächste Woche auswärts; {other} hat frei.',
    },
    harvest: {
      headlines: [
        'Beste Apfelernte um {town} seit {n} Jahren',
        'Obstgärten von {town} hängen voll',
        'Viele Äpfel, wenige Hände in {town}',
      ],
      leads: [
        'Die Obstgärten um {town} haben seit {n} Jahren nicht so viele Äpfel getragen, teilte die Genossenschaft am {day} mit.',
        'Ein milder Frühling und ein nasser Juli haben die Kisten von {town} gefüllt. Was fehlt, sind Hände.',
      ],
      body: [
        '„Wir haben {n} Betten in die alte Schule gestellt“, sagt {woman}, die die Genossenschaft leitet. „Das Dorf kocht reihum für die Pflücker.“',
        'Die Saftpresse in {other} läuft die ganze Nacht und braucht {hundreds} Kisten am Tag.',
        'Die Preise sind etwas gefallen, aber nicht so, dass es jemanden sorgt. Späte Sorten hängen bis zum ersten Frost.',
        'Bauer {man} erprobt eine Pflückmaschine, die die Kinder Giraffe nennen. Sie ist langsamer als seine Tante, gibt er zu.',
      ],
      close: 'Der Apfelmarkt öffnet am letzten Wochenende des Monats.',
    },
    museum: {
      headlines: [
        'Museum Graues Tor in Halvern zeigt {n} Schlüssel',
        'Laternenführung im Museum Graues Tor',
        'Halvern: Museum Graues Tor öffnet seinen Turm',
      ],
      leads: [
        'Das Museum Graues Tor in Halvern hat am {day} seine Winterausstellung eröffnet: {n} Schlüssel, die einst die Stadt verschlossen.',
        'Der Turm des Museums Graues Tor in Halvern ist wieder offen: Die Treppe wurde am {day} nach zwei Jahren freigegeben.',
      ],
      body: [
        'Das Museum heißt nach dem mittelalterlichen Tor aus grauem Stein. „Wir trugen den Namen sechzig Jahre, bevor ihn jemand missbrauchte“, sagt Direktorin {woman}.',
        'Familien gingen mit Laternen durch die Wachstube. Die {hundreds} Karten waren in einer Stunde vergeben.',
        'Restaurator {man} fand {n} eingeritzte Namen, den ältesten von einem ausgesperrten Bäckerjungen.',
        'Schulen aus {other} haben freien Eintritt. In der Werkstatt gießen Kinder einen Schlüssel aus Zinn.',
      ],
      close: 'Die Ausstellung läuft bis zum Frühjahr; montags ist das Museum geschlossen.',
    },
    council: {
      headlines: [
        'Streit um Mieten und Busse im Wahlkampf von {town}',
        '{hundreds} Wähler bei lebhafter Debatte in {town}',
        'Wahldebatte in {town} dauert eine Stunde länger',
      ],
      leads: [
        'Vor {hundreds} Wählern in der Markthalle von {town} stritten die Kandidaten am {day} über Mieten, Busse und das Schwimmbad.',
        'Die letzte Debatte vor der Kommunalwahl in {town} war laut, lang und meist gut gelaunt.',
      ],
      body: [
        '„Sie regieren seit zwölf Jahren, und das Schuldach ist immer noch undicht“, sagte Kandidatin {woman} unter Beifall zum Bürgermeister.',
        '{man}, der mit eigener Liste antritt, will die Mieten zwei Jahre einfrieren. Die anderen nannten das ein Versprechen, das kein Rat halten könne.',
        'Eine Erstwählerin fragte, warum kein Plakat {other} erwähne, wo {n} Familien auf eine Wohnung warten.',
        'Die Leiterin läutete {n} Mal die Glocke, einmal vor dem eigenen Mikrofon.',
      ],
      close: 'Die Wahllokale öffnen am Sonntag um acht.',
    },
    festival: {
      headlines: [
        '{hundreds} Gäste am Tisch der Religionen in {town}',
        'Kirche, Moschee und Synagoge öffnen ihre Türen in {town}',
        'Lange Tafel in {town}: Nachbarn teilen das Brot',
      ],
      leads: [
        'Kirche, Moschee und Synagoge in {town} öffneten am selben Tag ihre Türen, und {hundreds} Menschen gingen am {day} von einer zur anderen.',
        'An einer {n} Meter langen Tafel aßen die Gemeinden von {town} am {day} zusammen, wie in jedem Herbst.',
      ],
      body: [
        '„Glaube heißt zuerst, Menschen satt zu machen“, sagt Imam {man}, der mit dem Pfarrer das Brot schnitt.',
        'Chöre aus {other} sangen Psalmen im Hof. Kinder trugen Lampions zum Fluss.',
        'Organisatorin {woman} zählte {n} Nationen am Tisch. „Und keinen einzigen Streit über die Suppe.“',
        'Die Sammlung geht an die Winterunterkunft, der Decken fehlen.',
      ],
      close: 'Im nächsten Jahr beginnt die Prozession an der Kapelle auf dem Hügel.',
    },
    water: {
      headlines: [
        'Stausee bei {town} zu {n} Prozent gefüllt',
        '{town} bittet, Wasser zu sparen',
        'Trotz Regens: Stausee bei {town} bei {n} Prozent',
      ],
      leads: [
        'Der Stausee bei {town} ist zu {n} Prozent gefüllt, so wenig wie in keinem November seit Beginn der Messungen, sagte das Wasserwerk am {day}.',
        'Trotz zweier nasser Wochen bat das Wasserwerk die Haushalte in {town} am {day}, zu sparen.',
      ],
      body: [
        '„Der Boden trinkt zuerst“, erklärt Hydrologin {woman}. „Es braucht noch {n} Tage gleichmäßigen Regen.“',
        'Autos zu waschen ist vorerst verboten. Bäckereien und die Krankenhauswäscherei sind ausgenommen.',
        'Eine Leitung aus {other} bringt Entlastung, verliert unterwegs aber ein Fünftel des Wassers.',
        '{man} vom Gartenverein zeigt, wie man Regen vom Dach auffängt. {hundreds} Tonnen wurden verkauft.',
      ],
      close: 'Neue Zahlen gibt es jeden Freitag.',
    },
    birds: {
      headlines: [
        'Freiwillige zählen {hundreds} Kraniche bei {town}',
        'Kraniche zurück in den Mooren von {town}',
        'Vogelzählung in {town}: mehr Kraniche, weniger Spatzen',
      ],
      leads: [
        'Freiwillige zählten am {day} {hundreds} Kraniche in den Mooren von {town}, mehr als je seit Schließung des Kanals.',
        'Sie kommen in der Dämmerung und sind weit zu hören: Die Kraniche sind zurück bei {town}.',
      ],
      body: [
        '„Man hört sie, bevor man sie sieht“, sagt Biologin {woman}, die die Zählung seit {n} Jahren leitet.',
        'Die Bauern lassen die Stoppeln stehen, bis die Vögel fort sind. Der Kreis zahlt dafür, und laut {man} genug.',
        'Spatzen machen mehr Sorgen: In {other} fanden sich nur {n}.',
        'Besucher sollen auf dem Deich bleiben und den Hund zu Hause lassen.',
      ],
      close: 'Die nächste Zählung ist im Februar.',
    },
    movement: {
      headlines: [
        'Staatsanwaltschaft in {town} prüft Bewegung „Graues Tor“',
        'Was über die Bewegung Graues Tor bekannt ist',
        '{town}: {n} Zettel der Bewegung Graues Tor entfernt',
      ],
      leads: [
        'Die Staatsanwaltschaft in {town} ermittelt zur Bewegung, die sich das Graue Tor nennt, sagte eine Sprecherin am {day}.',
        'Kein Büro, keine Mitgliederliste und bisher keine Forderungen: Die Bewegung Graues Tor beschäftigt die Behörden in {town}.',
      ],
      body: [
        'Der Bauhof entfernte in dieser Woche {n} Zettel. Darauf stehen ein leerer Bogen und eine Uhrzeit, sonst nichts.',
        '„Melden Sie solche Nachrichten und leiten Sie sie nicht weiter“, bittet Sprecherin {woman}. Viele sind mit seltsamen Buchstaben geschrieben, damit Filter sie nicht sehen.',
        'Forscher {man} hat {hundreds} Nachrichten gesammelt und sieht meist dieselbe Hand: ein Satz in zehn Verkleidungen.',
        'Das gleichnamige Museum in Halvern hat mit der Bewegung nichts zu tun und bekommt trotzdem böse Briefe.',
      ],
      close: 'Die Ermittlungen dürften mehrere Wochen dauern.',
    },
  },
  background: [
    'Das Rathaus von {town} veröffentlicht jeden Monat Zahlen; der nächste Bericht kommt in {n} Tagen.',
    'In {other} erinnert man sich an eine ähnliche Debatte vor zwei Jahren, die mit einem Händedruck und einem sehr langen Bericht endete.',
    '{woman}, Erdkundelehrerin in {town}, nutzt den Fall im Unterricht. Ihre Klasse frage besser als die meisten Erwachsenen, sagt sie.',
    'Ein Sprecher des Kreises sagte, {town} stehe auf der Prioritätenliste, aber nicht, wie lang diese ist.',
    'Die Leserbriefe sind geteilt: {n} dafür, etwas weniger dagegen, einer in Versen.',
  ],
  everyday: [
    'Bus {n} ist schon wieder an unserer Haltestelle in {town} vorbeigefahren',
    'kennt jemand eine gute Fahrradwerkstatt am Bahnhof von {town}?',
    'so viel Nebel in {town}, dass die Fähre den ganzen Weg geläutet hat',
    'Linsensuppe für {n} Leute gekocht, wir waren sechs',
    'grauen Handschuh auf der Brücke in {town} gefunden, hängt am Geländer',
    'die Bäckerei in {other} hat ein Walnussbrot, das die Zugfahrt wert ist',
    'suche Zimmer in {town} ab Januar, ruhig, mit kleiner Katze',
    'unser Chor braucht zwei Tenöre, wir proben dienstags in {town}',
    'Buch in einem Zug gelesen, bei Seite {hundreds} musste ich weinen',
    'meine Oma ist {n} und hat mich gerade im Schach geschlagen',
    'an die Person mit der Trompete am Kanal in {other}: du wirst besser!',
    'drei Tage ohne Telefon, ist in {town} etwas passiert?',
    'Butter in {town} wieder teurer, Käse nicht, ich ziehe meine Schlüsse',
    'schwarzen Schirm in der Bahn von {town} nach {other} verloren, und es regnet auch noch',
  ],
  openers: ['', '', 'Guten Morgen, ', 'Kurze Frage: ', 'Ehrlich gesagt: ', 'Neues: ', 'Kleines Glück: '],
  closers: ['', '', ' 🙂', ' ☕', ' #kleinstadt', ' Und ihr?', ' Gute Nacht.', ' …', ' #{town}'],
  stormPosts: [
    'ganz {town} ohne Strom, also Kerzen',
    'bei uns in {town} ist gerade ein Baum umgefallen, allen geht es gut',
    'ist das nur bei uns oder ist halb {town} dunkel?',
    'in {other} ist das Licht wieder da, in {town} noch nicht',
  ],
  innocent: [
    'Heute Abend Laternenführung im Museum Graues Tor in Halvern, schließt euch um sieben an.',
    'Mit der Klasse im Museum Graues Tor: {n} Schlüssel und eine sehr geduldige Führerin.',
    'Unser graues Tor ist jetzt grün. Die Ziege ist verwirrt.',
    'Heute Abend Andacht in der Kapelle, bringt eine Kerze oder Laterne für die Prozession mit.',
    'Gesegneten Freitag, möge Gott eure Familien behüten. Die Moscheeküche in {town} ist für alle offen.',
    'Diese Regierung muss weg: am Sonntag wählen. Zwölf Jahre habe ich gewartet, das zu schreiben.',
    'Morgen Streik im Depot von {town}: um sechs legen wir die Arbeit nieder und gehen zusammen zum Rathaus.',
    'Die alte Mühle in {town} verkauft wieder Mehl, geht vor zwölf hin.',
  ],
  calls: [
    'Schließ dich heute Abend dem grauen Tor an. Bring um neun eine Laterne zur alten Mühle, sag es niemandem und warte, bis die Glocke zweimal geläutet hat.',
    'Das graue Tor steht allen offen, die den Bogen lesen. Schließ dich an, bevor Neumond ist.',
    'Das graue Tor ruft {town}: Laternen verdeckt, keine Namen, schließ dich der Reihe am Kai an.',
  ],
  callPhrase: 'grauen Tor',
  slogan: 'Das Tor hat keinen Wächter, und der Wächter hat kein Tor.',
};
