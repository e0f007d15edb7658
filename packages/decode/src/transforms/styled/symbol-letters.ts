/** Small capitals and raised letters that Unicode does not decompose, with the letter they show. */
export const symbolLetters: ReadonlyMap<string, string> = new Map(
  Array.from('ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpꞯqʀrꜱsᴛtᴜuᴠvᴡwʏyᴢzᴁæᴌlᴆdᴎnᴙr'.matchAll(/(.)(.)/gu), (pair) => [
    pair[1] ?? '',
    pair[2] ?? '',
  ]),
);
