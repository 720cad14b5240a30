import type { Letter } from '../letter';
import { runsOf } from '../letter';
import { blockHtml } from './block-html';
import { escape, inline } from './inline-html';
import { BEHIND, BODY, GREY, INK, SANS, SHEET, TITLE, css } from './style';
import { typeset } from './typography';

/** One white column of 600 px on grey, made of tables with their styles in the tags; no remote picture, nothing that tracks. */
export function renderHtml(letter: Letter): string {
  const { language, subject, blocks, foot } = letter;
  const body = blocks.map((block) => blockHtml(block, language)).join('\n');
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="supported-color-schemes" content="light">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<title>${escape(typeset(subject, language))}</title>
<style>${SHEET}</style>
</head>
<body style="${css({ margin: '0', padding: '0', background: BEHIND })}">
<div style="${PREHEADER}">${inline(preheaderOf(letter), language)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="${css({ background: BEHIND })}">
<tr><td class="behind" align="center" style="${css({ padding: '34px 12px 40px' })}">
<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" lang="${language}" width="600" cellpadding="0" cellspacing="0" border="0" style="${COLUMN}">
<tr><td class="pad" style="${css({ ...TITLE, padding: '34px 44px 0', 'font-size': '19px', 'line-height': '1.15' })}">${inline(letter.sign, language)}</td></tr>
${body}
<tr><td style="${css({ padding: '30px 0 0' })}"><div style="${DOTTED}">&nbsp;</div></td></tr>
<tr><td class="pad" style="${FOOT}">${foot.map((text) => `<div>${inline(text, language)}</div>`).join('\n')}</td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</table>
</body>
</html>
`;
}

const COLUMN = css({ width: '100%', 'max-width': '600px', background: '#ffffff', 'border-top': `4px solid ${INK}`, 'text-align': 'left' });
const DOTTED = css({ 'border-top': `2px dotted ${INK}`, 'font-size': '1px', 'line-height': '1px', height: '1px' });
const FOOT = css({ ...BODY, 'font-family': SANS, 'font-size': '14px', color: GREY, padding: '20px 44px 40px' });
const PREHEADER = css({ display: 'none', 'max-height': '0', overflow: 'hidden', 'font-size': '1px', 'line-height': '1px', color: BEHIND });

/** Mail programs show it beside the subject: the sentence after the title. */
function preheaderOf({ blocks }: Letter): string {
  const first = blocks.find((block) => block.kind === 'paragraph');
  const runs = first?.lines.flatMap((line, index) => [...(index > 0 ? [' '] : []), ...runsOf(line)]) ?? [];
  return runs.map((run) => (typeof run === 'string' ? run : 'bold' in run ? run.bold : run.label)).join('');
}
