import type { Knex } from 'knex';
import type { Orders } from '../../ports/orders';
import type { Secrets } from '../../ports/secrets';
import { recordChange } from '../catalogue/admin/change-log';
import { allowStanding } from '../story/stop-at-door';
import { expireHolds } from './holds';
import { byLinkHash, createRenewLink, type LinkSecrets } from './link';
import { orderView } from './order-view';
import { placedUnder, placeOrder } from './place-order';
import { searchOrders } from './search';
import { missingStories, openStories, storyOfOrder } from './stories';
import { timelineOf } from './timeline';
import { countUnderReview, mostPressing } from './under-review';
import { upcomingOf } from './upcoming';

interface Needs {
  readonly knex: Knex;
  readonly secrets: Pick<Secrets, 'customerLink' | 'hash'>;
}

export function createOrders({ knex, secrets }: Needs): Orders {
  const link: LinkSecrets = (order, version) => secrets.hash(secrets.customerLink({ order, version }));
  return {
    place: (order) => placeOrder(knex, order, link(order.reference, 1)),
    placedUnder: (key) => placedUnder(knex, key),
    upcomingOf: (email, when) => upcomingOf(knex, email, when),
    view: (reference) => orderView(knex, reference),
    search: (filter) => searchOrders(knex, filter),
    mostPressing: (limit) => mostPressing(knex, limit),
    countUnderReview: () => countUnderReview(knex),
    timeline: (reference) => timelineOf(knex, reference),
    story: (reference) => storyOfOrder(knex, reference),
    allowStanding: (reference) => allowStanding(knex, reference),
    missingStories: (paidBefore, limit) => missingStories(knex, paidBefore, limit),
    openStories: (after, limit) => openStories(knex, after, limit),
    expireHolds: (now) => expireHolds(knex, now),
    byLinkHash: (hash) => byLinkHash(knex, hash),
    renewLink: createRenewLink({ knex, hashOf: link, recordChange }),
  };
}
