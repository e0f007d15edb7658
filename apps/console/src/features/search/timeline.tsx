import { useMemo, useRef, useState, type PointerEvent } from 'react';
import { useFormat, useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Table } from '../../ui/table.js';
import { barsOf, rangeOf, type Bar, type Bucket } from './timeline-bars.js';

interface Range {
  readonly from: number;
  readonly to: number;
}

const height = 48;

/** When the found Items were published: bars to brush by pointer or by two sliders, and the same as a table. */
export function Timeline(props: {
  readonly bucket: Bucket;
  readonly points: readonly Bar[];
  readonly onRange: (range: { readonly since: string; readonly until: string }) => void;
}) {
  const t = useMessages();
  const format = useFormat();
  const { bucket, points, onRange } = props;
  const [asTable, setAsTable] = useState(false);
  const [brushed, setBrushed] = useState<Range | undefined>(undefined);
  const bars = useMemo(() => barsOf(bucket, points), [bucket, points]);
  const nameOf = (index: number) => {
    const at = bars[index]?.at ?? '';
    return bucket === 'day' ? format.date(at) : format.dateTime(at);
  };
  const use = (range: Range) => {
    const asked = rangeOf(bucket, bars, range.from, range.to);
    setBrushed(undefined);
    if (asked !== undefined) onRange(asked);
  };
  if (bars.length < 2) return null;
  return (
    <section className="timeline" aria-label={t('search.timeline')}>
      <header>
        <h2 className="label">
          {t('search.timeline')}, {t(bucket === 'day' ? 'search.timelineDay' : 'search.timelineHour')}
        </h2>
        {brushed !== undefined && (
          <Button look="primary" className="timeline-use" onClick={() => use(brushed)}>
            {t('search.useRange')}
          </Button>
        )}
        <Button look="quiet" aria-expanded={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? t('search.timelineBars') : t('search.timelineTable')}
        </Button>
      </header>
      {asTable ? (
        <div className="timeline-table">
          <Table
            label={t('search.timeline')}
            rows={bars.toReversed()}
            keyOf={({ at }) => at}
            columns={[
              {
                key: 'at',
                head: t('search.time'),
                renderCell: ({ at }) => (bucket === 'day' ? format.date(at) : format.dateTime(at)),
              },
              {
                key: 'count',
                head: t('search.items'),
                renderCell: ({ count }) => format.number(count),
                number: true,
              },
            ]}
          />
        </div>
      ) : (
        <>
          <Bars bars={bars} brushed={brushed} nameOf={nameOf} onBrush={setBrushed} onUse={use} />
          <Sliders
            bars={bars}
            range={brushed ?? { from: 0, to: bars.length - 1 }}
            nameOf={nameOf}
            onRange={setBrushed}
          />
          <p className="timeline-ends">
            <span>{nameOf(brushed === undefined ? 0 : Math.min(brushed.from, brushed.to))}</span>
            <span>{nameOf(brushed === undefined ? bars.length - 1 : Math.max(brushed.from, brushed.to))}</span>
          </p>
        </>
      )}
    </section>
  );
}

function Bars(props: {
  readonly bars: readonly Bar[];
  readonly brushed: Range | undefined;
  readonly nameOf: (index: number) => string;
  readonly onBrush: (range: Range) => void;
  readonly onUse: (range: Range) => void;
}) {
  const { bars, brushed } = props;
  const format = useFormat();
  const began = useRef<number | undefined>(undefined);
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const placeOf = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    const forward = document.documentElement.dir === 'rtl' ? 1 - share : share;
    return Math.max(0, Math.min(bars.length - 1, Math.floor(forward * bars.length)));
  };
  const inside = (index: number) =>
    brushed === undefined ||
    (index >= Math.min(brushed.from, brushed.to) && index <= Math.max(brushed.from, brushed.to));
  return (
    <svg
      className="timeline-bars"
      viewBox={`0 0 ${bars.length} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      onPointerDown={(event) => {
        began.current = placeOf(event);
        event.currentTarget.setPointerCapture(event.pointerId);
        props.onBrush({ from: began.current, to: began.current });
      }}
      onPointerMove={(event) => {
        if (began.current !== undefined) props.onBrush({ from: began.current, to: placeOf(event) });
      }}
      onPointerUp={(event) => {
        const from = began.current;
        began.current = undefined;
        if (from !== undefined) props.onUse({ from, to: placeOf(event) });
      }}
      onPointerCancel={() => {
        began.current = undefined;
      }}
    >
      {bars.map(({ at, count }, index) => (
        <g key={at}>
          <title>{`${props.nameOf(index)}: ${format.number(count)}`}</title>
          <rect x={index} y={0} width={1} height={height} className="timeline-catch" />
          <rect
            x={index + 0.08}
            y={height - (count / most) * height}
            width={0.84}
            height={(count / most) * height}
            className={inside(index) ? 'timeline-bar' : 'timeline-bar timeline-bar-out'}
          />
        </g>
      ))}
    </svg>
  );
}

/** The two ends of the brush as sliders on one line: arrow keys move them, and so does the pointer. */
function Sliders(props: {
  readonly bars: readonly Bar[];
  readonly range: Range;
  readonly nameOf: (index: number) => string;
  readonly onRange: (range: Range) => void;
}) {
  const t = useMessages();
  const { bars, range, nameOf, onRange } = props;
  const last = bars.length - 1;
  const from = Math.min(range.from, range.to);
  const to = Math.max(range.from, range.to);
  return (
    <div className="timeline-sliders">
      <input
        type="range"
        aria-label={t('search.timelineFrom')}
        aria-valuetext={nameOf(from)}
        min={0}
        max={last}
        value={from}
        onChange={(event) => onRange({ from: Math.min(event.currentTarget.valueAsNumber, to), to })}
      />
      <input
        type="range"
        aria-label={t('search.timelineTo')}
        aria-valuetext={nameOf(to)}
        min={0}
        max={last}
        value={to}
        onChange={(event) => onRange({ from, to: Math.max(event.currentTarget.valueAsNumber, from) })}
      />
    </div>
  );
}
