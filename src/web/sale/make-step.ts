import { CARD_ONLINE, INTERNET } from '../../domain/sale/channel';
import type { Shelves } from '../../ports/catalogue/shelf';
import type { Change } from '../../ports/sale/sale-rules';
import type { MADE_AT_ONCE } from './ways';

type Step = (typeof MADE_AT_ONCE)[number];

/** Writes down the one name that a step lacks; a channel needs its till first. */
export async function makeStep(shelves: Shelves, step: Step, change: Change): Promise<void> {
  const { tillOperators, salesChannels, paymentMethods } = shelves;
  const till = async () => {
    if (!(await tillOperators.find(INTERNET))) await tillOperators.put({ code: INTERNET, name: 'Internet' }, { change });
  };
  const makers = {
    'till-operator': till,
    'sales-channel': async () => {
      await till();
      await salesChannels.put({ code: INTERNET, name: 'Internet', tillOperator: INTERNET, online: true }, { change });
    },
    'payment-method': () => paymentMethods.put({ code: CARD_ONLINE, name: 'Carte bancaire sur internet' }, { change }),
  } satisfies Record<Step, () => Promise<unknown>>;
  await makers[step]();
}
