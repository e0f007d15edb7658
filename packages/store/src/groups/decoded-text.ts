import type { Decoded, Item } from '@vedette/contract';
import { readStored } from '../stored-json.js';

/** A Decoded without what the Item says already. Ordinary text needs its fold alone. */
interface Compact {
  readonly plain?: string | undefined;
  readonly fold: string;
  readonly readings?: Decoded['readings'] | undefined;
  readonly disguises?: Decoded['disguises'] | undefined;
}

export interface DecodedItem {
  readonly title?: Decoded;
  readonly text: Decoded;
}

function shrink(decoded: Decoded): Compact {
  return {
    plain: decoded.plain === decoded.text ? undefined : decoded.plain,
    fold: decoded.fold,
    readings: decoded.readings.length === 0 ? undefined : decoded.readings,
    disguises: decoded.disguises.length === 0 ? undefined : decoded.disguises,
  };
}

function grow(compact: Compact, text: string): Decoded {
  const { plain = text, fold, readings = [], disguises = [] } = compact;
  return { text, plain, fold, readings, disguises };
}

/** What an Item says, as JSON to be stored beside it. */
export function printDecoded(decoded: { readonly title?: Decoded | undefined; readonly text: Decoded }): string {
  return JSON.stringify({
    title: decoded.title === undefined ? undefined : shrink(decoded.title),
    text: shrink(decoded.text),
  });
}

export function readDecoded(json: string, item: Item): DecodedItem {
  const { title, text } = readStored<{ readonly title?: Compact; readonly text: Compact }>(json);
  return {
    ...(title === undefined || item.title === undefined ? {} : { title: grow(title, item.title) }),
    text: grow(text, item.text),
  };
}
