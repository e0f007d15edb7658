import type { Detection, FileInput, ReadOptions, ReadResult } from '../definition.js';
import { rejection } from '../input/input-entry.js';
import { jsonValues } from '../input/json-values.js';
import { headText } from '../input/text-chunks.js';
import { readAnswer } from './answer.js';

const failure = /^\s*\{\s*"error":\s*\{[^]*"(?:domain|reason)":\s*"/u;

/** Saved answers of the YouTube Data API v3, one a file or one a line. */
export function detectYoutube(file: FileInput): Detection {
  const head = headText(file.head);
  if (!/^\s*\{/u.test(head)) return 0;
  if (/"kind":\s*"youtube#\w+"/u.test(head.slice(0, 4096))) return 0.95;
  return failure.test(head) && /"domain":\s*"(?:youtube\.|usageLimits|global)/u.test(head) ? 0.7 : 0;
}

/** Reads comments, answers, videos, channels and playlists in the order of the answer. */
export async function* readYoutubeFile(file: FileInput, options: ReadOptions): AsyncGenerator<ReadResult> {
  for await (const one of jsonValues(file.open())) {
    const where = `${file.name}:${String(one.line)}`;
    const answer = 'reason' in one ? undefined : readAnswer(one.value);
    if ('reason' in one) yield rejection(where, one.reason, one.sample);
    else if (answer === undefined) {
      yield rejection(where, 'is no answer of the YouTube API', (JSON.stringify(one.value) ?? '').slice(0, 500));
    } else {
      const { failure: failed } = answer;
      if (failed !== undefined)
        yield rejection(where, `YouTube answers with an error: ${failed.reason} (${failed.message})`);
      for (const part of answer.parts) {
        if ('reason' in part) yield rejection(where, part.reason, part.sample);
        else yield { item: options.raw === true ? { ...part.item, raw: one.value } : part.item };
      }
    }
  }
}
