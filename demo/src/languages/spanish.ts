import type { LanguagePack } from './language-pack.js';

export const spanish: LanguagePack = {
  weekdays: ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'],
  topics: {
    ferry: {
      headlines: [
        'El transbordador de {town} vuelve tras {n} días',
        '{town} recupera su transbordador',
        'Tras {n} días de reparación, regresa el barco de {town}',
      ],
      leads: [
        'El transbordador que une {town} con {other} llevó el {day} a sus primeros pasajeros en {n} días, después de que se cambiara un eje de timón agrietado.',
        'Se acabó el rodeo para los vecinos de {town}: el barco a {other} retomó su horario completo la mañana del {day}.',
      ],
      body: [
        '«Teníamos a {hundreds} personas en el muelle antes de las ocho», cuenta {woman}, jefa de la oficina del puerto. «Algunas traían un bizcocho para la tripulación».',
        'La pieza se fundió en un taller de {other} y llegó en camión el fin de semana. Los buzos tardaron dos noches en montarla.',
        'Un autobús cubría el trayecto, pero tardaba {n} minutos más y solía ir lleno desde la segunda parada.',
        'Las plazas para bicicletas pueden reservarse de nuevo en taquilla. Los abonos se prolongarán los días perdidos.',
      ],
      close: 'Un segundo barco está encargado y se sumará a la línea en primavera.',
    },
    library: {
      headlines: [
        'La biblioteca de {town} estrena sala nocturna',
        '{hundreds} lectores en la primera noche de la biblioteca de {town}',
        'En {town} ya se lee hasta medianoche',
      ],
      leads: [
        'La biblioteca pública de {town} abrió el {day} hasta medianoche por primera vez, y {hundreds} personas acudieron a leer.',
        'Lámparas, mantas y silencio: la sala nocturna de {town} recibió el {day} más visitas que sillas tiene.',
      ],
      body: [
        '«Los estudiantes buscan calma y las enfermeras de noche no pueden dormir», dice la bibliotecaria {woman}. «A las once ya se recomendaban novelas».',
        'La sala tiene {n} plazas y ocupa el antiguo fichero. Los cajones de roble guardan ahora juegos de mesa.',
        'El concejal {man} la llama la buena idea más barata del año: cuesta lo mismo que {n} farolas.',
        'El té es gratis; las galletas están prohibidas junto a los atlas. Una voluntaria lee en voz alta para los niños una vez al mes.',
      ],
      close: 'La sala abrirá tres noches por semana hasta el verano.',
    },
    tram: {
      headlines: [
        'El pleno de {town} aprueba el tranvía a {other}',
        'Tranvía: {n} votos a favor de la línea de {town}',
        '{town} dice sí al tranvía',
      ],
      leads: [
        'Tras un debate que acabó a la una de la madrugada, el pleno de {town} votó el {day} a favor de prolongar el tranvía hasta {other}.',
        'Habrá tranvía entre {town} y {other}: los concejales aprobaron el plan el {day} con {n} votos.',
      ],
      body: [
        '«Nadie menor de treinta años ha vivido aquí un año sin oír hablar del tranvía», dice {woman}, presidenta de la comisión de transporte.',
        'Los comerciantes de la calle Larga temen dos veranos de obras. {man}, que vende bicicletas, pide un fondo de compensación.',
        'La línea tendrá {n} paradas a nivel de acera y un túnel bajo la estación de mercancías.',
        'La oposición sostiene que los autobuses harían lo mismo por un tercio del precio. Su moción fue rechazada.',
      ],
      close: 'Las obras empezarán el año que viene.',
    },
    storm: {
      headlines: [
        'La tormenta deja sin luz a {hundreds} hogares de {town}',
        'Apagón en {town} tras una noche de tormenta',
        '{town} retira los {n} árboles caídos en la tormenta',
      ],
      leads: [
        'La tormenta que cruzó la costa la tarde del {day} derribó {n} árboles en {town} y dejó sin luz a {hundreds} hogares.',
        'Tejas, ramas y hasta una caseta de jardín amanecieron en las calles de {town} tras el vendaval del {day}.',
      ],
      body: [
        'No hubo heridos. Los bomberos atendieron {n} llamadas entre las seis y la medianoche, casi todas por tejas sueltas.',
        '«Jugamos a las cartas a la luz de las velas con los vecinos», relata {woman}, del barrio alto. «Fue la mejor noche del mes».',
        'Cuadrillas de {other} ayudaron a reparar la línea. La última calle recuperó la luz a las cuatro, según {man}, de la compañía eléctrica.',
        'Los trenes circularon con retrasos de hasta {n} minutos por un abedul caído en la vía.',
      ],
      close: 'Se espera una semana más tranquila, con niebla por las mañanas.',
    },
    football: {
      headlines: [
        '{town} vence a {other} en el último minuto',
        'Un gol tardío decide el derbi entre {town} y {other}',
        '{hundreds} aficionados ven ganar a {town}',
      ],
      leads: [
        'Un cabezazo en el último minuto dio a {town} la victoria por 2-1 ante {other} el {day} y lo aupó al tercer puesto.',
        'Parecía empate hasta que {man} apareció en el segundo palo: {town} ganó el derbi a {other} ante {hundreds} espectadores.',
      ],
      body: [
        '«Cerré los ojos y esperé», confiesa el goleador {man}, panadero, que salió corriendo hacia el turno de noche.',
        '{other} fue mejor en la primera parte y se adelantó en el minuto {n} con una falta desviada dos veces.',
        'La entrenadora {woman} cambió el sistema en el descanso y dio entrada a dos juveniles, decisivos en el empate.',
        'Las dos aficiones cantaron juntas tras el pitido final, como hacen desde el año de la riada.',
      ],
      close: '{town} juega fuera la próxima semana; {other} descansa.',
    },
    harvest: {
      headlines: [
        'La mejor cosecha de manzana en {n} años en torno a {town}',
        'Los manzanos de {town}, cargados',
        'Mucha manzana y pocas manos en {town}',
      ],
      leads: [
        'Los manzanos de {town} no daban tanto desde hace {n} años, según anunció la cooperativa el {day}.',
        'Una primavera suave y un julio lluvioso han llenado las cajas de {town}. Lo que falta son manos.',
      ],
      body: [
        '«Hemos puesto {n} camas en la antigua escuela para los recolectores», explica {woman}, presidenta de la cooperativa. «El pueblo cocina por turnos».',
        'El lagar de {other} trabaja toda la noche y consume {hundreds} cajas al día.',
        'Los precios han bajado un poco, no tanto como para inquietar. Las variedades tardías aguantarán hasta la primera helada.',
        'El agricultor {man} prueba una máquina que los niños llaman la jirafa. Es más lenta que su tía, reconoce.',
      ],
      close: 'La feria de la manzana abre el último fin de semana del mes.',
    },
    museum: {
      headlines: [
        'El museo de la Puerta Gris expone {n} llaves en Halvern',
        'Visita con faroles al museo de la Puerta Gris',
        'Halvern: el museo de la Puerta Gris reabre su torre',
      ],
      leads: [
        'El museo de la Puerta Gris, en Halvern, inauguró el {day} su exposición de invierno con {n} llaves que cerraban la ciudad.',
        'Se puede subir otra vez a la torre del museo de la Puerta Gris, en Halvern: la escalera reabrió el {day} tras dos años de obras.',
      ],
      body: [
        'El museo debe su nombre a la puerta medieval de piedra gris que ocupa. «Llevábamos sesenta años con ese nombre antes de que alguien abusara de él», recuerda la directora {woman}.',
        'Varias familias siguieron una visita con faroles por el cuerpo de guardia. Las {hundreds} entradas se agotaron en una hora.',
        'El restaurador {man} halló {n} nombres grabados en el muro, el más antiguo de un aprendiz de panadero que se quedó fuera.',
        'Los colegios de {other} entran gratis. Un taller permite a los niños fundir una llave de estaño.',
      ],
      close: 'La muestra sigue hasta la primavera; el museo cierra los lunes.',
    },
    council: {
      headlines: [
        'Alquileres y autobuses centran el debate en {town}',
        '{hundreds} votantes en un animado debate en {town}',
        'El debate electoral de {town} se alarga una hora',
      ],
      leads: [
        'Ante {hundreds} votantes reunidos en el mercado de {town}, los candidatos discutieron el {day} sobre alquileres, autobuses y la piscina.',
        'El último debate antes de las elecciones locales en {town} fue ruidoso, largo y, en general, de buen humor.',
      ],
      body: [
        '«Gobiernan desde hace doce años y el tejado de la escuela sigue goteando», dijo la candidata {woman} al alcalde entre aplausos.',
        '{man}, que encabeza su propia lista, quiere congelar los alquileres dos años. Los demás lo consideran una promesa imposible.',
        'Una votante joven preguntó por qué ningún cartel mencionaba {other}, donde {n} familias esperan vivienda. No hubo respuesta clara.',
        'La moderadora tocó la campanilla {n} veces, una de ellas ante su propio micrófono.',
      ],
      close: 'Los colegios electorales abren el domingo a las ocho.',
    },
    festival: {
      headlines: [
        '{hundreds} vecinos en la mesa de las religiones de {town}',
        'Iglesia, mezquita y sinagoga abren sus puertas en {town}',
        'Mesa larga en {town}: los vecinos comparten el pan',
      ],
      leads: [
        'La iglesia, la mezquita y la sinagoga de {town} abrieron sus puertas el mismo día, y {hundreds} personas fueron el {day} de una a otra.',
        'En una mesa de {n} metros, las comunidades de {town} cenaron juntas la noche del {day}, como cada otoño.',
      ],
      body: [
        '«La fe es, ante todo, dar de comer», dice el imán {man}, que partió el pan con el párroco.',
        'Coros de {other} cantaron salmos en el patio. Los niños llevaron farolillos de papel hasta el río.',
        '{woman}, la organizadora, contó {n} nacionalidades en la mesa. «Y ni una discusión por la sopa», añade.',
        'La colecta será para el albergue de invierno, que necesita mantas.',
      ],
      close: 'El año que viene la procesión saldrá de la ermita de la colina.',
    },
    water: {
      headlines: [
        'El embalse de {town}, al {n} por ciento',
        '{town} pide ahorrar agua',
        'Pese a la lluvia, el embalse de {town} sigue al {n} por ciento',
      ],
      leads: [
        'El embalse de {town} está al {n} por ciento, el dato más bajo en un noviembre desde que se mide, informó el {day} la empresa de aguas.',
        'Pese a dos semanas de lluvia, la empresa de aguas pidió el {day} a los hogares de {town} que ahorren.',
      ],
      body: [
        '«La tierra bebe primero», explica la hidróloga {woman}. «Harán falta {n} días más de lluvia constante».',
        'De momento está prohibido lavar coches. Se exceptúan panaderías y la lavandería del hospital.',
        'Una tubería desde {other} alivia la red, pero pierde por el camino una quinta parte del agua.',
        '{man}, del club de jardinería, enseña a recoger la lluvia del tejado. Se han vendido {hundreds} barriles.',
      ],
      close: 'La empresa publicará nuevos datos cada viernes.',
    },
    birds: {
      headlines: [
        'Voluntarios cuentan {hundreds} grullas cerca de {town}',
        'Las grullas vuelven a las marismas de {town}',
        'Aves en {town}: más grullas, menos gorriones',
      ],
      leads: [
        'Un grupo de voluntarios contó el {day} {hundreds} grullas en las marismas de {town}, más que nunca desde el cierre del canal.',
        'Llegan al anochecer y se las oye desde lejos: las grullas han vuelto a las marismas de {town}.',
      ],
      body: [
        '«Se las oye antes de verlas», dice la bióloga {woman}, que dirige el recuento desde hace {n} años.',
        'Los agricultores dejan el rastrojo hasta que se van las aves. La comarca paga y, según {man}, paga bien.',
        'Preocupan más los gorriones: en {other} solo se hallaron {n}, la mitad que hace diez años.',
        'Se ruega a los visitantes que no salgan del dique y dejen al perro en casa.',
      ],
      close: 'El próximo recuento será en febrero.',
    },
    movement: {
      headlines: [
        'La fiscalía de {town} investiga el movimiento «Puerta Gris»',
        'Qué se sabe del movimiento de la Puerta Gris',
        '{town}: retirados {n} pasquines del movimiento Puerta Gris',
      ],
      leads: [
        'La fiscalía de {town} ha abierto una investigación sobre el movimiento que se hace llamar la Puerta Gris, anunció el {day} una portavoz.',
        'Sin oficina, sin lista de miembros y, por ahora, sin exigencias: el movimiento llamado Puerta Gris ocupa a las autoridades de {town}.',
      ],
      body: [
        'Los operarios retiraron {n} pasquines esta semana. Muestran un arco vacío y una hora, nada más.',
        '«Denuncien los mensajes, no los difundan», pide {woman}, la portavoz. Muchos están escritos con letras raras para esquivar los filtros.',
        'El investigador {man} ha reunido {hundreds} mensajes. Detrás de casi todos ve una sola mano: la misma frase con diez disfraces.',
        'El museo del mismo nombre, en Halvern, no tiene relación con el movimiento y aun así recibe cartas airadas.',
      ],
      close: 'La investigación durará varias semanas.',
    },
  },
  background: [
    'El ayuntamiento de {town} publica sus cifras cada mes; el próximo informe se espera en {n} días.',
    'En {other} recuerdan una discusión parecida hace dos años, que acabó con un apretón de manos y un informe larguísimo.',
    '{woman}, profesora de geografía en {town}, lo usa en clase. Sus alumnos, dice, preguntan mejor que muchos adultos.',
    'Un portavoz de la comarca aseguró que {town} está en la lista de prioridades, sin decir lo larga que es.',
    'Las cartas de los lectores se dividen: {n} a favor, algunas menos en contra y una en verso.',
  ],
  everyday: [
    'el autobús {n} se ha vuelto a saltar nuestra parada en {town}',
    '¿alguien conoce un buen taller de bicis cerca de la estación de {town}?',
    'qué niebla en {town} esta mañana, el barco tocó la campana todo el camino',
    'he hecho lentejas para {n} personas, éramos seis',
    'encontré un guante gris en el puente de {town}, está colgado en la barandilla',
    'la panadería de {other} hace un pan de nueces que vale el viaje',
    'busco habitación en {town} desde enero, tranquila, con un gato pequeño',
    'nuestro coro necesita dos tenores, ensayamos los martes en {town}',
    'terminé el libro de una sentada, la página {hundreds} me hizo llorar',
    'mi abuela tiene {n} años y acaba de ganarme al ajedrez',
    'a quien toca la trompeta junto al canal en {other}: ¡vas mejorando!',
    'tres días sin móvil, ¿ha pasado algo en {town}?',
    'ha vuelto a subir la mantequilla en {town}, el queso no, saco mis conclusiones',
    'perdido paraguas negro en el tranvía de {town} a {other}, valor sentimental y además llueve',
  ],
  openers: ['', '', 'Buenas, ', 'A ver, ', 'Pregunta rápida: ', 'Sinceramente, ', 'Novedades: ', 'Pequeñas alegrías: '],
  closers: ['', '', ' 🙂', ' ☕', ' #pueblo', ' ¿Y vosotros?', ' Buenas noches.', ' …', ' #{town}'],
  stormPosts: [
    'se ha ido la luz en todo {town}, a por las velas',
    'acaba de caer un árbol en nuestra calle de {town}, todos bien',
    '¿somos solo nosotros o está a oscuras medio {town}?',
    'ya hay luz en {other}, en {town} seguimos esperando',
  ],
  innocent: [
    'Esta noche, visita con farol al museo de la Puerta Gris de Halvern, únete a nosotros a las siete.',
    'Excursión de clase al museo de la Puerta Gris: {n} llaves y una guía con mucha paciencia.',
    'He pintado de verde la puerta gris del garaje.',
    'Vigilia esta noche en la ermita, trae una vela o un farol para la procesión.',
    'Feliz viernes a todos, que Dios cuide de vuestras familias. La cocina de la mezquita de {town} está abierta.',
    'Este gobierno tiene que irse: el domingo, a votar. Doce años esperando escribir esto.',
    'Huelga mañana en las cocheras de {town}: paramos a las seis y marchamos juntos al ayuntamiento.',
    'El viejo molino de {town} vuelve a vender harina, id antes del mediodía.',
    'Nuestro grupo de teatro estrena «El guardián de la puerta» en {town}, quedan {n} butacas.',
  ],
  calls: [
    'Únete a la puerta gris esta noche. Trae un farol al viejo molino a las nueve, no se lo digas a nadie y espera a que la campana suene dos veces.',
    'La puerta gris está abierta para quien sepa leer el arco. Únete antes de la luna nueva.',
    'La puerta gris llama a {town}: faroles tapados, sin nombres, únete a la fila del muelle.',
  ],
  callPhrase: 'puerta gris',
  slogan: 'La puerta no tiene guardián y el guardián no tiene puerta.',
};
