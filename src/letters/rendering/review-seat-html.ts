import type { Language } from '../../domain/language';
import type { ReceivedPiece, ReviewSeat } from '../letter';
import { escape, inline } from './inline-html';
import { BODY, GREY, INK, TITLE, css } from './style';

/** What was bought beside what was received, so that the two are compared in one look. */
export function reviewSeatHtml(seat: ReviewSeat, choices: string, language: Language): string {
  const { title, price, bought, received } = seat;
  const name = css({ ...TITLE, margin: '0', 'font-size': '20px', 'line-height': '1.25' });
  const whole = 'role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"';
  return `<table ${whole} style="border-top:1px solid ${INK}">
<tr><td style="padding:14px 12px 0 0"><h2 style="${name}">${inline(title, language)}</h2></td><td valign="bottom" align="right" style="${css(BODY)};padding:14px 0 0;white-space:nowrap">${inline(price, language)}</td></tr>
</table>
<table ${whole}>
<tr><td class="half" width="50%" valign="top" style="padding:10px 12px 0 0">${labelled(bought.label, boughtHtml(bought.lines, language), language)}</td>
<td class="half" width="50%" valign="top" style="padding:10px 0 0 6px">${labelled(received.label, received.pieces.map((piece) => pieceHtml(piece, language)).join('\n'), language)}</td></tr>
</table>
<div style="padding:14px 0 0">${choices}</div>`;
}

function labelled(label: string, html: string, language: Language): string {
  return `<div style="${css({ ...BODY, 'font-size': '14px', 'font-weight': 'bold', color: GREY })}">${inline(label, language)}</div>${html}`;
}

function boughtHtml(lines: readonly string[], language: Language): string {
  return lines.map((line) => `<div style="${css(BODY)}">${inline(line, language)}</div>`).join('');
}

function pieceHtml({ picture, caption }: ReceivedPiece, language: Language): string {
  const frame = css({
    ...BODY,
    display: 'block',
    width: '100%',
    'max-width': '320px',
    height: 'auto',
    border: `1px solid ${GREY}`,
    margin: '2px 0 4px',
  });
  const shown = picture ? `<img src="cid:${escape(picture.id)}" alt="${escape(picture.alt)}" width="244" style="${frame}">` : '';
  return `${shown}<div style="${css(BODY)}">${inline(caption, language)}</div>`;
}
