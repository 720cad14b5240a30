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
  const several = facts.order.seats.length > 1;
  return moneyLetter(facts, links, {
    need: words.need,
    title: words.title(several),
    news: rich`${words.news(several)} ${bold(words.back(amount, wayOfPayment(facts.order, facts.payment?.reference)))}`,
    closing: words.closing,
  });
}

const fr = {
  need: ' : votre paiement vous est rendu',
  title: (several: boolean): string => (several ? 'Vos places n’étaient plus libres' : 'Votre place n’était plus libre'),
  news: (several: boolean) =>
    `Votre paiement nous est parvenu après la fin de la réservation, et ${several ? 'les places avaient été reprises' : 'la place avait été reprise'} entre-temps, par une autre commande.`,
  back: (amount: string, way: WayBack) =>
    `Nous vous rendons ${amount} ${BY_THE_WAY.fr[way]}${way === 'provider' ? ' : vous n’avez rien à faire' : ''}.`,
  closing: 'Avec nos regrets',
};
const en: typeof fr = {
  need: ': your payment is given back',
  title: (several) => (several ? 'Your seats were no longer free' : 'Your seat was no longer free'),
  news: (several) =>
    `Your payment reached us after the reservation had ended, and another order had taken the ${several ? 'seats' : 'seat'} meanwhile.`,
  back: (amount, way) => `We give you back ${amount} ${BY_THE_WAY.en[way]}${way === 'provider' ? ': you have nothing to do' : ''}.`,
  closing: 'With our regrets',
};
const WORDS: Record<Language, typeof fr> = { fr, en };
