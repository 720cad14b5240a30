import { LONGEST_INBOX_NAME } from '../../domain/venue-address';
import { LONGEST_SENDER_NAME, type VenueAddresses } from '../../domain/venue-settings';
import { z } from '../api/zod';
import { line, words } from '../typed-text';

const Address = line(254);

/** As a program reads and sends them. */
export const Addresses = z
  .object({
    ...{ email: Address, inboxAddress: Address, copyAddress: Address, escalationAddress: Address },
    senderName: words(LONGEST_SENDER_NAME).exactOptional().openapi({
      description: 'In whose name letters leave; empty: the venue’s own name and “billetterie”. Left out, it stays.',
      example: 'Les Mariniers',
    }),
  })
  .openapi('VenueAddresses');

const Typed = z.string().trim().max(320);

/** As the page's form sends them. */
export const TypedAddresses = z.object({
  ...{ copyAddress: Typed, escalationAddress: Typed, email: Typed, inboxAddress: Typed },
  senderName: Typed.exactOptional(),
});

interface Field {
  readonly field: keyof VenueAddresses;
  readonly title: string;
  readonly how: string;
  /** A name, which may be left empty; all others are addresses. */
  readonly name?: true;
}

/** On the page, from top to bottom. */
export const ADDRESS_FIELDS: readonly Field[] = [
  { field: 'copyAddress', title: 'Copies', how: 'Reçoit une copie de chaque confirmation, avec les billets.' },
  { field: 'escalationAddress', title: 'Alertes', how: 'Apprend que personne n’a répondu, ou qu’un remboursement est à faire.' },
  { field: 'email', title: 'Réponses des spectateurs', how: 'Signe les lettres, et reçoit ce que les spectateurs y répondent.' },
  {
    field: 'senderName',
    title: 'Nom affiché de l’expéditeur',
    how: 'Ce que les messageries montrent à côté de cette adresse. Laissez vide pour le nom du lieu, suivi de « billetterie ».',
    name: true,
  },
  {
    field: 'inboxAddress',
    title: 'Réponses de ceux qui vérifient',
    how: `La boîte que Contremarque relève. ${LONGEST_INBOX_NAME} signes au plus avant le @, sans « + » : le code secret de chaque réponse s’y ajoute. Changez-la en même temps que la boîte relevée.`,
  },
];
