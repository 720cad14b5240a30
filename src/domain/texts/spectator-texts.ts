import type { Wording } from '../language';
import type { LetterKind } from '../letter';

type ToSpectator = Extract<
  LetterKind,
  | 'confirmation'
  | 'tickets'
  | 'tickets-again'
  | 'ticket-void'
  | 'refusal'
  | 'more-info'
  | 'reminder'
  | 'deadline'
  | 'cancelled'
  | 'refunded'
  | 'payment-refund'
  | 'order-refund'
  | 'sign-in-link'
  | 'new-link'
>;

const QUESTION = { fr: 'Une question ? Répondez simplement à ce message.', en: 'A question? Simply answer this message.' };

const MONEY: Wording = {
  fr: `{annonce}\n\n{séance}\n\n{places}\n\n${QUESTION.fr}`,
  en: `{annonce}\n\n{séance}\n\n{places}\n\n${QUESTION.en}`,
};

const TICKETS: Wording = {
  fr: '{annonce}\n\n{séance}\n\n{billets}\n\n{autres places}\n\nLe message ou la pièce jointe s’est perdu ? {lien}.\n\n{venir}',
  en: '{annonce}\n\n{séance}\n\n{billets}\n\n{autres places}\n\nHas the message or its attachment gone astray? {lien}.\n\n{venir}',
};

/** The bodies of the letters to the spectator, between the greeting and the signature. */
export const SPECTATOR_TEXTS: Readonly<Record<ToSpectator, Wording>> = {
  confirmation: {
    fr: `Vos billets partiront dès que nous aurons vérifié {justificatifs}. **À déposer pour {les places}, jusqu’au {échéance}.**

{séance}

{places}

{bouton}

Ce bouton ouvre « {rubrique} ». {formats}, {à quel nom}. Un même document peut servir à plusieurs places.

~ À plat, les quatre coins visibles, sans reflet. Le nom et la date doivent se lire. Masquez le numéro du document : nous n’en avons pas besoin.

{suite}`,
    en: `Your tickets will leave as soon as we have checked your {justificatifs}. **To be sent for {les places} by {échéance}.**

{séance}

{places}

{bouton}

This button opens “{rubrique}”. {formats}, {à quel nom}. One document may serve several tickets.

~ Lay it flat, all four corners visible, no reflection. The name and the date must be legible. Hide the number of the document: we do not need it.

{suite}`,
  },
  tickets: TICKETS,
  'tickets-again': TICKETS,
  'ticket-void': {
    fr: `{annonce}\n\n{séance}\n\n{places}\n\n{bouton}\n\n{solutions}\n\n{suite}\n\n${QUESTION.fr}`,
    en: `{annonce}\n\n{séance}\n\n{places}\n\n{bouton}\n\n{solutions}\n\n{suite}\n\n${QUESTION.en}`,
  },
  refusal: {
    fr: `{motifs}\n\n{délai}\n\n{bouton}\n\n{solutions}\n\n{suite}\n\n{autres places} ${QUESTION.fr}`,
    en: `{motifs}\n\n{délai}\n\n{bouton}\n\n{solutions}\n\n{suite}\n\n{autres places} ${QUESTION.en}`,
  },
  'more-info': {
    fr: '{questions}\n\n**Vos places restent gardées.** Vous avez jusqu’au **{échéance}**.\n\n{bouton}\n\n{solutions}\n\nVous pouvez aussi répondre simplement à ce message.',
    en: '{questions}\n\n**Your seats are still kept.** You have until **{échéance}**.\n\n{bouton}\n\n{solutions}\n\nYou may also simply answer this message.',
  },
  reminder: {
    fr: '{manque} Vous avez jusqu’au **{échéance}**.\n\n{séance}\n\n{places}\n\n{bouton}\n\n{solutions}\n\n{suite}',
    en: '{manque} You have until **{échéance}**.\n\n{séance}\n\n{places}\n\n{bouton}\n\n{solutions}\n\n{suite}',
  },
  deadline: {
    fr: '{annonce}\n\n{séance}\n\n{places}\n\n{suite}',
    en: '{annonce}\n\n{séance}\n\n{places}\n\n{suite}',
  },
  cancelled: MONEY,
  refunded: MONEY,
  'payment-refund': MONEY,
  'order-refund': MONEY,
  'sign-in-link': {
    fr: 'Vous avez demandé à entrer dans votre espace. Ce lien sert une seule fois, pendant 15 minutes.\n\n{séance}\n\n{bouton}\n\n~ Si vous n’avez rien demandé, laissez ce message : sans ce lien, personne n’entre.',
    en: 'You asked to enter your own pages. This link works once, for 15 minutes.\n\n{séance}\n\n{bouton}\n\n~ If you asked for nothing, leave this message: without the link nobody can enter.',
  },
  'new-link': {
    fr: 'À partir de maintenant, seul ce lien ouvre votre commande pour **{spectacle}**. Ceux de nos messages précédents ne fonctionnent plus.\n\n{bouton}\n\n~ Vos places et vos billets ne changent pas. Ce changement vous surprend ? Appelez la billetterie.',
    en: 'From now on only this link opens your order for **{spectacle}**. Those in our earlier messages no longer work.\n\n{bouton}\n\n~ Your seats and your tickets do not change. Does this change surprise you? Call the box office.',
  },
};
