import { Tokenizer } from 'htmlparser2';

/** Elements inside one another beyond this are taken out of their tags; no publisher's page comes near it. */
export const maxHtmlDepth = 200;

const voidElements = new Set([
  'area', 'base', 'basefont', 'br', 'col', 'embed', 'frame', 'hr', 'img', 'input', 'isindex', 'keygen', 'link', 'meta',
  'param', 'source', 'track', 'wbr',
]); // prettier-ignore

/**
 * Drops tags that are nested deeper than {@link maxHtmlDepth} and keeps their text. Tree builders and sanitisers are
 * quadratic (or recursive) in depth; this pass is linear, so that 100,000 nested elements cost nothing.
 */
export function limitDepth(html: string): string {
  if (countTags(html, maxHtmlDepth) <= maxHtmlDepth) return html;
  const pieces: string[] = [];
  let kept = 0;
  let depth = 0;
  let name = '';
  let start = 0;
  const drop = (end: number): void => {
    pieces.push(html.slice(kept, start));
    kept = end;
  };
  const opened = (end: number, selfClosing: boolean): void => {
    if (voidElements.has(name)) return;
    if (depth >= maxHtmlDepth) drop(end + 1);
    if (!selfClosing) depth += 1;
  };
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: false },
    {
      onopentagname(from, to) {
        start = from - 1;
        name = html.slice(from, to).toLowerCase();
      },
      onopentagend(end) {
        opened(end, false);
      },
      onselfclosingtag(end) {
        opened(end, true);
      },
      onclosetag(from, to) {
        if (voidElements.has(html.slice(from, to).toLowerCase())) return;
        if (depth > maxHtmlDepth) {
          start = html.lastIndexOf('<', from);
          const close = html.indexOf('>', to);
          drop(close === -1 ? html.length : close + 1);
        }
        depth = Math.max(0, depth - 1);
      },
      onattribdata: ignore,
      onattribentity: ignore,
      onattribend: ignore,
      onattribname: ignore,
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
  pieces.push(html.slice(kept));
  return pieces.join('');
}

function ignore(): void {
  // this pass looks at tags only
}

function countTags(html: string, enough: number): number {
  let count = 0;
  for (let at = html.indexOf('<'); at !== -1 && count <= enough; at = html.indexOf('<', at + 1)) count += 1;
  return count;
}
