import { StartError } from './errors.js';

/** What is set from outside, beside the arguments of the command: see the table in docs. */
export interface Settings {
  /** where people reach the server, behind a proxy: makes cookies secure and names the host */
  readonly publicUrl: URL | undefined;
  /** believe `X-Forwarded-For`, for limits by address */
  readonly trustProxy: boolean;
  readonly metricsToken: string | undefined;
  /** lets sources and images be fetched from private addresses, for bridges inside an organisation and for tests */
  readonly allowPrivate: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads `VEDETTE_PUBLIC_URL`, `VEDETTE_TRUST_PROXY`, `VEDETTE_METRICS_TOKEN` and `VEDETTE_ALLOW_PRIVATE_ADDRESSES`.
 * @throws StartError `setting` for a value that cannot be
 */
export function settingsFrom(environment: Environment): Settings {
  return {
    publicUrl: publicUrl(environment['VEDETTE_PUBLIC_URL']),
    trustProxy: isOn(environment, 'VEDETTE_TRUST_PROXY'),
    metricsToken: environment['VEDETTE_METRICS_TOKEN'] === '' ? undefined : environment['VEDETTE_METRICS_TOKEN'],
    allowPrivate: isOn(environment, 'VEDETTE_ALLOW_PRIVATE_ADDRESSES'),
  };
}

function publicUrl(value: string | undefined): URL | undefined {
  if (value === undefined || value === '') return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.username !== '') {
    throw new StartError(
      'setting',
      'VEDETTE_PUBLIC_URL must be an address without a path, such as https://vedette.example',
    );
  }
  return url;
}

function isOn(environment: Environment, name: string): boolean {
  const value = environment[name] ?? '';
  if (value === '' || value === '0' || value === 'false') return false;
  if (value === '1' || value === 'true') return true;
  throw new StartError('setting', `${name} must be 1 or 0, not "${value.slice(0, 40)}"`);
}
