import { useMutation } from '@tanstack/react-query';
import type { ImportFormat, RouteResponse, Routes, Rule } from '@vedette/contract';
import { useId, useState } from 'react';
import { call } from '../../api/call.js';
import { useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Field, Select, TextArea } from '../../ui/field.js';
import { ErrorNote } from '../../ui/notes.js';
import { useAddWatchlist } from './add-watchlist.js';
import { Findings } from './findings.js';
import { base64Of, guessFormat } from './import-format.js';
import { RulePreview } from './rule-preview.js';

const formats = ['yaml', 'json', 'csv', 'xlsx', 'txt', 'misp', 'un'] as const satisfies readonly ImportFormat[];

/** Reads a file or pasted text, names every row that is wrong, shows the rules that the others make, and takes the chosen ones. */
export function ImportWatchlist({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages();
  const id = useId();
  const [text, setText] = useState('');
  const [bytes, setBytes] = useState<Uint8Array | undefined>(undefined);
  const [file, setFile] = useState('');
  const [format, setFormat] = useState<ImportFormat>('yaml');
  const read = useMutation({
    mutationFn: () =>
      call('readWatchlist', {
        body: {
          format,
          ...(bytes === undefined ? { text } : { base64: base64Of(bytes) }),
          ...(file === '' ? {} : { file: file.slice(0, 300) }),
        },
      }),
  });
  const choose = async (chosen: File) => {
    const content = new Uint8Array(await chosen.arrayBuffer());
    setBytes(content);
    setFile(chosen.name);
    setText('');
    setFormat(guessFormat(chosen.name, new TextDecoder().decode(content.subarray(0, 20_000))));
  };
  const typed = (value: string) => {
    setText(value);
    setBytes(undefined);
    setFile('');
    setFormat(guessFormat('', value));
  };
  return (
    <Dialog title={t('watchlists.import')} onClose={onClose} wide>
      <form
        className="rule-form"
        onSubmit={(event) => {
          event.preventDefault();
          read.mutate();
        }}
      >
        <div className="field">
          <label className="field-label" htmlFor={id}>
            {t('watchlists.file')}
          </label>
          <input
            id={id}
            className="control"
            type="file"
            accept=".yaml,.yml,.json,.csv,.tsv,.xlsx,.txt,.xml"
            onChange={(event) => {
              const chosen = event.currentTarget.files?.[0];
              if (chosen !== undefined) void choose(chosen);
            }}
          />
        </div>
        <TextArea label={t('watchlists.paste')} rows={5} value={text} onValue={typed} />
        <div className="look-back-start">
          <Select
            label={t('watchlists.format')}
            value={format}
            onValue={setFormat}
            options={formats.map((value) => ({ value, label: t(`watchlists.format-${value}`) }))}
          />
          <Button type="submit" disabled={read.isPending || (bytes === undefined && text.trim() === '')}>
            {t('watchlists.read')}
          </Button>
        </div>
      </form>
      {read.isError && <ErrorNote error={read.error} />}
      {read.data !== undefined && <Taken key={read.submittedAt} read={read.data} />}
    </Dialog>
  );
}

/** What could be read: its mistakes, and the rules to choose from. */
function Taken({ read }: { readonly read: RouteResponse<Routes['readWatchlist']> }) {
  const t = useMessages();
  const add = useAddWatchlist();
  const [name, setName] = useState(read.name.slice(0, 200));
  const [left, setLeft] = useState<ReadonlySet<Rule>>(new Set());
  const rules = read.rules.filter((rule) => !left.has(rule));
  return (
    <div className="rule-form">
      <output>
        {t('watchlists.rules', { count: read.rules.length })}. {t('watchlists.readResult')}
      </output>
      <Findings findings={read.findings} place />
      {read.rules.length > 0 && (
        <>
          <RulePreview rules={read.rules} left={left} onLeft={setLeft} />
          <Field label={t('watchlists.name')} required maxLength={200} value={name} onValue={setName} />
          {add.isError && <ErrorNote error={add.error} />}
          <div>
            <Button
              look="primary"
              disabled={add.isPending || rules.length === 0 || name.trim() === ''}
              onClick={() => add.mutate({ name, rules })}
            >
              {t('watchlists.takeRules', { count: rules.length })}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
