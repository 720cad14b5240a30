// Looks again for those who wait: the page changes when there is news, and only then; it looks on where that page still waits.
import { part } from './part';

const EVERY = 4000;
const LONGEST = 10 * 60_000;
const since = Date.now();
const own = document.currentScript?.getAttribute('src');

const timer = setInterval(() => void look(), EVERY);

async function look(): Promise<void> {
  if (Date.now() - since > LONGEST) return clearInterval(timer);
  const answer = await fetch(location.href).catch(() => undefined); // the line may be back next time
  const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : undefined;
  if (!page || page.title === document.title) return undefined;
  const waitsOn = [...page.scripts].some((script) => script.getAttribute('src') === own);
  if (!waitsOn) clearInterval(timer);
  document.title = page.title;
  const news = document.adoptNode(part(HTMLElement, 'main', page));
  part(HTMLElement, 'main').replaceWith(news);
  news.focus();
}
