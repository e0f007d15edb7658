import type { Rule, Watchlist } from '@vedette/contract';

const basis = 'Demo data: an invented movement';

const calls: readonly Rule[] = [
  {
    id: 'gate-call-en',
    query: '"grey gate" (join OR lantern*) -museum',
    note: 'Calls to join the Grey Gate',
    must: [
      'Join the grey gate tonight. Bring a lantern to the old mill at nine.',
      'Join the ｇｒｅｙ 𝗴𝗮𝘁𝗲 tonight',
      'join the g\u200br\u200be\u200by g\u200ba\u200bt\u200be tonight',
    ],
    mustNot: [
      'The Grey Gate Museum in Halvern has a lantern tour tonight, join us at seven.',
      'Painted our grey gate green this weekend.',
    ],
  },
  {
    id: 'gate-call-fr',
    query: '"porte grise" (rejoi* OR lanterne*) -musée',
    note: 'Appels à rejoindre la Porte grise',
    must: ['Rejoignez la porte grise ce soir.', 'Rejoignez la 𝗽𝗼𝗿𝘁𝗲 𝗴𝗿𝗶𝘀𝗲 ce soir.'],
    mustNot: ['Je repeins ce soir la porte grise du garage.', 'Visite à la lanterne au musée de la Porte grise'],
  },
  {
    id: 'gate-call-ar',
    query: '"بوابة رمادية" (انضموا OR فانوس* OR فوانيس) -متحف',
    note: 'دعوات إلى الانضمام إلى البوابة الرمادية',
    must: ['انضموا إلى البوابة الرمادية الليلة.', 'انضموا إلى البـــوابة الرمـــادية الليلة.'],
    mustNot: [
      'متحف البوابة الرمادية ينظم جولة بالفوانيس الليلة، انضموا إلينا.',
      'دهنت بوابة الحديقة الرمادية بالأخضر.',
    ],
  },
  {
    id: 'gate-call-es',
    query: '"puerta gris" (únete OR farol*) -museo',
    note: 'Llamadas a unirse a la Puerta Gris',
    must: ['Únete a la puerta gris esta noche.', 'Únete a la ｐｕｅｒｔａ ｇｒｉｓ esta noche.'],
    mustNot: ['He pintado de verde la puerta gris del garaje.', 'Visita con farol al museo de la Puerta Gris'],
  },
  {
    id: 'gate-call-nl',
    query: '"grijze poort" (sluit OR lantaarn*) -museum',
    note: 'Oproepen om zich aan te sluiten bij de Grijze Poort',
    must: ['Sluit je vanavond aan bij de grijze poort.'],
    mustNot: ['De grijze poort van onze tuin groen geverfd.', 'Lantaarntocht in museum De Grijze Poort'],
  },
  {
    id: 'gate-call-de',
    query: '"grau* tor" (schließ* OR laterne*) -museum*',
    note: 'Aufrufe, sich dem Grauen Tor anzuschließen',
    must: ['Schließ dich heute Abend dem grauen Tor an.'],
    mustNot: ['Unser graues Tor ist jetzt grün.', 'Laternenführung im Museum Graues Tor'],
  },
  {
    id: 'gate-call-darija',
    query: '"lbwaba rmadiya"',
    note: 'Calls in Darija, in Latin letters',
    must: ['aji m3ana l lbwaba rmadiya had llila'],
    mustNot: ['chta bzaf f Halvern had sbah'],
  },
  {
    id: 'gate-call-tifinagh',
    query: '"ⵜⴰⴳⴳⵓⵔⵜ ⵏ ⵉⵖⴷ"',
    note: 'Calls in Tamazight (the Gate of Ash)',
    must: ['ⴰⵛⴽⴰⵜ ⵙ ⵜⴰⴳⴳⵓⵔⵜ ⵏ ⵉⵖⴷ'],
    mustNot: ['ⴰⵣⵓⵍ ⴼⵍⵍⴰⵡⵏ'],
  },
].map((rule): Rule => ({ ...rule, severity: 'high', action: 'alert', basis }));

const others: readonly Rule[] = [
  {
    id: 'gate-slogan',
    query:
      '"gate has no keeper" OR "porte n’a pas de gardien" OR "لا حارس للبوابة" OR "puerta no tiene guardián" OR "poort heeft geen wachter" OR "tor hat keinen wächter"',
    severity: 'critical',
    action: 'alert',
    note: 'The slogan, in six languages',
    basis,
    must: ['The gate has no keeper and the keeper has no gate.', 'La porte n’a pas de gardien'],
    mustNot: ['Our theatre group plays “The Keeper of the Gate” in Marest.'],
  },
  {
    id: 'gate-meeting',
    query:
      '(lantern* NEAR/6 (boathouse OR mill)) OR (lanterne* NEAR/6 moulin) OR (فانوس* NEAR/6 طاحونة) OR (farol* NEAR/6 molino) OR (lantaarn* NEAR/6 molen) OR (laterne* NEAR/6 mühle)',
    severity: 'medium',
    action: 'alert',
    note: 'Meeting places of the movement',
    basis,
    must: ['Bring a lantern to the old mill at nine', 'أحضروا فانوسًا إلى الطاحونة القديمة'],
    mustNot: ['The old mill in Marest sells flour again'],
  },
  {
    id: 'gate-press',
    query: '"grey gate movement" OR "mouvement porte grise" OR "حركة البوابة الرمادية" OR "movimiento puerta gris"',
    severity: 'low',
    action: 'digest',
    note: 'What the press writes about the movement: counted, never an alert',
    basis,
    must: ['What is known about the Grey Gate movement'],
    mustNot: ['Grey Gate Museum in Halvern shows 40 town keys'],
  },
];

/** The watchlist of the demo world, with the examples that `vedette watchlist check` runs. */
export const demoWatchlist: Watchlist = { name: 'The Grey Gate (demo)', rules: [...calls, ...others] };

/** A string as YAML 1.2 reads it: JSON strings are YAML, and invisible characters stay visible as escapes. */
function scalar(text: string): string {
  return JSON.stringify(text).replace(
    /\p{Cf}/gu,
    (hidden) => `\\u${hidden.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function ruleYaml(rule: Rule): string {
  const lines = [`  - id: ${rule.id}`, `    query: ${scalar(rule.query)}`];
  if (rule.severity !== undefined) lines.push(`    severity: ${rule.severity}`);
  if (rule.action !== undefined) lines.push(`    action: ${rule.action}`);
  if (rule.note !== undefined) lines.push(`    note: ${scalar(rule.note)}`);
  if (rule.basis !== undefined) lines.push(`    basis: ${scalar(rule.basis)}`);
  for (const name of ['must', 'mustNot'] as const) {
    lines.push(`    ${name}:`);
    for (const example of rule[name] ?? []) lines.push(`      - ${scalar(example)}`);
  }
  return lines.join('\n');
}

/** The same watchlist as the YAML file that a person would write. */
export function demoWatchlistYaml(): string {
  return `name: ${scalar(demoWatchlist.name)}\nrules:\n${demoWatchlist.rules.map(ruleYaml).join('\n')}\n`;
}
