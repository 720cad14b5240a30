// Keeps the door's page and what it is made of, so that it opens without a network. The network always comes first:
// a page is shown from here only when nobody answers.
import { CABINET } from '../cabinet';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { pathname } = new URL(event.request.url);
  const isOurs = pathname.startsWith('/controle/') || pathname.startsWith('/assets/');
  if (event.request.method === 'GET' && isOurs && !pathname.endsWith('.json')) event.respondWith(freshOrKept(event.request));
});

async function freshOrKept(request: Request): Promise<Response> {
  const cabinet = await caches.open(CABINET);
  const isPage = request.mode === 'navigate';
  const name = isPage ? new URL(request.url).pathname : request; // one page, in the language that was chosen last
  try {
    const fresh = await fetch(request);
    if (fresh.ok && !fresh.redirected) await cabinet.put(name, fresh.clone());
    return fresh;
  } catch (fault) {
    const kept = await cabinet.match(name);
    if (kept) return kept;
    if (isPage) return notKept();
    throw fault;
  }
}

/** In place of the browser's own error page: what is so, and the way on. Nothing was kept, so it brings its own words and style. */
function notKept(): Response {
  const page = `<!doctype html>
<html lang="fr">
  <meta charset="utf-8" />
  <title>Pas de réseau · Contremarque</title>
  <meta name="viewport" content="width=device-width, initial-scale=1" />
  <style>
    body { max-width: 32rem; margin: 3rem auto; padding: 0 1.25rem; font: 1.125rem/1.5 Georgia, serif; color: #1b1a1e; background: #fff; }
    a { color: #0a5564; }
  </style>
  <main>
    <h1>Pas de réseau</h1>
    <p>Cette page n’est pas gardée sur cet appareil. Elle s’ouvre au retour du réseau.</p>
    <p><a href="">Réessayer</a></p>
    <p lang="en">No network: this page is not kept on this device. It opens when the network is back. <a href="">Try again</a></p>
  </main>
</html>`;
  return new Response(page, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } });
}
