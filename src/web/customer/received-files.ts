import type { Language } from '../../domain/language';
import type { OrderView, ProofView } from '../../domain/order-view';
import { allDeletedBy } from '../../domain/proof-deletion';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { pathOf } from '../paths';
import type { Visit } from '../visit';
import { say } from '../../wording/typography';
import { companionLine } from './companion-line';
import { commandField } from './form-command';
import type { Standing } from './standing';
import { uploadField } from './upload-field';
import type { UploadFaults } from './upload-faults';

/** What was sent for this seat, as its sender knows it, and how to change one's mind. */
export function receivedFiles(visit: Visit, order: OrderView, standing: Standing, faults?: UploadFaults): Html {
  const words = WORDS[visit.language];
  const kept = standing.files.filter((file) => file.purgedAt === undefined);
  const change = standing.maySend || standing.mayWithdraw;
  return html`<ul class="files">
      ${kept.map((file) => fileRow(visit, order, file))}
    </ul>
    ${companionLine(visit, standing)} ${!standing.waits && html`<p>${faults ? words.here(kept.length) : words.nothingToDo}</p>`}
    ${deletionLine(visit, order, standing)}
    ${
      change &&
      html`<div class="change">
        ${standing.maySend && html`<details${faults && html` open`}><summary>${words.change}</summary>${uploadField(visit, order, standing, faults)}</details>`}
        ${standing.mayWithdraw && withdrawForm(visit, order, standing, kept.length)}
      </div>`
    }`;
}

/** When the file goes, or went: nothing is kept in silence (docs/look.md 4, phrase 21). */
export function deletionLine({ calendar, language }: Visit, order: OrderView, { files }: Standing): Html | undefined {
  const words = WORDS[language];
  const by = allDeletedBy(order, files);
  if (by !== undefined) return html`<p class="small">${words.willBeDeleted(files.length, calendar.date(by))}</p>`;
  const gone = files.flatMap(({ purgedAt }) => purgedAt ?? []).toSorted().at(-1); // prettier-ignore
  return gone === undefined ? undefined : html`<p class="small">${words.deleted(files.length, calendar.date(gone))}</p>`;
}

function fileRow({ calendar, language }: Visit, order: OrderView, file: ProofView): Html {
  const words = WORDS[language];
  const pages = file.kind === 'pdf' && `, ${words.pages(file.pagesInFile ?? file.pages)}`;
  const beyond = file.pagesInFile !== undefined && words.beyond(file.pages);
  return html`<li>
    <img src="${pathOf('thumbnail', { reference: order.reference, proof: file.id })}" alt="" width="56" height="40" loading="lazy" />
    <span
      ><bdi class="file-name">${file.fileName}</bdi>${pages}<br /><span class="small"
        >${words.received(calendar.moment(file.receivedAt))}${beyond && html`<br />${beyond}`}</span
      ></span
    >
  </li>`;
}

function withdrawForm(visit: Visit, order: OrderView, { seat }: Standing, files: number): Html {
  const words = WORDS[visit.language];
  return html`<form method="post" action="${pathOf('withdraw', { reference: order.reference, seat: seat.no })}">
    ${visit.guardField()} ${commandField()}
    <button class="link" type="submit">
      ${files > 1 ? words.withdrawAll : words.withdraw}<span class="hidden">${words.ofSeat(seat.no)}</span>
    </button>
  </form>`;
}

const WORDS = {
  fr: {
    nothingToDo: say`Vous n’avez rien à faire : notre réponse arrivera par e-mail.`,
    here: (count: number) => (count > 1 ? 'Ces fichiers sont bien arrivés.' : 'Ce fichier est bien arrivé.'),
    change: 'Compléter ou remplacer',
    withdraw: 'Retirer ce fichier',
    withdrawAll: 'Retirer ces fichiers',
    ofSeat: (no: number) => `, place\u00a0${no}`,
    pages: (count: number) => (count > 1 ? `${count}\u00a0pages` : '1\u00a0page'),
    beyond: (shown: number) => `Nous en regardons d’abord les ${shown}\u00a0premières pages.`,
    received: (moment: string) => `reçu le ${moment}`,
    willBeDeleted: (count: number, day: string) =>
      `${count > 1 ? 'Vos fichiers seront supprimés' : 'Votre fichier sera supprimé'} au plus tard le ${day}.`,
    deleted: (count: number, day: string) =>
      `${count > 1 ? 'Vos fichiers ont été supprimés' : 'Votre fichier a été supprimé'} le ${day}. Nous gardons seulement notre réponse.`,
  },
  en: {
    nothingToDo: 'There is nothing for you to do: our answer will come by e-mail.',
    here: (count: number) => (count > 1 ? 'These files have arrived.' : 'This file has arrived.'),
    change: 'Complete or replace',
    withdraw: 'Take this file back',
    withdrawAll: 'Take these files back',
    ofSeat: (no: number) => `, ticket\u00a0${no}`,
    pages: (count: number) => (count > 1 ? `${count}\u00a0pages` : '1\u00a0page'),
    beyond: (shown: number) => `We look at its first ${shown} pages first.`,
    received: (moment: string) => `received on ${moment}`,
    willBeDeleted: (count: number, day: string) => `Your ${count > 1 ? 'files' : 'file'} will be deleted by ${day} at the latest.`,
    deleted: (count: number, day: string) => `Your ${count > 1 ? 'files were' : 'file was'} deleted on ${day}. We keep only our answer.`,
  },
} satisfies Record<Language, unknown>;
