import type { OrderStatus } from '../../domain/order/summary';

export function statusWords(status: OrderStatus): string {
  return WORDS[status];
}

const WORDS = {
  'awaiting-payment': 'en attente de paiement',
  'awaiting-proof': 'en attente du client',
  'under-review': 'à contrôler',
  settling: 'réponse enregistrée, pas encore partie',
  released: 'billets partis',
  'refund-due': 'à rembourser',
  refunded: 'remboursée',
  cancelled: 'annulée',
  expired: 'non payée à temps',
  over: 'représentation passée',
} satisfies Record<OrderStatus, string>;
