// Looks again for those who wait: the page changes when there is news, and only then. Without it there is a link.
import { part } from './part';

const EVERY = 4000;
const LONGEST = 10 * 60_000;
const since = Date.now();

const timer = setInterval(() => void look(), EVERY);

async function look(): Promise<void> {
  if (Date.now() - since > LONGEST) return clearInterval(timer);
  const answer = await fetch(location.href).catch(() => undefined); // the line may be back next time
  const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : undefined;
  if (!page || page.title === document.title) return undefined;
  document.title = page.title;
  const news = document.adoptNode(part(HTMLElement, 'main', page));
  part(HTMLElement, 'main').replaceWith(news);
  news.focus();
  return clearInterval(timer);
}
