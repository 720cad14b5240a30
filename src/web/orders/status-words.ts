import { givenUp } from '../../domain/order/given-up';
import type { OrderStatus } from '../../domain/order/summary';
import type { OrderView } from '../../domain/order-view';
import { hasNoAddress } from './no-address';

export function statusWords(status: OrderStatus): string {
  return WORDS[status];
}

/** Of one order, whose tickets say how far they are: nothing holds them any more, but that is not to say that they have left. */
export function standingWords(order: OrderView): string {
  if (order.status !== 'released') return statusWords(order.status);
  if (hasNoAddress(order)) return 'billets à imprimer au guichet';
  const deliveries = order.seats.filter((seat) => givenUp(seat) === undefined).map(({ delivery }) => delivery);
  if (deliveries.includes('failed')) return 'billets refusés par la messagerie du client';
  return deliveries.every((delivery) => delivery === 'sent') ? 'billets partis' : 'billets prêts, en cours d’envoi';
}

const WORDS = {
  'awaiting-payment': 'en attente de paiement',
  'awaiting-proof': 'en attente du client',
  'under-review': 'à contrôler',
  settling: 'réponse enregistrée, pas encore partie',
  released: 'billets prêts ou partis',
  'refund-due': 'à rembourser',
  refunded: 'remboursée',
  cancelled: 'annulée',
  expired: 'non payée à temps',
  over: 'représentation passée',
} satisfies Record<OrderStatus, string>;
