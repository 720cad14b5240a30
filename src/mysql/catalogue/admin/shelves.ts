import type { Knex } from 'knex';
import type { Shelves } from '../../../ports/catalogue/shelf';
import type { RecordChange } from '../../settings/record-change';
import { deliveryMethodNoun } from './delivery-methods';
import { performanceNoun } from './performances';
import { roomNoun } from './rooms';
import { createShelf } from './shelf';
import { showNoun } from './shows';
import { proofTypeNoun, tariffNoun } from './tariffs';
import { paymentMethodNoun, salesChannelNoun, tillOperatorNoun } from './tills';
import { venueNoun } from './venues';

/** Everything that an office sets up, kind by kind. */
export function createShelves(needs: { readonly knex: Knex; readonly recordChange: RecordChange }): Shelves {
  return {
    tillOperators: createShelf(needs, tillOperatorNoun),
    salesChannels: createShelf(needs, salesChannelNoun),
    paymentMethods: createShelf(needs, paymentMethodNoun),
    deliveryMethods: createShelf(needs, deliveryMethodNoun),
    proofTypes: createShelf(needs, proofTypeNoun),
    tariffs: createShelf(needs, tariffNoun),
    venues: createShelf(needs, venueNoun),
    rooms: createShelf(needs, roomNoun),
    shows: createShelf(needs, showNoun),
    performances: createShelf(needs, performanceNoun),
  };
}
