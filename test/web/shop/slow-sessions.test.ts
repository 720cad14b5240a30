import { MemoryStore } from 'express-session';
import type { SessionData } from 'express-session';
import type { Theatre } from '../harness';
import { formFields } from '../visitor';
import { DATE, opens } from './shopping';

/** Keeps a session well after the head of an answer could have been read. */
class SlowStore extends MemoryStore {
  override set(id: string, session: SessionData, done?: (fault?: unknown) => void): void {
    setTimeout(() => super.set(id, session, done), 150);
  }
}

/** Keeps nothing. */
class FullStore extends MemoryStore {
  override set(_id: string, _session: SessionData, done?: (fault?: unknown) => void): void {
    setImmediate(() => done?.(new Error('The disk is full.')));
  }
}

/** A browser that follows a redirect as soon as it has read its head. */
function hasty(url: string) {
  const cookies = new Map<string, string>();
  return async (path: string, form?: Readonly<Record<string, string>>) => {
    const headers = { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
    const sent = form && { method: 'POST', body: new URLSearchParams(form) };
    const answer = await fetch(`${url}${path}`, { redirect: 'manual', headers, ...sent });
    for (const [, name = '', value = ''] of answer.headers.getSetCookie().map((line) => /^([^=]+)=([^;]*)/.exec(line) ?? []))
      cookies.set(name, value);
    return answer;
  };
}

async function adds(asks: ReturnType<typeof hasty>) {
  const page = await (await asks(DATE)).text();
  return asks(DATE, { ...formFields(page, DATE), 't-PLEIN': '1', category: '1' });
}

let theatre: Theatre;
afterEach(() => theatre.close());

describe('a redirect leaves when its session is kept', () => {
  it('so that a basket just filled is not empty, nor one just left full', async () => {
    ({ theatre } = await opens({ needs: () => ({ sessions: new SlowStore() }) }));
    const asks = hasty(theatre.url);
    const added = await adds(asks);
    expect([added.status, added.headers.get('location')]).toEqual([303, '/panier']);
    const basket = await (await asks('/panier')).text();
    expect(basket).not.toContain('Votre panier est vide');
    const left = await asks('/panier/vider', formFields(basket, '/panier/vider'));
    expect(left.status).toBe(303);
    expect(await (await asks('/panier')).text()).toContain('Votre panier est vide');
  });

  it('and when it cannot be kept, says so instead of leading to a page without it', async () => {
    ({ theatre } = await opens({ needs: () => ({ sessions: new FullStore() }) }));
    const added = await adds(hasty(theatre.url));
    expect([added.status, added.headers.get('location')]).toEqual([500, null]);
  });
});
