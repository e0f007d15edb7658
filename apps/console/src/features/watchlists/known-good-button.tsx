import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ApiError, call } from '../../api/call.js';
import { keyOf } from '../../api/queries.js';
import { useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { ErrorNote } from '../../ui/notes.js';

/**
 * Keeps the text of an Item as known good in one or several watchlists, and takes it back. It answers in its own place, since
 * it stands in dialogs too, over which no other note shows.
 * @example <KnownGoodButton item={item.id} about={item.text} watchlists={['gates']} />
 */
export function KnownGoodButton(props: {
  readonly item: string;
  /** the beginning of the text, to tell buttons apart where they are read out */
  readonly about: string;
  readonly watchlists: readonly string[];
}) {
  const t = useMessages();
  const client = useQueryClient();
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: keyOf('listKnownGood') }),
      client.invalidateQueries({ queryKey: keyOf('checkRules') }),
    ]);
  const add = useMutation({
    mutationFn: async () => {
      const ids: string[] = [];
      for (const watchlist of new Set(props.watchlists)) {
        const id = await addOnce({ item: props.item, watchlist });
        if (id !== undefined) ids.push(id);
      }
      return ids;
    },
    onSettled: refresh,
  });
  const remove = useMutation({
    mutationFn: async (ids: readonly string[]) => {
      for (const id of ids) await call('removeKnownGood', { params: { id } });
    },
    onSuccess: () => add.reset(),
    onSettled: refresh,
  });
  const ids = add.data;
  const about = <span className="visually-hidden">: {props.about.slice(0, 60)}</span>;
  return (
    <div className="known-good-button">
      {ids === undefined ? (
        <Button look="quiet" icon="check" disabled={add.isPending} onClick={() => add.mutate()}>
          {t('watchlists.knownGoodTake')}
          {about}
        </Button>
      ) : (
        <>
          <output className="small">
            {t(ids.length === 0 ? 'watchlists.knownGoodHas' : 'watchlists.knownGoodTaken')}
          </output>
          {ids.length > 0 && (
            <Button look="quiet" disabled={remove.isPending} onClick={() => remove.mutate(ids)}>
              {t('ui.undo')}
              {about}
            </Button>
          )}
        </>
      )}
      {(add.error ?? remove.error) !== null && <ErrorNote error={add.error ?? remove.error} />}
    </div>
  );
}

/** The id of the new entry; undefined where the list has the text already. */
async function addOnce(body: { readonly item: string; readonly watchlist: string }): Promise<string | undefined> {
  try {
    return (await call('addKnownGood', { body })).id;
  } catch (error) {
    if (error instanceof ApiError && error.code === 'conflict') return undefined;
    throw error;
  }
}
