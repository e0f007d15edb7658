import { addressOf } from '../../api/call.js';
import { useMessages } from '../../i18n/i18n.js';
import { Dialog } from '../../ui/dialog.js';
import { Icon } from '../../ui/icon.js';
import { Untrusted } from '../../ui/untrusted.js';
import { filtersOfSearch, type SearchAddress } from './search-address.js';

const formats = ['ndjson', 'csv'] as const;

/** Says what an export will hold, then hands it to the browser to save. */
export function ExportDialog(props: {
  readonly address: SearchAddress;
  /** how many Items were found, in words */
  readonly found: string;
  readonly onClose: () => void;
}) {
  const t = useMessages();
  const filters = filtersOfSearch(props.address);
  const { q, ...others } = filters;
  return (
    <Dialog title={t('search.exportTitle')} onClose={props.onClose}>
      <p>{t('search.exportText')}</p>
      <dl className="export-facts">
        <div>
          <dt>{t('search.exportQuery')}</dt>
          <dd>{q === '' ? t('search.exportEverything') : <Untrusted text={q} />}</dd>
        </div>
        {Object.entries(others).map(([name, value]) => (
          <div key={name}>
            <dt>
              <code>{name}</code>
            </dt>
            <dd>
              <Untrusted text={value} />
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('search.results')}</dt>
          <dd>{props.found}</dd>
        </div>
      </dl>
      <p className="row">
        {formats.map((format) => (
          <a
            key={format}
            className={format === 'ndjson' ? 'button button-primary' : 'button'}
            href={addressOf('exportSearch', { query: { ...filters, format } })}
            download
            onClick={props.onClose}
          >
            <Icon name="download" size={16} />
            {t(format === 'ndjson' ? 'search.exportNdjson' : 'search.exportCsv')}
          </a>
        ))}
      </p>
    </Dialog>
  );
}
