import type { MailLine } from '../../ports/mail/inbound-mail';
import { typeset } from '../../wording/typography';

/** Why a mail decided nothing, as the desk says it. */
export function verdictWords({ verdict }: Pick<MailLine, 'verdict'>): string {
  return typeset(VERDICTS[verdict] ?? 'À lire par une personne.');
}

export const VERDICTS: Readonly<Record<string, string>> = {
  applied: 'La réponse a été appliquée.',
  undone: 'La réponse a été reprise.',
  unclear: 'La réponse n’a pas été comprise.',
  contradictory: 'La réponse dit une chose et son contraire.',
  empty: 'Le courrier ne dit rien.',
  'cannot-see': 'La personne n’arrive pas à voir les justificatifs.',
  forwarded: 'Le message a été transféré, et un transfert ne décide rien.',
  enclosed: 'Le courrier est chiffré, ou dans un format que nous n’ouvrons pas.',
  superseded: 'D’autres justificatifs sont arrivés depuis la demande.',
  unseen: 'Le justificatif n’avait pas été ouvert au guichet.',
  expired: 'La demande n’attendait plus de réponse.',
  retired: 'La personne n’est plus de celles qui vérifient : son adresse a été retirée dans les réglages.',
  'already-decided':
    'Plus rien n’y attendait de réponse : quelqu’un avait répondu, le justificatif a été retiré, ou la place est passée au plein tarif.',
  'nothing-to-undo': 'Il n’y avait plus rien à reprendre.',
  'unknown-token': 'L’adresse de réponse n’est pas une des nôtres.',
  'sender-mismatch': 'L’expéditeur n’est pas la personne à qui la demande était adressée.',
  'another-reviewer': 'Une personne a répondu à la demande adressée à un collègue.',
  'several-senders': 'Le courrier porte plusieurs expéditeurs.',
  'odd-sender': 'L’adresse de l’expéditeur n’en est pas une.',
  duplicate: 'Le même courrier avait déjà été traité.',
  'authentication-failed': 'Rien ne garantit que l’expéditeur est bien celui qui est écrit.',
  'not-verifiable': 'L’expéditeur n’a pas pu être vérifié à temps : les serveurs de son domaine n’ont pas répondu.',
  'too-big': 'Le courrier est trop lourd pour être lu.',
  unreadable: 'Le courrier est abîmé.',
  'not-applied': 'La réponse a été comprise, mais les règles l’empêchent.',
  'not-for-us': 'Ce courrier ne répond à aucune demande.',
  bounce: 'Un de nos messages nous est revenu.',
  machine: 'Une réponse automatique.',
};
