import type { SourceHealth } from '@vedette/contract';
import { useMessages } from '../../i18n/i18n.js';
import { Chip } from '../../ui/chip.js';

const looks = {
  new: 'plain',
  ok: 'plain',
  quiet: 'warn',
  failing: 'danger',
  paused: 'plain',
  gone: 'danger',
} as const satisfies Record<SourceHealth, 'plain' | 'warn' | 'danger'>;

/** Every state that a source can be in, in the order in which they ask for attention. */
export const healthOrder: readonly SourceHealth[] = ['failing', 'gone', 'quiet', 'new', 'paused', 'ok'];

/** The state of a source as a word; its colour says nothing that the word does not. */
export function Health({ health }: { readonly health: SourceHealth }) {
  const t = useMessages();
  return <Chip look={looks[health]}>{t(`sources.health-${health}`)}</Chip>;
}
