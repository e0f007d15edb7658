import type { ItemSummary } from '@vedette/contract';
import { useCallback, useEffect, useId, useImperativeHandle, useRef, useState, type Ref, type RefObject } from 'react';
import { useShortcut } from '../../app/keyboard.js';
import { useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { focusRow } from '../../ui/focus-row.js';
import { ErrorNote, Skeleton } from '../../ui/notes.js';
import { VirtualList } from '../../ui/virtual-list.js';
import { ColumnHead } from './column-head.js';
import { ColumnRow } from './column-row.js';
import { useColumnItems } from './use-column-items.js';
import type { LiveColumn } from './use-columns.js';

/** What the screen asks of a column. */
export interface ColumnHandle {
  /** takes the focus to the row where it was */
  readonly focus: () => void;
  /** shows what was held back, where the person is at the top and would see it come */
  readonly goOn: () => void;
}

const estimates = { compact: 34, text: 92, card: 190 } as const;

/** One column: a saved query with what it found and what it finds now. */
export function Column(props: {
  readonly column: LiveColumn;
  readonly index: number;
  readonly columns: number;
  readonly paused: boolean;
  readonly focused: boolean;
  readonly now: number;
  readonly handle: Ref<ColumnHandle>;
  readonly onFocus: () => void;
  readonly onHeld: (column: string, held: number) => void;
  readonly onEdit: () => void;
}) {
  const t = useMessages();
  const id = useId();
  const { column, focused, onHeld } = props;
  const list = useRef<HTMLDivElement>(null);
  const place = usePlace(list);
  const { items, held, release, query, total } = useColumnItems(column, !props.paused && place.atTop);
  const { active, index } = place.activeOf(items);
  useEffect(() => onHeld(column.id, held), [onHeld, column.id, held]);

  const showNew = () => {
    const first = release();
    place.toTop();
    if (first !== undefined) focusRow(list.current, first);
  };
  const go = (step: number) => {
    const row = items[Math.max(0, Math.min(items.length - 1, index + step))];
    if (row !== undefined) place.goTo(row.id, items);
  };
  useImperativeHandle(props.handle, () => ({
    focus: () => (active === undefined ? list.current?.focus() : place.goTo(active.id, items)),
    goOn: () => {
      if (held > 0 && place.atTop) release();
    },
  }));
  useShortcut('next', () => go(1), focused);
  useShortcut('previous', () => go(-1), focused);
  useShortcut('new-items', showNew, focused && held > 0);
  useShortcut('top', showNew, focused);

  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const counts = { shown: items.length, total: Math.max(items.length, total?.value ?? 0) };
  return (
    <section
      className="live-column"
      aria-labelledby={id}
      data-focused={focused}
      onFocusCapture={props.onFocus}
      onScrollCapture={place.onScroll}
    >
      <ColumnHead
        column={column}
        index={props.index}
        columns={props.columns}
        now={props.now}
        headingId={id}
        onEdit={props.onEdit}
      />
      {held > 0 && (
        <Button look="primary" icon="up" className="live-new" onClick={showNew}>
          {t('live.newItems', { count: held })}
        </Button>
      )}
      <div ref={list} tabIndex={-1} className="live-list">
        {query.isPending && <Skeleton lines={6} />}
        {query.isError && <ErrorNote error={query.error} retry={() => void query.refetch()} />}
        {query.isSuccess && items.length === 0 && <p className="live-nothing">{t('live.nothingYet')}</p>}
        {items.length > 0 && (
          <VirtualList
            label={t('live.column', { number: props.index + 1, title: column.title })}
            items={items}
            keyOf={idOf}
            estimate={estimates[column.density]}
            active={index}
            total={counts.total}
            onEnd={more}
            render={(item) => (
              <ColumnRow
                item={item}
                density={column.density}
                active={item.id === active?.id}
                onActivate={place.activate}
              />
            )}
          />
        )}
      </div>
      {total !== undefined && items.length > 0 && (
        <p className="live-count">{total.exact ? t('ui.shown', counts) : t('ui.shownAtLeast', counts)}</p>
      )}
    </section>
  );
}

function idOf(item: ItemSummary): string {
  return item.id;
}

/** Where a person is in a column. It is kept while they are in another. */
function usePlace(list: RefObject<HTMLDivElement | null>) {
  const [scrolled, setScrolled] = useState(false);
  const [activeId, setActiveId] = useState<string | undefined>(undefined);
  const [moved, setMoved] = useState(false);
  const activeOf = (items: readonly ItemSummary[]) => {
    const found = items.findIndex((item) => item.id === activeId);
    // Before anybody moved, the first row answers, whichever it is by then.
    const index = found >= 0 ? found : 0;
    return { active: items[index], index: found >= 0 ? found : moved ? 0 : -1 };
  };
  const goTo = (id: string, items: readonly ItemSummary[]) => {
    setActiveId(id);
    setMoved(items[0]?.id !== id);
    focusRow(list.current, id);
  };
  return {
    atTop: !scrolled && !moved,
    activeOf,
    goTo,
    activate: setActiveId,
    toTop: () => {
      setMoved(false);
      setActiveId(undefined);
      list.current?.querySelector('.virtual-list')?.scrollTo({ top: 0 });
    },
    onScroll: (event: { readonly target: EventTarget }) => {
      if (event.target instanceof Element) setScrolled(event.target.scrollTop > 4);
    },
  };
}
