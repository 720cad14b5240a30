import { capital } from '../../domain/first-letter';
import { ATTESTATION_BY_HAND } from '../../domain/decision/attestation';
import { REASONS } from '../../domain/decision/reason';
import { REASON_NAMES } from '../../domain/decision/reason-wording';
import type { MailFilter, MailLine } from '../../ports/mail/inbound-mail';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { errorNotice } from '../page/notice';
import { pathOf } from '../paths';
import { inLetters } from '../../wording/numbers';
import { say } from '../../wording/typography';
import { deskPage } from '../desk/desk-page';
import type { DeskVisit } from '../desk/desk-visit';
import { VERDICTS, verdictWords } from './mail-verdicts';

export function mailListPage(desk: DeskVisit, mails: readonly MailLine[], { filter, news }: Listing): string {
  const all = filter.show !== 'to-check';
  const title = all ? 'Courriers reçus' : mails.length === 0 ? 'Aucun courrier à vérifier' : mailsTitle(mails.length);
  return deskPage(desk, {
    at: 'mails',
    title,
    body: html`${news}
      <div class="headline">
        <div>
          <h1>${title}</h1>
          <p class="small">
            ${all ? 'Réponses automatiques et doubles compris.' : 'Ce que la boîte de réception n’a pas su lire seule. Rien n’a changé dans ces commandes.'}
          </p>
        </div>
      </div>
      ${filterForm(filter)} ${mails.length > 0 && table(desk, mails)} ${older(mails, filter)}`,
  });
}

interface Listing {
  readonly filter: MailFilter;
  /** What was just done. */
  readonly news?: Html | undefined;
}

function filterForm({ show, verdict }: MailFilter): Html {
  const option = (value: string, words: string, chosen: boolean) =>
    html`<option value="${value}" ${chosen && 'selected'}>${words}</option>`;
  return html`<form class="search" method="get" action="${pathOf('deskMails')}">
    <p>
      <label for="show">Montrer</label>
      <select id="show" name="show">
        ${Object.entries(LISTS).map(([value, words]) => option(value, words, value === show))}
      </select>
    </p>
    <p>
      <label for="verdict">Raison</label>
      <select id="verdict" name="verdict">
        ${option('', 'toutes', verdict === undefined)}
        ${Object.entries(VERDICTS).map(([value, words]) => option(value, words, value === verdict))}
      </select>
    </p>
    <button class="plain" type="submit">Filtrer</button>
  </form>`;
}

const LISTS = {
  'to-check': 'à vérifier',
  'not-applied': 'tous ceux qui n’ont rien décidé',
  all: 'tous les courriers',
} satisfies Record<MailFilter['show'], string>;

function older(mails: readonly MailLine[], { show, verdict, limit }: MailFilter): Html | undefined {
  const last = mails.at(-1);
  if (!last || mails.length < limit) return undefined;
  const query = new URLSearchParams({ show, ...(verdict !== undefined && { verdict }), before: `${last.id}` }).toString();
  return html`<p><a href="${pathOf('deskMails')}?${query}">Plus anciens</a></p>`;
}

