import type { Surroundings } from '../definition.js';

const attachmentFolder = /(?:^|_)media$/u;

/** Whether a file lies in an archive of X and holds nobody's words: its viewer, its attachments, its licence notes. */
export function isXSideFile(name: string, names: ReadonlySet<string>): boolean {
  const parts = name.split('/');
  for (let depth = parts.length - 1; depth >= 0; depth -= 1) {
    const root = parts
      .slice(0, depth)
      .map((part) => `${part}/`)
      .join('');
    const first = parts[depth] ?? '';
    if (depth === parts.length - 1) {
      // beside the folder `data` lie only the page that shows it and a word of explanation
      if (/\.(?:html|txt|md)$/iu.test(first) && isArchiveFolder(`${root}data/`, names)) return true;
      if (first === 'README.txt' && isArchiveFolder(root, names)) return true;
    } else if (first === 'assets' && isArchiveFolder(`${root}data/`, names)) return true;
    else if (attachmentFolder.test(first) && isArchiveFolder(root, names)) return true;
  }
  return false;
}

function isArchiveFolder(folder: string, names: ReadonlySet<string>): boolean {
  return (
    names.has(`${folder}account.js`) && (names.has(`${folder}manifest.js`) || tweetFiles(folder, names).length > 0)
  );
}

/** Files of tweets in a folder, in the order in which a folder or zip is read. */
function tweetFiles(folder: string, names: ReadonlySet<string>): string[] {
  return [...names]
    .filter((name) => name.startsWith(folder) && /^tweets?(?:-part\d+)?\.js$/u.test(name.slice(folder.length)))
    .toSorted((one, other) => (one < other ? -1 : 1));
}

/** Whether a file of tweets is read last, or (`any`) whether there is one at all. */
export function isLastTweetFile(beside: Surroundings, any = false): boolean {
  const folder = beside.self.slice(0, beside.self.lastIndexOf('/') + 1);
  const last = tweetFiles(folder, beside.names).at(-1);
  return any ? last !== undefined : last === beside.self;
}

/** Where an attachment lies: `tweets_media/1-abc.jpg`, from the folder of the data files. */
export function attachmentIn(beside: Surroundings, base: string): string | undefined {
  const folder = beside.self.slice(0, beside.self.lastIndexOf('/') + 1);
  const places = [
    'tweets_media',
    'tweet_media',
    'community_tweet_media',
    'deleted_tweets_media',
    'direct_messages_media',
    'direct_messages_group_media',
    'direct_message_media',
    'direct_message_group_media',
  ];
  return places.map((place) => `${place}/${base}`).find((file) => beside.names.has(folder + file));
}
