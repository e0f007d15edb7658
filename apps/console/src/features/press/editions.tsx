import { Link } from '@tanstack/react-router';
import type { RouteResponse, Routes } from '@vedette/contract';
import type { ReactNode } from 'react';
import { useFormat, useMessages } from '../../i18n/i18n.js';
import { Untrusted } from '../../ui/untrusted.js';

type Facet = RouteResponse<Routes['press']>['languages'];
interface Edition {
  readonly lang?: string;
  readonly source?: string;
}

/** The front page of one language, or of one outlet. */
export function Editions(props: { readonly languages: Facet; readonly outlets: Facet; readonly edition: Edition }) {
  const t = useMessages();
  const format = useFormat();
  const { edition } = props;
  return (
    <aside className="press-editions">
      <EditionList title={t('press.languages')}>
        <EditionLink search={without(edition, 'lang')} current={edition.lang === undefined}>
          {t('press.allLanguages')}
        </EditionLink>
        {props.languages.map(({ value, count }) => (
          <EditionLink
            key={value}
            search={{ ...edition, lang: value }}
            current={edition.lang === value}
            count={format.number(count)}
          >
            {format.languageName(value)}
          </EditionLink>
        ))}
      </EditionList>
      <EditionList title={t('press.outlets')}>
        <EditionLink search={without(edition, 'source')} current={edition.source === undefined}>
          {t('press.allOutlets')}
        </EditionLink>
        {props.outlets.map(({ value, label, count }) => (
          <EditionLink
            key={value}
            search={{ ...edition, source: value }}
            current={edition.source === value}
            count={format.number(count)}
          >
            <Untrusted text={label ?? value} />
          </EditionLink>
        ))}
      </EditionList>
    </aside>
  );
}

function without(edition: Edition, key: keyof Edition): Edition {
  return Object.fromEntries(Object.entries(edition).filter(([name]) => name !== key));
}

function EditionList(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <nav aria-label={props.title}>
      <h2 className="press-section">{props.title}</h2>
      <ul>{props.children}</ul>
    </nav>
  );
}

function EditionLink(props: {
  readonly search: Edition;
  readonly current: boolean;
  readonly count?: string;
  readonly children: ReactNode;
}) {
  return (
    <li>
      <Link
        to="/"
        search={props.search}
        className="edition"
        data-current={props.current}
        aria-current={props.current ? 'true' : undefined}
      >
        <span>{props.children}</span>
        {props.count !== undefined && <span className="edition-count">{props.count}</span>}
      </Link>
    </li>
  );
}
