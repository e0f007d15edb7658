import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Rule } from '@vedette/contract';
import { useEffect, useState } from 'react';
import { call } from '../../api/call.js';
import { keyOf } from '../../api/queries.js';
import { useMessages } from '../../i18n/i18n.js';
import { Banner } from '../../ui/notes.js';
import { Untrusted } from '../../ui/untrusted.js';

/** How long typing must rest before the rule is run. */
const rest = 400;

/** Warns while a rule is typed that it catches texts which no rule may catch, and shows them. */
export function KnownGoodWarning(props: { readonly rule: Rule; readonly watchlist: string }) {
  const t = useMessages();
  const { id, query, lang } = useSettled(props.rule);
  const rule = { id: id === '' ? 'draft' : id, query, ...(lang === undefined ? {} : { lang }) };
  const checked = useQuery({
    queryKey: keyOf('checkRules', { rule, watchlist: props.watchlist }),
    queryFn: ({ signal }) => call('checkRules', { body: { rules: [rule], watchlist: props.watchlist }, signal }),
    enabled: query.trim() !== '',
    placeholderData: keepPreviousData,
  });
  const caught = checked.data?.findings.filter(({ code }) => code === 'known-good') ?? [];
  return (
    <div aria-live="polite">
      {caught.length > 0 && query.trim() !== '' && (
        <Banner look="warn">
          <div>
            <strong>{t('watchlists.knownGoodCaught')}</strong>
            <ul>
              {caught.map(({ message, params }) => (
                <li key={message}>
                  <Untrusted text={params?.['text'] ?? message} />
                </li>
              ))}
            </ul>
          </div>
        </Banner>
      )}
    </div>
  );
}

/** The value once it has not changed for a moment. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  const now = JSON.stringify(value);
  useEffect(() => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it was written by the line above
    const timer = setTimeout(() => setSettled(JSON.parse(now) as T), rest);
    return () => clearTimeout(timer);
  }, [now]);
  return settled;
}
