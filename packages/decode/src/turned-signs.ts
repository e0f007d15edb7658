/** A word with its capital at the end, or at the beginning. */
const capitalLast = /(?<![\p{L}\p{M}])\p{Ll}+\p{Lu}(?![\p{L}\p{M}])/gu;
const capitalFirst = /(?<![\p{L}\p{M}])\p{Lu}\p{Ll}+(?![\p{L}\p{M}])/gu;
const endFirst = /^[.!?؟…]|(?<=[^\s\p{P}] )[.,!?،؟](?=[\p{L}])/gu;
const endLast = /(?<=[\p{L}\p{M}])[.,!?،؟…](?:\s|$)/gu;

const mostCapitals = 8;
const fullStops = 3;
/** Bits that all of it is worth at most. */
export const mostSigns = mostCapitals + fullStops;

/**
 * What capitals and full stops say: how many bits for turned words rather than ordinary ones, and whether the order of
 * the words was turned as well (above 0) or not (below).
 */
export function turnedSigns(head: string): { readonly capitals: number; readonly order: number } {
  const count = (pattern: RegExp): number => head.match(pattern)?.length ?? 0;
  const turned = count(capitalLast);
  const usual = count(capitalFirst);
  const before = count(endFirst);
  const behind = count(endLast);
  const capitals = Math.max(-16, Math.min(mostCapitals, 4 * (turned - usual)));
  return { capitals: capitals + (before > behind ? fullStops : 0), order: before - behind };
}
