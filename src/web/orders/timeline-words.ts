import type { DecisionKind } from '../../domain/decision/decision';
import { LETTER_KINDS } from '../../domain/letter';
import type { UndeliveredLetter } from '../../domain/order-view';
import { textName } from '../../domain/texts/text-kind';
import { DECISION_KINDS } from '../../domain/decision/decision';
import { REASONS } from '../../domain/decision/reason';
import { REASON_NAMES } from '../../domain/decision/reason-wording';
import type { TimelineEntry } from '../../ports/orders';
import { z } from 'zod';
import { listed } from '../../domain/listed';
import { say } from '../../wording/typography';

/** What the record keeps of a change; a name that is not there was not part of it. */
const Detail = z.object({
  seats: z.array(z.number()).optional(),
  decisions: z.array(z.object({ seat: z.number(), kind: z.enum(DECISION_KINDS), reason: z.enum(REASONS).optional() })).optional(),
  released: z.array(z.number()).optional(),
  failed: z.boolean().optional(),
  timer: z.string().optional(),
  upgradeOf: z.number().optional(),
  owedPayment: z.number().optional(),
  proofsSeen: z.boolean().optional(),
  free: z.boolean().optional(),
  voided: z.array(z.number()).optional(),
  sentAgain: z.array(z.number()).optional(),
  addressCorrected: z.boolean().optional(),
  command: z.string().optional(),
  letter: z.enum(LETTER_KINDS).optional(),
  to: z.enum(['customer', 'venue']).optional(),
  how: z.enum(['returned', 'refused', 'unwritable']).optional(),
});

/** Names by actor: `customer`, `staff:3`. */
export type People = Readonly<Record<string, string>>;

/** One line of the story, in words: who, what, for which seats, by which door. `nowhere`: no letter is written to the customer. */
export function timelineWords({ event, actor, door, detail }: TimelineEntry, people: People, nowhere = false): string {
  const parsed = Detail.safeParse(detail);
  const facts = parsed.success ? parsed.data : {};
  const seats = seatsIn(facts.seats ?? []);
  const again = sentAgainWords(facts.sentAgain ?? [], nowhere);
  const who = people[actor] ?? ACTORS[actor.split(':')[0] ?? ''] ?? actor;
  switch (event) {
    case 'started':
      return `${soldWords(who, actor, facts)}${issuedWords(facts.released ?? [], nowhere)}`;
    case 'letter-sent':
    case 'letter-lost':
      return letterWords(facts);
    case 'proof-deposited':
      return `${who} dépose un justificatif pour ${seats}`;
    case 'proof-withdrawn':
      return `${who} retire son fichier pour ${seats}`;
    case 'decided':
      return `${who} ${decisionsWords(facts.decisions ?? [])}${byDoor(door)}${afterMail(facts.command)}`;
    case 'undone':
      return `${who} revient sur sa réponse${facts.seats ? ` pour ${seats}` : ''}${byDoor(door)}`;
    case 'door-chosen':
      return `${who} choisit de présenter le justificatif à l’accueil, pour ${seats}`;
    case 'revoked':
      return `${who} révoque le justificatif de ${seats}${byDoor(door)}`;
    case 'cancelled':
      return `${who} annule la commande${byDoor(door)}`;
    case 'refund-recorded':
      return `${who} consigne le remboursement${byDoor(door)}`;
    case 'tickets-asked-again':
      return facts.addressCorrected
        ? 'Les billets, qui n’étaient pas arrivés, repartent à l’adresse corrigée'
        : `${who} demande les billets à nouveau${byDoor(door)}`;
    case 'link-renewed':
      return `${who} remplace le lien du client${byDoor(door)}`;
    case 'address-corrected':
      return `${who} corrige l’adresse du client${byDoor(door)}`;
    case 'payment-received':
      return `${paymentWords(facts)}${again}`;
    case 'difference-taken':
      return `${who} encaisse la différence de ${seats}${byDoor(door)}${again}`;
    case 'difference-given-back':
      return `${who} rend la différence de ${seats}${byDoor(door)}${again}${voidedWords(facts.voided ?? [])}`;
    case 'dispatched':
      return dispatchedWords(facts, { again, nowhere });
    case 'timer':
      return TIMERS[facts.timer ?? ''] ?? 'Échéance';
    default:
      return event;
  }
}

/** A sale across the counter is somebody's; whoever sold has seen the proofs, or has not. */
function soldWords(who: string, actor: string, { proofsSeen, free }: z.output<typeof Detail>): string {
  if (actor === 'system') return free ? 'Confirmé' : 'Payé';
  return `${who} vend les places${proofsSeen === true ? ', justificatifs vus' : ''}`;
}

function issuedWords(seats: readonly number[], nowhere: boolean): string {
  if (seats.length === 0) return '';
  return `, ${seats.length > 1 ? 'billets' : 'billet'} ${listed(seats, 'fr')} ${nowhere ? 'à imprimer au guichet' : 'en route'}`;
}

