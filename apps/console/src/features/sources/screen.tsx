import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { SourceHealth, WatchedSource } from '@vedette/contract';
import { useMemo, useState } from 'react';
import { addressOf } from '../../api/call.js';
import { routeQuery } from '../../api/queries.js';
import { useMay } from '../../app/preferences.js';
import { ScreenHead } from '../../app/screen-head.js';
import { useFormat, useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Field, Select } from '../../ui/field.js';
import { Icon } from '../../ui/icon.js';
import { ErrorNote, Skeleton } from '../../ui/notes.js';
import { VirtualList } from '../../ui/virtual-list.js';
import { ExportForm } from '../entry/export-form.js';
import { AddSource } from './add-source.js';
import { healthOrder } from './health.js';
import { ImportOpml } from './import-opml.js';
import { SourceRow } from './source-row.js';
import './sources.css';

/** Every watched source with its health; adding by pasting any address. */
export function SourcesScreen() {
  const t = useMessages();
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/sources' });
  const mayWrite = useMay('sources:write');
  const sources = useQuery({ ...routeQuery('listSources'), refetchInterval: 30_000 });
  const [open, setOpen] = useState<'add' | 'upload' | 'opml' | undefined>(undefined);
  const close = () => {
    setOpen(undefined);
    if (search.add !== undefined) void navigate({ to: '/sources', search: {}, replace: true });
  };
  const add = (
    <Button look="primary" icon="plus" onClick={() => setOpen('add')}>
      {t('sources.add')}
    </Button>
  );
  return (
    <div className="screen sources-screen">
      <ScreenHead title={t('sources.title')}>
        {mayWrite && (
          <>
            {add}
            <Button icon="upload" onClick={() => setOpen('upload')}>
              {t('sources.upload')}
            </Button>
            <Button look="quiet" onClick={() => setOpen('opml')}>
              {t('sources.importOpml')}
            </Button>
          </>
        )}
        <a className="button button-quiet" href={addressOf('exportOpml')} download="vedette.opml">
          <Icon name="download" size={16} />
          {t('sources.exportOpml')}
        </a>
      </ScreenHead>
      {sources.isPending && <Skeleton lines={8} />}
      {sources.isError && <ErrorNote error={sources.error} retry={() => void sources.refetch()} />}
      {sources.data?.rows.length === 0 && (
        <EmptyState title={t('sources.emptyTitle')} why={t('sources.emptyWhy')} action={mayWrite ? add : undefined} />
      )}
      {sources.data !== undefined && sources.data.rows.length > 0 && <SourceList rows={sources.data.rows} />}
      {(open === 'add' || (search.add !== undefined && open === undefined && mayWrite)) && (
        <AddSource address={search.add} onClose={close} />
      )}
      {open === 'upload' && (
        <Dialog title={t('sources.upload')} onClose={close}>
          <ExportForm />
        </Dialog>
      )}
      {open === 'opml' && <ImportOpml onClose={close} />}
    </div>
  );
}

function SourceList({ rows }: { readonly rows: readonly WatchedSource[] }) {
  const t = useMessages();
  const format = useFormat();
  const navigate = useNavigate();
  const search = useSearch({ from: '/inside/sources' });
  const health = healthOrder.find((each) => each === search.health);
  const [text, setText] = useState('');
  const shown = useMemo(() => {
    const wanted = text.trim().toLocaleLowerCase();
    const found = rows.filter(
      (source) =>
        (health === undefined || source.health === health) &&
        `${source.title} ${source.url ?? ''}`.toLocaleLowerCase().includes(wanted),
    );
    return found.toSorted(
      (a, b) => healthOrder.indexOf(a.health) - healthOrder.indexOf(b.health) || format.compare(a.title, b.title),
    );
  }, [rows, health, text, format]);
  return (
    <>
      <div className="source-filters">
        <Field label={t('sources.filterLabel')} type="search" value={text} onValue={setText} />
        <Select<SourceHealth | ''>
          label={t('sources.filterHealth')}
          value={health ?? ''}
          onValue={(value) =>
            void navigate({ to: '/sources', search: value === '' ? {} : { health: value }, replace: true })
          }
          options={[
            { value: '', label: t('ui.all') },
            ...healthOrder.map((value) => ({ value, label: t(`sources.health-${value}`) })),
          ]}
        />
        <p className="muted small">{t('ui.shown', { shown: shown.length, total: rows.length })}</p>
      </div>
      {shown.length === 0 ? (
        <p>{t('sources.noneMatches')}</p>
      ) : (
        <VirtualList
          className="source-list"
          label={t('sources.title')}
          items={shown}
          keyOf={(source) => source.id}
          estimate={190}
          total={shown.length}
          render={(source) => <SourceRow source={source} />}
        />
      )}
    </>
  );
}
