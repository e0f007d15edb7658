import { useMemo, useState } from 'react';
import { useFormat, useMessages } from '../../i18n/i18n.js';
import { Dialog } from '../../ui/dialog.js';
import { Table } from '../../ui/table.js';
import { hoursOf, quartersOf, type VolumePoint } from './volume.js';

const height = 20;

/** How much a column found in the last 24 hours: a line in words and as a drawing, and a table behind it. */
export function VolumeLine(props: {
  readonly title: string;
  readonly volume: readonly VolumePoint[];
  /** the moment at which the day ends, in milliseconds */
  readonly now: number;
}) {
  const t = useMessages();
  const format = useFormat();
  const [asTable, setAsTable] = useState(false);
  const quarters = useMemo(() => quartersOf(props.volume, props.now), [props.volume, props.now]);
  const total = quarters.reduce((sum, { count }) => sum + count, 0);
  const most = quarters.reduce((best, quarter) => (quarter.count > best.count ? quarter : best), {
    at: new Date(props.now).toISOString(),
    count: 0,
  });
  const said =
    total === 0 ? t('live.volumeNone') : t('live.volumeSays', { total, most: most.count, time: format.time(most.at) });
  return (
    <>
      <button type="button" className="volume-line" aria-label={said} title={said} onClick={() => setAsTable(true)}>
        <svg viewBox={`0 0 ${quarters.length - 1} ${height}`} preserveAspectRatio="none" aria-hidden="true">
          <path d={areaOf(quarters, most.count)} className="volume-area" />
          <path d={lineOf(quarters, most.count)} className="volume-stroke" vectorEffect="non-scaling-stroke" />
        </svg>
        <span className="volume-total">{format.number(total)}</span>
      </button>
      {asTable && (
        <Dialog title={t('live.volume', { title: props.title })} onClose={() => setAsTable(false)}>
          <Table
            label={t('live.volume', { title: props.title })}
            rows={hoursOf(quarters)}
            keyOf={({ at }) => at}
            columns={[
              { key: 'at', head: t('live.volumeTime'), renderCell: ({ at }) => format.dateTime(at) },
              {
                key: 'count',
                head: t('live.volumeCount'),
                renderCell: ({ count }) => format.number(count),
                number: true,
              },
            ]}
          />
        </Dialog>
      )}
    </>
  );
}

function lineOf(points: readonly VolumePoint[], most: number): string {
  return points.map(({ count }, index) => `${index === 0 ? 'M' : 'L'}${index} ${yOf(count, most)}`).join('');
}

function areaOf(points: readonly VolumePoint[], most: number): string {
  return `${lineOf(points, most)}L${points.length - 1} ${height}L0 ${height}Z`;
}

function yOf(count: number, most: number): number {
  return Math.round((height - 1 - (most === 0 ? 0 : (count / most) * (height - 2))) * 100) / 100;
}
