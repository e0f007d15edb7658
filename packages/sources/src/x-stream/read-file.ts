import type { Detection, FileInput, ReadOptions, ReadResult } from '../definition.js';
import { rejection } from '../input/input-entry.js';
import { jsonValues } from '../input/json-values.js';
import { headText } from '../input/text-chunks.js';
import { readAnswer } from './answer.js';

const job = /^\s*\{"id":\s*"\d+",\s*"action":\s*"\w+",\s*"created_at":/u;

/** Saved answers and recorded streams of API v2, as they came or as twarc keeps them. */
export function detectXStream(file: FileInput): Detection {
  const head = headText(file.head);
  if (!/^\s*\{/u.test(head)) return 0;
  if (job.test(head)) return 0.85;
  if (/^\s*\{\s*"data":\s*\{\s*"delete":/u.test(head)) return 0.85;
  if (!head.includes('"data"')) return 0;
  if (head.includes('"__twarc"')) return 0.95;
  const isPost = head.includes('"text"') && head.includes('"id"');
  const named = /"(?:edit_history_tweet_ids|author_id|conversation_id|matching_rules|public_metrics|reply_settings)"/u;
  return isPost && named.test(head) ? 0.9 : 0;
}

/** Reads each line (or the whole answer); a line that was cut off is rejected and costs itself. */
export async function* readXStreamFile(file: FileInput, options: ReadOptions): AsyncGenerator<ReadResult> {
  for await (const one of jsonValues(file.open())) {
    const where = `${file.name}:${String(one.line)}`;
    if ('reason' in one) {
      yield rejection(where, one.reason, one.sample);
      continue;
    }
    for (const part of readAnswer(one.value)) {
      if ('item' in part) yield { item: options.raw === true ? { ...part.item, raw: one.value } : part.item };
      else {
        const sample = (JSON.stringify(one.value) ?? '').slice(0, 500);
        yield rejection(where, 'reason' in part ? part.reason : `X answers with an error: ${part.failure}`, sample);
      }
    }
  }
}
