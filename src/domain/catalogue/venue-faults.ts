import { readMailAddress } from '../mail-address';
import { ownInboxFaults } from '../own-inbox';
import { isReachableByAll, leavesRoomForSecrets, LONGEST_INBOX_NAME } from '../venue-address';
import type { VenueEntry } from './entries';
import type { EntryFault } from './refused-entry';

/** What tickets, letters and replies could not be made of: a licence that is none, an address that nobody reads. */
export function venueFaults(venue: VenueEntry): readonly EntryFault[] {
  return [...licenceFaults(venue), ...addressFaults(venue), ...inboxFaults(venue), ...contactFaults(venue)];
}

/** The number of the receipt that stands for a licence, in full or in its short form (docs/domain.md 5.1). */
const LICENCE = /^(?:PLATESV-[DR]-\d{4}-\d{6,8}|L-[DR]-\d{2}-\d{1,6})$/;

function licenceFaults({ licences }: VenueEntry): readonly EntryFault[] {
  return licences.flatMap((licence, index) => {
    if (LICENCE.test(licence)) return [];
    return [
      fault(`licences/${index}`, [
        `« ${licence} » n’est pas un numéro de licence : PLATESV-D-2024-001172, ou L-D-24-1172.`,
        `“${licence}” is no licence number: PLATESV-D-2024-001172, or L-D-24-1172.`,
      ]),
    ];
  });
}

const ADDRESSES = ['email', 'inboxAddress', 'copyAddress', 'escalationAddress'] as const;

function addressFaults(venue: VenueEntry): readonly EntryFault[] {
  return ADDRESSES.flatMap((field) => {
    const address = venue[field];
    if (readMailAddress(address) === undefined)
      return [fault(field, [`« ${address} » n’est pas une adresse e-mail complète.`, `“${address}” is not one plain e-mail address.`])];
    const isOurs = field === 'email' || field === 'inboxAddress';
    return isOurs && !isReachableByAll(address) ? [fault(field, ASCII_ONLY)] : [];
  });
}

const ASCII_ONLY = [
  'Avant le @, des lettres sans accent : toutes les messageries ne savent pas écrire à une autre adresse.',
  'Before the @, unaccented letters: not every mail host can write to another address.',
] as const;

function inboxFaults({ inboxAddress, ...venue }: VenueEntry): readonly EntryFault[] {
  const written = (['email', 'copyAddress', 'escalationAddress'] as const).map((field) => ({ field, address: venue[field] }));
  return [
    ...(leavesRoomForSecrets(inboxAddress) ? [] : [fault('inboxAddress', [`Avant le @, ${LONGEST_INBOX_NAME} signes au plus, sans « + » : le code de chaque réponse s’y ajoute.`, `At most ${LONGEST_INBOX_NAME} characters before the @, without “+”: the code of each reply is added to it.`])]), // prettier-ignore
    ...ownInboxFaults(written, [inboxAddress]),
  ];
}

const WEBSITE = /^(?:https?:\/\/)?(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+\p{L}[\p{L}\d-]+(?::\d{1,5})?(?:\/\S*)?$/u;

function contactFaults({ phone, website }: VenueEntry): readonly EntryFault[] {
  return [
    ...(/\d.*\d.*\d/.test(phone) ? [] : [fault('phone', [`« ${phone} » n’est pas un numéro de téléphone.`, `“${phone}” is no telephone number.`])]), // prettier-ignore
    ...(WEBSITE.test(website) ? [] : [fault('website', [`« ${website} » n’est pas une adresse de site.`, `“${website}” is no website.`])]), // prettier-ignore
  ];
}

function fault(field: string, [fr, en]: readonly [string, string]): EntryFault {
  return { pointer: `#/${field}`, says: { fr, en } };
}
