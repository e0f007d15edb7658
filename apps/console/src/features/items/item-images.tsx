import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ItemImage } from '@vedette/contract';
import { useState } from 'react';
import { addressOf, call } from '../../api/call.js';
import { keyOf } from '../../api/queries.js';
import { useMay } from '../../app/preferences.js';
import { Message, useMessages } from '../../i18n/i18n.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { ErrorNote } from '../../ui/notes.js';
import { useToast } from '../../ui/toast.js';
import { Untrusted } from '../../ui/untrusted.js';
import './item-images.css';

/** The images of an Item. None is fetched before somebody asks; then small, and through the server alone. */
export function ItemImages(props: { readonly item: string; readonly images: readonly ItemImage[] }) {
  const t = useMessages();
  if (props.images.length === 0) return null;
  return (
    <section className="item-images" aria-label={t('press.images')}>
      {props.images.map((image) => (
        <OneImage key={image.index} item={props.item} image={image} />
      ))}
    </section>
  );
}

type Shown = 'off' | 'held' | 'kept';

function OneImage({ item, image }: { readonly item: string; readonly image: ItemImage }) {
  const t = useMessages();
  const [shown, setShown] = useState<Shown>('off');
  const [failed, setFailed] = useState(false);
  const actions = useImageActions(item, image);
  const look = (next: Shown) => {
    setFailed(false);
    setShown(next);
  };
  const release = () => setShown((before) => (before === 'held' ? 'off' : before));
  return (
    <figure className="item-image">
      <figcaption>
        {image.alt === undefined ? (
          t('press.imageNumber', { number: image.index + 1 })
        ) : (
          <Message id="press.imageSays" values={{ alt: <Untrusted text={image.alt} /> }} />
        )}
        {image.flags > 0 && <span className="muted"> · {t('press.imageFlags', { count: image.flags })}</span>}
      </figcaption>
      {image.hidden ? (
        <p className="item-image-frame">{t('press.imageHidden')}</p>
      ) : shown === 'off' ? (
        <p className="item-image-frame">
          <Icon name="image" size={28} />
          {t('press.imageOff')}
        </p>
      ) : failed ? (
        <p className="item-image-frame">{t('press.imageFailed')}</p>
      ) : (
        <img
          src={addressOf('getImage', { params: { id: item, index: image.index } })}
          alt={image.alt ?? t('press.imageNumber', { number: image.index + 1 })}
          onError={() => setFailed(true)}
        />
      )}
      <div className="row">
        {!image.hidden && (
          <>
            <Button
              icon="eye"
              onPointerDown={() => look('held')}
              onPointerUp={release}
              onPointerLeave={release}
              onPointerCancel={release}
              onKeyDown={(event) => {
                if (event.key === ' ' || event.key === 'Enter') look('held');
              }}
              onKeyUp={release}
              onBlur={release}
            >
              {t('press.imageHold')}
            </Button>
            <Button look="quiet" onClick={() => look(shown === 'kept' ? 'off' : 'kept')}>
              {shown === 'kept' ? t('press.imageHide') : t('press.imageKeep')}
            </Button>
          </>
        )}
        <FlagButtons image={image} actions={actions} />
      </div>
      {actions.error !== null && <ErrorNote error={actions.error} />}
    </figure>
  );
}

function FlagButtons(props: { readonly image: ItemImage; readonly actions: ReturnType<typeof useImageActions> }) {
  const t = useMessages();
  const mayFlag = useMay('images:flag');
  const mayRestore = useMay('images:restore');
  const { image } = props;
  const { flag, unflag, restore, busy } = props.actions;
  return (
    <>
      {mayFlag && !image.hidden && !image.flaggedByMe && (
        <Button look="quiet" icon="flag" disabled={busy} onClick={flag}>
          {t('press.imageFlag')}
        </Button>
      )}
      {mayFlag && image.flaggedByMe && (
        <Button look="quiet" disabled={busy} onClick={unflag}>
          {t('press.imageUnflag')}
        </Button>
      )}
      {mayRestore && image.hidden && (
        <Button disabled={busy} onClick={restore}>
          {t('press.imageRestore')}
        </Button>
      )}
    </>
  );
}

function useImageActions(item: string, image: ItemImage) {
  const t = useMessages();
  const client = useQueryClient();
  const toast = useToast();
  const params = { id: item, index: image.index };
  const { mutate, error, isPending } = useMutation({
    mutationFn: (action: 'flagImage' | 'unflagImage' | 'restoreImage') => call(action, { params }),
    onSuccess: (_, action) => {
      if (action === 'flagImage') toast.show({ text: t('press.imageFlagged') });
    },
    onSettled: () => client.invalidateQueries({ queryKey: keyOf('getItem') }),
  });
  return {
    flag: () => mutate('flagImage'),
    unflag: () => mutate('unflagImage'),
    restore: () => mutate('restoreImage'),
    busy: isPending,
    error,
  };
}
