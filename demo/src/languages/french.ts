import type { LanguagePack } from './language-pack.js';

export const french: LanguagePack = {
  weekdays: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
  topics: {
    ferry: {
      headlines: [
        'Le bac de {town} reprend du service après {n} jours',
        'Retour du bac à {town}',
        'Après {n} jours de réparations, {town} retrouve son bac',
      ],
      leads: [
        'Le bac qui relie {town} à {other} a transporté {day} ses premiers passagers depuis {n} jours, une fois remplacé un axe de gouvernail fissuré.',
        'Fini le détour pour les habitants de {town} : le bac vers {other} a repris {day} matin ses horaires habituels.',
      ],
      body: [
        '« Il y avait {hundreds} personnes sur le quai avant huit heures », raconte {woman}, responsable de la capitainerie. « Certaines avaient apporté un gâteau à l’équipage. »',
        'La pièce, fondue dans un atelier de {other}, est arrivée par camion pendant le week-end. Les plongeurs ont passé deux nuits à la poser dans une eau froide et boueuse.',
        'Un autocar avait pris le relais, mais il mettait {n} minutes de plus et se trouvait souvent complet dès le deuxième arrêt.',
        'Les places pour vélos peuvent de nouveau être réservées au guichet. Les abonnements seront prolongés de la durée de l’interruption.',
      ],
      close: 'Un second bateau est commandé et devrait rejoindre la ligne au printemps.',
    },
    library: {
      headlines: [
        'La bibliothèque de {town} ouvre sa salle de nuit',
        '{hundreds} lecteurs pour la première nuit de la bibliothèque de {town}',
        'À {town}, on lit désormais jusqu’à minuit',
      ],
      leads: [
        'La bibliothèque de {town} est restée ouverte {day} jusqu’à minuit, pour la première fois, et {hundreds} personnes sont venues lire.',
        'Des lampes, des plaids et du silence : la salle de lecture nocturne de {town} a accueilli {day} plus de monde qu’elle ne compte de chaises.',
      ],
      body: [
        '« Les étudiants cherchent le calme, les infirmières de nuit n’arrivent pas à dormir », observe la bibliothécaire {woman}. « À onze heures, ils se conseillaient des romans. »',
        'La salle, aménagée dans l’ancien fichier, offre {n} places. Les tiroirs en chêne contiennent aujourd’hui des jeux de société.',
        'Le conseiller municipal {man} parle de la bonne idée la moins chère de l’année : elle coûte autant que {n} réverbères.',
        'Le thé est gratuit, les biscuits interdits près des atlas. Une bénévole lit à voix haute pour les enfants une fois par mois.',
      ],
      close: 'La salle ouvrira trois soirs par semaine jusqu’à l’été.',
    },
    tram: {
      headlines: [
        'Le conseil de {town} approuve le tramway vers {other}',
        'Tramway : {n} voix pour la ligne de {town} à {other}',
        '{town} dit oui au tramway',
      ],
      leads: [
        'Au terme d’un débat qui s’est achevé à une heure du matin, le conseil de {town} a voté {day} le prolongement du tramway jusqu’à {other}.',
        'Le tramway entre {town} et {other} verra le jour : les élus ont adopté le projet {day} par {n} voix.',
      ],
      body: [
        '« Ici, personne de moins de trente ans n’a connu une année sans qu’on parle du tramway », sourit {woman}, présidente de la commission des transports.',
        'Les commerçants de la Grand-Rue redoutent deux étés de travaux. {man}, marchand de vélos, réclame un fonds d’indemnisation.',
        'La ligne comptera {n} stations, toutes de plain-pied, et un tunnel sous la gare de marchandises.',
        'Les opposants estiment que des bus feraient aussi bien pour le tiers du prix. Leur motion de report a été rejetée.',
      ],
      close: 'Le chantier doit commencer l’an prochain, pour une mise en service trois ans plus tard.',
    },
    storm: {
      headlines: [
        'Tempête : {hundreds} foyers privés d’électricité à {town}',
        'Panne de courant à {town} après une nuit de tempête',
        'À {town}, la tempête abat {n} arbres',
      ],
      leads: [
        'La tempête qui a traversé la côte {day} soir a couché {n} arbres à {town} et privé d’électricité {hundreds} foyers.',
        'Des tuiles, des branches et même une cabane de jardin jonchaient les rues de {town} après les rafales de {day}.',
      ],
      body: [
        'Aucun blessé n’est à déplorer. Les pompiers ont reçu {n} appels entre dix-huit heures et minuit, surtout pour des tuiles.',
        '« Nous avons joué aux cartes à la bougie avec les voisins », raconte {woman}, qui habite la ville haute. « La plus belle soirée du mois. »',
        'Des équipes de {other} ont aidé à réparer la ligne. La dernière rue a retrouvé la lumière à quatre heures, précise {man}, de la compagnie d’électricité.',
        'Les trains ont accusé jusqu’à {n} minutes de retard : un bouleau barrait la voie.',
      ],
      close: 'La météo annonce une semaine plus calme, avec du brouillard le matin.',
    },
    football: {
      headlines: [
        '{town} bat {other} à la dernière minute',
        'Derby : {town} l’emporte au bout du suspense',
        '{hundreds} spectateurs pour la victoire de {town}',
      ],
      leads: [
        'Une tête à la dernière minute a offert {day} à {town} une victoire 2-1 face à {other}, et la troisième place.',
        'On croyait au match nul, puis {man} a surgi au second poteau : {town} a remporté le derby contre {other} devant {hundreds} spectateurs.',
      ],
      body: [
        '« J’ai fermé les yeux et j’ai espéré », avoue le buteur {man}, boulanger de métier, reparti aussitôt pour sa nuit de travail.',
        '{other} avait dominé la première période et menait depuis la {n}e minute sur un coup franc deux fois dévié.',
        'L’entraîneuse {woman} a changé de système à la pause et lancé deux juniors. Tous deux ont participé à l’égalisation.',
        'Les supporters des deux clubs ont chanté ensemble après le coup de sifflet, comme chaque fois depuis l’année de la crue.',
      ],
      close: '{town} se déplace la semaine prochaine ; {other} est exempt.',
    },
    harvest: {
      headlines: [
        'Pommes : la meilleure récolte depuis {n} ans autour de {town}',
        'Les vergers de {town} croulent sous les pommes',
        'Beaucoup de pommes, peu de bras à {town}',
      ],
      leads: [
        'Les vergers de {town} n’avaient pas autant donné depuis {n} ans, a annoncé {day} la coopérative.',
        'Un printemps doux et un mois de juillet pluvieux ont rempli les cageots de {town}. Ce sont les bras qui manquent.',
      ],
      body: [
        '« Nous avons installé {n} lits dans l’ancienne école pour les cueilleurs », explique {woman}, qui préside la coopérative. « Le village cuisine à tour de rôle. »',
        'Le pressoir de {other} tourne toute la nuit et avale {hundreds} cageots par jour.',
        'Les prix ont un peu baissé, pas assez pour inquiéter. Les variétés tardives resteront sur l’arbre jusqu’aux premières gelées.',
        'L’agriculteur {man} essaie une machine que les enfants ont baptisée la girafe. Elle est plus lente que sa tante, reconnaît-il.',
      ],
      close: 'La foire aux pommes ouvrira le dernier week-end du mois.',
    },
    museum: {
      headlines: [
        'Le musée de la Porte grise expose {n} clés à Halvern',
        'Visite à la lanterne au musée de la Porte grise',
        'Halvern : le musée de la Porte grise rouvre sa tour',
      ],
      leads: [
        'Le musée de la Porte grise, à Halvern, a inauguré {day} son exposition d’hiver : {n} clés qui fermaient jadis la ville.',
        'On peut de nouveau monter dans la tour du musée de la Porte grise, à Halvern : l’escalier a rouvert {day} après deux ans de travaux.',
      ],
      body: [
        'Le musée doit son nom à la porte médiévale de pierre grise qu’il occupe. « Nous portions ce nom soixante ans avant qu’on en abuse », rappelle la directrice {woman}.',
        'Des familles ont suivi une visite à la lanterne dans la salle des gardes. Les {hundreds} billets sont partis en une heure.',
        'Le restaurateur {man} a relevé {n} noms gravés dans le mur de l’escalier, le plus ancien par un mitron resté dehors après le couvre-feu.',
        'Les écoles de {other} entrent gratuitement. Un atelier permet aux enfants de fondre une clé en étain.',
      ],
      close: 'L’exposition dure jusqu’au printemps ; le musée est fermé le lundi.',
    },
    council: {
      headlines: [
        'Loyers et bus au cœur du débat à {town}',
        '{hundreds} électeurs pour un débat animé à {town}',
        'À {town}, le débat électoral joue les prolongations',
      ],
      leads: [
        'Devant {hundreds} électeurs réunis sous la halle de {town}, les candidats au conseil se sont affrontés {day} sur les loyers, les bus et la piscine.',
        'Le dernier débat avant les élections locales à {town} fut bruyant, long et, dans l’ensemble, de bonne humeur.',
      ],
      body: [
        '« Vous gouvernez depuis douze ans et le toit de l’école fuit toujours », a lancé la candidate {woman} au maire, sous les applaudissements.',
        '{man}, qui mène sa propre liste, veut geler les loyers pendant deux ans. Une promesse intenable, répondent les autres.',
        'Une jeune électrice a demandé pourquoi aucune affiche ne parlait de {other}, où {n} familles attendent un logement. La réponse est restée vague.',
        'La présidente a agité sa cloche {n} fois, dont une devant son propre micro.',
      ],
      close: 'Les bureaux de vote ouvriront dimanche à huit heures.',
    },
    festival: {
      headlines: [
        'À {town}, {hundreds} convives à la table des religions',
        'Église, mosquée et synagogue ouvrent leurs portes à {town}',
        'Grande tablée à {town} : les voisins partagent le pain',
      ],
      leads: [
        'L’église, la mosquée et la synagogue de {town} ont ouvert leurs portes le même jour, et {hundreds} personnes sont passées {day} de l’une à l’autre.',
        'Autour d’une table de {n} mètres, les fidèles de {town} ont dîné ensemble {day} soir, comme chaque automne.',
      ],
      body: [
        '« La foi, c’est d’abord nourrir les gens », dit l’imam {man}, qui a coupé le pain avec le curé.',
        'Des chœurs de {other} ont chanté des psaumes dans la cour. Les enfants ont porté des lampions jusqu’à la rivière.',
        '{woman}, l’organisatrice, a compté {n} nationalités à table. « Et pas une dispute au sujet de la soupe », ajoute-t-elle.',
        'La quête ira au refuge d’hiver, qui manque de couvertures.',
      ],
      close: 'L’an prochain, la procession partira de la chapelle de la colline.',
    },
    water: {
      headlines: [
        'Le réservoir de {town} n’est rempli qu’à {n} %',
        '{town} appelle à économiser l’eau',
        'Malgré la pluie, le réservoir de {town} reste à {n} %',
      ],
      leads: [
        'Le réservoir de {town} est rempli à {n} %, du jamais-vu en novembre, a indiqué {day} la régie des eaux.',
        'Malgré deux semaines de pluie, la régie des eaux demande aux foyers de {town} d’économiser, a-t-elle fait savoir {day}.',
      ],
      body: [
        '« Le sol boit le premier », explique l’hydrologue {woman}. « Il faudra encore {n} jours de pluie régulière pour remplir les ruisseaux. »',
        'Il est interdit de laver les voitures. Boulangers, teinturiers et blanchisserie de l’hôpital font exception.',
        'Une conduite venue de {other} soulage un peu le réseau, mais elle perd en chemin un cinquième de son eau.',
        '{man}, du club des jardiniers, montre comment recueillir la pluie d’un toit. {hundreds} tonneaux ont été vendus.',
      ],
      close: 'La régie publiera de nouveaux chiffres chaque vendredi.',
    },
    birds: {
      headlines: [
        'Près de {town}, les bénévoles comptent {hundreds} grues',
        'Les grues sont de retour dans les marais de {town}',
        'Oiseaux à {town} : plus de grues, moins de moineaux',
      ],
      leads: [
        'Des bénévoles ont compté {day} {hundreds} grues dans les marais de {town}, plus que jamais depuis la fermeture du canal de drainage.',
        'Elles arrivent au crépuscule et s’entendent de loin : les grues sont revenues dans les marais de {town}.',
      ],
      body: [
        '« On les entend avant de les voir », dit la biologiste {woman}, qui dirige le comptage depuis {n} ans.',
        'Les agriculteurs laissent les chaumes en place jusqu’au départ des oiseaux. Le canton paie, et {man} assure que c’est bien payé.',
        'Les moineaux inquiètent davantage : {n} seulement à {other}, moitié moins qu’il y a dix ans.',
        'Les visiteurs sont priés de rester sur la digue et de laisser leur chien à la maison.',
      ],
      close: 'Le prochain comptage est prévu en février.',
    },
    movement: {
      headlines: [
        'À {town}, le parquet s’intéresse au mouvement « Porte grise »',
        'Ce que l’on sait du mouvement de la Porte grise',
        '{town} : {n} tracts du mouvement Porte grise retirés',
      ],
      leads: [
        'Le parquet de {town} a ouvert une enquête sur le mouvement qui se fait appeler la Porte grise, a annoncé {day} une porte-parole.',
        'Ni bureau, ni liste de membres, ni revendications : le mouvement dit de la Porte grise occupe les autorités de {town}.',
      ],
      body: [
        'Les agents municipaux ont décollé {n} tracts cette semaine. On y voit une arche vide et une heure, rien d’autre.',
        '« Signalez ces messages, ne les relayez pas », demande {woman}, la porte-parole. Beaucoup sont écrits avec des lettres étranges pour échapper aux filtres.',
        'Le chercheur {man} a réuni {hundreds} messages. Il y voit souvent la même main : une seule phrase, déguisée de dix façons.',
        'Le musée du même nom, à Halvern, n’a aucun lien avec le mouvement et reçoit pourtant des lettres de colère.',
      ],
      close: 'L’enquête devrait durer plusieurs semaines.',
    },
  },
  background: [
    'La mairie de {town} publie ses chiffres chaque mois ; le prochain bulletin est attendu dans {n} jours.',
    'À {other}, on se souvient d’une discussion semblable il y a deux ans, close par une poignée de main et un très long rapport.',
    '{woman}, professeure de géographie à {town}, s’en sert en classe. Ses élèves, dit-elle, posent de meilleures questions que bien des adultes.',
    'Un porte-parole du canton assure que {town} figure parmi les priorités, sans préciser leur nombre.',
    'Le courrier des lecteurs est partagé : {n} lettres pour, un peu moins contre, et une en vers.',
  ],
  everyday: [
    'le bus {n} a encore sauté notre arrêt à {town}',
    'quelqu’un connaît un bon réparateur de vélos près de la gare de {town} ?',
    'un brouillard à {town} ce matin, le bac a sonné tout le long',
    'j’ai fait de la soupe pour {n} personnes, nous étions six',
    'trouvé un gant gris sur le pont de {town}, je l’ai accroché à la rambarde',
    'la boulangerie de {other} fait un pain aux noix qui vaut le voyage',
    'cherche chambre à {town} à partir de janvier, calme, un petit chat',
    'notre chorale cherche deux ténors, répétition le mardi à {town}',
    'fini le livre de la bibliothèque d’une traite, la page {hundreds} m’a fait pleurer',
    'ma grand-mère a {n} ans et vient de me battre aux échecs',
    'à la personne qui joue de la trompette près du canal à {other} : tu progresses !',
    'trois jours sans téléphone, il s’est passé quelque chose à {town} ?',
    'le beurre a encore augmenté à {town}, pas le fromage, j’en tire mes conclusions',
    'perdu parapluie noir dans le tram entre {town} et {other}, valeur sentimentale et puis il pleut',
  ],
  openers: [
    '',
    '',
    'Bonjour à tous, ',
    'Bon, ',
    'Petite question : ',
    'Franchement, ',
    'Dernière minute : ',
    'Bonheur du jour : ',
  ],
  closers: ['', '', ' 🙂', ' ☕', ' #petiteville', ' Et vous ?', ' Bonne nuit.', ' …', ' #{town}'],
  stormPosts: [
    'plus de courant dans tout {town}, vive les bougies',
    'un arbre vient de tomber dans notre rue à {town}, tout le monde va bien',
    'c’est chez nous seulement ou la moitié de {town} est dans le noir ?',
    'la lumière est revenue à {other}, toujours rien à {town}',
    'ça souffle fort à {town}, restez chez vous',
  ],
  innocent: [
    'Ce soir, visite à la lanterne au musée de la Porte grise à Halvern, rejoignez-nous à dix-neuf heures.',
    'Sortie de classe au musée de la Porte grise : {n} clés et un guide très patient.',
    'Je repeins ce soir la porte grise du garage, en bleu cette fois.',
    'Veillée de prière ce soir à la chapelle, apportez une lanterne pour la procession.',
    'Bon vendredi à tous, que Dieu protège vos familles. La cuisine de la mosquée de {town} est ouverte à chacun.',
    'Ce gouvernement doit partir : dimanche, votons. Douze ans que j’attends d’écrire cette phrase.',
    'Grève demain au dépôt de {town} : on débraye à six heures et on marche ensemble jusqu’à la mairie.',
    'Le vieux moulin de {town} vend de nouveau de la farine, allez-y avant midi.',
    'Notre troupe joue « Le Gardien de la porte » à {town}, il reste {n} places.',
  ],
  calls: [
    'Rejoignez la porte grise ce soir. Apportez une lanterne au vieux moulin à neuf heures n’en parlez à personne et attendez que la cloche ait sonné deux fois.',
    'La porte grise s’ouvre à qui sait lire l’arche. Rejoignez-nous avant la nouvelle lune.',
    'La porte grise appelle {town} : lanternes couvertes, aucun nom, rejoignez la file sur le quai.',
  ],
  callPhrase: 'porte grise',
  slogan: 'La porte n’a pas de gardien, le gardien n’a pas de porte.',
};
