import type { Decoded, DisguiseName, Reading } from '@vedette/contract';
import { useMemo, useState } from 'react';
import { useFormat, useMessages } from '../../i18n/i18n.js';
import { visibleTokens } from '@vedette/decode/visible-tokens';
import { Parts, Untrusted } from '../../ui/untrusted.js';
import { alignDecoded, type Stretch } from './align.js';
import { CodePoints } from './code-points.js';
import { Steps } from './steps.js';
import './decoded-view.css';

/**
 * A text as published beside what it says: the disguised places are numbered in both, hidden characters are tokens,
 * every step is named, further readings follow.
 */
export function DecodedView({ decoded, lang }: { readonly decoded: Decoded; readonly lang?: string | undefined }) {
  const t = useMessages();
  const stretches = useMemo(() => alignDecoded(decoded), [decoded]);
  const [shown, setShown] = useState<DisguiseName | undefined>(undefined);
  const disguised = decoded.disguises.length > 0;
  // Where taking the disguise away changes nothing (an encoded text, say), the best further reading is what it says.
  const best = decoded.plain === decoded.text.normalize('NFC') ? decoded.readings[0] : undefined;
  const others = best === undefined ? decoded.readings : decoded.readings.slice(1);
  const twoSides = best !== undefined || disguised;
  return (
    <div className="decoded-view">
      <div className={twoSides ? 'decoded-sides' : 'decoded-sides decoded-alone'}>
        <Side title={t('item.original')} stretches={stretches} side="original" lang={lang} shown={shown} />
        {best !== undefined && (
          <section className="decoded-side" aria-label={t('item.decoded')}>
            <h2>{t('item.decoded')}</h2>
            <Untrusted className="decoded-text" text={best.text} />
            <ReadingNote reading={best} />
          </section>
        )}
        {best === undefined && disguised && (
          <Side title={t('item.decoded')} stretches={stretches} side="plain" lang={lang} shown={shown} />
        )}
      </div>
      {disguised ? (
        <Steps stretches={stretches} shown={shown} onShow={setShown} />
      ) : (
        best === undefined && <p className="muted small">{t('item.undisguised')}</p>
      )}
      {others.length > 0 && <Readings readings={others} />}
      <CodePoints stretches={stretches} />
    </div>
  );
}

function Side(props: {
  readonly title: string;
  readonly stretches: readonly Stretch[];
  readonly side: 'original' | 'plain';
  readonly lang: string | undefined;
  readonly shown: DisguiseName | undefined;
}) {
  const numbers = numbersOf(props.stretches);
  return (
    <section className="decoded-side" aria-label={props.title}>
      <h2>{props.title}</h2>
      <bdi dir="auto" lang={props.lang} className="decoded-text">
        {props.stretches.map((stretch) => {
          const parts = visibleTokens(stretch[props.side]);
          if (stretch.names.length === 0) return <Parts key={stretch.start} parts={parts} />;
          const dim = props.shown !== undefined && !stretch.names.includes(props.shown);
          return (
            <span key={stretch.start} className={dim ? 'changed changed-dim' : 'changed'}>
              <Parts parts={parts} />
              <sup>{numbers.get(stretch.start)}</sup>
            </span>
          );
        })}
      </bdi>
    </section>
  );
}

function numbersOf(stretches: readonly Stretch[]): ReadonlyMap<number, number> {
  return new Map(stretches.filter(({ names }) => names.length > 0).map(({ start }, index) => [start, index + 1]));
}

function Readings({ readings }: { readonly readings: readonly Reading[] }) {
  const t = useMessages();
  return (
    <section>
      <h2>{t('item.readings')}</h2>
      <ol className="readings">
        {readings.map((reading) => (
          <li key={`${reading.steps.join(' ')} ${reading.text}`}>
            <Untrusted text={reading.text} />
            <ReadingNote reading={reading} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function ReadingNote({ reading }: { readonly reading: Reading }) {
  const t = useMessages();
  const format = useFormat();
  return (
    <p className="muted small">
      {t('item.readingBy', {
        steps: format.list(reading.steps.map((step) => t(`terms.disguise-${step}`))),
        percent: Math.round(reading.confidence * 100),
      })}
    </p>
  );
}
