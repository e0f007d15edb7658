import { useCallback, useRef, useState } from 'react';
import { useShortcut } from '../../app/keyboard.js';
import { ScreenHead } from '../../app/screen-head.js';
import type { ShortcutName } from '../../app/shortcuts.js';
import { useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Banner, ErrorNote, Skeleton } from '../../ui/notes.js';
import { Untrusted } from '../../ui/untrusted.js';
import { ColumnDialog } from './column-dialog.js';
import { Column, type ColumnHandle } from './column.js';
import { titleOf, useColumnChanges, useColumns, type LiveColumn } from './use-columns.js';
import { useSettledCount } from './use-settled-count.js';
import '../../app/fill-screen.css';
import './live.css';

/** Which column the dialog is about: a new one, or one that is edited. */
type Editing = 'new' | LiveColumn | undefined;

/** Columns of saved queries side by side, filling as things are published. */
export function LiveScreen() {
  const t = useMessages();
  const columns = useColumns();
  const [editing, setEditing] = useState<Editing>(undefined);
  const rows = columns.data?.rows;
  const add = () => setEditing('new');
  return (
    <div className="screen fill-screen live">
      {rows === undefined || rows.length === 0 ? (
        <>
          <ScreenHead title={t('live.title')} />
          {columns.isPending && <Skeleton lines={8} />}
          {columns.isError && <ErrorNote error={columns.error} retry={() => void columns.refetch()} />}
          {rows !== undefined && <NoColumns onAdd={add} />}
        </>
      ) : (
        <Columns rows={rows} now={columns.dataUpdatedAt} onAdd={add} onEdit={setEditing} />
      )}
      {editing !== undefined && (
        <ColumnDialog column={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />
      )}
    </div>
  );
}

function Columns(props: {
  readonly rows: readonly LiveColumn[];
  readonly now: number;
  readonly onAdd: () => void;
  readonly onEdit: (column: LiveColumn) => void;
}) {
  const t = useMessages();
  const { rows } = props;
  const [paused, setPaused] = useState(false);
  const [focusedId, setFocused] = useState<string | undefined>(undefined);
  const focused = rows.find(({ id }) => id === focusedId)?.id ?? rows[0]?.id;
  const { held, onHeld } = useHeld(rows);
  const handles = useRef(new Map<string, ColumnHandle>());
  const turn = () => {
    if (paused) for (const handle of handles.current.values()) handle.goOn();
    setPaused(!paused);
  };
  const goTo = (column: LiveColumn) => {
    setFocused(column.id);
    handles.current.get(column.id)?.focus();
  };
  useShortcut('pause', turn);
  return (
    <>
      <ScreenHead title={t('live.title')}>
        <Button icon={paused ? 'play' : 'pause'} aria-pressed={paused} onClick={turn}>
          {paused ? t('live.resume') : t('live.pause')}
        </Button>
        <Button icon="plus" onClick={props.onAdd}>
          {t('live.addColumn')}
        </Button>
      </ScreenHead>
      {paused && <Banner look="warn">{t('live.paused')}</Banner>}
      <ColumnIndex rows={rows} focused={focused} held={held} onGo={goTo} />
      <HeldNote count={[...held.values()].reduce((sum, count) => sum + count, 0)} />
      <div className="live-columns">
        {rows.map((column, index) => (
          <Column
            // A column that looks for something else begins anew.
            key={`${column.id} ${column.query}`}
            column={column}
            index={index}
            columns={rows.length}
            paused={paused}
            focused={column.id === focused}
            now={props.now}
            handle={(handle) => {
              if (handle === null) handles.current.delete(column.id);
              else handles.current.set(column.id, handle);
            }}
            onFocus={() => setFocused(column.id)}
            onHeld={onHeld}
            onEdit={() => props.onEdit(column)}
          />
        ))}
      </div>
    </>
  );
}

/** The columns by number, so that each can be reached whichever is in sight; the keys 1 to 9 do the same. */
function ColumnIndex(props: {
  readonly rows: readonly LiveColumn[];
  readonly focused: string | undefined;
  readonly held: ReadonlyMap<string, number>;
  readonly onGo: (column: LiveColumn) => void;
}) {
  const t = useMessages();
  return (
    <nav className="live-index" aria-label={t('live.columns')}>
      {props.rows.map((column, index) => {
        const title = titleOf(column, t('live.everything'));
        const held = props.held.get(column.id) ?? 0;
        return (
          <button
            key={column.id}
            type="button"
            aria-label={t('live.goToColumn', { number: index + 1, title })}
            aria-current={column.id === props.focused}
            onClick={() => props.onGo(column)}
          >
            <span className="live-number">{index + 1}</span> <Untrusted text={title} />
            {held > 0 && <span className="live-held">{t('live.newItems', { count: held })}</span>}
          </button>
        );
      })}
      {props.rows.slice(0, 9).map((column, index) => (
        <ColumnKey key={column.id} index={index} onPress={() => props.onGo(column)} />
      ))}
    </nav>
  );
}

const columnKeys: readonly ShortcutName[] = [
  'column-1',
  'column-2',
  'column-3',
  'column-4',
  'column-5',
  'column-6',
  'column-7',
  'column-8',
  'column-9',
];

function ColumnKey(props: { readonly index: number; readonly onPress: () => void }) {
  useShortcut(columnKeys[props.index] ?? 'column-1', props.onPress);
  return null;
}

function HeldNote({ count }: { readonly count: number }) {
  const t = useMessages();
  const said = useSettledCount(count);
  return (
    <div className="visually-hidden" aria-live="polite">
      {said > 0 && t('live.waiting', { count: said })}
    </div>
  );
}

/** How many new Items each column holds back. */
function useHeld(rows: readonly LiveColumn[]) {
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(new Map());
  const onHeld = useCallback(
    (column: string, count: number) =>
      setCounts((before) => (before.get(column) === count ? before : new Map([...before, [column, count]]))),
    [],
  );
  return { held: new Map([...counts].filter(([id]) => rows.some((row) => row.id === id))), onHeld };
}

/** Queries to begin with; each finds something in any world. */
const samples = [
  { label: 'everything', query: '', density: 'text' },
  { label: 'sampleImages', query: 'has:image', density: 'card' },
  { label: 'sampleMessages', query: 'kind:message OR kind:post', density: 'text' },
  { label: 'sampleArabic', query: 'kind:article lang:ar', density: 'text' },
] as const;

function NoColumns({ onAdd }: { readonly onAdd: () => void }) {
  const t = useMessages();
  const { add } = useColumnChanges();
  return (
    <>
      <EmptyState
        title={t('live.emptyTitle')}
        why={t('live.emptyWhy')}
        action={
          <Button look="primary" icon="plus" onClick={onAdd}>
            {t('live.addColumn')}
          </Button>
        }
        sample={
          <ul className="live-samples">
            {samples.map(({ label, query, density }) => (
              <li key={label}>
                <Button
                  icon="plus"
                  disabled={add.isPending}
                  onClick={() => add.mutate({ title: t(`live.${label}`), query, density })}
                >
                  {t(`live.${label}`)}
                </Button>
                {query !== '' && <code dir="ltr">{query}</code>}
              </li>
            ))}
          </ul>
        }
      />
      {add.isError && <ErrorNote error={add.error} />}
    </>
  );
}