/** « Quinze courriers attendent votre lecture »; a hundred at most are counted. */
export function mailsTitle(count: number): string {
  const words = count === 1 ? 'un' : inLetters(count, 'fr');
  return `${capital(words)} ${count > 1 ? 'courriers attendent' : 'courrier attend'} votre lecture`;
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

export function mailPage(desk: DeskVisit, mail: MailLine, { error, begun = {} }: Tried = {}): string {
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
          <p>${verdictWords(mail)}</p>
          ${mail.notUnderstood !== undefined && html`<p class="small">Ce qui n’a pas été compris : « ${mail.notUnderstood} »</p>`}
          <blockquote class="mail"><p>${mail.extract ?? ''}</p></blockquote>
          <p>
            <a href="${pathOf('deskMailRaw', { mail: mail.id })}"
              >${mail.inPart ? 'Télécharger le début du message' : 'Télécharger le message entier'}</a
            >
          </p>
          ${mail.inPart && html`<p class="small">Le reste est dans la boîte de réception, dossier « Traités » ou « À vérifier ».</p>`}
        </div>
        <div>${settledWords(desk, mail) ?? forms(desk, mail, begun)}</div>
      </div>`,
  });
}

/** A form that was sent with something missing stays as it was. */
interface Tried {
  readonly error?: string;
  readonly begun?: Begun;
}

type Begun = Partial<Readonly<Record<'order' | 'seats' | 'kind' | 'reason' | 'words' | 'attested', string | undefined>>>;

function settledWords({ visit }: DeskVisit, { settled, verdict }: MailLine): Html | undefined {
  if (verdict === 'applied' || verdict === 'undone') return html`<p>Ce courrier a eu son effet : il n’y a rien à faire.</p>`;
  if (!settled) return undefined;
  const what = settled.how === 'applied' ? 'une personne a répondu à sa place' : 'retiré de la liste';
  return html`<p>
    Déjà traité, le ${visit.calendar.moment(settled.at)} :
    ${what}${settled.reason !== undefined && settled.reason !== '' && html`, « ${settled.reason} »`}.
  </p>`;
}

const KINDS = [
  ['approve', 'accepter'],
  ['refuse', 'refuser'],
  ['more-info', 'demander une précision'],
  ['check-at-door', 'vérifier à l’entrée'],
] as const;

function forms({ visit }: DeskVisit, mail: MailLine, begun: Begun): Html {
  const option = (value: string, words: string, chosen: string | undefined) =>
    html`<option value="${value}" ${value === chosen && html`selected`}>${words}</option>`;
  return html`<form class="fields" method="post" action="${pathOf('deskMailApply', { mail: mail.id })}">
      ${visit.guardField()}
      <h2>Répondre comme le courrier l’entendait</h2>
      <p class="small">
        Seule la réponse est enregistrée : ses pièces jointes ne deviennent pas des justificatifs. Si le courrier en apporte un, demandez au
        client de le déposer sur la page de sa commande.
      </p>
      <label for="order">Commande</label
      ><input id="order" name="order" value="${begun.order ?? mail.order ?? ''}" maxlength="40" required />
      <label for="seats">Places</label>
      <p class="small" id="seats-how">Par exemple 1, 3. Laissez vide pour toutes celles qui attendent.</p>
      <input id="seats" name="seats" value="${begun.seats ?? ''}" maxlength="100" aria-describedby="seats-how" />
      <label for="kind">Réponse</label>
      <select id="kind" name="kind" required>
        <option value="">choisir</option>
        ${KINDS.map(([kind, words]) => option(kind, words, begun.kind))}
      </select>
      <label for="reason">Motif, pour un refus</label>
      <select id="reason" name="reason">
        <option value="">aucun</option>
        ${REASONS.map((reason) => option(reason, REASON_NAMES[reason].fr, begun.reason))}
      </select>
      <label for="words">Mots au client</label><textarea id="words" name="words" rows="2" maxlength="2000">${begun.words ?? ''}</textarea>
      <label class="attest"
        ><input type="checkbox" name="attested" value="yes" ${begun.attested === 'yes' && html`checked`} />
        <span>${say`Pour accepter : ${ATTESTATION_BY_HAND.fr}`}</span></label
      >
      <button type="submit">Enregistrer cette réponse</button>
    </form>
    <form class="fields" method="post" action="${pathOf('deskMailDismiss', { mail: mail.id })}">
      ${visit.guardField()}
      <h2>Ou le retirer de la liste</h2>
      <label for="dismissal">Pourquoi, en un mot</label><input id="dismissal" name="reason" maxlength="500" required />
      <button class="plain" type="submit">Retirer de la liste</button>
    </form>`;
}

function orderLink({ order }: MailLine): Html | string {
  return order === undefined ? 'inconnue' : html`<a class="nowrap" href="${pathOf('deskOrder', { reference: order })}">${order}</a>`;
}
