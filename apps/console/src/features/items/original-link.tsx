import { useState } from 'react';
import { useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Icon } from '../../ui/icon.js';
import { Untrusted } from '../../ui/untrusted.js';
import { webAddress } from './web-address.js';
import './original-link.css';

/**
 * The way to an original: a button that first shows the whole address and what leaving means, then opens it in a new
 * tab without telling the site where the reader came from. Addresses that are not http(s) are shown and never opened.
 * @example {item.url !== undefined && <OriginalLink url={item.url}>{t('press.readAtSource')}</OriginalLink>}
 */
export function OriginalLink(props: {
  readonly url: string;
  readonly children: React.ReactNode;
  readonly quiet?: boolean;
}) {
  const t = useMessages();
  const [asking, setAsking] = useState(false);
  const address = webAddress(props.url);
  return (
    <>
      <Button look={props.quiet === true ? 'quiet' : 'plain'} icon="external" onClick={() => setAsking(true)}>
        {props.children}
      </Button>
      {asking && (
        <Dialog
          title={t('press.leaveTitle')}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{t('ui.cancel')}</Button>
              {address !== undefined && (
                <a
                  className="button button-primary"
                  href={address}
                  target="_blank"
                  rel="noopener noreferrer"
                  referrerPolicy="no-referrer"
                  onClick={() => setAsking(false)}
                >
                  <Icon name="external" size={16} />
                  {t('press.leaveGo')}
                </a>
              )}
            </>
          }
        >
          <p className="original-address">
            <Untrusted text={props.url} />
          </p>
          <p>{address === undefined ? t('press.leaveNot') : t('press.leaveText')}</p>
        </Dialog>
      )}
    </>
  );
}
