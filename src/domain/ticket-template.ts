import { isLine, isReadable } from './free-text';
import type { Wording } from './language';
import { Refusal } from './refusal';

export type Seating = 'numbered' | 'free';

/** What a house may change of its A4 ticket; what is absent is the venue's own. */
export interface TicketTemplate {
  readonly code: string;
  readonly seating: Seating;
  readonly name: string;
  readonly advice?: readonly { readonly title: Wording; readonly text: Wording }[] | undefined;
  readonly directions?: readonly Wording[] | undefined;
}

const MOST_ADVICE = 4;
const MOST_DIRECTIONS = 4;
const LONGEST_TITLE = 60;
const LONGEST_TEXT = 240;

/** Refuses with `template-not-accepted` what the sheet has no room for, naming the field. */
export function refuseUnprintable({ code, name, advice = [], directions = [] }: TicketTemplate): void {
  if (!isTemplateCode(code)) refuse('code');
  if (name === '' || name.length > 120 || !isLine(name) || !isReadable(name)) refuse('name');
  if (advice.length > MOST_ADVICE) refuse('advice');
  if (directions.length > MOST_DIRECTIONS) refuse('directions');
  for (const { title, text } of advice) {
    if (!fits(title, LONGEST_TITLE)) refuse('advice');
    if (!fits(text, LONGEST_TEXT)) refuse('advice');
  }
  for (const line of directions) if (!fits(line, LONGEST_TEXT)) refuse('directions');
}

export function isTemplateCode(code: string): boolean {
  return /^[a-z0-9-]{1,40}$/.test(code);
}

/** Something in each language, on one line. */
function fits({ fr, en }: Wording, most: number): boolean {
  return [fr, en].every((text) => text.trim() !== '' && text.length <= most && isLine(text) && isReadable(text));
}

function refuse(field: string): never {
  throw new Refusal('template-not-accepted', `The ${field} of the template does not fit the sheet.`, { field });
}
