/** Hashes of a full tile: the subtree of height 8 over them is one hash of the tile above. C2SP tlog-tiles. */
export const tileWidth = 256;

/** A tile of a log: the `n`-th of its level, with `width` hashes; a full one has 256. Level `entries` holds the entries. */
export interface TilePlace {
  readonly level: number | 'entries';
  readonly n: number;
  readonly width: number;
}

/**
 * Where a tile stands below the prefix of a log, C2SP tlog-tiles: three digits a folder, so that no folder is large.
 * @example tilePath({ level: 0, n: 1_234_067, width: 256 }) // 'tile/0/x001/x234/067'
 * @example tilePath({ level: 'entries', n: 0, width: 3 }) // 'tile/entries/000.p/3'
 */
export function tilePath({ level, n, width }: TilePlace): string {
  let path = threeDigits(n % 1000);
  for (let rest = Math.floor(n / 1000); rest > 0; rest = Math.floor(rest / 1000))
    path = `x${threeDigits(rest % 1000)}/${path}`;
  return `tile/${level}/${path}${width === tileWidth ? '' : `.p/${width}`}`;
}

/** Reads the path of a tile; undefined where it is none, or written in another way than `tilePath` writes it. */
export function parseTilePath(path: string): TilePlace | undefined {
  const found = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/(\d{1,3}))?$/u.exec(path);
  if (found === null) return undefined;
  const [, level = '', digits = '', width] = found;
  const place: TilePlace = {
    level: level === 'entries' ? level : Number(level),
    n: Number(digits.replaceAll(/[x/]/gu, '')),
    width: width === undefined ? tileWidth : Number(width),
  };
  return place.width >= 1 && place.width <= tileWidth && tilePath(place) === path ? place : undefined;
}

/** The tiles that hold a log of `size` entries, in the order of levels and numbers; the last of a level may be partial. */
export function* tilesOf(size: number): Generator<TilePlace> {
  for (let level = 0, hashes = size; hashes > 0; level += 1, hashes = Math.floor(hashes / tileWidth))
    yield* rowOf(level, 0, hashes);
  yield* rowOf('entries', 0, size);
}

/**
 * The tiles that a log of `size` has and that its state of `before` entries had not.
 * @example [...newTiles(256, 257)].map(tilePath) // ['tile/0/001.p/1', 'tile/entries/001.p/1']
 */
export function* newTiles(before: number, size: number): Generator<TilePlace> {
  for (let level = 0, old = before, hashes = size; hashes > old; level += 1) {
    yield* rowOf(level, old, hashes);
    old = Math.floor(old / tileWidth);
    hashes = Math.floor(hashes / tileWidth);
  }
  yield* rowOf('entries', before, size);
}

function* rowOf(level: number | 'entries', from: number, to: number): Generator<TilePlace> {
  if (from >= to) return;
  for (let n = Math.floor(from / tileWidth); n * tileWidth < to; n += 1)
    yield { level, n, width: Math.min(tileWidth, to - n * tileWidth) };
}

function threeDigits(value: number): string {
  return String(value).padStart(3, '0');
}
