/** What a person pasted into the palette. */
export type Pasted =
  | { readonly kind: 'address'; readonly text: string }
  | { readonly kind: 'handle'; readonly text: string }
  | { readonly kind: 'id'; readonly text: string }
  | { readonly kind: 'words'; readonly text: string };

/**
 * Tells an address, a handle and a hash or id from words.
 * @example pastedOf('@grey_gate').kind // 'handle'
 */
export function pastedOf(input: string): Pasted {
  const text = input.trim();
  if (/^(https?|hxxps?|feed|at|ws|wss):\/\/\S+$/i.test(text)) return { kind: 'address', text };
  if (/^([\p{L}\p{N}-]+\.)+\p{L}{2,}(:\d+)?(\/\S*)?$/iu.test(text)) return { kind: 'address', text };
  if (/^@[^\s@]+(@[^\s@]+)?$/u.test(text)) return { kind: 'handle', text };
  if (/^(?=.*\d)[\w:.=-]{8,}$/.test(text)) return { kind: 'id', text };
  return { kind: 'words', text };
}

/** The query that finds what a pasted text is about; quotes inside it would end the phrase and are left out. */
export function queryFor(pasted: Pasted): string {
  const bare = pasted.text.replaceAll('"', '');
  switch (pasted.kind) {
    case 'address':
      return `url:"${bare.replace(/^hxxp/i, 'http')}"`;
    case 'handle':
      return `from:"${bare}"`;
    case 'id':
    case 'words':
      return pasted.text;
  }
}
