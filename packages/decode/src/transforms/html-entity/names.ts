import { packedNames } from './names.generated.js';

let names: ReadonlyMap<string, string> | undefined;

/**
 * What a named character reference of HTML stands for; `undefined` when there is none of that name.
 * @example namedCharacter('eacute'); // 'é'
 */
export function namedCharacter(name: string): string | undefined {
  names ??= new Map(
    packedNames.split(' ').map((entry): [string, string] => {
      const at = entry.indexOf('=');
      return [
        entry.slice(0, at),
        String.fromCodePoint(
          ...entry
            .slice(at + 1)
            .split('_')
            .map((point) => Number.parseInt(point, 36)),
        ),
      ];
    }),
  );
  return names.get(name);
}
