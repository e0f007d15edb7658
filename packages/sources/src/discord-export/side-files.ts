const ownMessages = /^(.*?)[^/]+\/c?\d{15,20}\/messages\.(?:csv|json)$/u;
const known = new WeakMap<ReadonlySet<string>, readonly string[]>();

/** Where the data packages among these names begin. */
export function packageRoots(names: ReadonlySet<string>): readonly string[] {
  let roots = known.get(names);
  if (roots === undefined) {
    roots = [...new Set([...names].flatMap((name) => ownMessages.exec(name)?.[1] ?? []))];
    known.set(names, roots);
  }
  return roots;
}

/** A data package holds much besides messages; beside a channel of DiscordChatExporter lies `X.json_Files`. */
export function isDiscordSideFile(name: string, names: ReadonlySet<string>): boolean {
  if (/(?:^|\/)[^/]+\.(?:json|csv)_Files\//u.test(name)) return true;
  return !ownMessages.test(name) && packageRoots(names).some((root) => name.startsWith(root));
}
