import { must, SceneFailed } from './stage';

export interface PaidOrder {
  readonly reference: string;
  readonly total: number;
}

export interface Wish {
  readonly performanceId: number;
  readonly name: string;
  readonly email: string;
  readonly seats: readonly { readonly tariff: string; readonly category: string; readonly holder: string }[];
  readonly deliveryMethod?: string;
}

/** A spectator with a browser: follows links, fills in forms and keeps cookies, over HTTP alone. */
export function createSpectator(publicUrl: string) {
  const cookies = new Map<string, string>();

  return {
    async order(wish: Wish): Promise<PaidOrder & { readonly paymentUrl: string }> {
      const { name, email, ...rest } = wish;
      const body = { language: 'fr', deliveryMethod: 'held-for-proof', ...rest, customer: { name, email } };
      const answer = await fetch(`${publicUrl}/api/orders`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      const text = await answer.text();
      if (answer.status !== 201) throw new SceneFailed(`The order was answered ${answer.status}: ${text}`);
      return JSON.parse(text);
    },

    /** On the provider's own page. Its notification goes from server to server before the browser comes back. */
    async pay(paymentUrl: string): Promise<void> {
      const page = await get(paymentUrl);
      must(page.includes('name="choice"'), 'the payment page offers to pay');
      await post(paymentUrl, new URLSearchParams({ choice: 'pay' }));
    },

    /** The link of a letter shows a button; pressing it opens the customer area. */
    async enter(link: string): Promise<string> {
      const page = await get(link);
      const form = formsOf(page).find(({ method }) => method === 'post');
      if (!form) throw new SceneFailed(`No button to press on ${new URL(link).pathname.split('/')[1]}.`);
      return post(new URL(form.action, link).href, new URLSearchParams(form.fields));
    },

    page: (reference: string) => get(`${publicUrl}/commande/${reference}`),

    async upload(
      reference: string,
      seat: number,
      file: { readonly name: string; readonly mime: string; readonly content: Buffer },
    ): Promise<string> {
      const page = await get(`${publicUrl}/commande/${reference}`);
      const form = formsOf(page).find(({ action }) => action.includes(`/places/${seat}/justificatif`));
      if (!form) throw new SceneFailed(`Nothing can be sent for seat ${seat}.`);
      const body = new FormData();
      for (const [name, value] of form.fields) body.append(name, value);
      body.append(form.fileField ?? 'fichier', new Blob([new Uint8Array(file.content)], { type: file.mime }), file.name);
      return post(new URL(form.action, publicUrl).href, body);
    },

    get,
    async bytes(path: string): Promise<Buffer> {
      const answer = await fetch(new URL(path, publicUrl), { headers: { cookie: cookieLine() } });
      if (!answer.ok) throw new SceneFailed(`${path} answers ${answer.status}.`);
      return Buffer.from(await answer.arrayBuffer());
    },
  };

  async function get(url: string): Promise<string> {
    return follow(url, { method: 'GET' });
  }

  async function post(url: string, body: URLSearchParams | FormData): Promise<string> {
    return follow(url, { method: 'POST', body });
  }

  async function follow(url: string, init: RequestInit): Promise<string> {
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { cookie: cookieLine(), origin: publicUrl } });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = answer.headers.get('location');
    if (location && answer.status >= 300 && answer.status < 400) return follow(new URL(location, url).href, { method: 'GET' });
    const text = await answer.text();
    if (answer.status >= 400 && answer.status !== 422)
      throw new SceneFailed(`${init.method} of a page answered ${answer.status}: ${titleOf(text)}`);
    return text;
  }

  function cookieLine(): string {
    return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

export type Spectator = ReturnType<typeof createSpectator>;

interface Form {
  readonly action: string;
  readonly method: string;
  readonly fields: [string, string][];
  readonly fileField: string | undefined;
}

/** Our own pages, so a few expressions read their forms. */
function formsOf(page: string): readonly Form[] {
  return [...page.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head = '', inside = '']) => {
    const inputs = [...inside.matchAll(/<input\b([^>]*)>/g)].map(([, attributes = '']) => attributes);
    return {
      action: decoded(attribute(head, 'action') ?? ''),
      method: (attribute(head, 'method') ?? 'get').toLowerCase(),
      fields: inputs
        .filter((input) => attribute(input, 'type') === 'hidden')
        .map((input): [string, string] => [attribute(input, 'name') ?? '', decoded(attribute(input, 'value') ?? '')]),
      fileField: inputs.filter((input) => attribute(input, 'type') === 'file').map((input) => attribute(input, 'name'))[0],
    };
  });
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
}

function decoded(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function titleOf(page: string): string {
  return /<title>([^<]*)<\/title>/.exec(page)?.[1] ?? page.slice(0, 300);
}
