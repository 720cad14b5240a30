import { refuseFaults } from './catalogue/refused-entry';
import { composed, isLine, isReadable } from './free-text';
import type { Wording } from './language';
import { readMailAddress } from './mail-address';
import type { ProofRules } from './proof-rules';
import { LARGEST_PROOF, PROOF_FORMATS, SMALLEST_LIMIT } from './proof-rules';
import { Refusal } from './refusal';
import { isReachableByAll, leavesRoomForSecrets, LONGEST_INBOX_NAME } from './venue-address';
import type { VenuePolicy } from './venue-policy';

/** « Adresses »: where a venue is written to, and in whose name it writes. */
export interface VenueAddresses {
  /** Signs the letters, and receives what spectators answer. */
  readonly email: string;
  /** The inbox that reads the reviewers' replies. */
  readonly inboxAddress: string;
  readonly copyAddress: string;
  readonly escalationAddress: string;
  /** The name beside the address of a letter's sender; empty: the venue's own, with « billetterie ». */
  readonly senderName: string;
}

/** « Justificatifs »: how they are taken. */
export interface ProofSettings {
  /** « Mes justificatifs », as the venue calls it. */
  readonly proofsLabel: Wording;
  /** Which files are taken there. */
  readonly proofRules: ProofRules;
  /** Attach the proofs to the review request, or only link to the desk. */
  readonly attachProofs: boolean;
}

/** What a venue settles for itself, a column or two each; docs/adding.md says where a new one goes. */
export interface SettingValues extends VenueAddresses, ProofSettings {
  readonly policy: VenuePolicy;
}

/** As they are kept: each in its one way of being written. Refuses with the field that is at fault. */
export function keptAddresses(typed: Partial<VenueAddresses>): Partial<VenueAddresses> {
  const { senderName, ...addresses } = typed;
  const kept: Partial<Omit<VenueAddresses, 'senderName'>> = Object.fromEntries(
    Object.entries(addresses).map(([field, address]) => [field, addressOf(address, field)]),
  );
  if (kept.inboxAddress !== undefined && !leavesRoomForSecrets(kept.inboxAddress))
    throw new Refusal('inbox-address-too-long', `Longer than ${LONGEST_INBOX_NAME} before the @, or with a +.`, {
      ...{ limit: LONGEST_INBOX_NAME, field: 'inboxAddress' },
    });
  return senderName === undefined ? kept : { ...kept, senderName: senderNameOf(senderName) };
}

export function refuseProofSettings({ proofsLabel, proofRules: { formats, maxBytes } }: ProofSettings): void {
  // It stands in letters and pages, between quotes: short, on one line, and nothing that a text would read as a field.
  const good = [proofsLabel.fr, proofsLabel.en].every((name) => /^[^{}<>*\p{C}]{2,40}$/u.test(name) && name.trim() === name);
  if (!good) throw new Refusal('label-not-accepted', 'From 2 to 40 characters on one line.', { field: 'proofsLabel' });
  const known = formats.length > 0 && formats.every((one) => PROOF_FORMATS.includes(one)) && new Set(formats).size === formats.length;
  if (!known) throw new Refusal('input-invalid', 'At least one format of those that we know.', { field: 'proofRules/formats' });
  const fits = Number.isInteger(maxBytes) && maxBytes >= SMALLEST_LIMIT && maxBytes <= LARGEST_PROOF;
  if (!fits) throw new Refusal('input-invalid', `From ${SMALLEST_LIMIT} to ${LARGEST_PROOF} bytes.`, { field: 'proofRules/maxBytes' });
}

/** One plain e-mail address. */
export function plainAddress(typed: string, field: string): string {
  const address = readMailAddress(typed);
  if (address === undefined) throw new Refusal('address-not-accepted', 'Not one plain e-mail address.', { field });
  return address;
}

function addressOf(typed: string, field: string): string {
  const address = plainAddress(typed, field);
  if ((field === 'email' || field === 'inboxAddress') && !isReachableByAll(address))
    throw new Refusal('address-not-accepted', 'Before the @ only ASCII: any host must be able to write to it.', { field });
  return address;
}

export const LONGEST_SENDER_NAME = 60;

/** An address in it, or what stands around one, and hosts take the letter for one that hides who wrote it. */
function senderNameOf(typed: string): string {
  const name = composed(typed).trim();
  const good = name === '' || (name.length <= LONGEST_SENDER_NAME && isLine(name) && isReadable(name) && !/[@<>"\\:;]/.test(name));
  refuseFaults(good ? [] : [{ pointer: '#/senderName', says: SENDER_NAME }], 'input-invalid');
  return name;
}

const SENDER_NAME = {
  fr: `Le nom de l’expéditeur tient sur une ligne de ${LONGEST_SENDER_NAME} signes au plus, sans adresse e-mail ni guillemets, deux-points, points-virgules ou chevrons.`,
  en: `The sender’s name is one line of at most ${LONGEST_SENDER_NAME} characters, without an e-mail address, quotation marks, colons, semicolons or angle brackets.`,
};
