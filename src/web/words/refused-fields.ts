import type { Wording } from '../../domain/language';
import { LARGEST_PROOF, PROOF_FORMATS, SMALLEST_LIMIT } from '../../domain/proof-rules';
import type { Refusal } from '../../domain/refusal';
import { tooManyCompanions } from './companions';
import { POLICY_LIMITS, type PolicyDuration } from '../../domain/venue-policy';

/** What the field that a rule refused may be; `undefined`: the words of the refusal say it. */
export function refusedFieldWords(refusal: Refusal): Wording | undefined {
  const { code, detail } = refusal;
  const name = `${code}/${detail['field']}`;
  if (code === 'seats-not-available' && name.endsWith('/place')) return PLACE;
  return tooManyCompanions(refusal) ?? FIELDS.find(([known]) => known === name)?.[1];
}

/** Of the whole, where what was refused says more than its code; `undefined`: the words of the code say it. */
export function refusedWholeWords({ code, detail }: Refusal): Wording | undefined {
  if (code === 'already-exists' && detail['version'] !== undefined) return VERSION_NEEDED;
  if (code === 'proof-not-seen' && detail['door'] === 'api') return OPENED_BY_NOBODY;
  return code === 'refund-not-due' && detail['field'] === 'payment' && detail['state'] === 'refund-due' ? GOES_WITH_ALL : undefined;
}

const PLACE = says('Cette place n’est plus libre : choisissez-en une autre.', 'This seat is no longer free: choose another one.');
const VERSION_NEEDED = says(
  'Cet élément existe déjà, avec un autre contenu : pour le remplacer, relisez-le et renvoyez sa `version`.',
  'This entry exists already, with another content: to replace it, read it again and send its `version`.',
);
/** A program opens no file: it answers for the people of the desk, of whom one has looked. */
const OPENED_BY_NOBODY = says(
  'Personne n’a encore ouvert au guichet le justificatif de cette place : quelqu’un doit s’y connecter et ouvrir chacun de ses fichiers. La réponse se donne là, ou ici ensuite.',
  'Nobody has opened the proof of this seat at the desk yet: somebody has to sign in there and open each of its files. The answer is given there, or here afterwards.',
);
const GOES_WITH_ALL = says(
  'Ce paiement n’est pas en trop : il se rembourse avec tout ce qui est dû pour la commande, sans « payment ».',
  'This payment is not one too many: it goes back with all that is owed for the order, without `payment`.',
);

const NAME = says(
  'Un nom tient sur une ligne, avec des lettres, 120 signes au plus.',
  'A name is one line, with letters, of at most 120 characters.',
);
const ADDRESS = says(
  'Une seule adresse e-mail est attendue, comme nom@domaine.fr ; celles que tout serveur doit joindre n’ont pas d’accent avant le @.',
  'One e-mail address is expected, like name@domain.fr; those that every host must reach have no accent before the @.',
);

const FIELDS: readonly (readonly [string, Wording])[] = [
  ['input-invalid/name', NAME],
  ['input-invalid/email', ADDRESS],
  [
    'input-invalid/customer/email',
    says(
      'Il faut l’adresse e-mail du client : un justificatif reste à voir, et c’est là qu’il sera demandé.',
      'The customer’s e-mail address is needed: a proof is still to be seen, and it is asked for there.',
    ),
  ],
  ...['email', 'address', 'copyAddress', 'escalationAddress', 'inboxAddress'].map(
    (field) => [`address-not-accepted/${field}`, ADDRESS] as const,
  ),
  ['input-invalid/deadlineMs', duration('deadlineMs')],
  ['input-invalid/undoMs', duration('undoMs')],
  ['input-invalid/gatherMs', duration('gatherMs')],
  ['input-invalid/nudgeAfterMs', duration('nudgeAfterMs')],
  [
    'input-invalid/proofRules/formats',
    says(
      `Au moins un format, chacun une fois, parmi : ${PROOF_FORMATS.join(', ')}.`,
      `At least one format, each once, of: ${PROOF_FORMATS.join(', ')}.`,
    ),
  ],
  [
    'input-invalid/proofRules/maxBytes',
    says(`De ${SMALLEST_LIMIT} à ${LARGEST_PROOF} octets.`, `From ${SMALLEST_LIMIT} to ${LARGEST_PROOF} bytes.`),
  ],
  [
    'sale-rule-impossible/opensAt',
    says('L’ouverture précède la séance de cinq ans au plus.', 'The sale opens five years before the performance at most.'),
  ],
  [
    'sale-rule-impossible/closesAt',
    says(
      'La clôture suit l’ouverture, et vient au plus tard au début de la séance (à sa fin, au guichet).',
      'The sale closes after it opens, no later than the start of the performance (its end, at the counter).',
    ),
  ],
  ['sale-rule-impossible/maxSeats', says('De 1 à 50 places par commande.', 'From 1 to 50 seats an order.')],
  ['sale-rule-impossible/tariffs', says('La règle propose au moins un tarif.', 'The rule offers at least one tariff.')],
  [
    'sale-rule-impossible/deliveryMethods',
    says('La règle propose au moins un mode d’obtention.', 'The rule offers at least one delivery method.'),
  ],
  [
    'template-not-accepted/code',
    says('De 1 à 40 lettres minuscules, chiffres ou tirets.', 'From 1 to 40 small letters, digits or hyphens.'),
  ],
  ['template-not-accepted/name', says('Une ligne de 1 à 120 signes.', 'One line of 1 to 120 characters.')],
  [
    'template-not-accepted/advice',
    says(
      'Quatre conseils au plus ; chaque titre a de 1 à 60 signes et chaque texte de 1 à 240, sur une ligne, en français et en anglais.',
      'At most four; each title has 1 to 60 characters and each text 1 to 240, on one line, in French and in English.',
    ),
  ],
  [
    'template-not-accepted/directions',
    says(
      'Quatre lignes au plus, de 1 à 240 signes chacune, en français et en anglais.',
      'At most four lines, of 1 to 240 characters each, in French and in English.',
    ),
  ],
];

function duration(name: PolicyDuration): Wording {
  const { least, most } = POLICY_LIMITS[name];
  return says(`De ${least} à ${most} millisecondes.`, `From ${least} to ${most} milliseconds.`);
}

function says(fr: string, en: string): Wording {
  return { fr, en };
}
