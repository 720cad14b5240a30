import type { SeatMark } from '../../domain/order/given-up';
import { Html } from './html';

const WAITING = svg(`<circle cx="9" cy="9" r="7" ${stroked()} stroke-dasharray="3.1 2.4"/>`);

/** The shape of how a seat stands, 18 px, drawn in the colour of its words; the words say the same (docs/look.md 3). */
export const STATE_ICONS = {
  'awaiting-proof': WAITING,
  'awaiting-choice': WAITING,
  'under-review': svg(`<circle cx="9" cy="9" r="7" ${stroked()}/><path d="M9 2a7 7 0 0 1 0 14z" fill="currentColor"/>`),
  'more-info': svg(
    `<circle cx="9" cy="9" r="7" ${stroked()}/><path d="M6.9 7.1a2.1 2.1 0 1 1 2.9 2c-.6.3-.8.6-.8 1.2M9 12.4v.6" ${stroked()}/>`,
  ),
  approved: svg(`<circle cx="9" cy="9" r="8" fill="currentColor"/><path d="M5.5 9.3l2.4 2.4 4.6-5" ${inWhite()}/>`),
  refused: svg(`<rect x="2" y="2" width="14" height="14" rx="1" fill="currentColor"/><path d="M6 6l6 6M12 6l-6 6" ${inWhite()}/>`),
  'refused-final': svg(`<path d="M6 1.5h6L16.5 6v6L12 16.5H6L1.5 12V6z" fill="currentColor"/><path d="M5.2 9h7.6" ${inWhite()}/>`),
  upgraded: svg(`<circle cx="9" cy="9" r="8" fill="currentColor"/><path d="M9 13V5.6M5.8 8.6L9 5.4l3.2 3.2" ${inWhite()}/>`),
  'check-at-door': svg(`<path d="M3.5 16V8a5.5 5.5 0 0 1 11 0v8zM6.5 16V9a2.5 2.5 0 0 1 5 0v7M1.5 16h15" ${stroked()}/>`),
  expired: svg(`<circle cx="9" cy="9" r="7" ${stroked()}/><path d="M9 4.8V9l2.8 1.8" ${stroked()}/>`),
  'nothing-paid': svg(`<path d="M4 4l10 10M14 4L4 14" ${stroked()}/>`),
  'refund-due': svg(`<path d="M6.2 3.5L2.8 7l3.4 3.5M3 7h8a4 4 0 0 1 0 8H7" ${stroked()} stroke-dasharray="3.1 2.4"/>`),
  refunded: svg(`<path d="M6.2 3.5L2.8 7l3.4 3.5M3 7h8a4 4 0 0 1 0 8H7" ${stroked()}/>`),
  'not-required': svg(`<path d="M4 9h10" ${stroked()}/>`),
} satisfies Record<SeatMark, Html>;

export const WARNING_ICON = svg(`<path d="M9 2.2L16.6 15.6H1.4zM9 7v4M9 13.2v.4" ${stroked()}/>`);

/** A card laid flat between the four corners of a picture. */
export const GOOD_PHOTO = new Html(
  `<svg class="photo" viewBox="0 0 260 120" width="260" height="120" aria-hidden="true" focusable="false"><rect width="260" height="120" fill="#e4e0d9"/><rect x="62" y="20" width="136" height="80" rx="5" fill="#fff" stroke="#57545c"/><path d="M62 36V25a5 5 0 0 1 5-5h126a5 5 0 0 1 5 5v11z" fill="#0a5564"/><rect x="74" y="46" width="32" height="42" fill="#b5c7c9"/><path d="M118 52h64M118 65h52M118 78h58" stroke="#57545c" stroke-width="4" fill="none"/><path d="M48 24V10h14M198 10h14v14M212 96v14h-14M62 110H48V96" fill="none" stroke="#1b1a1e" stroke-width="5"/></svg>`,
);

function stroked(): string {
  return 'fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"';
}

function inWhite(): string {
  return 'fill="none" stroke="#fff" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"';
}

function svg(inside: string): Html {
  return new Html(`<svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true" focusable="false">${inside}</svg>`);
}
