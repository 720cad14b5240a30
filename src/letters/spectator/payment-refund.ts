import type { Language } from '../../domain/language';
import type { Draft } from '../letter';
import { bold, rich } from '../letter';
import { euros } from '../../wording/amounts';
import { isGivenUp } from '../../domain/order/given-up';
import { type WayBack, wayOfPayment } from '../../domain/order/way-back';
import { BY_THE_WAY } from '../wording/way-back';
import type { OrderFacts, Writing } from '../writing';
import { moneyLetter, MONEY } from './money-letter';
import { PAYMENT } from '../preview/invented-people';
import type { LetterFile } from '../letter-file';
import { ofOrder } from '../writing';

/** One payment too many: it goes back, the order stays as it is. */
export const paymentRefund: LetterFile = {
  body: MONEY,
  write: ofOrder(write),
  preview: () => ({ payment: PAYMENT, about: { payment: 1 } }),
};

function write(facts: OrderFacts, { links }: Writing): Draft {
  const { language, payment } = facts;
  const words = WORDS[language];
  const amount = payment ? euros(payment.amount, language) : undefined;
  return moneyLetter(facts, links, {
    need: words.need,
    title: words.title,
    news: rich`${amount ? words.news(amount) : words.somePayment} ${bold(words.back(wayOfPayment(facts.order, facts.payment?.reference)))} ${isGivenUp(facts.order) ? words.cancelled : words.same}`,
    closing: words.closing,
  });
}

const fr = {
  need: ' : un paiement de trop vous est rendu',
  title: 'Un paiement de trop vous est rendu',
  news: (amount: string) => `Nous avons reçu ${amount} de plus que ce que vous nous deviez.`,
  somePayment: 'Nous avons reçu un paiement de plus que ce que vous nous deviez.',
  back: (way: WayBack) => `Cette somme vous sera rendue ${BY_THE_WAY.fr[way]}${way === 'provider' ? ' : vous n’avez rien à faire' : ''}.`,
  same: 'Votre commande, elle, ne change pas.',
  cancelled: 'Votre commande, elle, reste annulée.',
  closing: 'À bientôt',
};
const en: typeof fr = {
  need: ': one payment too many is given back',
  title: 'One payment too many is given back',
  news: (amount) => `We received ${amount} more than you owed us.`,
  somePayment: 'We received one payment more than you owed us.',
  back: (way) => `It will be given back ${BY_THE_WAY.en[way]}${way === 'provider' ? ': you have nothing to do' : ''}.`,
  same: 'Your order itself does not change.',
  cancelled: 'Your order itself stays cancelled.',
  closing: 'See you soon',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
