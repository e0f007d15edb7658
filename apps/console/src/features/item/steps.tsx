import type { DisguiseName } from '@vedette/contract';
import { explainStep } from '@vedette/decode/explain-step';
import { Message, useLanguage, useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Untrusted } from '../../ui/untrusted.js';
import type { Stretch } from './align.js';

const examplesShown = 3;

/** How the text was disguised: each way with its name, a sentence, and what became of what. */
export function Steps(props: {
  readonly stretches: readonly Stretch[];
  readonly shown: DisguiseName | undefined;
  readonly onShow: (name: DisguiseName | undefined) => void;
}) {
  const t = useMessages();
  const language = useLanguage();
  const names = [...new Set(props.stretches.flatMap((stretch) => stretch.names))];
  return (
    <section>
      <h2>{t('item.steps')}</h2>
      <ul className="steps">
        {names.map((name) => {
          const places = props.stretches.filter((stretch) => stretch.names.includes(name));
          const examples = places
            .filter(({ original, plain }) => plain !== '' && original !== plain)
            .slice(0, examplesShown);
          return (
            <li key={name} className="step">
              <div>
                <strong>{t(`terms.disguise-${name}`)}</strong>{' '}
                <span className="muted small">{t('item.stepPlaces', { count: places.length })}</span>
                <p>{explainStep(name, language)}</p>
                {examples.length > 0 && (
                  <p className="step-examples">
                    {examples.map((stretch) => (
                      <span key={stretch.start}>
                        <Message
                          id="item.becomes"
                          values={{
                            from: <Untrusted className="changed" text={short(stretch.original)} />,
                            to: <Untrusted className="changed" text={short(stretch.plain)} />,
                          }}
                        />
                      </span>
                    ))}
                  </p>
                )}
              </div>
              <Button
                look="quiet"
                aria-pressed={props.shown === name}
                onClick={() => props.onShow(props.shown === name ? undefined : name)}
              >
                {t('item.stepShow')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function short(text: string): string {
  const characters = Array.from(text);
  return characters.length > 24 ? `${characters.slice(0, 24).join('')}…` : text;
}
