import { keptAddress, readMailAddress } from '../../domain/mail-address';
import type { OrderView } from '../../domain/order-view';
import { personName } from '../../domain/person-name';
import { html, wholeWords } from '../page/html';
import { shortPage } from '../page/short-page';
import type { Visit } from '../visit';
import { say } from '../../wording/typography';
import { payForm, toBasketForm } from '../customer/unpaid-page';
import type { Choice } from './choice';
import { holderOf, type Details } from './read-details';

/** The form that was sent says something else than the order that its basket became, in another tab. */
export function saysOtherThan({ customer, performance, seats }: OrderView, details: Details, choice: Choice | undefined): boolean {
  const address = readMailAddress(details.email);
  if (SAME_CUSTOMER.compare(personName(details.name) ?? '', customer.name) !== 0) return true;
  if (address === undefined || keptAddress(address) !== customer.email) return true;
  if (choice && (choice.performanceId !== performance.id || choice.seats.length !== seats.length)) return true;
  return seats.some(
    ({ holder, memberNumber, tariff }, index) =>
      personName(holderOf(details, index)) !== holder ||
      (memberNumber !== undefined && memberNumber !== details.members[index]) ||
      (choice && choice.seats[index]?.tariff !== tariff.code),
  );
}

/** A customer of this address is kept in the words of their first order; the tickets say the name as it was typed. */
const SAME_CUSTOMER = new Intl.Collator('fr', { sensitivity: 'base' });

/** Before anything is paid: for whom the order is that waits, and both ways on. */
export function otherDetailsPage(visit: Visit, order: OrderView): string {
  const { reference, customer, performance, expiresAt } = order;
  const words = WORDS[visit.language];
  return shortPage(visit, {
    over: performance.showTitle,
    title: words.waits,
    text: html`${wholeWords(words.order(reference))} <strong>${customer.name}</strong>, <strong class="unbroken">${customer.email}</strong>.
      ${words.until(visit.calendar.time(expiresAt))}`,
    way: html`${toBasketForm(visit, reference, words.change)} ${payForm(visit, order)}`,
    error: true,
  });
}

const WORDS = {
  fr: {
    waits: 'Une autre commande de ces places attend son paiement',
    order: (reference: string) => say`Commande ${reference}, avec d’autres indications que celles que vous venez d’envoyer. Elle est pour`,
    until: (time: string) => `Rien n’est payé. Vos places sont gardées jusqu’à ${time}.`,
    change: say`Ce sont les dernières qui sont justes ? Elles vous attendent :`,
  },
  en: {
    waits: 'Another order of these seats waits for its payment',
    order: (reference: string) => `Order ${reference}, with other details than those you have just sent. It is for`,
    until: (time: string) => `Nothing is paid. Your seats are kept until ${time}.`,
    change: 'Are the latest ones right? They are kept for you:',
  },
};
