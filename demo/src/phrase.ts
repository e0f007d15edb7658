import { towns, men, women, type DemoName } from './places-and-people.js';
import type { Random } from './random.js';

/** What fills the slots of one story or post; every outlet that tells the story uses the same. */
export interface Facts {
  readonly town: DemoName;
  readonly other: DemoName;
  readonly woman: DemoName;
  readonly man: DemoName;
  readonly n: number;
  readonly hundreds: number;
}

/** Draws towns, people and numbers for one story. */
export function drawFacts(random: Random): Facts {
  const [town, other] = random.sample(towns, 2);
  if (town === undefined || other === undefined) throw new RangeError('the demo world needs two towns');
  return {
    town,
    other,
    woman: random.pick(women),
    man: random.pick(men),
    n: random.between(11, 99),
    hundreds: random.between(2, 9) * 100,
  };
}

/**
 * Fills the slots of a template.
 * @throws RangeError for a slot that does not exist, so that a slip of the pen in a language table fails the tests
 */
export function phrase(template: string, facts: Facts, lang: string, day = ''): string {
  const letters = lang === 'ar' ? 'arabic' : 'latin';
  const values = new Map<string, string>([
    ['town', facts.town[letters]],
    ['other', facts.other[letters]],
    ['woman', facts.woman[letters]],
    ['man', facts.man[letters]],
    ['n', String(facts.n)],
    ['hundreds', String(facts.hundreds)],
    ['day', day],
  ]);
  return template.replace(/\{(\w+)\}/gu, (whole, name: string) => {
    const value = values.get(name);
    if (value === undefined) throw new RangeError(`no slot ${whole} in “${template}”`);
    return value;
  });
}
