import type { Socket } from 'node:net';
import type { ErrorBody } from '@vedette/contract';
import { systemCodeOf } from '../errors.js';
import { securityHeaders } from './security-headers.js';

interface Broken {
  readonly status: string;
  readonly error: ErrorBody['error'];
}

/**
 * Answers a request that is no HTTP, before there is a request to route: in the error shape of the contract, with the headers
 * that every answer has. The connection ends with it, since nobody knows where the next request would begin.
 */
export function answerBrokenRequest(error: Error, socket: Socket): void {
  // Nobody is there any more, or an answer is under way already.
  if (!socket.writable || systemCodeOf(error) === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const { status, error: said } = brokenAs(error);
  const body = JSON.stringify({ error: said } satisfies ErrorBody);
  const headers = {
    ...securityHeaders(false),
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'cache-control': 'no-store',
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n${body}`);
}

/** The parser's codes: https://nodejs.org/api/http.html#event-clienterror */
function brokenAs(error: Error): Broken {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'HPE_HEADER_OVERFLOW') {
    return {
      status: '431 Request Header Fields Too Large',
      error: { code: 'too-large', message: 'the address or the headers are larger than 16 KB; send less of them' },
    };
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return {
      status: '408 Request Timeout',
      error: { code: 'invalid-request', message: 'the request did not arrive in time; send it again' },
    };
  }
  return {
    status: '400 Bad Request',
    error: { code: 'invalid-request', message: 'the request is not well formed HTTP' },
  };
}
