import type { Language } from '../../domain/language';
import type { SeatRow, SeatTable } from '../letter';
import { inline } from './inline-html';
import { BODY, GREY, HAIRLINE, INK, SERIF, css } from './style';

/** « Place » and « Prix », one row a seat: a real table, as screen readers tell it. */
export function seatTableHtml({ head, rows, delivery, total }: SeatTable, language: Language): string {
  const label = {
    ...BODY,
    'font-size': '14px',
    'font-weight': 'bold',
    color: GREY,
    'border-bottom': `1.5px solid ${INK}`,
    padding: '0 0 8px',
  };
  const foot = [...(delivery ? [sumHtml(delivery, language, 'normal')] : []), ...(total ? [sumHtml(total, language, 'bold')] : [])];
  return `<table width="100%" cellpadding="0" cellspacing="0" border="0">
<tr><th colspan="2" scope="col" align="left" style="${css(label)}">${inline(head.seat, language)}</th><th scope="col" align="right" style="${css(label)};text-align:right">${inline(head.price, language)}</th></tr>
${[...rows.map((row) => rowHtml(row, language)), ...foot].join('\n')}
</table>`;
}

function rowHtml({ no, what, under, price }: SeatRow, language: Language): string {
  const cell = { ...BODY, 'border-bottom': `1px solid ${HAIRLINE}`, padding: '10px 0 12px' };
  const numeral = { ...cell, 'font-family': SERIF, 'font-size': '21px', 'font-weight': 'bold', 'line-height': '1.25', width: '40px' };
  const below = under.map((line) => `<div style="${css({ color: GREY })}">${inline(line, language)}</div>`).join('');
  return `<tr><td valign="top" width="40" style="${css(numeral)}">${no}</td><td valign="top" style="${css({ ...cell, 'padding-right': '16px' })}">${inline(what, language)}${below}</td><td valign="top" align="right" style="${css(cell)};text-align:right;white-space:nowrap">${inline(price, language)}</td></tr>`;
}

function sumHtml({ label, amount }: NonNullable<SeatTable['total']>, language: Language, weight: 'normal' | 'bold'): string {
  const cell = css({ ...BODY, 'font-weight': weight, padding: '12px 0 0' });
  return `<tr><td colspan="2" valign="top" style="${cell}">${inline(label, language)}</td><td valign="top" align="right" style="${cell};text-align:right;white-space:nowrap">${inline(amount, language)}</td></tr>`;
}
