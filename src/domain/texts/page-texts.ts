import type { Wording } from '../language';
import type { PageText } from './text-kind';

/**
 * What holds until the venue writes its own: no more than this program knows and does. Code de la consommation L221-5 and L221-28;
 * loi 2004-575 (LCEN) article 1-1.
 */
export const PAGES: Readonly<Record<PageText, Wording>> = {
  'terms-of-sale': {
    fr: `# Qui vend

Les billets sont vendus par {organisateur}, pour {lieu}, {adresse}. La billetterie répond au {téléphone} et à {e-mail}.

# Prix

Les prix sont en euros, toutes taxes comprises. Le total à payer, frais et mode d’obtention compris, est affiché avant le paiement.

# Commande

Vos places sont gardées le temps affiché à l’écran. La vente est conclue quand le paiement nous est confirmé : un e-mail vous le dit. Sans paiement, les places retournent à la vente.

# Tarifs réduits

Un tarif réduit demande un justificatif, de la façon dite avant le paiement. S’il manque ou ne convient pas, nous vous écrivons ce qui est possible : en envoyer un autre, régler la différence avec le plein tarif, ou le présenter à l’entrée. S’il est refusé et que le billet n’est pas parti, vous pouvez aussi demander à la billetterie de rembourser la place.

# Billets

Chaque billet ne donne droit qu’à une entrée. Gardez-le pour vous : la première personne qui le présente entre. La revente des billets est interdite (loi du 27 juin 1919).

# Ni reprise ni échange

Les billets envoyés ne sont ni repris ni échangés. Un billet pour une date donnée n’ouvre pas de droit de rétractation (Code de la consommation, article L221-28). Si l’organisateur annule la représentation, le prix vous est remboursé.

# Réclamations

Écrivez à {e-mail} ou appelez le {téléphone}. Si notre réponse ne vous convient pas, vous pouvez saisir gratuitement un médiateur de la consommation. {lieu} n’a pas encore écrit ici lequel : demandez-le à la billetterie.

# Données personnelles

Ce que nous gardons, pourquoi et jusqu’à quand est dit à la page « Données personnelles ».`,
    en: `# Who sells

Tickets are sold by {organisateur}, for {lieu}, {adresse}. The box office answers at {téléphone} and {e-mail}.

# Prices

Prices are in euros, all taxes included. The total to pay, with fees and delivery, is shown before the payment.

# Orders

Your seats are kept for the time shown on the screen. The sale is made when the payment is confirmed to us: an e-mail tells you. Without a payment the seats go back on sale.

# Reduced tariffs

A reduced tariff asks for a proof, in the way that is told before the payment. If it is missing or does not suit, we write to you what can be done: send another one, pay the difference to the full tariff, or show it at the entrance. If it is refused and the ticket has not left, you may also ask the box office to refund the seat.

# Tickets

Each ticket lets in once. Keep it to yourself: the first person who shows it enters. Tickets may not be resold (French law of 27 June 1919).

# No return, no exchange

Tickets that have been sent are not refunded or exchanged. A ticket for a given date gives no right of withdrawal (French Consumer Code, article L221-28). If the organizer cancels the performance, the price is refunded to you.

# Complaints

Write to {e-mail} or call {téléphone}. If our answer does not suit you, you may turn to a consumer mediator free of charge. {lieu} has not written here yet which one: ask the box office.

# Personal data

What we keep, why and until when is told on the page “Personal data”.`,
  },
  'legal-notice': {
    fr: `# Éditeur

{organisateur}, {adresse}. Téléphone : {téléphone}. E-mail : {e-mail}.

# Licences d’entrepreneur de spectacles

{licences}

# Publication, hébergement et médiation

{lieu} n’a pas encore écrit ici qui dirige la publication, qui héberge ce site, ni quel médiateur de la consommation peut être saisi. Demandez-le à {lieu}, {adresse}, au {téléphone}.`,
    en: `# Publisher

{organisateur}, {adresse}. Telephone: {téléphone}. E-mail: {e-mail}.

# Licences of the organizer

{licences}

# Publication, host and mediator

{lieu} has not written here yet who directs the publication, who hosts this site, and which consumer mediator you may turn to. Ask {lieu}, {adresse}, telephone {téléphone}.`,
  },
};
