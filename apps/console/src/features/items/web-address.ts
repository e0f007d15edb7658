/** The address if a browser may open it: http or https, no name or password inside. */
export function webAddress(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const address = new URL(url);
  if (!['http:', 'https:'].includes(address.protocol) || address.username !== '' || address.password !== '')
    return undefined;
  return address.href;
}
