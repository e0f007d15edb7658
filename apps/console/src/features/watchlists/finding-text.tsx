import type { WatchlistFinding } from '@vedette/contract';
import { Message, useLanguage, useMessages } from '../../i18n/i18n.js';
import type { MessageId } from '../../i18n/translate.js';
import { Untrusted } from '../../ui/untrusted.js';

/** What each kind of finding is called; a newer server may know more. */
const kinds = {
  query: 'watchlists.finding-query',
  'id-taken': 'watchlists.finding-id-taken',
  'example-missed': 'watchlists.finding-example-missed',
  'example-caught': 'watchlists.finding-example-caught',
  'same-as-another': 'watchlists.finding-same-as-another',
  'part-of-another': 'watchlists.finding-part-of-another',
  'lower-case-operator': 'watchlists.finding-lower-case-operator',
  'mixed-operators': 'watchlists.finding-mixed-operators',
  'never-matches': 'watchlists.finding-never-matches',
  'matches-most': 'watchlists.finding-matches-most',
  'everyday-word': 'watchlists.finding-everyday-word',
  expired: 'watchlists.finding-expired',
  'expires-soon': 'watchlists.finding-expires-soon',
} as const satisfies Readonly<Record<string, MessageId>>;

type Kind = keyof typeof kinds;

/**
 * What a finding says in the language of the page: its kind, where it is known here, and after it the sentence of the server,
 * which is English and names words, days and other rules. A kind that is not known has the sentence alone.
 */
export function FindingText({ finding }: { readonly finding: WatchlistFinding }) {
  const t = useMessages();
  const language = useLanguage();
  const { code, params, message } = finding;
  if (code === 'known-good')
    return (
      <Message id="watchlists.finding-known-good" values={{ text: <Untrusted text={params?.['text'] ?? ''} /> }} />
    );
  const sentence = <Untrusted text={message} lang="en" />;
  if (language === 'en' || code === undefined || !isKind(code)) return sentence;
  return (
    <>
      {t(kinds[code])} <span className="muted">({sentence})</span>
    </>
  );
}

function isKind(code: string): code is Kind {
  return Object.hasOwn(kinds, code);
}
