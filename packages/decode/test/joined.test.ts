import { describe, expect, test } from 'vitest';
import { decode } from '../src/index.js';

const offered = (text: string): readonly string[] => decode(text).readings.map((reading) => reading.text);

/** Forms and compounds are one word, though their parts are words as well. */
describe('one word stays one word', () => {
  test.each([
    'Der Weg ist leicht nachzuzeichnen, wenn man die Karte kennt.',
    'Wir lasen das auf einem protestierendem Plakat am Markt.',
    'Ein zurückzubringendes Buch liegt noch auf dem Tisch.',
    'Das war ein unregelmäßiger Rhythmus in der Musik.',
    'Ein parteiübergreifender Antrag wurde gestern gestellt.',
    'Ein nichttechnischer Bericht liegt auf dem Tisch.',
    'Volgende week gaat het over arbeidsrechten en lonen in de stad.',
    'De lerarenopleidingen zijn open voor iedereen.',
    'Mijn overgrootvader woonde in dit huis aan de rivier.',
    'Les enfants dansaient dans la rue devant la maison.',
    'Je lui suggérerai de venir demain à la maison.',
    'El equipo santanderino ganó el partido de ayer por la tarde.',
    'sportinstructeur',
    'zurückzuzahlender',
  ])('%s', (text) => {
    expect(offered(text)).toEqual([]);
  });
});

describe('words without their blanks are offered apart', () => {
  test.each([
    ['Notebooks are just sosickening.', 'Notebooks are just so sickening.'],
    ['Please bring the bread tothe green table.', 'Please bring the bread to the green table.'],
    ['Les voisins sont venus pourle repas de dimanche.', 'Les voisins sont venus pour le repas de dimanche.'],
    ['wirsehenunsmorgenanderbrücke', 'wir sehen uns morgen an der brücke'],
  ])('%s', (written, said) => {
    expect(offered(written)).toContain(said);
  });
});
