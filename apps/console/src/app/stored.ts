/** What the browser keeps for the page before anybody has signed in. A browser that keeps nothing is no error. */
export function readStored(key: 'language' | 'theme'): string | undefined {
  try {
    return localStorage.getItem(`vedette.${key}`) ?? undefined;
  } catch {
    // Storage may be switched off; the page then begins with the browser's own language and theme.
    return undefined;
  }
}

export function writeStored(key: 'language' | 'theme', value: string): void {
  try {
    localStorage.setItem(`vedette.${key}`, value);
  } catch {
    // As above: the choice still follows the account.
  }
}
