import { useMessages } from '../../i18n/i18n.js';
import './query.css';

const examples = [
  ['grey gate', 'helpWords'],
  ['"grey gate"', 'helpPhrase'],
  ['grey OR gray', 'helpOr'],
  ['-museum', 'helpNot'],
  ['lantern NEAR/5 mill', 'helpNear'],
  ['lantern*', 'helpStar'],
  ['lantern~1', 'helpFuzzy'],
  ['/ga+te/', 'helpRegex'],
  ['cs:"NASA"', 'helpCase'],
  ['raw:gate', 'helpRaw'],
  ['via:leet gate', 'helpVia'],
  ['lang:ar', 'helpLang'],
  ['source:"The Marrow Courier"', 'helpSource'],
  ['kind:message', 'helpKind'],
  ['from:@miller', 'helpFrom'],
  ['domain:example.org', 'helpDomain'],
  ['has:image', 'helpHas'],
  ['since:2026-11-01', 'helpSince'],
] as const;

/** The query language on half a page: what to write, what it finds. `onUse` puts an example into the query. */
export function QueryHelp(props: { readonly onUse?: ((example: string) => void) | undefined }) {
  const t = useMessages();
  const { onUse } = props;
  return (
    <div className="query-help">
      <p className="small muted">{t('query.helpIntro')}</p>
      <dl>
        {examples.map(([example, message]) => (
          <div key={example}>
            <dt>
              {onUse === undefined ? (
                <code dir="ltr">{example}</code>
              ) : (
                <button type="button" onClick={() => onUse(example)} title={t('query.helpUse')}>
                  <code dir="ltr">{example}</code>
                </button>
              )}
            </dt>
            <dd>{t(`query.${message}`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
