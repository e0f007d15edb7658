import type { SourceKind } from '@vedette/contract';
import { sources } from './registry.js';

/** A live source that a pasted address names, ready to be watched. */
export interface RecognisedSource {
  readonly kind: SourceKind;
  readonly title: string;
  readonly config: Readonly<Record<string, unknown>>;
}

/**
 * What a pasted address, handle or invitation names, told from it alone: nobody is asked. Undefined where no source knows
 * it by its form; it may still be a feed or a page.
 * @example recogniseSource('https://t.me/river_news')?.kind // 'telegram-web'
 */
export function recogniseSource(pasted: string): RecognisedSource | undefined {
  for (const source of sources) {
    const found = source.open === undefined ? undefined : source.recognise?.(pasted.trim());
    if (found !== undefined) return { kind: source.kind, title: found.title, config: { ...Object(found.config) } };
  }
  return undefined;
}
