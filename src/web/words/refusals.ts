import type { RefusalCode } from '../../domain/refusal';
import type { Wording } from '../../domain/language';
import { typeset } from '../../wording/typography';

/** The HTTP status and the short words of every refusal. A code without words does not compile. */
export function refusalWords(code: RefusalCode): { readonly status: number; readonly words: Wording } {
  const [status, fr, en] = TABLE[code];
  return { status, words: { fr: typeset(fr), en } };
}

/** Where what staff read of a refusal is not for a spectator. */
export function spectatorWords(code: string): Wording | undefined {
  const told = TO_SPECTATORS[code];
  return told && { fr: typeset(told.fr), en: told.en };
}

const TO_SPECTATORS: Readonly<Record<string, Wording>> = {
  'already-entered': {
    fr: 'Ce billet a déjà servi à l’entrée : la différence ne se règle plus ici.',
    en: 'This ticket has been used at the door: its difference can no longer be paid here.',
  },
};

const TABLE: Readonly<Record<RefusalCode, readonly [status: number, fr: string, en: string]>> = {
  'performance-not-found': [
    404,
    'Cette séance n’existe pas, ou n’est pas en vente.',
    'There is no such performance, or it is not on sale.',
  ],
  'sale-closed': [409, 'La vente n’est pas ouverte pour cette séance.', 'The sale is not open for this performance.'],
  'tariff-not-offered': [422, 'Ce tarif n’est pas proposé pour cette séance.', 'This tariff is not offered for this performance.'],
  'price-missing': [422, 'Ce tarif n’existe pas dans cette catégorie.', 'This tariff does not exist in this category.'],
  'delivery-method-not-allowed': [
    422,
    'Ce mode d’envoi n’est pas possible pour ces places. Tant qu’un justificatif reste à voir, l’envoi est soumis à justificatif ; sans justificatif à voir, ou tous déjà vus à la caisse, les billets s’impriment aussitôt.',
    'This delivery method is not possible for these seats. While a proof is still to be seen, sending is subject to proof; with none to be seen, or all of them seen at the counter, tickets are printed at once.',
  ],
  'too-many-seats': [422, 'Il y a trop de places dans cette commande.', 'There are too many seats in this order.'],
  'too-few-seats': [422, 'Ce tarif demande davantage de places dans la commande.', 'This tariff asks for more seats in the order.'],
  'member-number-needed': [422, 'Indiquez le numéro d’adhérent de chaque place à ce tarif.', 'Give the member number of each seat at this tariff.'], // prettier-ignore
  'not-ready': [409, 'Cette séance ne peut pas encore être mise en ligne : il reste des étapes.', 'This performance cannot go online yet: some steps are missing.'], // prettier-ignore
  'sale-rule-impossible': [422, 'Cette règle de vente n’est pas possible : il lui faut au moins un tarif, que chaque tarif tienne dans une commande, un mode d’obtention, une clôture après l’ouverture et au plus tard au début de la séance (à sa fin, au guichet), et de 1 à 50 places par commande.', 'This rule cannot sell so: it needs a tariff, room in an order for each tariff, a delivery method, a closing after the opening and no later than the start of the performance (its end, at the counter), and 1 to 50 seats an order.'], // prettier-ignore
  'sale-would-stop': [409, 'Une séance en ligne ne pourrait plus être achetée : retirez-la d’abord de la vente, ou complétez ce qui lui manquerait.', 'A performance that is online could not be bought any more: take it off sale first, or complete what it would lack.'], // prettier-ignore
  'allocation-not-found': [404, 'Cette réserve n’existe pas pour cette séance.', 'This allocation does not exist for this performance.'], // prettier-ignore
  'seats-not-available': [409, 'Ces places ne sont plus libres. Essayez une autre catégorie ou moins de places.', 'These seats are no longer free. Try another category or fewer seats.'], // prettier-ignore
  'too-many-held': [429, 'Trop de places sont déjà gardées sans être payées. Payez-les, ou laissez-les, avant d’en choisir d’autres.', 'Too many seats are kept unpaid already. Pay for them, or give them back, before you choose others.'], // prettier-ignore
  'key-used-already': [422, 'Ce formulaire, ou cette clé, a déjà servi à autre chose : recommencez depuis une page neuve.', 'This form, or this key, was used for something else already: start again from a new page.'], // prettier-ignore
  'basket-empty': [422, 'Choisissez au moins une place.', 'Choose at least one seat.'],
  'input-invalid': [400, 'Un champ manque, est de trop ou ne peut pas être lu.', 'A field is missing, is one too many, or cannot be read.'],
  'entry-not-found': [404, 'Cet élément n’est pas dans le paramétrage.', 'There is no such entry in the catalogue.'],
  'entry-not-accepted': [422, 'Cet élément ne peut pas être enregistré ainsi.', 'This entry cannot be kept as it is.'],
  'already-exists': [409, 'Cet élément existe déjà, avec un autre contenu.', 'This entry exists already, with another content.'],
  'changed-meanwhile': [409, 'Quelqu’un a changé cet élément entre-temps : relisez-le avant d’enregistrer.', 'Somebody has changed this entry meanwhile: read it again before saving.'], // prettier-ignore
  'in-use': [409, 'Des ventes en dépendent : ce changement les casserait.', 'Sales depend on it: this change would break them.'],
  'grid-not-accepted': [422, 'Cette grille a des cases à corriger : rien n’a été enregistré.', 'This grid has cells to correct: nothing was kept.'], // prettier-ignore
  'full-tariff-missing': [422, 'Cette grille n’a pas de plein tarif : rien n’a été enregistré.', 'This grid has no full tariff: nothing was kept.'], // prettier-ignore
  'payment-forged': [403, 'La signature de cette notification n’est pas celle du prestataire.', 'The signature of this notification is not the provider’s.'], // prettier-ignore
  'payment-unknown': [404, 'Ce paiement ne nous est pas connu.', 'This payment is not known to us.'],
  'payment-wrong-amount': [422, 'Ce montant n’est pas celui qui était attendu.', 'This amount is not the one that was expected.'],
  'payment-replayed': [409, 'Cette notification a déjà été reçue.', 'This notification was already received.'],
  'payment-not-open': [409, 'Cette commande n’attend pas de paiement.', 'This order does not wait for a payment.'],
  'no-difference': [409, 'Cette place ne doit rien de plus : son tarif vaut déjà le plein tarif.', 'Nothing more is due for this seat: its tariff costs as much as the full one.'], // prettier-ignore
  'difference-settled': [409, 'La différence de cette place est déjà réglée : n’encaissez rien.', 'The difference of this seat is settled already: take nothing.'], // prettier-ignore
  'already-entered': [409, 'Ce billet a déjà servi à l’entrée. Si c’était une erreur, reprenez d’abord l’entrée sur la page du contrôle.', 'This ticket has been used at the door. If that was a slip, take the entry back there first.'], // prettier-ignore
  'too-late-to-give-back': [409, 'Cette différence n’a pas été encaissée au guichet, ou l’a été il y a plus d’une heure : elle ne se rend plus ici.', 'This difference was not taken at the counter, or more than an hour ago: it cannot be taken back here any more.'], // prettier-ignore
  'refund-not-due': [409, 'Il n’y a rien à rembourser ici, ou c’est déjà fait.', 'Nothing is to be refunded here, or it was done already.'], // prettier-ignore
  'already-refunded': [409, 'C’est déjà remboursé.', 'This was refunded already.'],
  'already-cancelled': [409, 'Cette commande est déjà annulée.', 'This order is cancelled already.'],
  'order-not-found': [404, 'Nous ne trouvons pas cette commande.', 'We cannot find this order.'],
  'order-over': [
    409,
    'Le spectacle est passé : cette commande ne peut plus changer.',
    'The performance is over: this order can no longer change.',
  ],
  'order-not-paid': [409, 'Cette commande n’est pas encore payée. Les justificatifs s’envoient une fois le paiement reçu.', 'This order is not paid yet. Proofs are sent once the payment has arrived.'], // prettier-ignore
  'seat-not-found': [404, 'Cette commande n’a pas cette place.', 'This order has no such seat.'],
  'not-allowed-now': [409, 'Ce n’est pas possible là où en est la commande.', 'This is not possible as the order stands.'],
  'already-decided': [409, 'Quelqu’un a déjà répondu pour cette place. Votre réponse n’a rien changé.', 'Somebody has already answered for this seat. Your answer changed nothing.'], // prettier-ignore
  'proof-not-seen': [
    409,
    'Le justificatif de cette place n’a pas encore été ouvert au guichet : ouvrez chacun de ses fichiers, puis répondez.',
    'The proof of this seat has not been opened at the desk yet: open each of its files, then answer.',
  ],
  'review-superseded': [
    409,
    'D’autres justificatifs sont arrivés depuis : relisez avant de répondre.',
    'Other proofs have come since: look again before answering.',
  ],
  'review-not-found': [404, 'Cette commande n’a pas ce contrôle.', 'This order has no such review.'],
  'nothing-to-undo': [
    409,
    'On ne peut plus revenir sur aucune réponse de cette commande.',
    'No answer of this order can still be taken back.',
  ],
  'too-late-to-undo': [
    409,
    'Il est trop tard pour revenir sur cette réponse : ce qui devait partir est parti.',
    'It is too late to take this answer back: what had to leave has left.',
  ],
  'reason-needed': [422, 'Un refus doit dire pourquoi : choisissez un motif.', 'A refusal says why: choose a reason.'],
  'attestation-needed': [422, 'Cochez l’attestation pour accepter.', 'Attest that the proof was checked (`attested`) to accept.'],
  'note-needed': [422, 'Ce motif demande quelques mots : écrivez-les.', 'This reason is said in a few words: write them.'],
  'companion-without-holder': [
    422,
    'La place d’accompagnateur va avec celle de la personne accompagnée.',
    'A companion’s seat goes with that of the person accompanied.',
  ],
  'file-too-big': [413, 'Ce fichier dépasse la limite. Reprenez la photo en qualité moyenne, ou envoyez un PDF.', 'This file is over the limit. Take the photo again at medium quality, or send a PDF.'], // prettier-ignore
  'file-empty': [422, 'Ce fichier est vide. Choisissez-en un autre.', 'This file is empty. Choose another one.'],
  'file-type-not-accepted': [
    415,
    'Ce n’est pas un fichier que nous savons ouvrir. Envoyez une photo, ou un PDF.',
    'We cannot open this kind of file. Send a photo, or a PDF.',
  ],
  'file-damaged': [
    422,
    'Ce fichier est abîmé. Enregistrez-le à nouveau, ou prenez une photo.',
    'This file is damaged. Save it again, or take a photo.',
  ],
  'pdf-locked': [422, 'Ce PDF est protégé par un mot de passe. Envoyez une version sans mot de passe, ou une photo de la page.', 'This PDF is protected by a password. Send a version without, or a photo of the page.'], // prettier-ignore
  'pdf-active': [422, 'Ce PDF contient un programme, que nous n’ouvrons pas. Imprimez-le en PDF, ou envoyez une photo de la page.', 'This PDF contains a program, which we do not open. Print it to PDF, or send a photo of the page.'], // prettier-ignore
  'image-too-large': [
    422,
    'Cette image est trop grande : elle a trop de pixels. Reprenez la photo en qualité moyenne.',
    'This picture is too large: it has too many pixels. Take it again at medium quality.',
  ],
  'image-too-small': [422, 'Cette image est trop petite pour être lue. Envoyez la photo d’origine.', 'This picture is too small to be read. Send the original photo.'], // prettier-ignore
  'too-many-files': [
    422,
    'Il y a trop de fichiers en une fois. Envoyez-en dix au plus.',
    'There are too many files at once. Send ten at most.',
  ],
  'file-not-kept': [503, 'Ce fichier n’a pas pu être enregistré. C’est de notre côté : renvoyez-le dans quelques minutes.', 'This file could not be kept. It is our fault: send it again in a few minutes.'], // prettier-ignore
  'busy-now': [503, 'Beaucoup de fichiers arrivent en ce moment. Celui-ci n’a pas été pris : renvoyez-le dans quelques minutes.', 'Many files are coming in right now. This one was not taken: send it again in a few minutes.'], // prettier-ignore
  'proof-not-found': [404, 'Ce fichier n’est plus chez nous.', 'This file is no longer with us.'],
  'proof-lost': [410, 'Ce fichier ne peut plus être lu chez nous. Demandez-le de nouveau au spectateur.', 'This file can no longer be read here. Ask the spectator for it again.'], // prettier-ignore
  'consent-needed': [
    422,
    'Cochez votre accord, ou présentez le document à l’accueil.',
    'Tick your agreement, or show the document at the door.',
  ],
  'not-signed-in': [401, 'Il faut d’abord s’identifier.', 'You must sign in first.'],
  forbidden: [403, 'Votre rôle ne le permet pas.', 'Your role does not allow this.'],
  'link-expired': [410, 'Ce lien ne fonctionne plus. Demandez-en un autre.', 'This link no longer works. Ask for another one.'],
  'code-wrong': [401, 'Ces informations ne vont pas ensemble.', 'These details do not belong together.'],
  'too-many-tries': [
    429,
    'Il y a eu trop d’essais. Réessayez dans quelques minutes.',
    'There were too many tries. Try again in a few minutes.',
  ],
  'account-not-found': [404, 'Ce compte n’existe pas.', 'There is no such account.'],
  'key-not-found': [404, 'Cette clé n’existe pas.', 'There is no such key.'],
  'last-admin': [409, 'Il faut au moins une autre personne de rôle « administration » qui puisse entrer. Donnez-lui accès d’abord.', 'At least one other person with the role admin must be able to come in. Give them access first.'], // prettier-ignore
  'password-too-short': [422, 'Choisissez un mot de passe de 12 signes au moins.', 'Choose a password of at least 12 characters.'],
  'mail-not-found': [404, 'Ce courrier n’est pas dans la liste.', 'This mail is not on the list.'],
  'mail-of-another-order': [
    409,
    'Ce courrier répond à une autre commande. Décidez sur la page de celle que vous voulez, puis classez le courrier.',
    'This mail answers about another order. Decide on the page of the one you mean, then dismiss the mail.',
  ],
  'mail-already-settled': [409, 'Quelqu’un a déjà traité ce courrier.', 'Somebody has already dealt with this mail.'],
  'text-not-accepted': [422, 'Ce texte ne peut pas partir ainsi.', 'This text cannot be sent as it is.'],
  'text-changed-meanwhile': [409, 'Quelqu’un a changé ce texte entre-temps : relisez-le avant d’enregistrer.', 'Somebody has changed this text meanwhile: read it again before saving.'], // prettier-ignore
  'text-version-not-found': [404, 'Ce texte n’a pas cette version.', 'This text has no such version.'],
  'label-not-accepted': [422, 'Donnez à la rubrique un nom de 2 à 40 signes, sans accolade, en français et en anglais.', 'Give the section a name of 2 to 40 characters, without braces, in French and in English.'], // prettier-ignore
  'address-not-accepted': [422, 'Cette adresse e-mail ne peut pas servir ici.', 'This e-mail address cannot be used here.'],
  'inbox-address-too-long': [422, 'Ce qui précède le @ est trop long : il ne resterait pas la place d’y joindre le code secret des réponses.', 'The part before the @ is too long: there would be no room for the secret of the replies.'], // prettier-ignore
  'reviewer-not-found': [404, 'Cette personne n’est pas dans la liste.', 'This person is not on the list.'],
  'last-reviewer': [409, 'Il faut au moins une adresse qui reçoive les justificatifs. Ajoutez la suivante avant de retirer celle-ci.', 'At least one address must receive the proofs. Add the next one before retiring this one.'], // prettier-ignore
  'ticket-not-found': [404, 'Nous ne trouvons pas ce billet.', 'We cannot find this ticket.'],
  'till-operator-not-found': [422, 'Cette caisse n’est pas une caisse du guichet.', 'Nobody sells under this till operator.'],
  'sales-channel-not-found': [422, 'Cette filière n’est pas une filière du guichet.', 'Nobody sells by this channel.'],
  'payment-method-not-found': [422, 'Ce mode de paiement n’est pas accepté au guichet.', 'This payment method is not taken at a counter.'],
  'address-of-the-house': [
    422,
    'Cette adresse est celle de la billetterie. Donnez la vôtre : vos billets y partiront.',
    'This is the box office’s own address. Give yours: your tickets will be sent to it.',
  ],
  'template-not-found': [404, 'Cette maquette n’existe pas.', 'There is no such template.'],
  'template-not-accepted': [422, 'Un texte de la maquette est vide, trop long ou de trop : la feuille n’a pas la place.', 'A text of the template is empty, too long or one too many: the sheet has no room for it.'], // prettier-ignore
  'template-in-use': [
    409,
    'Cette maquette sert à un mode d’obtention : changez-le d’abord.',
    'A delivery method uses this template: change that first.',
  ],
  'check-in-not-found': [404, 'Il n’y a pas d’entrée à reprendre ici.', 'There is no entry to take back here.'],
  'no-address': [
    409,
    'Cette commande n’a pas d’adresse e-mail : rien ne peut y partir. Notez d’abord une adresse.',
    'This order has no mail address: nothing can leave to it. Note an address first.',
  ],
  'ticket-cancelled': [409, 'Le billet de cette place est annulé.', 'The ticket of this seat is cancelled.'],
  'tickets-cancelled': [409, 'Les billets de cette commande sont annulés.', 'The tickets of this order are cancelled.'],
  'no-ticket-yet': [409, 'Aucun billet de cette commande n’est encore parti.', 'No ticket of this order has left yet.'],
};
