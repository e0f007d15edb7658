/** What the data of a file is called: `window.YTD.tweets.part0 = [` gives `tweets`. */
export interface ScriptHead {
  /** lower case; empty where somebody took the script away and left the data */
  readonly name: string;
  /** the first key of the first element: a wrapper (`tweet`) or a field of an old archive (`retweeted`) */
  readonly firstKey: string | undefined;
}

/** Longest beginning of a file in which its data must begin; bytes. */
const longestHead = 4096;

const assigned =
  /^\uFEFF?\s*(?:window\s*\.\s*)?(?:YTD\s*\.\s*(\w+)\s*\.\s*part\d+|Grailbird\s*\.\s*data\s*\.\s*(tweets)_\w+)\s*=\s*/iu;
const firstKey = /^\[\s*\{\s*"(\w+)"\s*:/u;
const bare = /^\[\s*\{\s*"(tweet|dmConversation|noteTweet)"\s*:\s*\{/u;

/** Recognises a file of an X archive by how it begins; nothing of it is ever run. */
export function scriptHead(beginning: string): ScriptHead | undefined {
  const found = assigned.exec(beginning);
  if (found !== null) {
    const name = (found[1] ?? found[2] ?? '').toLowerCase();
    return { name, firstKey: firstKey.exec(beginning.slice(found[0].length))?.[1] };
  }
  const wrapper = bare.exec(beginning.replace(/^\uFEFF?\s*/u, ''))?.[1];
  return wrapper === undefined ? undefined : { name: '', firstKey: wrapper };
}

/** Whether a file only says how the archive is shown: `window.__THAR_CONFIG = {…}`. */
export function isArchiveSettings(beginning: string): boolean {
  return /^\uFEFF?\s*window\s*\.\s*__THAR_CONFIG\s*=/u.test(beginning);
}

/** The data behind the assignment, as it comes. */
export async function* scriptData(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (head === undefined) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    const start = head.findIndex((byte) => byte === 0x5b || byte === 0x7b);
    if (start < 0 && head.length < longestHead) continue;
    yield head.subarray(Math.max(start, 0));
    head = undefined;
  }
  if (head !== undefined) yield head;
}
