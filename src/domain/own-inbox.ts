import type { EntryFault } from './catalogue/refused-entry';
import { reachesInbox } from './mail-address';

/** What would be written to, by the member that says so. */
export interface WrittenTo {
  readonly field: string;
  readonly address: string;
}

/** Whatever is written to an inbox that the product reads would come back as somebody's reply, and be heard by nobody. */
export function ownInboxFaults(written: readonly WrittenTo[], inboxes: readonly string[]): readonly EntryFault[] {
  return written.flatMap(({ field, address }) => {
    const inbox = inboxes.find((one) => reachesInbox(address, one));
    return inbox === undefined ? [] : [{ pointer: `#/${field}`, says: ownInboxWords(address, inbox) }];
  });
}

function ownInboxWords(address: string, inbox: string) {
  return {
    fr: `« ${address} » arrive dans la boîte que Contremarque relève (${inbox}) : ce qui y serait écrit serait lu comme une réponse, et personne ne le recevrait.`,
    en: `“${address}” leads to the inbox that Contremarque itself reads (${inbox}): what is written to it would be read as a reply, and reach nobody.`,
  };
}
