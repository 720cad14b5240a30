import type { Wording } from '../../domain/language';

const UNREAD = {
  need: { fr: 'Réponse à récrire', en: 'Answer to write again' },
  title: { fr: 'Nous n’avons pas su lire votre réponse', en: 'We could not read your answer' },
  why: {
    fr: 'Rien n’a changé. Écrivez par exemple OUI, NON {first} illisible, PLUS {last} le verso ou PORTE {first}.',
    en: 'Nothing has changed. Write for instance YES, NO {first} unreadable, MORE {last} the back or DOOR {first}.',
  },
  forms: true,
} as const;

/** By verdict of the inbox (inbound mail, « Verdicts and answers »). */
export const EXPLANATIONS = {
  unclear: UNREAD,
  empty: {
    ...UNREAD,
    title: { fr: 'Votre réponse nous est arrivée vide', en: 'Your answer reached us empty' },
    why: {
      fr: 'Rien n’a changé. Écrivez votre décision au-dessus du texte cité.',
      en: 'Nothing has changed. Write your decision above the quoted text.',
    },
  },
  'cannot-see': {
    need: { fr: 'Justificatifs à voir au guichet', en: 'Proofs to see at the desk' },
    title: { fr: 'Les justificatifs se voient aussi au guichet', en: 'The proofs can also be seen at the desk' },
    why: {
      fr: 'Vous nous dites que vous n’arrivez pas à les voir. Rien n’a changé : ouvrez-les au guichet, où ils s’affichent sans rien installer, ou laissez un collègue répondre.',
      en: 'You tell us that you cannot see them. Nothing has changed: open them at the desk, where they show without installing anything, or let a colleague answer.',
    },
    forms: false,
  },
  forwarded: {
    need: { fr: 'Message transféré', en: 'Forwarded message' },
    title: { fr: 'Un message transféré ne décide rien', en: 'A forwarded message decides nothing' },
    why: {
      fr: 'Le vôtre nous est arrivé transféré (« TR : », « Fwd : »), ou avec un autre message en pièce jointe : nous ne savons pas à qui ses mots s’adressent. Rien n’a changé. Ouvrez notre message, choisissez « Répondre », et écrivez par exemple OUI, NON {first} illisible, PLUS {last} le verso ou PORTE {first}.',
      en: 'Yours reached us forwarded (“TR:”, “Fwd:”), or with another message attached: we cannot tell whom its words are for. Nothing has changed. Open our message, choose “Reply”, and write for instance YES, NO {first} unreadable, MORE {last} the back or DOOR {first}.',
    },
    forms: true,
  },
  enclosed: {
    need: { fr: 'Réponse chiffrée', en: 'Encrypted answer' },
    title: { fr: 'Nous ne savons pas ouvrir votre réponse', en: 'We cannot open your answer' },
    why: {
      fr: 'Votre messagerie l’a chiffrée, ou mise dans une enveloppe que seul votre logiciel ouvre (S/MIME, PGP ou winmail.dat). Rien n’a changé : répondez en texte simple, sans chiffrement, ou au guichet.',
      en: 'Your mail program encrypted it, or put it into an envelope that only your program opens (S/MIME, PGP or winmail.dat). Nothing has changed: answer in plain text, without encryption, or at the desk.',
    },
    forms: true,
  },
  contradictory: {
    ...UNREAD,
    title: { fr: 'Votre réponse dit deux choses à la fois', en: 'Your answer says two things at once' },
    why: {
      fr: 'Rien n’a changé. Donnez une seule décision par place.',
      en: 'Nothing has changed. Give one decision for each ticket.',
    },
  },
  'already-decided': {
    need: { fr: 'Déjà décidé', en: 'Already decided' },
    title: { fr: 'La décision était déjà prise', en: 'The decision had already been taken' },
    why: {
      fr: 'Une réponse était arrivée avant la vôtre, qui n’a rien changé.',
      en: 'An answer had come before yours, which has changed nothing.',
    },
    forms: false,
  },
  superseded: {
    need: { fr: 'Demande remplacée', en: 'Request replaced' },
    title: { fr: 'Un nouveau document est arrivé depuis', en: 'A new document has come since' },
    why: {
      fr: 'Le message auquel vous répondez ne le montre pas. Votre réponse n’a rien changé : un message plus récent le montre.',
      en: 'The message that you answer does not show it. Your answer has changed nothing: a newer message does.',
    },
    forms: false,
  },
  unseen: {
    need: { fr: 'À ouvrir au guichet', en: 'To open at the desk' },
    title: { fr: 'Ce justificatif se regarde au guichet', en: 'This proof is looked at at the desk' },
    why: {
      fr: 'Il n’était pas dans notre message. Votre réponse n’a rien changé : ouvrez-le au guichet, puis répondez-y.',
      en: 'It was not in our message. Your answer has changed nothing: open it at the desk, then answer there.',
    },
    forms: false,
  },
  'sender-mismatch': {
    need: { fr: 'Réponse d’une autre adresse', en: 'Answer from another address' },
    title: { fr: 'Cette adresse de réponse est à quelqu’un d’autre', en: 'This reply address is somebody else’s' },
    why: {
      fr: 'Chaque personne qui vérifie a la sienne. Votre réponse n’a rien changé : répondez depuis l’adresse qui a reçu le message, ou au guichet.',
      en: 'Each person who checks has their own. Your answer has changed nothing: answer from the address that received the message, or at the desk.',
    },
    forms: false,
  },
  'another-reviewer': {
    need: { fr: 'Réponse à la demande d’un collègue', en: 'Answer to a colleague’s request' },
    title: { fr: 'Cette demande était adressée à un collègue', en: 'This request was addressed to a colleague' },
    why: {
      fr: 'Votre réponse n’a rien changé. Vous avez reçu la même demande à votre adresse : répondez à celle-là, ou au guichet.',
      en: 'Your answer has changed nothing. You received the same request at your own address: answer that one, or at the desk.',
    },
    forms: false,
  },
  'unknown-token': {
    need: { fr: 'Réponse sans commande', en: 'Answer without an order' },
    title: { fr: 'Nous ne savons pas de quelle commande il s’agit', en: 'We cannot tell which order this is about' },
    why: {
      fr: 'L’adresse à laquelle vous avez écrit ne correspond à aucune demande. Répondez au message reçu, sans changer son destinataire, ou au guichet.',
      en: 'The address you wrote to belongs to no request. Answer the message you received, without changing its addressee, or at the desk.',
    },
    forms: false,
  },
  expired: {
    need: { fr: 'Réponse trop tardive', en: 'Answer too late' },
    title: { fr: 'Cette demande est close', en: 'This request is closed' },
    why: {
      fr: 'Le délai de cette demande est passé. Votre réponse n’a rien changé ; le guichet montre où en est la commande.',
      en: 'The time for this request is over. Your answer has changed nothing; the desk shows where the order stands.',
    },
    forms: false,
  },
  retired: {
    need: { fr: 'Adresse qui ne vérifie plus', en: 'Address that checks no more' },
    title: { fr: 'Votre adresse ne vérifie plus les justificatifs', en: 'Your address checks proofs no more' },
    why: {
      fr: 'Elle a été retirée de celles à qui nous demandons. Votre réponse n’a rien changé : la demande est chez vos collègues. Une erreur ? Écrivez à {venue}.',
      en: 'It was taken off those whom we ask. Your answer has changed nothing: your colleagues have the request. A mistake? Write to {venue}.',
    },
    forms: false,
  },
  withdrawn: {
    need: { fr: 'Justificatif retiré', en: 'Proof withdrawn' },
    title: { fr: 'Le justificatif a été retiré depuis', en: 'The proof was withdrawn since' },
    why: { fr: '', en: '' },
    forms: false,
  },
  settled: {
    need: { fr: 'Différence réglée', en: 'Difference paid' },
    title: { fr: 'La place est passée au plein tarif depuis', en: 'The seat has passed to the full tariff since' },
    why: { fr: '', en: '' },
    forms: false,
  },
  'nothing-to-undo': {
    need: { fr: 'Plus rien à annuler', en: 'Nothing left to take back' },
    title: { fr: 'Il est trop tard pour annuler', en: 'It is too late to take it back' },
    why: {
      fr: 'La décision a déjà pris effet et ce qui devait partir est parti. Votre réponse n’a rien changé. Un billet parti ne se reprend pas au guichet pour l’instant : demandez à la personne qui administre la billetterie de l’annuler.',
      en: 'The decision has taken effect and what had to leave has left. Your answer has changed nothing. A ticket that has left cannot be taken back at the desk for now: ask whoever administers the box office to cancel it.',
    },
    forms: false,
  },
  'too-big': {
    need: { fr: 'Réponse trop lourde', en: 'Answer too big' },
    title: { fr: 'Votre message est trop lourd pour être lu', en: 'Your message is too big to be read' },
    why: {
      fr: 'Il dépasse 30 Mo. Rien n’a changé : répondez sans pièce jointe, ou au guichet.',
      en: 'It exceeds 30 MB. Nothing has changed: answer without an attachment, or at the desk.',
    },
    forms: true,
  },
  unreadable: UNREAD,
  'not-applied': {
    need: { fr: 'Réponse non appliquée', en: 'Answer not applied' },
    title: { fr: 'Votre réponse n’a rien changé', en: 'Your answer has changed nothing' },
    why: {
      fr: 'Ce que vous demandez n’est pas possible dans l’état de cette commande. Le guichet montre où elle en est.',
      en: 'What you ask is not possible as this order stands. The desk shows where it is.',
    },
    forms: false,
  },
} as const satisfies Record<string, { need: Wording; title: Wording; why: Wording; forms: boolean }>;
