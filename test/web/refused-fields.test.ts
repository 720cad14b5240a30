import { createChangeSettings } from '../../src/use-cases/settings/change-settings';
import { EntryInUse, named, type EntryUser } from '../../src/domain/catalogue/in-use';
import { Refusal } from '../../src/domain/refusal';
import { DEFAULT_PROOF_RULES } from '../../src/domain/proof-rules';
import { refuseImpossibleRule } from '../../src/domain/sale/sale-rule';
import { refuseUnprintable } from '../../src/domain/ticket-template';
import { problemOf } from '../../src/web/problem';
import { fakeVenueSettings } from '../fakes/settings';
import { MARINIERS } from '../people';

const settings = createChangeSettings({ settings: fakeVenueSettings(MARINIERS, []), clock: { now: () => '2027-01-04T11:00:00.000Z' } });
const by = { by: { role: 'staff', id: 5 }, door: 'api' } as const;
const proofs = {
  proofsOnline: true,
  proofsLabel: { fr: 'Mes pièces', en: 'My papers' },
  proofRules: DEFAULT_PROOF_RULES,
  attachProofs: true,
};
const rule = {
  ...{ channel: 'INTERNET', opensAt: '2026-12-01T09:00:00.000Z', closesAt: '2027-01-16T19:30:00.000Z' },
  ...{ maxSeats: 6, tariffs: ['PLEIN'], deliveryMethods: ['print-at-home'] },
};
const evening = { startsAt: '2027-01-16T19:30:00.000Z', endsAt: '2027-01-16T21:30:00.000Z', online: true };

function taken(field: string): never {
  throw new Refusal('seats-not-available', 'Somebody was faster.', { field });
}

test.each<[string, () => unknown, RegExp, RegExp]>([
  ['deadlineMs', () => settings.deadlines(1, { deadlineMs: 1 }, by), /^De 10800000 à 604800000 millisecondes\.$/, /^From 10800000 to/],
  [
    'proofRules/formats',
    () => settings.proofs(1, { ...proofs, proofRules: { formats: [], maxBytes: 5_000_000 } }, by),
    /jpeg, pdf/,
    /jpeg, pdf/,
  ],
  [
    'proofRules/maxBytes',
    () => settings.proofs(1, { ...proofs, proofRules: { ...DEFAULT_PROOF_RULES, maxBytes: 1 } }, by),
    /524288 à 5242880 octets/,
    /bytes/,
  ],
  [
    'name',
    () => settings.addReviewer(1, { name: '🎭', address: 'odile@mariniers.example' }, by),
    /une ligne, avec des lettres/,
    /one line, with letters/,
  ],
  ['inboxAddress', () => settings.addresses(1, { inboxAddress: `${'a'.repeat(40)}@mariniers.example` }, by), /trop long/, /too long/],
  ['address', () => settings.addReviewer(1, { name: 'Odile', address: 'odile' }, by), /nom@domaine/, /name@domain/],
  ['maxSeats', () => refuseImpossibleRule({ ...rule, maxSeats: 51 }, evening), /^De 1 à 50.places par commande\.$/, /^From 1 to 50/],
  ['tariffs', () => refuseImpossibleRule({ ...rule, tariffs: [] }, evening), /au moins un tarif/, /at least one tariff/],
  ['seats/2/place', () => taken('seats/2/place'), /^Cette place n’est plus libre/, /^This seat is no longer free/],
  ['code', () => refuseUnprintable({ code: 'A 4', seating: 'free', name: 'A4' }), /lettres minuscules/, /small letters/],
])('%s is told what it may be, in the reader’s language', async (field, deed, fr, en) => {
  const refusal: unknown = await Promise.resolve().then(deed).catch((fault: unknown) => fault); // prettier-ignore
  expect(refusal).toBeInstanceOf(Refusal);
  const told = (language: 'fr' | 'en') => problemOf(refusal, { language, reference: 'r', changes: true }).errors;
  expect(told('fr')).toEqual([{ in: 'body', pointer: `#/${field}`, detail: expect.stringMatching(fr) }]);
  expect(told('en')).toEqual([{ in: 'body', pointer: `#/${field}`, detail: expect.stringMatching(en) }]);
});

it.each<[readonly EntryUser[], string, string]>([
  [[{ noun: 'order', count: 1 }, { noun: 'basket' }], '1 commande, paniers', '1 order, baskets'],
  [[{ noun: 'order', count: 2 }], '2 commandes', '2 orders'],
  [[...named('performance', [9]), ...named('tariff', ['PLEIN'])], 'séance 9, tarif PLEIN', 'performance 9, tariff PLEIN'],
  [named('channel', ['INTERNET']), 'filière INTERNET', 'channel INTERNET'],
  [named('show', ['baskets', '2 orders, 1 room']), 'spectacle baskets, spectacle «\u00a02 orders, 1 room\u00a0»', 'show baskets, show “2 orders, 1 room”'], // prettier-ignore
])('what is in use by %j is told in the reader’s language', (users, fr, en) => {
  const told = (language: 'fr' | 'en') => problemOf(new EntryInUse('In use.', users), { language, reference: 'r', changes: true }).facts;
  expect([told('fr'), told('en')]).toEqual([{ by: fr }, { by: en }]);
});
