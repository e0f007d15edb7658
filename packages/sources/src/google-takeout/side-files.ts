/** Products whose folders keep their names in every language. */
const products = new Set(
  (
    'Chrome|Discover|Drive|Gmail|Google Chat|Google Fit|Google Play Store|Google Developers|Google Pay|Hangouts|Keep|Maps|YouTube|' +
    'Google Meet|Google Photos|Blogger|Classroom|Android-Gerätekonfigurationsdienst'
  ).split('|'),
);

const known = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

/** Whether a file lies in a Takeout archive: below a folder `Takeout`, or beside folders of Google's products. */
export function isInTakeout(name: string, names: ReadonlySet<string>): boolean {
  let roots = known.get(names);
  if (roots === undefined) {
    roots = rootsAmong(names);
    known.set(names, roots);
  }
  const parts = name.split('/');
  for (let depth = 0; depth < parts.length; depth += 1) {
    if (
      roots.has(
        parts
          .slice(0, depth)
          .map((part) => `${part}/`)
          .join(''),
      )
    )
      return true;
  }
  return false;
}

function rootsAmong(names: ReadonlySet<string>): Set<string> {
  const roots = new Set<string>();
  const atTop = new Set<string>();
  for (const name of names) {
    const takeout = /^(?:.*\/)?takeout(?:[ _-][^/]*)?\//iu.exec(name)?.[0];
    if (takeout !== undefined) roots.add(takeout);
    const top = name.includes('/') ? (name.split('/')[0] ?? '') : '';
    if (products.has(top) || /^YouTube\b.*\bYouTube Music$/u.test(top)) atTop.add(top);
  }
  const chat = [...names].some((name) => /^Google Chat\/Groups\/[^/]+\/messages\.json$/u.test(name));
  if (
    names.has('archive_browser.html') ||
    atTop.size > 1 ||
    chat ||
    [...atTop].some((top) => top.endsWith(' YouTube Music'))
  ) {
    roots.add('');
  }
  return roots;
}

/** Whether a file of an archive holds nothing to read here: attachments of a chat, and what is no table, page or JSON. */
export function isTakeoutSideFile(name: string, names: ReadonlySet<string>): boolean {
  const slash = name.lastIndexOf('/') + 1;
  const [folder, base] = [name.slice(0, slash), name.slice(slash)];
  if (names.has(`${folder}messages.json`) && names.has(`${folder}group_info.json`)) return base !== 'messages.json';
  return !/\.(?:csv|json|html?|atom|rss|xml)$/iu.test(base) && isInTakeout(name, names);
}
