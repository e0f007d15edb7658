import { useMemo } from 'react';
import { partsOf, type TextPart } from './hidden-characters.js';
import { Parts } from './untrusted.js';

/** A place to mark, in UTF-16 units of the text. `about` is read and shown as a tip. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly about?: string | undefined;
  readonly className?: string | undefined;
}

/**
 * A stranger's text with places marked. Marks may overlap or lie beyond the end of a text that was cut.
 * @example <Marked text={item.text} marks={item.spans?.filter((span) => span.field === 'text') ?? []} />
 */
export function Marked(props: {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly lang?: string | undefined;
  readonly className?: string;
}) {
  const { text, marks } = props;
  const pieces = useMemo(() => piecesOf(text, marks), [text, marks]);
  return (
    <bdi dir="auto" lang={props.lang} className={props.className}>
      {pieces.map((piece) =>
        piece.mark === undefined ? (
          <Parts key={piece.start} parts={piece.parts} />
        ) : (
          <mark key={piece.start} title={piece.mark.about} className={piece.mark.className}>
            <Parts parts={piece.parts} />
          </mark>
        ),
      )}
    </bdi>
  );
}

export interface Piece {
  readonly start: number;
  readonly parts: readonly TextPart[];
  readonly mark: Mark | undefined;
}

/** Cuts a text at the edges of its marks; where two overlap the one that began first wins until its end. */
export function piecesOf(text: string, marks: readonly Mark[]): readonly Piece[] {
  const pieces: Piece[] = [];
  const push = (start: number, end: number, mark: Mark | undefined) => {
    if (end > start) pieces.push({ start, parts: partsOf(text.slice(start, end)), mark });
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
