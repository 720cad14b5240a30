import { html } from '../page/html';
import { shortPage } from '../page/short-page';
import { pathOf } from '../paths';
import type { Visit } from '../visit';
import { say } from '../../wording/typography';
import { fieldOf, hidden } from './choice';

/** The browser has forgotten everything but the form that was open: what was typed waits in this page, and nothing is done before it is asked for. */
export function lostDetails(visit: Visit, body: unknown, seats: number): string {
  const words = WORDS[visit.language];
  const each = Array.from({ length: seats }, (_, index) => [`holder-${index + 1}`, `member-${index + 1}`]).flat();
  const fields = ['basket', 'choix', 'name', 'email', 'terms', 'accept', ...each];
  return shortPage(visit, {
    title: words.title,
    text: words.text,
    way: html`<form method="post" action="${pathOf('basketDetails')}">
      ${visit.guardField()} ${fields.map((name) => hidden(name, fieldOf(body, name).slice(0, 4000)))}
      <button type="submit">${words.find}</button>
    </form>`,
    after: html`<a href="${pathOf('home')}">${words.programme}</a>`,
    error: true,
  });
}

const WORDS = {
  fr: {
    title: 'Votre page est restée ouverte trop longtemps',
    text: say`Rien n’est payé. Ce que vous avez écrit et vos places choisies sont encore là : nous pouvons les retrouver.`,
    find: 'Retrouver mes places et mes coordonnées',
    programme: 'Voir le programme',
  },
  en: {
    title: 'Your page was left open for too long',
    text: 'Nothing is paid. What you typed and the seats that you chose are still here: we can find them again.',
    find: 'Find my seats and my details again',
    programme: 'See the programme',
  },
};
