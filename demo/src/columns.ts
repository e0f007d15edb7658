import type { Column } from '@vedette/contract';

/** Columns of the Live screen with which the demo world begins. */
export const demoColumns: readonly Omit<Column, 'id' | 'position'>[] = [
  { title: 'Posts', query: 'kind:post OR kind:message', density: 'compact' },
  { title: 'Press', query: 'kind:article', density: 'compact' },
  {
    title: 'Grey Gate',
    query: '"grey gate" OR "porte grise" OR "بوابة رمادية" OR "puerta gris" OR "grijze poort" OR "grau* tor"',
    density: 'card',
  },
  { title: 'Storm', query: 'storm OR tempête OR عاصفة OR tormenta OR sturm OR power OR courant', density: 'text' },
  { title: 'العربية', query: 'lang:ar', density: 'text' },
];
