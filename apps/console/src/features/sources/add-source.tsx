import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SourceCandidate } from '@vedette/contract';
import { useEffect, useId, useRef, useState } from 'react';
import { call } from '../../api/call.js';
import { keyOf } from '../../api/queries.js';
import { useFormat, useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Chip } from '../../ui/chip.js';
import { Dialog } from '../../ui/dialog.js';
import { Field } from '../../ui/field.js';
import { Banner, ErrorNote, Skeleton } from '../../ui/notes.js';
import { useToast } from '../../ui/toast.js';
import { Untrusted } from '../../ui/untrusted.js';
import { FoundOpml } from './found-opml.js';
import { SourceMessage } from './source-message.js';
import { daysOf, SourceSettingsFields, type SourceSettings } from './source-settings.js';

/** Takes any address, shows what it turned out to be with a sample, and watches the one chosen. */
export function AddSource(props: { readonly address?: string | undefined; readonly onClose: () => void }) {
  const t = useMessages();
  const [address, setAddress] = useState(props.address ?? '');
  const [chosen, setChosen] = useState<SourceCandidate | undefined>(undefined);
  const discover = useMutation({
    mutationFn: (url: string) => call('discover', { body: { url } }),
    onSuccess: ({ candidates }) => setChosen(candidates.length === 1 ? candidates[0] : undefined),
  });
  const { mutate } = discover;
  const asked = useRef(false);
  useEffect(() => {
    // An address that came with the link is asked about at once, and once only.
    if (props.address === undefined || props.address === '' || asked.current) return;
    asked.current = true;
    mutate(props.address);
  }, [props.address, mutate]);
  return (
    <Dialog title={t('sources.add')} onClose={props.onClose} wide>
      <form
        className="source-find"
        onSubmit={(event) => {
          event.preventDefault();
          setChosen(undefined);
          mutate(address.trim());
        }}
      >
        <Field
          label={t('sources.address')}
          required
          inputMode="url"
          maxLength={4000}
          data-initial-focus
          value={address}
          onValue={setAddress}
        />
        <Button type="submit" look={chosen === undefined ? 'primary' : 'plain'} disabled={discover.isPending}>
          {discover.isPending ? t('sources.finding') : t('sources.find')}
        </Button>
      </form>
      {discover.isPending && <Skeleton lines={3} />}
      {discover.isError && <ErrorNote error={discover.error} />}
      {discover.data?.opml !== undefined && <FoundOpml key={discover.data.opml.url} opml={discover.data.opml} />}
      {discover.data?.candidates.length === 0 && discover.data.opml === undefined && (
        <Banner look="warn">{t('sources.nothingFound')}</Banner>
      )}
      {discover.data !== undefined && discover.data.candidates.length > 0 && (
        <Candidates candidates={discover.data.candidates} chosen={chosen} onChosen={setChosen} />
      )}
      {chosen !== undefined && <Watch key={chosen.url} candidate={chosen} onClose={props.onClose} />}
    </Dialog>
  );
}

function Candidates(props: {
  readonly candidates: readonly SourceCandidate[];
  readonly chosen: SourceCandidate | undefined;
  readonly onChosen: (candidate: SourceCandidate) => void;
}) {
  const t = useMessages();
  const group = useId();
  return (
    <fieldset className="source-candidates">
      <legend className="field-label">{t('sources.candidates')}</legend>
      {props.candidates.map((candidate, index) => (
        <div key={`${candidate.kind} ${candidate.url}`} className="source-candidate">
          <input
            type="radio"
            id={`${group}-${index}`}
            name={group}
            checked={props.chosen === candidate}
            onChange={() => props.onChosen(candidate)}
          />
          <label htmlFor={`${group}-${index}`}>
            <strong>
              <Untrusted text={candidate.title} />
            </strong>{' '}
            <Chip>{candidate.kind === 'feed' ? t('sources.kind-feed') : t('sources.kind-web-page')}</Chip>
            <span className="muted small source-address">
              <Untrusted text={candidate.url} />
            </span>
          </label>
          <Sample candidate={candidate} />
        </div>
      ))}
    </fieldset>
  );
}

function Sample({ candidate }: { readonly candidate: SourceCandidate }) {
  const format = useFormat();
  return (
    <ul className="source-sample">
      {candidate.sample.slice(0, 3).map((entry) => (
        <li key={`${entry.publishedAt ?? ''} ${entry.title ?? entry.text}`}>
          <Untrusted text={entry.title ?? entry.text.slice(0, 140)} />
          {entry.publishedAt !== undefined && <span className="muted"> {format.date(entry.publishedAt)}</span>}
        </li>
      ))}
    </ul>
  );
}

function Watch(props: { readonly candidate: SourceCandidate; readonly onClose: () => void }) {
  const t = useMessages();
  const client = useQueryClient();
  const toast = useToast();
  const { candidate, onClose } = props;
  const [settings, setSettings] = useState<SourceSettings>({
    title: candidate.title,
    basis: t('sources.basisPress'),
    retention: '',
  });
  const add = useMutation({
    mutationFn: () => {
      const retentionDays = daysOf(settings.retention);
      return call('addSource', {
        body: {
          kind: candidate.kind,
          title: settings.title,
          config: candidate.config,
          basis: settings.basis,
          ...(retentionDays === undefined ? {} : { retentionDays }),
        },
      });
    },
    onSuccess: async ({ title }) => {
      toast.show({ text: <SourceMessage id="sources.added" title={title} /> });
      onClose();
      await Promise.all([
        client.invalidateQueries({ queryKey: keyOf('listSources') }),
        client.invalidateQueries({ queryKey: keyOf('status') }),
      ]);
    },
  });
  return (
    <form
      className="stack source-watch"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      <SourceSettingsFields value={settings} onValue={setSettings} />
      {add.isError && <ErrorNote error={add.error} />}
      <Button type="submit" look="primary" disabled={add.isPending}>
        {t('sources.watch')}
      </Button>
    </form>
  );
}
