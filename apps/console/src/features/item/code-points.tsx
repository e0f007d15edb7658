import { useState } from 'react';
import { useFormat, useMessages } from '../../i18n/i18n.js';
import { Table } from '../../ui/table.js';
import { Untrusted } from '../../ui/untrusted.js';
import type { Stretch } from './align.js';

const shownAtOnce = 200;

const scripts = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Arabic',
  'Hebrew',
  'Tifinagh',
  'Armenian',
  'Cherokee',
  'Han',
  'Hangul',
  'Hiragana',
  'Katakana',
  'Devanagari',
  'Common',
  'Inherited',
] as const;
const scriptTests = scripts.map((script) => ({ script, test: new RegExp(`^\\p{Script=${script}}$`, 'u') }));

interface Point {
  readonly key: number;
  readonly character: string;
  readonly place: number;
}

/** The characters of the disguised places, or of the whole text where none is, one by one; only when asked for. */
export function CodePoints({ stretches }: { readonly stretches: readonly Stretch[] }) {
  const t = useMessages();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const changed = stretches.filter(({ names }) => names.length > 0);
  const points = open ? pointsOf(changed.length > 0 ? changed : stretches) : [];
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('item.codePoints')}</summary>
      {open && (
        <>
          <Table
            label={t('item.codePointsOf')}
            rows={points.slice(0, shownAtOnce)}
            keyOf={(point) => String(point.key)}
            columns={[
              { key: 'place', head: t('item.place'), number: true, renderCell: (point) => format.number(point.place) },
              {
                key: 'character',
                head: t('item.character'),
                renderCell: (point) => <Untrusted text={point.character} />,
              },
              { key: 'code', head: t('item.codePoint'), renderCell: (point) => <code>{codeOf(point.character)}</code> },
              {
                key: 'script',
                head: t('item.script'),
                renderCell: (point) => <span lang="en">{scriptOf(point.character)}</span>,
              },
            ]}
          />
          {points.length > shownAtOnce && (
            <p className="muted small">{t('ui.shown', { shown: shownAtOnce, total: points.length })}</p>
          )}
        </>
      )}
    </details>
  );
}

function pointsOf(stretches: readonly Stretch[]): readonly Point[] {
  return stretches.flatMap(({ original, start }) => {
    let place = start;
    return Array.from(original, (character) => {
      const point = { key: place, character, place };
      place += character.length;
      return point;
    });
  });
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function scriptOf(character: string): string {
  return scriptTests.find(({ test }) => test.test(character))?.script ?? '';
}
