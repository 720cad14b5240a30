import type { Language } from '../../domain/language';
import { REFERENCE } from '../../wording/whole-words';
import type { Run, Text } from '../letter';
import { runsOf } from '../letter';
import { ACCENT, css } from './style';
import { typeset } from './typography';

/** Sentences as HTML: typography set, everything escaped. */
export function inline(text: Text, language: Language): string {
  return runsOf(text)
    .map((run) => runHtml(run, language))
    .join('');
}

function runHtml(run: Run, language: Language): string {
  if (typeof run === 'string') return words(run, language);
  if ('bold' in run) return `<b>${words(run.bold, language)}</b>`;
  return anchor({ href: run.link, label: run.label, style: LINK }, language);
}

export const LINK = css({ color: ACCENT, 'text-decoration': 'underline' });

export function anchor({ href, label, style }: { href: string; label: string; style: string }, language: Language): string {
  return `<a href="${escape(href)}" style="${style}">${words(label, language)}</a>`;
}

const WHOLE = new RegExp(`${REFERENCE.source}|[eE]-mails?`, 'g');

function words(text: string, language: Language): string {
  return escape(typeset(text, language))
    .replaceAll(WHOLE, '<span style="white-space:nowrap">$&</span>')
    .replaceAll(/\b1er(?=\u00A0|\s)/g, '1<sup style="font-size:70%;line-height:0">er</sup>')
    .replaceAll('\n', '<br>');
}

export function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
