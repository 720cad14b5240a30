import { request } from 'node:http';
import type { ClientRequest } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { pathOf } from '../src/web/paths';

/** A browser in the customer area of one order that sends files as long as one likes, piece by piece. */
export interface CustomerArea {
  /** Answers the status of the page that comes back; a line that is cut before gives 0. */
  upload(pieces: Iterable<Buffer>): Promise<number>;
}

const BOUNDARY = 'contremarque-bench';

/** Enters by the link of the confirmation letter. */
export async function enterCustomerArea(link: string, reference: string): Promise<CustomerArea> {
  const cookies = new Map<string, string>();
  const door = await visit(link);
  await visit(link, new URLSearchParams({ _csrf: tokenIn(door) }));
  const { origin } = new URL(link);
  const token = tokenIn(await visit(`${origin}${pathOf('order', { reference })}`));

  return {
    upload: (pieces) => {
      const headers = { cookie: cookieLine(), origin, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };
      return send(`${origin}${pathOf('upload', { reference, seat: 1 })}`, { headers, body: formOf(token, pieces) });
    },
  };

  async function visit(url: string, body?: URLSearchParams): Promise<string> {
    const method = body ? 'POST' : 'GET';
    const answer = await fetch(url, {
      method,
      redirect: 'manual',
      headers: { cookie: cookieLine(), origin: new URL(url).origin },
      ...(body && { body }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    if (answer.status >= 400) throw new Error(`${new URL(url).pathname} answers ${answer.status}.`);
    return answer.text();
  }

  function cookieLine(): string {
    return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

function tokenIn(page: string): string {
  const [, token] = /name="_csrf" value="([^"]+)"/.exec(page) ?? [];
  if (token === undefined) throw new Error('The page has no form.');
  return token;
}

function* formOf(token: string, pieces: Iterable<Buffer>): Generator<Buffer> {
  yield Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="_csrf"\r\n\r\n${token}\r\n`);
  yield Buffer.from(
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="proof"; filename="carte.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`,
  );
  yield* pieces;
  yield Buffer.from(`\r\n--${BOUNDARY}--\r\n`);
}

interface Form {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Iterable<Buffer>;
}

/** Chunked: nobody is told beforehand how long it is. */
async function send(url: string, { headers, body }: Form): Promise<number> {
  const sending = request(url, { method: 'POST', headers });
  const answered = statusOf(sending);
  // The house may answer and hang up long before the end.
  const written = pipeline(Readable.from(body), sending).catch(() => undefined);
  const status = await answered;
  await written;
  return status;
}

function statusOf(sending: ClientRequest): Promise<number> {
  return new Promise((resolve) => {
    sending.once('error', () => resolve(0));
    sending.once('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
  });
}
