import type { HttpClient, SourceClient } from '@vedette/sources';

/** A client of sources that answers GET and refuses everything else: for sources that only ask. */
export function onlyGet(get: HttpClient['get']): SourceClient {
  return { get, post: refuse, stream: refuse, socket: refuse };
}

function refuse(): Promise<never> {
  return Promise.reject(new Error('this test answers GET only'));
}
