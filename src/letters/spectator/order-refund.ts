import type { Language } from '../../domain/language';
import type { Draft } from '../letter';
import { bold, rich } from '../letter';
import { euros } from '../../wording/amounts';
import { type WayBack, wayOfPayment } from '../../domain/order/way-back';
import { BY_THE_WAY } from '../wording/way-back';
import type { OrderFacts, Writing } from '../writing';
import { moneyLetter, MONEY } from './money-letter';
import { cancelledOrder } from '../preview/invented-people';
import type { LetterFile } from '../letter-file';
import { ofOrder } from '../writing';

/** The payment came when the hold was over and the seats were another order's, maybe the buyer's own. */
export const orderRefund: LetterFile = {
  body: MONEY,
  write: ofOrder(write),
  preview: cancelledOrder(),
};

function write(facts: OrderFacts, { links }: Writing): Draft {
  const { order, language } = facts;
  const words = WORDS[language];
  const amount = euros(facts.payment?.amount ?? order.total, language);
  return moneyLetter(facts, links, {
    need: words.need,
    title: words.title,
    news: rich`${words.news} ${bold(words.back(amount, wayOfPayment(facts.order, facts.payment?.reference)))}`,
    closing: words.closing,
  });
}

const fr = {
  need: ' : votre paiement vous est rendu',
  title: 'Vos places n’étaient plus libres',
  news: 'Votre paiement nous est parvenu après la fin de la réservation, et les places avaient été reprises entre-temps, par une autre commande.',
  back: (amount: string, way: WayBack) =>
    `Nous vous rendons ${amount} ${BY_THE_WAY.fr[way]}${way === 'provider' ? ' : vous n’avez rien à faire' : ''}.`,
  closing: 'Avec nos regrets',
};
const en: typeof fr = {
  need: ': your payment is given back',
  title: 'Your seats were no longer free',
  news: 'Your payment reached us after the reservation had ended, and another order had taken the seats meanwhile.',
  back: (amount, way) => `We give you back ${amount} ${BY_THE_WAY.en[way]}${way === 'provider' ? ': you have nothing to do' : ''}.`,
  closing: 'With our regrets',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
