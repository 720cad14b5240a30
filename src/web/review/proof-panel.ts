import type { OrderView, ProofView, SeatView } from '../../domain/order-view';
import { currentProofs } from '../../use-cases/letters/letter-attachments';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { pathOf } from '../paths';
import type { Visit } from '../visit';
import { say } from '../../wording/typography';
import type { Review } from './review-facts';

/** The paper, as we rendered it; the other files of the seat below. Each look is consigned. */
export function proofPanel(visit: Visit, { order, file, page }: Pick<Review, 'order' | 'file' | 'page'>, seat: SeatView): Html {
  const files = currentProofs(order, seat);
  const shown = files.find(({ id }) => id === file) ?? files[0];
  if (!shown) return html`<p class="proof-none">Le fichier de cette place n’est plus chez nous.</p>`;
  if (shown.lostAt !== undefined) return html`${lost(visit, order, shown)}${files.length > 1 && fileStrip(order, { seat, files, shown })}`;
  const n = Math.min(Math.max(1, Math.trunc(page) || 1), shown.pages);
  const at = { reference: order.reference, proof: shown.id, page: n };
  const turns = shown.turns?.[n - 1] ?? 0;
  // Turned, it is another picture: no cache shows the one before.
  const picture = pathOf('deskProofPage', at, turns === 0 ? undefined : { quarts: turns });
  const download = pathOf('deskProofFile', { reference: order.reference, proof: shown.id });
  return html`<figure class="proof">
      <figcaption>
        <span>${pageLinks(order, { seat, shown, n })}</span>
        <form class="inline" method="post" action="${pathOf('deskProofTurn', at)}">
          ${visit.guardField()}<input type="hidden" name="place" value="${seat.no}" />
          <button class="link" type="submit">Tourner d’un quart<span class="hidden"> de tour à droite, page ${n}</span></button>
        </form>
        <span class="small">reçue le ${visit.calendar.moment(shown.receivedAt)} · <a href="${download}">Télécharger</a> (consigné)</span>
      </figcaption>
      <a href="${picture}"
        ><img src="${picture}" alt="Justificatif de la place ${seat.no}, page ${n} sur ${shown.pages}. Ouvrir en grand."
      /></a>
    </figure>
    ${files.length > 1 && fileStrip(order, { seat, files, shown })}`;
}

/** Nobody can judge what cannot be seen: the way on is to ask. The picture may be tried again; a disk may have come back. */
function lost({ calendar }: Visit, order: OrderView, file: ProofView): Html {
  const picture = pathOf('deskProofPage', { reference: order.reference, proof: file.id, page: 1 });
  return html`<p class="proof-none">
    Le fichier reçu le ${calendar.moment(file.receivedAt)} ne peut plus être lu chez nous. C’est de notre
    côté${say` : demandez-le de nouveau`} au spectateur, par « Demander une précision ». <a href="${picture}">Essayer encore de l’ouvrir</a>
  </p>`;
}

interface Place {
  readonly seat: SeatView;
  readonly shown: ProofView;
}

function pageLinks(order: OrderView, { seat, shown, n }: Place & { readonly n: number }): Html {
  const at = (page: number, words: string) =>
    html`<a href="${pathOf('deskReview', { reference: order.reference }, { place: seat.no, fichier: shown.id, page })}">${words}</a>`;
  return html`${n > 1 && at(n - 1, 'Page précédente')}
    <span class="nowrap">${say`page ${n} sur ${shown.pages}`}</span> ${n < shown.pages && at(n + 1, 'Page suivante')}
    ${shown.pagesInFile !== undefined && html`<span>${say`Le fichier a ${shown.pagesInFile} pages : seules les ${shown.pages} premières sont montrées ; pour les autres, téléchargez-le.`}</span>`}`;
}

function fileStrip(order: OrderView, { seat, files, shown }: Place & { readonly files: readonly ProofView[] }): Html {
  return html`<ul class="strip">
    ${files.map(
      (one, index) =>
        html`<li>
          <a
            href="${pathOf('deskReview', { reference: order.reference }, { place: seat.no, fichier: one.id })}"
            ${one.id === shown.id && html`aria-current="true"`}
            >Fichier ${index + 1},
            ${one.kind === 'pdf' ? say`${one.pagesInFile ?? one.pages} ${one.pages > 1 ? 'pages' : 'page'}` : '1\u00a0image'}</a
          >
        </li>`,
    )}
  </ul>`;
}
