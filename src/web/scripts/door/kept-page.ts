import { CABINET } from '../cabinet';
import { part } from '../part';
import { leaving } from './leaving';
import { said, sayOnce } from './page';
import { listHere } from './shelf';

let isKept = false;

/** The page and all it is made of, kept at once: it opens without a network from the first visit on. */
export async function keepPage(): Promise<void> {
  if (leaving.isDone) return;
  try {
    await navigator.serviceWorker.register(said('alone'), { scope: said('scope') });
    await navigator.serviceWorker.ready;
    const cabinet = await caches.open(CABINET);
    const wanted = [location.pathname, ...said('keep').split(' ')].map((path) => new URL(path, location.origin).href);
    const kept = (await cabinet.keys()).map(({ url }) => url);
    // What is there already is kept fresh by the service worker (door-alone); another version has another address.
    const missing = wanted.filter((url) => !kept.includes(url));
    if (missing.length > 0) await cabinet.addAll(missing);
    for (const url of kept) if (url.includes('/assets/') && !wanted.includes(url)) await cabinet.delete(url);
    isKept = true;
    sayKept();
  } catch {
    // Without it, or without a network, the page must stay open.
  }
}

export function sayKept(): void {
  const words = isKept && listHere() ? part(HTMLTemplateElement, '[data-kept-words]').content.textContent : '';
  sayOnce(part(HTMLElement, '[data-kept]'), words);
}
