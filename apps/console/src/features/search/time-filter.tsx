import { useState } from 'react';
import { useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Field } from '../../ui/field.js';
import type { SearchAddress } from './search-address.js';

const day = 86_400_000;
const spans = [
  ['lastDay', 1],
  ['lastWeek', 7],
  ['lastMonth', 30],
] as const;

type Times = Pick<SearchAddress, 'since' | 'until'>;

/** From which day to which day, by date or by a usual stretch. Days are those of the reader's clock. */
export function TimeFilter(props: { readonly times: Times; readonly onTimes: (times: Times) => void }) {
  const t = useMessages();
  const { times, onTimes } = props;
  const [since, setSince] = useState(dayOf(times.since));
  const [until, setUntil] = useState(dayOf(times.until));
  return (
    <form
      className="time-filter"
      onSubmit={(event) => {
        event.preventDefault();
        onTimes({ since: startOf(since), until: endOf(until) });
      }}
    >
      <div className="time-dates">
        <Field label={t('search.since')} type="date" value={since} onValue={setSince} max={until} />
        <Field label={t('search.until')} type="date" value={until} onValue={setUntil} min={since} />
      </div>
      <div className="row">
        <Button type="submit">{t('search.useRange')}</Button>
        {spans.map(([name, days]) => (
          <Button
            key={name}
            look="quiet"
            onClick={() => onTimes({ since: new Date(Date.now() - days * day).toISOString(), until: undefined })}
          >
            {t(`search.${name}`)}
          </Button>
        ))}
        {(times.since !== undefined || times.until !== undefined) && (
          <Button look="quiet" onClick={() => onTimes({ since: undefined, until: undefined })}>
            {t('search.anyTime')}
          </Button>
        )}
      </div>
    </form>
  );
}

/** The local day of an instant, as a date field takes it. */
function dayOf(instant: string | undefined): string {
  if (instant === undefined) return '';
  const at = new Date(instant);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** @example two(7) // '07' */
function two(value: number): string {
  return String(value).padStart(2, '0');
}

function startOf(date: string): string | undefined {
  return date === '' ? undefined : new Date(`${date}T00:00:00`).toISOString();
}

function endOf(date: string): string | undefined {
  return date === '' ? undefined : new Date(`${date}T23:59:59.999`).toISOString();
}
