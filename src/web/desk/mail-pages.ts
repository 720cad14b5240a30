import { REASONS } from '../../domain/decision/reason';
import { REASON_NAMES } from '../../domain/decision/reason-wording';
import type { MailLine } from '../../ports/mail/inbound-mail';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { errorNotice } from '../page/notice';
import { pathOf } from '../paths';
import { countWord } from '../words/amounts';
import { typeset } from '../words/typography';
import { deskPage } from './desk-page';
import type { DeskVisit } from './desk-visit';

export function mailListPage(desk: DeskVisit, mails: readonly MailLine[]): string {
  const title = mails.length === 0 ? 'Aucun courrier à vérifier' : titleOf(mails.length);
  return deskPage(desk, {
    at: 'mails',
    title,
    body: html`<div class="headline">
        <div>
          <h1>${title}</h1>
          <p class="small">Ce que la boîte de réception n’a pas su lire seule. Rien n’a changé dans ces commandes.</p>
        </div>
      </div>
      ${mails.length > 0 && table(desk, mails)}`,
  });
}

function titleOf(count: number): string {
  const words = count === 1 ? 'un' : countWord(count, 'fr');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} ${count > 1 ? 'courriers attendent' : 'courrier attend'} votre lecture`;
}

function table({ visit: { calendar } }: DeskVisit, mails: readonly MailLine[]): Html {
  const heads = ['Reçu', 'De, objet', 'Pourquoi', 'Commande'];
  return html`<table class="cards">
    <thead>
      <tr>
        ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        <th scope="col"><span class="hidden">Lire</span></th>
      </tr>
    </thead>
    <tbody>
      ${mails.map(
        (mail) =>
          html`<tr>
            <td>${calendar.moment(mail.receivedAt)}</td>
            <td data-label="De">
              <strong>${mail.sender ?? 'expéditeur illisible'}</strong><br /><span class="small">${mail.subject ?? 'sans objet'}</span>
            </td>
            <td data-label="Pourquoi">${verdictWords(mail)}</td>
            <td data-label="Commande">${orderLink(mail)}</td>
            <td>
              <a href="${pathOf('deskMail', { mail: mail.id })}"
                ><strong>Lire</strong><span class="hidden"> le courrier ${mail.id}</span></a
              >
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

export function mailPage(desk: DeskVisit, mail: MailLine, error?: string): string {
  const title = mail.subject ?? 'Courrier sans objet';
  return deskPage(desk, {
    at: 'mails',
    title,
    error: error !== undefined,
    body: html`<div class="headline">
        <div>
          <h1 class="review-title">${title}</h1>
          <p class="small">De ${mail.sender ?? 'expéditeur illisible'}, reçu le ${desk.visit.calendar.moment(mail.receivedAt)}</p>
        </div>
      </div>
      ${error !== undefined && errorNotice('Rien n’a changé', [error])}
      <div class="review">
        <div>
          <p>${verdictWords(mail)} <span class="small" lang="en">${mail.why}</span></p>
          <blockquote class="mail"><p>${mail.extract ?? ''}</p></blockquote>
          <p><a href="${pathOf('deskMailRaw', { mail: mail.id })}">Télécharger le message entier</a></p>
        </div>
        <div>${mail.settled ? html`<p>Déjà traité, le ${desk.visit.calendar.moment(mail.settled.at)}.</p>` : forms(desk, mail)}</div>
      </div>`,
  });
}

function forms({ visit }: DeskVisit, mail: MailLine): Html {
  return html`<form class="fields" method="post" action="${pathOf('deskMailApply', { mail: mail.id })}">
      ${visit.guardField()}
      <h2>Répondre comme le courrier l’entendait</h2>
      <label for="order">Commande</label><input id="order" name="order" value="${mail.order ?? ''}" maxlength="40" required />
      <label for="seats">Places</label>
      <p class="small" id="seats-how">Par exemple 1, 3. Laissez vide pour toutes celles qui attendent.</p>
      <input id="seats" name="seats" maxlength="100" aria-describedby="seats-how" />
      <label for="kind">Réponse</label>
      <select id="kind" name="kind" required>
        <option value="">choisir</option>
        <option value="approve">accepter</option>
        <option value="refuse">refuser</option>
        <option value="more-info">demander une précision</option>
        <option value="check-at-door">vérifier à l’entrée</option>
      </select>
      <label for="reason">Motif, pour un refus</label>
      <select id="reason" name="reason">
        <option value="">aucun</option>
        ${REASONS.map((reason) => html`<option value="${reason}">${REASON_NAMES[reason].fr}</option>`)}
      </select>
      <label for="words">Mots au client</label><textarea id="words" name="words" rows="2" maxlength="2000"></textarea>
      <button type="submit">Enregistrer cette réponse</button>
    </form>
    <form class="fields" method="post" action="${pathOf('deskMailDismiss', { mail: mail.id })}">
      ${visit.guardField()}
      <h2>Ou le retirer de la liste</h2>
      <label for="dismissal">Pourquoi, en un mot</label><input id="dismissal" name="reason" maxlength="500" />
      <button class="plain" type="submit">Retirer de la liste</button>
    </form>`;
}

function orderLink({ order }: MailLine): Html | string {
  return order === undefined ? 'inconnue' : html`<a class="nowrap" href="${pathOf('deskOrder', { reference: order })}">${order}</a>`;
}

function verdictWords({ verdict }: MailLine): string {
  return typeset(VERDICTS[verdict] ?? 'À lire par une personne.');
}

const VERDICTS: Readonly<Record<string, string>> = {
  unclear: 'La réponse n’a pas été comprise.',
  contradictory: 'La réponse dit une chose et son contraire.',
  empty: 'Le courrier ne dit rien.',
  superseded: 'D’autres justificatifs sont arrivés depuis la demande.',
  expired: 'La demande n’attendait plus de réponse.',
  'already-decided': 'Quelqu’un avait déjà répondu.',
  'nothing-to-undo': 'Il n’y avait plus rien à reprendre.',
  'unknown-token': 'L’adresse de réponse n’est pas une des nôtres.',
  'sender-mismatch': 'L’expéditeur n’est pas la personne à qui la demande était adressée.',
  'another-reviewer': 'Une personne a répondu à la demande adressée à un collègue.',
  'several-senders': 'Le courrier porte plusieurs expéditeurs.',
  'odd-sender': 'L’adresse de l’expéditeur n’en est pas une.',
  duplicate: 'Le même courrier avait déjà été traité.',
  'authentication-failed': 'Rien ne garantit que l’expéditeur est bien celui qui est écrit.',
  'too-big': 'Le courrier est trop lourd pour être lu.',
  unreadable: 'Le courrier est abîmé.',
  'not-applied': 'La réponse a été comprise, mais les règles l’empêchent.',
  'not-for-us': 'Ce courrier ne répond à aucune demande.',
  bounce: 'Un de nos messages nous est revenu.',
  machine: 'Une réponse automatique.',
};
