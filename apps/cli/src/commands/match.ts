import { compileRules, type Matcher, type ReadWatchlist } from '@vedette/match';
import { Command } from 'commander';
import { example } from '../help-example.js';
import { countOf, withInputFlags } from '../input-flags.js';
import { openJsonLines } from '../json-lines/json-lines.js';
import type { MatchedLine } from '../json-lines/line-reader.js';
import { matchLines } from '../json-lines/match-lines.js';
import { printedLines } from '../json-lines/printed-line.js';
import { inputsOrStdin } from '../stdin-argument.js';
import type { InputFlags } from '../text-inputs.js';
import type { Session } from '../terminal/session.js';
import { visible } from '../terminal/visible.js';
import { loadWatchlist, reportFindings } from '../watchlist-file.js';

interface MatchFlags extends InputFlags {
  readonly watchlist: string;
  readonly all?: boolean;
  readonly items?: boolean;
  readonly threads?: number;
}

/** `vedette match --watchlist FILE [INPUT...]` */
export function matchCommand(session: Session): Command {
  return withInputFlags(new Command('match'))
    .description('Finds which Items a watchlist catches, and where; one Match a line')
    .argument('[input...]', 'what to look through; stdin where nothing is given')
    .requiredOption('--watchlist <file>', 'the watchlist: YAML, JSON or CSV')
    .option('--all', 'print Items without a match too, with empty spans')
    .option('--items', 'print each Item with its matches instead of the matches')
    .option('--threads <n>', 'threads for JSON lines (2 for long files, 1 for a stream)', countOf)
    .addHelpText(
      'after',
      example(
        'vedette read export.zip feed.xml | vedette match --watchlist list.yaml | jq .',
        'tail -f posts.ndjson | vedette match --watchlist list.yaml --text-path body',
      ),
    )
    .action((inputs: readonly string[], flags: MatchFlags) => matchAll(inputs, flags, session));
}

async function matchAll(inputs: readonly string[], flags: MatchFlags, session: Session): Promise<void> {
  const list = await loadWatchlist(flags.watchlist, session);
  reportFindings(list.findings, flags.watchlist, session);
  const { matcher, expired } = compileRules(list.watchlist.rules, { now: new Date(session.now()) });
  for (const rule of expired) noteExpired(rule, list, flags.watchlist, session);
  for (const input of inputsOrStdin(inputs, session)) {
    const opened = flags.as === undefined || flags.as === 'ndjson' ? await openJsonLines(input, session) : session;
    if ('blocks' in opened) {
      await matchLines(opened, {
        matcher,
        textPath: flags.textPath,
        all: flags.all === true,
        whole: flags.items === true || matcher.usesFields,
        threads: flags.items === true || session.pretty ? 1 : flags.threads,
        session,
        onMatched: (line) => printMatches(line, flags, session),
      });
    } else {
      await matchTexts(input, opened.stdin, matcher, flags, session);
    }
    if (session.out.closed) return;
  }
}

/** What is no plain stream of lines: any other source. */
async function matchTexts(
  input: string,
  stdin: AsyncIterable<Uint8Array>,
  matcher: Matcher,
  flags: MatchFlags,
  session: Session,
): Promise<void> {
  const { textInputs } = await import('../text-inputs.js');
  for await (const { ref, item } of textInputs([input], flags, session, stdin)) {
    const matches = matcher.match(item);
    if (matches.length > 0 || flags.all === true) await printMatches({ ref, item, matches }, flags, session);
    session.progress.count('texts');
    if (session.out.closed) return;
  }
}

async function printMatches({ ref, item, matches }: MatchedLine, flags: MatchFlags, session: Session): Promise<void> {
  if (flags.items === true) {
    const found = matches.map(({ rule, severity, spans }) => ({ item: ref, rule, severity, spans }));
    await session.out.json({ ...item, matches: found });
  } else if (session.pretty && matches.length > 0) {
    for (const match of matches) await session.out.line(pictured({ item: ref, ...match }, item, session));
  } else {
    for (const line of printedLines({ ref, matches })) await session.out.line(line);
  }
}

/** For a person: where the rule matched, with the words around. */
function pictured(
  match: { readonly item: string; readonly rule: string; readonly severity: string; readonly spans: readonly Span[] },
  item: { readonly title?: string | undefined; readonly text: string },
  session: Session,
): string {
  const lines = [`${session.paint('bold', visible(match.rule))} (${match.severity}) in ${visible(match.item)}`];
  for (const { start, end, field, term, via } of match.spans) {
    const text = item[field] ?? '';
    const before = visible(text.slice(Math.max(0, start - 30), start));
    const after = visible(text.slice(end, end + 30));
    const how = via.length === 0 ? '' : ` via ${via.join(', ')}`;
    lines.push(
      `  ${before}${session.paint('yellow', visible(text.slice(start, end)))}${after}  [${visible(term)}${how}]`,
    );
  }
  return lines.join('\n');
}

type Span = ReturnType<Matcher['match']>[number]['spans'][number];

function noteExpired(rule: string, list: ReadWatchlist, file: string, session: Session): void {
  const { line, column } = list.places.get(rule) ?? { line: 1, column: 1 };
  const until = list.watchlist.rules.find((one) => one.id === rule)?.until ?? '';
  session.note(`${file}:${String(line)}:${String(column)}: rule ${rule}: expired on ${until} and matches nothing`);
}
