import type { Decoded, DisguiseName } from '@vedette/contract';

/** A stretch of the original and what it says; `names` is empty where nothing was disguised. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly original: string;
  readonly plain: string;
  readonly names: readonly DisguiseName[];
}

interface Span {
  readonly start: number;
  end: number;
  readonly names: Set<DisguiseName>;
}

/**
 * Lays what a text says beside the text. `Decoded` says where the original is disguised but not what each place became;
 * between two disguised places the text is unchanged apart from NFC, so those unchanged stretches are found again in
 * `plain` one after the other, and what lies between them belongs to the disguise. Where one is not found (the whole
 * text was turned round, say) everything from there on is one stretch.
 */
export function alignDecoded(decoded: Decoded): readonly Stretch[] {
  const { text, plain } = decoded;
  const spans = mergedSpans(decoded);
  const stretches: Stretch[] = [];
  let at = 0;
  let said = 0;
  for (const [index, span] of spans.entries()) {
    if (span.start > at) {
      const kept = text.slice(at, span.start);
      const length = kept.normalize('NFC').length;
      stretches.push({
        start: at,
        end: span.start,
        original: kept,
        plain: plain.slice(said, said + length),
        names: [],
      });
      said += length;
    }
    const following = text.slice(span.end, spans[index + 1]?.start ?? text.length).normalize('NFC');
    const last = index === spans.length - 1;
    const found = last ? plain.length - following.length : plain.indexOf(following, said);
    const fits = found >= said && plain.startsWith(following, found);
    const names = [...span.names];
    if (!fits) {
      const rest = spans.slice(index).flatMap((each) => [...each.names]);
      stretches.push({
        start: span.start,
        end: text.length,
        original: text.slice(span.start),
        plain: plain.slice(said),
        names: [...new Set(rest)],
      });
      return stretches;
    }
    stretches.push({
      start: span.start,
      end: span.end,
      original: text.slice(span.start, span.end),
      plain: plain.slice(said, found),
      names,
    });
    said = found;
    at = span.end;
  }
  if (at < text.length) {
    stretches.push({ start: at, end: text.length, original: text.slice(at), plain: plain.slice(said), names: [] });
  }
  return stretches;
}

/** How far a place grows to the edges of its word; scripts without spaces have none in reach. */
const wordReach = 40;

/** The place with the rest of its word: a person reads words, not single characters. */
function wholeWord(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  const before = /\S*$/u.exec(text.slice(Math.max(0, start - wordReach), start))?.[0].length ?? 0;
  const after = /^\S*/u.exec(text.slice(end, end + wordReach))?.[0].length ?? 0;
  return { start: before < wordReach ? start - before : start, end: after < wordReach ? end + after : end };
}

/** The disguised words in order; places that share a word become one. */
function mergedSpans({ text, disguises }: Decoded): readonly Span[] {
  const spans: Span[] = [];
  const ordered = disguises
    .map(({ name, start, end }) => ({ name, start, end: Math.min(end, text.length) }))
    .filter(({ start, end }) => end > start)
    .map(({ name, start, end }) => ({ name, ...wholeWord(text, start, end) }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  for (const { name, start, end } of ordered) {
    const last = spans.at(-1);
    if (last !== undefined && start < last.end) {
      last.end = Math.max(last.end, end);
      last.names.add(name);
    } else {
      spans.push({ start, end, names: new Set([name]) });
    }
  }
  return spans;
}
