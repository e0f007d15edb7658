import { useEffect, useRef, useState } from 'react';
import { useShortcut } from '../../app/keyboard.js';
import { useFormat, useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Chip } from '../../ui/chip.js';
import { Untrusted } from '../../ui/untrusted.js';
import { QueryField } from '../query/query-field.js';
import { QueryHelp } from '../query/query-help.js';
import { withPart } from '../query/query-text.js';
import type { SearchAddress } from './search-address.js';

/** The query as it is being written. It is searched for when it is sent, not while it is typed. */
export function SearchBar(props: { readonly query: string; readonly onSearch: (query: string) => void }) {
  const t = useMessages();
  const { query } = props;
  const input = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState(query);
  const [known, setKnown] = useState(query);
  const [help, setHelp] = useState(false);
  if (known !== query) {
    // The address changed under the bar: by a facet, by going back, by the palette.
    setKnown(query);
    setDraft(query);
  }
  useShortcut('search', () => {
    input.current?.focus();
    input.current?.select();
  });
  const empty = query === '';
  useEffect(() => {
    if (!empty) return undefined;
    // After the focus went to the content, as it does on every change of screen.
    const frame = requestAnimationFrame(() => input.current?.focus());
    return () => cancelAnimationFrame(frame);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only where the screen opens without a query
  }, []);
  return (
    <search className="search-bar">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          props.onSearch(draft.trim());
          input.current?.blur();
        }}
      >
        <QueryField
          label={<span className="visually-hidden">{t('search.query')}</span>}
          placeholder={t('search.placeholder')}
          value={draft}
          onValue={setDraft}
          input={input}
          removable
        >
          <Button type="submit" look="primary" icon="search">
            {t('search.go')}
          </Button>
          <Button aria-expanded={help} onClick={() => setHelp(!help)}>
            {t('query.help')}
          </Button>
        </QueryField>
      </form>
      {help && <QueryHelp onUse={(example) => setDraft(withPart(draft, example))} />}
    </search>
  );
}

/** Filters that came with the address and are no part of the query; each can be taken away. */
export function AddressFilters(props: {
  readonly address: SearchAddress;
  readonly onRemove: (filter: keyof SearchAddress) => void;
}) {
  const t = useMessages();
  const format = useFormat();
  const { source, lang, kind, since, until } = props.address;
  const filters: readonly (readonly [keyof SearchAddress, string])[] = [
    ...(source === undefined ? [] : [['source', source] as const]),
    ...(lang === undefined ? [] : [['lang', format.languageName(lang)] as const]),
    ...(kind === undefined ? [] : [['kind', t(`terms.kind-${kind}`)] as const]),
    ...(since === undefined ? [] : [['since', `${t('search.since')} ${format.dateTime(since)}`] as const]),
    ...(until === undefined ? [] : [['until', `${t('search.until')} ${format.dateTime(until)}`] as const]),
  ];
  if (filters.length === 0) return null;
  return (
    <ul className="address-filters" aria-label={t('search.filters')}>
      {filters.map(([name, said]) => (
        <li key={name}>
          <Chip
            look="accent"
            onRemove={() => props.onRemove(name)}
            removeLabel={t('search.removeFilter', { filter: said })}
          >
            <Untrusted text={said} />
          </Chip>
        </li>
      ))}
    </ul>
  );
}
