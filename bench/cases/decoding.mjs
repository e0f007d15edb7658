import { makePosts } from '../corpus.mjs';

const count = 20_000;

/** @param {(text: string) => unknown} decodeOne @param {number} [of] */
function over(decodeOne, of = count) {
  const texts = makePosts(of).map((post) => post.text);
  return {
    count: of,
    round: () => {
      let length = 0;
      for (const text of texts) length += String(decodeOne(text)).length;
      if (length === 0) throw new Error('nothing came out');
    },
  };
}

/** @type {import('../run.mjs').Group} */
export const decoding = {
  title: 'Decoding',
  unit: 'posts/s',
  about:
    'One thread, texts in memory. Vedette gives plain text, key, readings and the place of every disguise; the others give one string.',
  cases: {
    'Vedette decode': async () => {
      const { decode } = await import('@vedette/decode');
      return over((text) => decode(text).plain);
    },
    'Vedette fold alone': async () => {
      const { fold } = await import('@vedette/decode');
      return over((text) => fold(text));
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
    'NFKC and lower case': async () => over((text) => text.normalize('NFKC').toLowerCase()),
    decancer: async () => {
      const { default: decancer } = await import('decancer');
      return over((text) => decancer(text).toString());
    },
    unhomoglyph: async () => {
      const { default: unhomoglyph } = await import('unhomoglyph');
      return over((text) => unhomoglyph(text));
    },
  },
};
