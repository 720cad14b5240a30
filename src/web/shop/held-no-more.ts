import type { Offer, PlanPlace } from '../../domain/sale/offer';
import { html } from '../page/html';
import { shortPage } from '../page/short-page';
import { pathOf } from '../paths';
import type { Visit } from '../visit';
import { say } from '../../wording/typography';
import { choiceFields, choiceText } from './choice';
import { placesWords } from './place-words';
import type { SessionBasket } from './session-basket';

interface Over {
  readonly offer: Offer;
  readonly basket: SessionBasket;
  /** Those that somebody else has now. */
  readonly lost: readonly PlanPlace[];
  /** Why they could not be found again. */
  readonly error?: string | undefined;
}

/** Phrase 4: the places went back, the choice is still there. */
export function heldNoMore(visit: Visit, { offer, basket, lost, error }: Over): string {
  const { performance } = offer;
  const words = WORDS[visit.language];
  const count = basket.seats.length;
  const taken = lost.length > 0 && words.taken(placesWords(lost, visit.language));
  const again = html`<form method="post" action="${pathOf('basketAgain')}">
    ${visit.guardField()} ${choiceFields(offer, basket)}
    <button type="submit">${lost.length === 0 ? words.same(count) : lost.length < count ? words.someOthers : words.others}</button>
  </form>`;
  return shortPage(visit, {
    over: `${performance.showTitle}, ${visit.calendar.weekdayMoment(performance.startsAt)}`,
    title: error === undefined ? words.back(count) : words.notFound,
    text: error ?? html`${taken} ${lost.length === 0 ? words.text(count) : words.rest}`,
    way: again,
    after: html`<a href="${pathOf('performance', { performance: performance.id }, { choix: choiceText(basket) })}">${words.other}</a>`,
    error: error !== undefined,
  });
}

const WORDS = {
  fr: {
    back: (count: number) => (count > 1 ? 'Vos places sont retournées à la vente' : 'Votre place est retournée à la vente'),
    taken: (places: string) => say`Quelqu’un d’autre vient de prendre : ${places}.`,
    text: (count: number) =>
      count > 1
        ? say`Votre choix est encore là : nous pouvons chercher les mêmes.`
        : say`Votre choix est encore là : nous pouvons chercher la même.`,
    rest: say`Rien n’est payé, et votre choix est encore là.`,
    same: (count: number) => (count > 1 ? 'Chercher les mêmes places' : 'Chercher la même place'),
    someOthers: 'Garder les autres, et remplacer celles-là',
    others: 'Chercher d’autres places au même prix',
    notFound: 'Nous n’avons pas retrouvé vos places',
    other: 'Choisir autrement',
  },
  en: {
    back: (count: number) => (count > 1 ? 'Your seats went back on sale' : 'Your seat went back on sale'),
    taken: (places: string) => `Somebody else has just taken ${places}.`,
    text: (count: number) =>
      count > 1 ? 'Your choice is still here: we can look for the same ones.' : 'Your choice is still here: we can look for the same one.',
    rest: 'Nothing is paid, and your choice is still here.',
    same: (count: number) => (count > 1 ? 'Look for the same seats' : 'Look for the same seat'),
    someOthers: 'Keep the others, and replace those',
    others: 'Look for other seats at the same price',
    notFound: 'We did not find your seats again',
    other: 'Choose otherwise',
  },
};
