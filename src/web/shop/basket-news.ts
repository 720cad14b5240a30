import type { Html } from '../page/html';
import { html } from '../page/html';
import { errorNotice, notice } from '../page/notice';
import { pathOf } from '../paths';
import type { Visit } from '../visit';
import { say } from '../../wording/typography';
import type { ReplacedBasket } from './session-basket';

/** What has just happened to the basket, or could not. */
export interface BasketNews {
  /** Why it stays as it is. */
  readonly error?: string | undefined;
  /** A form came from a page that showed another basket. */
  readonly changed?: boolean | undefined;
  /** A form came from a page that was open for too long. */
  readonly stale?: boolean | undefined;
  /** Some of the places that were looked for had gone. */
  readonly other?: boolean | undefined;
}

/** At most one notice, and the way back to a basket that this one has replaced. */
export function basketNews(visit: Visit, news: BasketNews, replaced: ReplacedBasket | undefined): Html {
  const words = WORDS[visit.language];
  return html`${head(words, news)} ${replaced && wayBack(visit, replaced)}`;
}

function head(words: (typeof WORDS)['fr' | 'en'], { error, changed, stale, other }: BasketNews): Html | false {
  if (error !== undefined) return errorNotice(words.unchanged, [error]);
  if (changed) return errorNotice(words.changed, [words.changedText]);
  if (stale) return errorNotice(words.unchanged, [words.stale]);
  return other === true && notice(words.others, words.othersText, 'news');
}

function wayBack(visit: Visit, { showTitle, startsAt, seats }: ReplacedBasket): Html {
  const words = WORDS[visit.language];
  return html`<form class="replaced" method="post" action="${pathOf('basketReplaced')}">
    ${visit.guardField()}
    <p class="small">
      ${words.replaced(seats.length, showTitle, visit.calendar.weekdayMoment(startsAt))}
      <button class="link" type="submit">${words.takeBack(seats.length)}</button>
    </p>
  </form>`;
}

const WORDS = {
  fr: {
    unchanged: 'Votre panier n’a pas changé',
    changed: 'Ce n’est plus le même panier',
    changedText: say`Vous l’avez changé dans un autre onglet, et rien n’a été fait de plus. Voici ce qu’il contient maintenant.`,
    stale: say`La page est restée ouverte trop longtemps : refaites votre geste ici.`,
    others: 'Certaines places avaient été prises',
    othersText: say`Nous avons gardé les meilleures qui restent au même prix : relisez-les avant de continuer.`,
    replaced: (count: number, show: string, date: string) =>
      count > 1
        ? say`Vos ${count} places pour ${show}, ${date}, sont retournées à la vente.`
        : say`Votre place pour ${show}, ${date}, est retournée à la vente.`,
    takeBack: (count: number) => (count > 1 ? 'Les reprendre à la place de celles-ci' : 'La reprendre à la place de ce panier'),
  },
  en: {
    unchanged: 'Your basket has not changed',
    changed: 'This is another basket now',
    changedText: 'You changed it in another tab, and nothing more was done. This is what it holds now.',
    stale: 'The page was left open for too long: do it again here.',
    others: 'Some seats had been taken',
    othersText: 'We have kept the best ones left at the same price: look at them before you go on.',
    replaced: (count: number, show: string, date: string) =>
      `Your ${count > 1 ? `${count} seats` : 'seat'} for ${show}, ${date}, went back on sale.`,
    takeBack: (count: number) => (count > 1 ? 'Take them back instead of these' : 'Take it back instead of this basket'),
  },
};
