import { visibleTokens, type VisibleToken } from '@vedette/decode/visible-tokens';

/** A place to mark, in UTF-16 units of the text. `about` is read and shown as a tip. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly about?: string | undefined;
  readonly className?: string | undefined;
}

/** A run of a text, marked or not. */
export interface Piece {
  readonly start: number;
  readonly parts: readonly VisibleToken[];
  readonly mark: Mark | undefined;
}

/** Cuts a text at the edges of its marks; where two overlap the one that began first wins until its end. */
export function piecesOf(text: string, marks: readonly Mark[]): readonly Piece[] {
  const pieces: Piece[] = [];
  const push = (start: number, end: number, mark: Mark | undefined) => {
    if (end > start) pieces.push({ start, parts: visibleTokens(text.slice(start, end)), mark });
  };
  let done = 0;
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const start = Math.max(done, mark.start);
    const end = Math.min(text.length, mark.end);
    if (end <= start) continue;
    push(done, start, undefined);
    push(start, end, mark);
    done = end;
  }
  push(done, text.length, undefined);
  return pieces;
}
