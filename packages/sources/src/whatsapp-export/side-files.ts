const chatName = /^(?:_chat|.*whatsapp.*)\.txt$/iu;

/** Attachments as WhatsApp names them, and documents that people send; other files beside a chat are read for themselves. */
const attachment =
  /^\d{5,8}-|-WA\d{4}\.|\.(?:vcf|opus|docx?|xlsx?|pptx?|odt|ods|odp|apk|zip|rar|7z|epub|webp|was|ics|gpx|kml|kmz|dwg|ai|psd|rtf|pages|numbers)$/iu;

/** Whether a file lies beside a chat of WhatsApp as its attachment. */
export function isWhatsAppSideFile(name: string, names: ReadonlySet<string>): boolean {
  const slash = name.lastIndexOf('/') + 1;
  const base = name.slice(slash);
  if (chatName.test(base) || !attachment.test(base)) return false;
  return chatFolders(names).has(name.slice(0, slash));
}

const known = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>();

function chatFolders(names: ReadonlySet<string>): ReadonlySet<string> {
  let folders = known.get(names);
  if (folders === undefined) {
    const found = [...names].filter((name) => chatName.test(name.slice(name.lastIndexOf('/') + 1)));
    folders = new Set(found.map((name) => name.slice(0, name.lastIndexOf('/') + 1)));
    known.set(names, folders);
  }
  return folders;
}

/** The name of the chat as the file's own name tells it. @example titleOf('WhatsApp Chat with Lantern Walk.txt') // 'Lantern Walk' */
export function titleOf(path: string): string | undefined {
  const base = path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.txt$/iu, '')
    .normalize('NFC');
  const found =
    /^WhatsApp[ _-]Chat[ _](?:with|mit|met|-)[ _](.+)$/iu.exec(base) ??
    /^(?:Chat|Xat)[ _](?:de[ _](?:l['’])?)?WhatsApp[ _](?:con|com|amb|dengan|z|s uživatelem|с контактом|-)[ _](.+)$/iu.exec(
      base,
    ) ??
    /^Conversa[ _](?:do|no)[ _]WhatsApp[ _]com[ _](.+)$/iu.exec(base) ??
    /^Discussion[ _]WhatsApp[ _]avec[ _](.+)$/iu.exec(base) ??
    /^Чат[ _]WhatsApp[ _]с[ _](?:контактом[ _])?(.+)$/iu.exec(base) ??
    /^(.+)[ _]ile[ _]WhatsApp[ _]Sohbeti$/iu.exec(base);
  return found?.[1];
}
