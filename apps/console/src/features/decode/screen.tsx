import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../api/call.js';
import { ScreenHead } from '../../app/screen-head.js';
import { useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { TextArea } from '../../ui/field.js';
import { ErrorNote } from '../../ui/notes.js';
import { Untrusted } from '../../ui/untrusted.js';
import { DecodedView } from '../item/decoded-view.js';
import './decode.css';

const longest = 100_000;

/** Benign lines of an invented movement, each disguised in another way. */
const samples = [
  'j0in thе gr\u200Bеy g4te',
  'البوابـــة الرماديــة',
  'aHR0cHM6Ly9leGFtcGxlLm9yZw==',
  'g.r.e.y g.a.t.e',
] as const;

/** Paste a text, see what it says. Nothing is stored. */
export function DecodeScreen() {
  const t = useMessages();
  const [text, setText] = useState('');
  const decoding = useMutation({ mutationFn: (given: string) => call('decodeText', { body: { text: given } }) });
  const decode = (given: string) => {
    setText(given);
    decoding.mutate(given);
  };
  const tooLong = text.length > longest;
  return (
    <div className="screen decode-screen">
      <ScreenHead title={t('shell.decode')} />
      <p className="muted">{t('decode.intro')}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          decode(text);
        }}
      >
        <TextArea
          label={t('decode.text')}
          rows={5}
          required
          spellCheck={false}
          value={text}
          onValue={setText}
          problem={tooLong ? t('decode.tooLong') : undefined}
        />
        <Button type="submit" look="primary" disabled={text === '' || tooLong || decoding.isPending}>
          {t('decode.go')}
        </Button>
      </form>
      {decoding.isError && <ErrorNote error={decoding.error} retry={() => decode(text)} />}
      {decoding.data === undefined ? (
        <div className="stack">
          <p className="label">{t('decode.try')}</p>
          <ul className="row">
            {samples.map((sample) => (
              <li key={sample}>
                <Button onClick={() => decode(sample)}>
                  <Untrusted text={sample} />
                </Button>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <div className="decode-result" aria-live="polite">
          <DecodedView decoded={decoding.data} />
          <p className="muted small">
            {t('decode.fold')}: <Untrusted className="decode-fold" text={decoding.data.fold} />
          </p>
        </div>
      )}
    </div>
  );
}
