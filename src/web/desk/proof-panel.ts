import type { OrderView, ProofView, SeatView } from '../../domain/order-view';
import { currentProofs } from '../../desk/letters/letter-attachments';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { pathOf } from '../paths';
import type { Visit } from '../visit';
import { say } from '../words/typography';
import type { Review } from './review-facts';

/** The paper, as we rendered it; the other files of the seat below. Each look is consigned. */
export function proofPanel(visit: Visit, { order, file, page }: Pick<Review, 'order' | 'file' | 'page'>, seat: SeatView): Html {
  const files = currentProofs(order, seat);
  const shown = files.find(({ id }) => id === file) ?? files[0];
  if (!shown) return html`<p class="proof-none">Le fichier de cette place n’est plus chez nous.</p>`;
  const n = Math.min(Math.max(1, Math.trunc(page) || 1), shown.pages);
  const picture = pathOf('deskProofPage', { reference: order.reference, proof: shown.id, page: n });
  const download = pathOf('deskProofFile', { reference: order.reference, proof: shown.id });
  return html`<figure class="proof">
      <figcaption>
        <span>${pageLinks(order, { seat, shown, n })}</span>
        <span class="small">reçue le ${visit.calendar.moment(shown.receivedAt)} · <a href="${download}">Télécharger</a> (consigné)</span>
      </figcaption>
      <a href="${picture}"
        ><img src="${picture}" alt="Justificatif de la place ${seat.no}, page ${n} sur ${shown.pages}. Ouvrir en grand."
      /></a>
    </figure>
    ${files.length > 1 && fileStrip(order, { seat, files, shown })}`;
}

interface Place {
  readonly seat: SeatView;
  readonly shown: ProofView;
}

function pageLinks(order: OrderView, { seat, shown, n }: Place & { readonly n: number }): Html {
  const at = (page: number, words: string) =>
    html`<a href="${pathOf('deskReview', { reference: order.reference }, { place: seat.no, fichier: shown.id, page })}">${words}</a>`;
  return html`${n > 1 && at(n - 1, 'Page précédente')}
    <span class="nowrap">${say`page ${n} sur ${shown.pages}`}</span> ${n < shown.pages && at(n + 1, 'Page suivante')}`;
}

function fileStrip(order: OrderView, { seat, files, shown }: Place & { readonly files: readonly ProofView[] }): Html {
  return html`<ul class="strip">
    ${files.map(
      (one, index) =>
        html`<li>
          <a
            href="${pathOf('deskReview', { reference: order.reference }, { place: seat.no, fichier: one.id })}"
            ${one.id === shown.id && html`aria-current="true"`}
            >Fichier ${index + 1}, ${one.kind === 'pdf' ? say`${one.pages} ${one.pages > 1 ? 'pages' : 'page'}` : '1\u00a0image'}</a
          >
        </li>`,
    )}
  </ul>`;
}
