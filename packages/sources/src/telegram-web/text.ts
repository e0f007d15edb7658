import type { DomElement, DomNode } from '../web-page/dom.js';

const elementNode = 1;
const textNode = 3;

/**
 * The text of a message as its readers see it: breaks where `<br>` stands, everything else to the character. The page is
 * sent without line breaks of its own; where somebody saved it with some, they are blanks of the markup.
 */
export function messageText(element: DomElement): string {
  const pieces: string[] = [];
  collect(element, false, pieces);
  return pieces.join('').replaceAll(/^[ \n]+|[ \n]+$/gu, '');
}

function collect(node: DomNode, preformatted: boolean, pieces: string[]): void {
  for (const child of node.childNodes) {
    if (child.nodeType === textNode) {
      const text = child.textContent ?? '';
      if (preformatted) pieces.push(text);
      else {
        const flowing = text.replaceAll(/[ \t]*[\r\n]\s*/gu, ' ');
        const last = pieces.at(-1);
        // a blank of the markup says nothing behind a break or another blank
        pieces.push(text !== flowing && (last?.endsWith('\n') ?? true) ? flowing.replace(/^ /u, '') : flowing);
      }
    } else if (isElement(child)) {
      const { localName } = child;
      if (localName === 'br') pieces.push('\n');
      else if (localName === 'blockquote') {
        startLine(pieces);
        collect(child, preformatted, pieces);
        pieces.push('\n');
      } else collect(child, preformatted || localName === 'pre', pieces);
    }
  }
}

function startLine(pieces: string[]): void {
  const last = pieces.at(-1);
  if (last !== undefined && !last.endsWith('\n')) pieces.push('\n');
}

function isElement(node: DomNode): node is DomElement {
  return node.nodeType === elementNode;
}
