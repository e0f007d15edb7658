import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode } from 'react';
import './virtual-list.css';

/**
 * A list that draws only the rows in sight, so that 100,000 scroll as ten do. It fills its container, which must have
 * a height. `active` is kept in sight; `onEnd` is called when the last row comes near.
 * @example <VirtualList label={t('alerts.title')} items={rows} keyOf={(row) => row.id} estimate={88} render={…} />
 */
export function VirtualList<T>(props: {
  readonly label: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  /** usual height of a row in pixels; rows are measured when drawn */
  readonly estimate: number;
  readonly render: (item: T, index: number) => ReactNode;
  readonly active?: number | undefined;
  readonly onEnd?: (() => void) | undefined;
  /** how many there are in all, where `items` holds only the first */
  readonly total?: number | undefined;
  readonly className?: string;
}) {
  const { items, keyOf, active, onEnd } = props;
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- no compiler memoises this page; the list draws on scroll
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => props.estimate,
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
    overscan: 6,
  });
  const rows = virtual.getVirtualItems();
  const last = rows.at(-1)?.index ?? -1;
  useEffect(() => {
    if (active !== undefined && active >= 0) virtual.scrollToIndex(active, { align: 'auto' });
  }, [active, virtual]);
  useEffect(() => {
    if (last >= items.length - 5 && items.length > 0) onEnd?.();
  }, [last, items.length, onEnd]);
  return (
    // A region that scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see the line above
    <section ref={scroller} className={`virtual-list ${props.className ?? ''}`} tabIndex={0} aria-label={props.label}>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- rows carry their place among all, drawn or not */}
      <div role="list" className="virtual-list-inner" style={{ blockSize: virtual.getTotalSize() }}>
        {rows.map((row) => {
          const item = items[row.index];
          if (item === undefined) return null;
          return (
            <div
              key={row.key}
              ref={virtual.measureElement}
              data-index={row.index}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as above
              role="listitem"
              aria-setsize={props.total ?? items.length}
              aria-posinset={row.index + 1}
              className="virtual-list-row"
              style={{ transform: `translateY(${row.start}px)` }}
            >
              {props.render(item, row.index)}
            </div>
          );
        })}
      </div>
    </section>
  );
}
