import { useMemo } from 'react';
import { piecesOf, type Mark } from './pieces.js';
import { Parts } from './untrusted.js';

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
