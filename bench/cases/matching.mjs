import { makePosts, makeTerms } from '../corpus.mjs';

const count = 20_000;
const termCount = 10_000;

/**
 * @param {(terms: readonly string[]) => (post: { id: string, text: string }) => number} compile gives how many terms hit
 * @param {number} [of]
 */
function over(compile, of = count) {
  const terms = makeTerms(termCount);
  const posts = makePosts(of, { terms });
  const matchOne = compile(terms);
  let hit = 0;
  return {
    count: of,
    get note() {
      return `${((100 * hit) / of).toFixed(1)} % of posts hit`;
    },
    round: () => {
      hit = 0;
      for (const post of posts) if (matchOne(post) > 0) hit += 1;
      if (hit === 0) throw new Error('no post was hit');
    },
  };
}

/** @param {{ matchInText(text: string): readonly unknown[] }} automaton */
function substringsWith(automaton) {
  return (/** @type {{ text: string }} */ post) => automaton.matchInText(post.text.toLowerCase()).length;
}

/** @type {import('../run.mjs').Group} */
export const matching = {
  title: 'Matching',
  unit: 'posts/s',
  about: `${termCount.toLocaleString('en')} terms of one to three words, one thread. Vedette decodes the text first and finds whole words in any reading, with their places in the original; the others look for substrings of lower-cased text.`,
  cases: {
    'Vedette compileRules, decoding included': async () => {
      const { compileRules } = await import('@vedette/match');
      return over((terms) => {
        const { matcher } = compileRules(terms.map((term, index) => ({ id: String(index), query: `"${term}"` })));
        return (post) => matcher.match(post).length;
      });
    },
    'Vedette, cleared from bytes (LineScanner, mayMatch)': async () => {
      const { compileRules, LineScanner } = await import('@vedette/match');
      const terms = makeTerms(termCount);
      const bytes = Buffer.from(
        makePosts(count, { terms })
          .map((post) => `${JSON.stringify(post)}\n`)
          .join(''),
      );
      const { matcher } = compileRules(terms.map((term, index) => ({ id: String(index), query: `"${term}"` })));
      const scanner = new LineScanner('text');
      return {
        count,
        round: () => {
          for (let at = 0; at < bytes.length;) {
            at = scanner.scan(bytes, at) + 1;
            if (at === 0) throw new Error('a line was not scanned');
            matcher.mayMatch(undefined, scanner.text);
          }
        },
      };
    },
    'floor, JSON.parse of the same lines': async () => {
      const lines = makePosts(count).map((post) => JSON.stringify(post));
      return {
        count,
        round: () => {
          for (const line of lines) JSON.parse(line);
        },
      };
    },
    '@monyone/aho-corasick/fast': async () => {
      const { AhoCorasick } = await import('@monyone/aho-corasick/fast');
      return over((terms) => substringsWith(new AhoCorasick(terms.map((term) => term.toLowerCase()))));
    },
    '@monyone/aho-corasick': async () => {
      const { AhoCorasick } = await import('@monyone/aho-corasick');
      return over((terms) => substringsWith(new AhoCorasick(terms.map((term) => term.toLowerCase()))));
    },
    'decancer, then @monyone/aho-corasick/fast': async () => {
      const [{ AhoCorasick }, { default: decancer }] = await Promise.all([
        import('@monyone/aho-corasick/fast'),
        import('decancer'),
      ]);
      return over((terms) => {
        const automaton = new AhoCorasick(terms.map((term) => decancer(term).toString()));
        return (post) => automaton.matchInText(decancer(post.text).toString()).length;
      }, 5_000);
    },
    're2js, one expression of 500 terms': async () => {
      const { RE2JS } = await import('re2js');
      return over((terms) => {
        const expression = RE2JS.compile(
          terms
            .slice(0, 500)
            .map((term) => RE2JS.quote(term))
            .join('|'),
          RE2JS.CASE_INSENSITIVE,
        );
        return (post) => (expression.matcher(post.text).find() ? 1 : 0);
      }, 200);
    },
    obscenity: async () => {
      const { RegExpMatcher, DataSet, pattern } = await import('obscenity');
      return over((terms) => {
        const data = new DataSet();
        for (const term of terms) data.addPhrase((phrase) => phrase.addPattern(pattern`${term}`));
        const matcher = new RegExpMatcher(data.build());
        return (post) => matcher.getAllMatches(post.text.toLowerCase()).length;
      }, 200);
    },
  },
};
