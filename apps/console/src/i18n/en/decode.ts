export const decode = {
  intro: 'Paste a line that looks odd. Nothing is stored and nothing leaves this server.',
  text: 'Text',
  go: 'Decode',
  try: 'Or try one of these',
  fold: 'Key that rules are matched on',
  tooLong: 'At most 100,000 characters at a time.',
} as const;
