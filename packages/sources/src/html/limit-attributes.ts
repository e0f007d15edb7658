import { Tokenizer } from 'htmlparser2';

/** Attributes of one tag beyond this are dropped; no publisher's page comes near it. */
export const maxAttributes = 200;

/**
 * Drops what a tag has beyond {@link maxAttributes} attributes. Tree builders compare each with all before it; this pass
 * is linear, so that 300,000 attributes cost nothing.
 */
export function limitAttributes(html: string): string {
  const pieces: string[] = [];
  let kept = 0;
  let count = 0;
  let from = 0;
  const tagEnded = (end: number): void => {
    if (count > maxAttributes) {
      pieces.push(html.slice(kept, from));
      kept = end;
    }
    count = 0;
  };
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: false },
    {
      onattribname(start) {
        count += 1;
        if (count === maxAttributes + 1) from = start;
      },
      onopentagname() {
        count = 0;
      },
      onopentagend: tagEnded,
      onselfclosingtag: tagEnded,
      onclosetag: ignore,
      onattribdata: ignore,
      onattribentity: ignore,
      onattribend: ignore,
      oncdata: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onend: ignore,
      onprocessinginstruction: ignore,
      ontext: ignore,
      ontextentity: ignore,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  // a tag that never ends would reach the tree builder whole
  if (count > maxAttributes) return [...pieces, html.slice(kept, from)].join('');
  pieces.push(html.slice(kept));
  return pieces.join('');
}

function ignore(): void {
  // this pass counts attributes only
}
