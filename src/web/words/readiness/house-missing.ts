import type { Wording } from '../../../domain/language';
import type { MissingCode } from '../../../domain/sale/missing-step';
import type { ReadinessFacts } from '../../../domain/sale/readiness-facts';

type HouseCode = Extract<
  MissingCode,
  | 'payment-provider'
  | 'sale-after-start'
  | 'sale-over'
  | 'performance-past'
  | 'room-taken'
  | 'reviewers'
  | 'escalation-address'
  | 'own-inbox'
  | 'inbox-address'
  | 'inbox-of-another'
  | 'inbox'
  | 'sender-authentication'
  | 'letters'
  | 'stories'
>;

/** What a first order would lack of the house itself. */
export const HOUSE_MISSING = {
  'payment-provider': ([trouble]) => [server(SERVERS.payment, trouble)],
  'sale-after-start': () => [
    both('La vente en ligne se clôt après le début de la séance.', 'The online sale closes after the performance has started.'),
  ],
  'sale-over': () => [
    both('La clôture de la vente est déjà passée : personne ne pourrait acheter.', 'The sale has closed already: nobody could buy.'),
  ],
  'performance-past': () => [both('Cette séance a déjà commencé.', 'This performance has started already.')],
  'room-taken': (_, { sameRoom }) =>
    sameRoom.map(({ showTitle }) =>
      both(
        `« ${showTitle} » est en ligne dans la même salle, à la même heure.`,
        `“${showTitle}” is online in the same room, at the same time.`,
      ),
    ),
  reviewers: () => [
    both(
      'Personne n’est chargé de vérifier les justificatifs : ils attendraient pour rien.',
      'Nobody is asked to check proofs: they would wait for nobody.',
    ),
  ],
  'escalation-address': () => [
    both(
      'L’adresse des alertes n’est pas une adresse que l’on peut joindre : personne n’apprendrait qu’un justificatif attend.',
      'The address for alerts is none that can be reached: nobody would hear that a proof waits.',
    ),
  ],
  'own-inbox': (addresses) =>
    addresses.map((address) =>
      both(
        `« ${address} » arrive dans la boîte que Contremarque relève : ce qui y est écrit est lu comme une réponse, et personne ne le reçoit.`,
        `“${address}” leads to the inbox that Contremarque itself reads: what is written to it is read as a reply, and reaches nobody.`,
      ),
    ),
  'inbox-address': ([address]) => [
    both(`« ${address} » ne peut pas recevoir les réponses : l’adresse est trop longue, ou contient un « + ».`, `“${address}” cannot receive replies: it is too long, or has a “+”.`), // prettier-ignore
  ],
  'inbox-of-another': ([address]) => [
    both(
      `Contremarque relève la boîte d’un autre lieu : les réponses à ${address} ne seraient lues par personne.`,
      `The mailbox of another venue is read: replies to ${address} would be read by nobody.`,
    ),
  ],
  inbox: ([trouble]) => [server(SERVERS.inbox, trouble)],
  'sender-authentication': ([mode]) => [
    mode === 'none'
      ? both(
          'Rien ne vérifie de qui vient une réponse : n’importe qui pourrait accepter un justificatif.',
          'Nothing checks who wrote a reply: anybody could accept a proof.',
        )
      : both(
          'On ne sait pas quel serveur dit de qui vient une réponse : aucune ne serait suivie.',
          'Nobody has said which host tells who wrote a reply: none would be obeyed.',
        ),
  ],
  letters: ([trouble]) => [server(SERVERS.letters, trouble)],
  stories: ([trouble]) => [server(SERVERS.stories, trouble)],
} as const satisfies Record<HouseCode, (names: readonly string[], facts: ReadinessFacts) => readonly Wording[]>;

const SERVERS = {
  payment: both('Le prestataire de paiement', 'The payment provider'),
  inbox: both('La boîte des réponses', 'The inbox of replies'),
  letters: both('Le serveur qui envoie les lettres', 'The server that sends letters'),
  stories: both('Le suivi des commandes (Temporal)', 'The stories of orders (Temporal)'),
} as const;

const TROUBLES: Readonly<Record<string, Wording>> = {
  never: both(' : encore aucun essai. Le programme « worker » est-il en marche ?', ': not tried yet. Is the worker running?'),
  stale: both(
    ' : aucun essai depuis plusieurs minutes. Le programme « worker » est-il en marche ?',
    ': not tried for some minutes. Is the worker running?',
  ),
  away: both(' ne répond pas.', ' does not answer.'),
  refused: both(
    ' refuse notre accès : le nom ou le mot de passe n’est pas le bon.',
    ' does not let us in: the name or the password is wrong.',
  ),
  'no-namespace': both(' ne connaît pas notre espace de noms (TEMPORAL_NAMESPACE).', ' does not know our namespace (TEMPORAL_NAMESPACE).'),
  'no-search-attributes': both(
    ' n’a pas les attributs de recherche OrderStatus, VenueId et WaitsFor.',
    ' lacks the search attributes OrderStatus, VenueId and WaitsFor.',
  ),
};

function server(who: Wording, trouble = 'away'): Wording {
  const what = TROUBLES[trouble] ?? both(' ne répond pas.', ' does not answer.');
  return both(`${who.fr}${what.fr}`, `${who.en}${what.en}`);
}

function both(fr: string, en: string): Wording {
  return { fr, en };
}
