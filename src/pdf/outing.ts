import type { TicketVenue } from '../ports/tickets/printer';
import { fitted, inFace, writeLines } from './fitting';
import type { House } from './leaf';
import { inMillimetres } from './pen';
import type { Line } from './pen';
import type { Picture } from './pictures';
import type { Sheet } from './sheet';

/** The lower half: how to come, what to know, whom to ask. It may shrink and shorten; the upper half may not. */
export function drawOuting(sheet: Sheet, house: House): void {
  drawWay(sheet, house);
  drawAdvice(sheet, house);
  drawContact(sheet, house);
}

const TOP = 160;
const BOTTOM = 273;
const PLAN = { x: 12, y: 168.5, width: 92, height: 66 };
const PLAN_GAP = 6.8;
const WAY_STEP = inMillimetres(9) * 1.36;
const ADVICE = { x: 116, width: 82 };

function drawWay(sheet: Sheet, house: House): void {
  const { words, venue, plan } = house;
  heading(sheet, words.gettingHere, PLAN.x);
  const paragraphs = wayThatFits(sheet, house);
  let baseline = PLAN.y + 3;
  if (plan) {
    const box = { ...PLAN, height: Math.min(naturalHeight(plan), roomForPlan(paragraphs)) };
    sheet.figure(words.plan(venue.name), box, () => sheet.picture(plan, box));
    baseline = box.y + box.height + PLAN_GAP;
  }
  for (const lines of paragraphs) {
    sheet.block('P', () => {
      baseline = writeLines(sheet, lines, { x: PLAN.x, baseline, leading: 1.36 }) + WAY_STEP;
    });
  }
}

/** The address always; then as many of the directions as leave the plan legible. */
function wayThatFits(sheet: Sheet, { venue, plan }: House): readonly (readonly Line[])[] {
  const address = [
    { text: venue.address, face: 'strong' as const },
    { text: `, ${venue.city}`, face: 'text' as const },
  ];
  const paragraphs = [address, ...venue.directions.map((text) => inFace('text', text))].map((spans) => sheet.lines(spans, 9, PLAN.width));
  const least = plan ? Math.min(naturalHeight(plan), 35) : 0;
  while (paragraphs.length > 1 && roomForPlan(paragraphs) < least) paragraphs.pop();
  return paragraphs;
}

function roomForPlan(paragraphs: readonly (readonly Line[])[]): number {
  return BOTTOM - PLAN.y - PLAN_GAP - (paragraphs.flat().length - 1) * WAY_STEP;
}

function naturalHeight({ width, height }: Picture): number {
  return Math.min(PLAN.height, (PLAN.width * height) / width);
}

function drawAdvice(sheet: Sheet, { words, venue }: House): void {
  if (venue.advice.length === 0) return;
  heading(sheet, words.beforeYouCome, ADVICE.x);
  const { parts, step, gap } = adviceThatFits(sheet, venue.advice);
  let baseline = TOP + 11.5;
  for (const { title, text } of parts) {
    for (const [tag, lines] of [
      ['H3', title],
      ['P', text],
    ] as const) {
      sheet.block(tag, () => {
        for (const line of lines) {
          sheet.write(line, { x: ADVICE.x, baseline });
          baseline += step;
        }
      });
    }
    baseline += gap;
  }
}

function drawContact(sheet: Sheet, { words, venue }: House): void {
  sheet.ornament(() => sheet.rule({ x: 12, y: 278.1 }, { x: 198, y: 278.1 }));
  const [website] = fitted(sheet, inFace('text', venue.website), [
    { size: 9, width: 90, maxLines: 1 },
    { size: 8, width: 90, maxLines: 1 },
    { size: 7, width: 90, maxLines: 1 },
  ]);
  const width = 182 - (website?.width ?? 0);
  const question = fitted(sheet, inFace('text', words.question(venue.phone, venue.email)), [
    { size: 9, width, maxLines: 1 },
    { size: 8, width, maxLines: 1 },
    { size: 7, width, maxLines: 2 },
  ]);
  sheet.block('P', () => {
    writeLines(sheet, question, { x: 12, baseline: question.length > 1 ? 281.8 : 283.8, leading: 1.15 });
  });
  sheet.block('P', () => {
    if (website) sheet.write(website, { x: 198, baseline: 283.8, align: 'right' });
  });
}

function heading(sheet: Sheet, text: string, x: number): void {
  const lines = sheet.lines(inFace('title', text), 16, 86);
  sheet.block('H2', () => {
    writeLines(sheet, lines, { x, baseline: TOP + 4.7, leading: 1.1 });
  });
}

interface Part {
  readonly title: readonly Line[];
  readonly text: readonly Line[];
}

interface Advice {
  readonly parts: readonly Part[];
  readonly step: number;
  readonly gap: number;
}

/** Smaller print first; then the longest part loses its last sentence, until all parts fit. */
function adviceThatFits(sheet: Sheet, advice: TicketVenue['advice']): Advice {
  let kept = advice;
  for (;;) {
    for (const size of [10, 9]) {
      const step = inMillimetres(size) * 1.4;
      const gap = step * 0.6;
      const parts = kept.map(({ title, text }) => ({
        title: sheet.lines(inFace('strong', title), size, ADVICE.width),
        text: sheet.lines(inFace('text', text), size, ADVICE.width),
      }));
      const lines = parts.flatMap((part) => [...part.title, ...part.text]).length;
      if (lines * step + (parts.length - 1) * gap <= BOTTOM - TOP - 8) return { parts, step, gap };
    }
    kept = shortened(kept);
  }
}

function shortened(advice: TicketVenue['advice']): TicketVenue['advice'] {
  const longest = advice.reduce((most, part) => (part.text.length > most.text.length ? part : most));
  const sentences = longest.text.split(/(?<=[.!?…])\s+/);
  if (sentences.length === 1) return advice.filter((part) => part !== longest);
  return advice.map((part) => (part === longest ? { ...part, text: sentences.slice(0, -1).join(' ') } : part));
}
