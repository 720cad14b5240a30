import type { Language } from '../../domain/language';
import type { Block, Link } from '../letter';
import { anchor, inline, LINK } from './inline-html';
import { reviewSeatHtml } from './review-seat-html';
import { seatTableHtml } from './seat-table-html';
import { ACCENT, ALERT, BODY, GREY, HAIRLINE, INK, TITLE, css } from './style';

/** One row of the column. */
export function blockHtml(block: Block, language: Language): string {
  if (block.language === undefined) return rowOf(block, language);
  return rowOf(block, block.language).replace('<tr>', `<tr lang="${block.language}">`);
}

function rowOf(block: Block, language: Language): string {
  switch (block.kind) {
    case 'title':
      return row(`<h1 class="h1" style="${H1}">${inline(block.text, language)}</h1>`, '28px 44px 0');
    case 'heading':
      return row(`<h2 style="${H2}">${inline(block.text, language)}</h2>`, '26px 44px 0');
    case 'greeting':
      return row(`<p style="${P}">${inline(block.text, language)}</p>`, '14px 44px 0');
    case 'paragraph':
      return row(`<p style="${block.quiet ? QUIET : P}">${lines(block.lines, language)}</p>`, '14px 44px 0');
    case 'quote':
      return row(`<div style="${quoteStyle(block.tone)}">${lines(block.lines, language)}</div>`, '18px 44px 4px');
    case 'show':
      return row(showHtml(block, language), '24px 44px 0');
    case 'seats':
      return row(seatTableHtml(block.table, language), '26px 44px 4px');
    case 'button':
      return row(buttonHtml(block.link, language), '24px 44px 4px');
    case 'ways':
      return row(waysHtml(block.rows, language), '12px 44px 0');
    case 'review-seat':
      return row(reviewSeatHtml(block.seat, choicesHtml(block.seat.choices, language), language), '26px 44px 0');
    case 'choices':
      return row(choicesHtml(block.links, language), '18px 44px 0');
    case 'forms':
      return row(formsHtml(block.rows, language), '16px 44px 4px');
  }
}

const H1 = css({ ...TITLE, margin: '0', 'font-size': '31px', 'line-height': '1.15', 'letter-spacing': '-0.015em' });
const H2 = css({ ...TITLE, margin: '0', 'font-size': '21px', 'line-height': '1.25' });
const P = css({ ...BODY, margin: '0' });
const QUIET = css({ ...BODY, margin: '0', 'font-size': '15px', color: GREY });
const FILLED = css({
  ...BODY,
  'font-weight': 'bold',
  'line-height': '20px',
  display: 'inline-block',
  padding: '14px 22px',
  background: ACCENT,
  color: '#ffffff',
  'border-radius': '3px',
  'text-decoration': 'none',
});
const OUTLINED = css({
  ...BODY,
  'font-size': '15px',
  'font-weight': 'bold',
  'line-height': '20px',
  color: ACCENT,
  display: 'inline-block',
  padding: '11px',
  margin: '0 5px 8px 0',
  border: `1.5px solid ${ACCENT}`,
  'border-radius': '3px',
  'text-decoration': 'none',
  'white-space': 'nowrap',
});

/** A filled cell, for the mail programs that give a link no padding. */
function buttonHtml(link: Link, language: Language): string {
  const cell = css({ background: ACCENT, 'border-radius': '3px', 'mso-padding-alt': '14px 22px' });
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td bgcolor="${ACCENT}" style="${cell}">${anchor({ ...link, style: FILLED }, language)}</td></tr></table>`;
}

function row(html: string, padding: string): string {
  return `<tr><td class="pad" style="padding:${padding}">${html}</td></tr>`;
}

function lines(texts: Extract<Block, { kind: 'paragraph' }>['lines'], language: Language): string {
  return texts.map((text) => inline(text, language)).join('<br>\n');
}

function quoteStyle(tone: 'refusal' | 'calm'): string {
  const bar = tone === 'refusal' ? ALERT : ACCENT;
  return css({
    ...TITLE,
    'font-weight': 'normal',
    'font-size': '20px',
    'line-height': '1.4',
    'border-left': `4px solid ${bar}`,
    padding: '4px 0 4px 16px',
  });
}

function showHtml({ title, when, where }: Extract<Block, { kind: 'show' }>, language: Language): string {
  const frame = css({ 'border-top': `1px solid ${INK}`, 'border-bottom': `1px solid ${INK}`, padding: '14px 0 16px' });
  const name = css({ ...TITLE, 'font-size': '25px', 'line-height': '1.25', margin: '0 0 4px' });
  return `<div style="${frame}"><div style="${name}">${inline(title, language)}</div>
<div style="${P}">${inline(when, language)}</div>
<div style="${css({ ...BODY, color: GREY })}">${inline(where, language)}</div></div>`;
}

function waysHtml(rows: Extract<Block, { kind: 'ways' }>['rows'], language: Language): string {
  const rule = `1px solid ${HAIRLINE}`;
  const cells = rows.map(({ text, link }) => {
    const wide = link ? '' : ' colspan="2"';
    const said = `<td class="way"${wide} style="${css({ ...BODY, 'border-top': rule, padding: '10px 20px 12px 0' })}">${inline(text, language)}</td>`;
    if (!link) return `<tr>${said}</tr>`;
    const style = css({ ...BODY, 'border-top': rule, padding: '10px 0 12px', 'text-align': 'right', 'white-space': 'nowrap' });
    return `<tr>${said}<td class="way way-link" valign="middle" style="${style}">${anchor({ ...link, style: LINK }, language)}</td></tr>`;
  });
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">${cells.join('\n')}</table>`;
}

function choicesHtml(links: readonly Link[], language: Language): string {
  return links.map((link) => anchor({ ...link, style: OUTLINED }, language)).join(APART);
}

// Borders of links are not drawn everywhere: there, blanks keep them apart.
const APART = '\n<!--[if mso]>&nbsp;&nbsp;&nbsp;<![endif]-->';

function formsHtml(rows: Extract<Block, { kind: 'forms' }>['rows'], language: Language): string {
  const form = css({ ...BODY, 'font-family': "'Courier New',Courier,monospace", 'font-weight': 'bold', 'white-space': 'nowrap' });
  const cells = rows.map(({ form: written, meaning }, index) => {
    const rule = index > 0 ? `;border-top:1px solid ${HAIRLINE}` : '';
    return `<tr><td valign="top" style="${form};padding:7px 14px 7px 12px${rule}">${inline(written, language)}</td><td valign="top" style="${css(BODY)};padding:7px 12px 7px 0${rule}">${inline(meaning, language)}</td></tr>`;
  });
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="border:1px solid ${INK}">${cells.join('\n')}</table>`;
}
