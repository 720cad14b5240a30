import type { Block, Draft, Text } from '../letter';
import { passage } from '../passage';
import type { LetterLinks } from '../links';
import { showBlock } from '../wording/show';
import { subjectLine } from '../wording/subject';
import { signOff, spectatorFoot } from '../wording/venue';
import type { OrderFacts } from '../writing';
import { greeting } from '../wording/greeting';

/** What the four letters about money given back have in common. */
export interface MoneyNews {
  readonly kind: 'cancelled' | 'refunded' | 'payment-refund' | 'order-refund';
  readonly need: string;
  readonly title: string;
  readonly news: Text;
  readonly more?: readonly Block[];
  readonly closing: string;
}

export function moneyLetter(facts: OrderFacts, links: LetterLinks, { kind, need, title, news, more = [], closing }: MoneyNews): Draft {
  const { order, language } = facts;
  return {
    subject: subjectLine('', order.performance.showTitle, need),
    blocks: [
      { kind: 'title', text: title },
      { kind: 'greeting', text: greeting(order.customer.name, language) },
      ...passage(kind, facts, { annonce: news, séance: [showBlock(order, language)], places: more }),
      signOff(closing, order.venue, language),
    ],
    foot: spectatorFoot(facts, links),
  };
}
