import type { RouteResponse, Routes } from '@vedette/contract';
import { useState } from 'react';
import { useFormat, useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { visibleTokens } from '@vedette/decode/visible-tokens';
import { Untrusted } from '../../ui/untrusted.js';
import { fieldPart } from '../query/query-text.js';
import { itemKinds } from './search-address.js';

type FacetsOf = NonNullable<RouteResponse<Routes['search']>['facets']>;
type FacetRow = FacetsOf['source'][number];

const shownAtFirst = 8;

/** What the results are made of. Each value can be made a part of the query. */
export function Facets(props: { readonly facets: FacetsOf; readonly onAdd: (part: string) => void }) {
  const t = useMessages();
  const format = useFormat();
  const { facets, onAdd } = props;
  return (
    <>
      <Facet
        title={t('search.facetSource')}
        rows={facets.source}
        nameOf={({ label, value }) => label ?? value}
        onChoose={(row) => onAdd(fieldPart('source', sourceTerm(row)))}
      />
      <Facet
        title={t('search.facetLang')}
        rows={facets.lang}
        nameOf={({ value }) => format.languageName(value)}
        onChoose={({ value }) => onAdd(fieldPart('lang', value))}
      />
      <Facet
        title={t('search.facetKind')}
        rows={facets.kind}
        nameOf={({ value }) => {
          const kind = itemKinds.find((each) => each === value);
          return kind === undefined ? value : t(`terms.kind-${kind}`);
        }}
        onChoose={({ value }) => onAdd(fieldPart('kind', value))}
      />
    </>
  );
}

/** A source by its title, which people can read; by its id where the title cannot be written in a query. */
function sourceTerm({ label, value }: FacetRow): string {
  if (label === undefined || label.includes('"')) return value;
  return visibleTokens(label).every(({ kind }) => kind === 'text') ? label : value;
}

function Facet(props: {
  readonly title: string;
  readonly rows: readonly FacetRow[];
  readonly nameOf: (row: FacetRow) => string;
  readonly onChoose: (row: FacetRow) => void;
}) {
  const t = useMessages();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const { rows, nameOf } = props;
  if (rows.length === 0) return null;
  const shown = all ? rows : rows.slice(0, shownAtFirst);
  return (
    <section className="facet">
      <h2 className="label">{props.title}</h2>
      <ul>
        {shown.map((row) => (
          <li key={row.value}>
            <button
              type="button"
              title={t('search.facetAdd', { value: nameOf(row) })}
              onClick={() => props.onChoose(row)}
            >
              <Untrusted text={nameOf(row)} />
              <span className="facet-count">{format.number(row.count)}</span>
            </button>
          </li>
        ))}
      </ul>
      {rows.length > shown.length && (
        <Button look="quiet" onClick={() => setAll(true)}>
          {t('search.facetMore', { count: rows.length - shown.length })}
        </Button>
      )}
    </section>
  );
}
