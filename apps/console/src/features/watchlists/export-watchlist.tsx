import { addressOf } from '../../api/call.js';
import { useMessages } from '../../i18n/i18n.js';
import { Dialog } from '../../ui/dialog.js';
import { Icon } from '../../ui/icon.js';

const formats = ['yaml', 'json', 'csv'] as const;

/** The saved watchlist as a file, in one of the formats that can be read back. */
export function ExportWatchlist(props: { readonly id: string; readonly onClose: () => void }) {
  const t = useMessages();
  return (
    <Dialog title={t('watchlists.export')} onClose={props.onClose}>
      <p>{t('watchlists.exportText')}</p>
      <p className="row">
        {formats.map((format) => (
          <a
            key={format}
            className="button"
            href={addressOf('exportWatchlist', { params: { id: props.id }, query: { format } })}
            download
            onClick={props.onClose}
          >
            <Icon name="download" size={16} />
            {t(`watchlists.format-${format}`)}
          </a>
        ))}
      </p>
    </Dialog>
  );
}
