import { capital } from '../../domain/first-letter';
import { isSaleOpen } from '../../domain/sale/offer';
import { html, wholeWords } from '../page/html';
import { shortPage } from '../page/short-page';
import { pathOf } from '../paths';
import { say } from '../../wording/typography';
import { choiceFields } from './choice';
import type { Shopping } from './shopping';
import { standing } from './standing';

/** The basket was filled in time, and its sale has closed since: nothing of it can be ordered here. */
export function isSaleOver({ visit: { now }, offer }: Pick<Shopping, 'visit' | 'offer'>): boolean {
  return !isSaleOpen(offer, now);
}

/** Whom to ask now; the places may be let go at once, for whoever sells them at the counter. */
export function saleOver({ visit, offer, basket }: Pick<Shopping, 'visit' | 'offer' | 'basket'>): string {
  const { performance, venue } = offer;
  const words = WORDS[visit.language];
  const closed = visit.now >= offer.salesCloseAt;
  return shortPage(visit, {
    over: `${performance.showTitle}, ${visit.calendar.weekdayMoment(performance.startsAt)}`,
    title: closed ? words.over : words.notNow,
    text: html`${!closed && `${capital(standing(visit, [{ free: 0, ...offer }]))}. `}${words.paid}
    ${wholeWords(words.call(venue.phone, venue.openingHours[visit.language]))}`,
    way: html`<form method="post" action="${pathOf('basketLeave')}">
      ${visit.guardField()} ${choiceFields(offer, basket)}
      <button type="submit">${words.leave}</button>
    </form>`,
    after: html`<a href="${pathOf('home')}">${words.programme}</a>`,
    error: true,
  });
}

const WORDS = {
  fr: {
    over: 'La vente en ligne est terminée',
    notNow: 'La vente en ligne est fermée pour le moment',
    paid: say`Rien n’est payé, et vos places ne peuvent plus être commandées ici.`,
    call: (phone: string, hours: string) =>
      say`Appelez-nous au ${phone} (${hours}), ou venez au guichet : s’il reste des places, nous vous les vendons.`,
    leave: 'Vider mon panier',
    programme: 'Voir le programme',
  },
  en: {
    over: 'The online sale is over',
    notNow: 'The online sale is closed for now',
    paid: 'Nothing is paid, and your seats can no longer be ordered here.',
    call: (phone: string, hours: string) =>
      `Call us on ${phone} (${hours}), or come to the box office: if seats are left, we will sell them to you.`,
    leave: 'Empty my basket',
    programme: 'See the programme',
  },
};