/** As many as that release had; of one whose tickets are not told, several. */
function dispatchedWords(
  { released, failed, voided = [] }: z.output<typeof Detail>,
  { again, nowhere }: { readonly again: string; readonly nowhere: boolean },
): string {
  const alone = released?.length === 1;
  const s = alone ? '' : 's';
  if (nowhere) return `Billet${s} prêt${s} à imprimer au guichet`;
  if (failed === true) return `Billet${s} refusé${s} par la messagerie du client`;
  const meanwhile = again && `${again} : la différence a été réglée ou rendue entre-temps`;
  return `Billet${s} envoyé${s}${leftVoidWords(voided, alone)}${meanwhile}`;
}

/** That a letter was asked for does not say that it has left. */
function letterWords({ letter, to, how }: z.output<typeof Detail>): string {
  const whom = to === 'customer' ? ' au client' : ' à la salle';
  const name = letter === undefined ? '' : say` « ${textName(letter).fr} »`;
  return say`Le message${name}${whom} ${how === undefined ? 'est parti' : UNDELIVERED[how]}`;
}

export const UNDELIVERED = {
  returned: 'est revenu',
  refused: 'a été refusé par sa messagerie',
  unwritable: 'n’est pas parti : notre messagerie n’accepte pas les lettres accentuées, ni d’autres alphabets, avant le @',
} satisfies Record<UndeliveredLetter['how'], string>;

/** Whether a change is of this seat: a proof of it, an answer about it, its difference. */
export function isAbout({ detail }: TimelineEntry, no: number): boolean {
  const { success, data: facts } = Detail.safeParse(detail);
  if (!success) return false;
  return facts.seats?.includes(no) === true || facts.decisions?.some(({ seat }) => seat === no) === true || facts.upgradeOf === no;
}

/** A ticket that is out reads otherwise now: it leaves once more, by a letter of its own, where there is an address. */
function sentAgainWords(seats: readonly number[], nowhere: boolean): string {
  if (seats.length === 0) return '';
  const how = nowhere ? 'à imprimer de nouveau' : 'de nouveau en route';
  return seats.length === 1 ? say`, billet de la place ${seats[0] ?? 0} ${how}` : `, billets des places ${listed(seats, 'fr')} ${how}`;
}

function voidedWords(seats: readonly number[]): string {
  return seats.length === 0 ? '' : ', billet annulé';
}

/** They had been cancelled while their letter was on its way. */
function leftVoidWords(seats: readonly number[], alone: boolean): string {
  if (seats.length === 0) return '';
  if (alone) return say`, annulé entre-temps : un message est en route`;
  const [first = 0] = seats;
  const which = seats.length > 1 ? `ceux des places ${listed(seats, 'fr')}, annulés` : say`celui de la place ${first}, annulé`;
  return say`, dont ${which} entre-temps : un message est en route`;
}

/** Money that settled nothing is owed, whatever it was meant for. */
function paymentWords({ upgradeOf, owedPayment }: z.output<typeof Detail>): string {
  if (upgradeOf === undefined) return 'Paiement reçu en trop, à rembourser';
  if (owedPayment === undefined) return say`Différence réglée, place ${upgradeOf}`;
  return say`Différence de la place ${upgradeOf} reçue en trop : rien n’a changé, à rembourser`;
}

export interface Decided {
  readonly seat: number;
  readonly kind: DecisionKind;
  readonly reason?: keyof typeof REASON_NAMES | undefined;
}

/** « accepte les places 2 et 3, refuse la place 4 (périmé) »: what is alike is said once. */
export function decisionsWords(decisions: readonly Decided[]): string {
  const groups = new Map<string, Decided[]>();
  for (const one of decisions) {
    const key = `${one.kind} ${one.reason ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map(groupWords).join(', ');
}

function groupWords(group: readonly Decided[]): string {
  const [first] = group;
  if (!first) return '';
  const why = first.reason ? ` (${REASON_NAMES[first.reason].fr})` : '';
  return `${VERBS[first.kind]} ${seatsIn(group.map(({ seat }) => seat))}${why}`;
}

export function seatsIn(seats: readonly number[]): string {
  return seats.length === 1 ? say`la place ${seats[0] ?? 0}` : `les places ${listed(seats, 'fr')}`;
}

/** A person has read a mail for what it meant: the command is named after it (settle-mail.ts). */
function afterMail(command = ''): string {
  const [, mail] = /^by-hand-(\d+)-/.exec(command) ?? [];
  return mail === undefined ? '' : say`, d’après le courrier n° ${mail}`;
}

function byDoor(door: string): string {
  return DOORS[door] ?? '';
}

const ACTORS: Readonly<Record<string, string>> = {
  reviewer: 'Une personne habilitée',
  staff: 'Le guichet',
  'api-key': 'Un programme',
  system: 'Contremarque',
};
const DOORS: Readonly<Record<string, string>> = { mail: ', par e-mail', api: ', par l’API' };
const VERBS = {
  approve: 'accepte',
  refuse: 'refuse',
  'more-info': 'demande une précision pour',
  'check-at-door': 'laisse à vérifier à l’entrée',
} satisfies Record<DecisionKind, string>;
const TIMERS: Readonly<Record<string, string>> = {
  gather: 'Demande de contrôle',
  settle: 'Réponse définitive',
  reminder: 'Rappel au client',
  nudge: 'Rappel aux personnes habilitées',
  escalation: 'Alerte à la direction',
  deadline: 'Date limite passée',
  'last-call': 'Derniers billets à présenter à l’accueil',
  over: 'Représentation terminée',
  'refund-nudge': 'Rappel de remboursement',
};
