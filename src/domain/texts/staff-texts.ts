import type { Wording } from '../language';
import type { LetterKind } from '../letter';
import type { SPECTATOR_TEXTS } from './spectator-texts';

type ToStaff = Exclude<LetterKind, keyof typeof SPECTATOR_TEXTS>;

const REVIEW: Wording = {
  fr: '{dossier}\n\n{en attente} Réponse attendue avant le **{échéance}**. {autres places}\n\n{justificatifs}\n\n{réponses}\n\n{bouton}',
  en: '{dossier}\n\n{en attente} Please answer before **{échéance}**. {autres places}\n\n{justificatifs}\n\n{réponses}\n\n{bouton}',
};

/** The bodies of the letters to the venue, between the title and the foot. Staff read French; the others are there all the same. */
export const STAFF_TEXTS: Readonly<Record<ToStaff, Wording>> = {
  'review-request': REVIEW,
  nudge: REVIEW,
  echo: {
    fr: '{annonce}\n\n{mots}\n\n{dossier}\n\n{auteur}\n\n{bouton}',
    en: '{annonce}\n\n{mots}\n\n{dossier}\n\n{auteur}\n\n{bouton}',
  },
  undone: {
    fr: '{annonce}\n\n{dossier}\n\n{auteur}\n\n{bouton}',
    en: '{annonce}\n\n{dossier}\n\n{auteur}\n\n{bouton}',
  },
  answer: {
    fr: '{annonce}\n\n{lu}\n\n{dossier}\n\n{bouton}',
    en: '{annonce}\n\n{lu}\n\n{dossier}\n\n{bouton}',
  },
  escalation: {
    fr: 'Aucune des personnes qui vérifient n’a encore répondu. Il reste jusqu’au **{échéance}**.\n\n{dossier}\n\n{places}\n\n{bouton}\n\n~ Passé ce délai, les billets partiront et le justificatif sera demandé à l’entrée.',
    en: 'None of those who check proofs has answered yet. There is time until **{échéance}**.\n\n{dossier}\n\n{places}\n\n{bouton}\n\n~ After that the tickets will leave and the proof will be asked at the door.',
  },
  'refund-to-do': {
    fr: '{annonce}\n\n{dossier}\n\n{paiement}\n\n{places}\n\n{bouton}\n\n~ Ce message revient chaque semaine tant que le remboursement n’est pas noté, quatre fois au plus.',
    en: '{annonce}\n\n{dossier}\n\n{paiement}\n\n{places}\n\n{bouton}\n\n~ This message comes back every week until the refund is noted, four times at most.',
  },
  'venue-copy': {
    fr: '{annonce}\n\n{bouton}\n\n{message}',
    en: '{annonce}\n\n{bouton}\n\n{message}',
  },
  'staff-invitation': {
    fr: 'Un accès au guichet vous attend. Ouvrez ce lien, choisissez un mot de passe, puis liez l’application qui vous donnera un code à chaque entrée.\n\n{bouton}\n\n~ Ce lien sert une seule fois, pendant trois jours. Ne le transmettez pas. Si vous aviez déjà un mot de passe, il ne vaut plus.',
    en: 'An access to the desk waits for you. Open this link, choose a password, then link the application that will give you a code each time you come in.\n\n{bouton}\n\n~ This link works once, for three days. Do not pass it on. If you had a password already, it is no longer good.',
  },
  'sign-in-tries': {
    fr: 'Dix essais ont échoué en une heure avec votre adresse. **Votre compte reste ouvert** : sur un appareil où vous êtes déjà entré, vous entrez comme d’habitude.\n\nC’était vous ? Laissez ce message. Sinon, changez votre mot de passe s’il sert aussi ailleurs, et prévenez la personne qui gère les comptes.\n\n{bouton}\n\n~ Ce message part une fois par jour au plus.',
    en: 'Ten tries have failed within an hour with your address. **Your account stays open**: on a device where you have come in before, you come in as usual.\n\nWas it you? Leave this message. If not, change your password if you use it elsewhere too, and tell whoever keeps the accounts.\n\n{bouton}\n\n~ This message leaves once a day at most.',
  },
};
