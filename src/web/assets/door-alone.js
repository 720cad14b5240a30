// Keeps the door's page and what it is made of, so that it opens without a network. The network always comes first:
// a page is shown from here only when nobody answers.
'use strict';

const CABINET = 'porte-1';

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { pathname } = new URL(event.request.url);
  const isOurs = pathname.startsWith('/controle/') || pathname.startsWith('/assets/');
  if (event.request.method === 'GET' && isOurs && !pathname.endsWith('.json')) event.respondWith(freshOrKept(event.request));
});

async function freshOrKept(request) {
  const cabinet = await caches.open(CABINET);
  try {
    const fresh = await fetch(request);
    if (fresh.ok && !fresh.redirected) await cabinet.put(request, fresh.clone());
    return fresh;
  } catch (fault) {
    const kept = await cabinet.match(request);
    if (kept) return kept;
    throw fault;
  }
}
