import { composed } from '../../domain/free-text';
import type { Wording } from '../../domain/language';
import type { TicketTemplate } from '../../domain/ticket-template';
import { z } from 'zod';

const Form = z.looseObject({ name: z.string().overwrite(composed).max(200).catch('') });
const Text = z.string().overwrite(composed).max(1000).catch('');

/** How many notes and ways the form has room for. */
export const ROWS = 4;

/** A row left empty in both languages is none; all left empty are the venue's own. */
export function readTemplate(body: unknown, which: Pick<TicketTemplate, 'code' | 'seating'>): TicketTemplate {
  const form = Form.parse(body ?? {});
  const text = (field: string) => Text.parse(form[field] ?? '');
  const wording = (field: string): Wording => ({ fr: text(`${field}-fr`), en: text(`${field}-en`) });
  const rows = [...Array.from({ length: ROWS }).keys()];
  const advice = rows
    .map((row) => ({ title: wording(`title-${row}`), text: wording(`text-${row}`) }))
    .filter((one) => said(one.title) || said(one.text));
  const directions = rows.map((row) => wording(`way-${row}`)).filter(said);
  return {
    ...which,
    name: form.name,
    advice: advice.length > 0 ? advice : undefined,
    directions: directions.length > 0 ? directions : undefined,
  };
}

function said({ fr, en }: Wording): boolean {
  return fr !== '' || en !== '';
}
