// Looks again for those who wait: the page changes when there is news, and only then. Without it there is a link.
'use strict';

const EVERY = 4000;
const LONGEST = 10 * 60_000;
const since = Date.now();

const timer = setInterval(() => void look(), EVERY);

async function look() {
  if (Date.now() - since > LONGEST) return clearInterval(timer);
  const answer = await fetch(location.href).catch(() => undefined); // the line may be back next time
  const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : undefined;
  if (!page || page.title === document.title) return undefined;
  document.title = page.title;
  document.querySelector('main').replaceWith(document.adoptNode(page.querySelector('main')));
  document.querySelector('main').focus();
  return clearInterval(timer);
}
