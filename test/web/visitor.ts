import request from 'supertest';
import { generate } from 'otplib';
import type { StaffMember } from '../../src/ports/staff';
import type { Theatre } from './harness';
import { CODE_SECRET, PASSWORD } from './harness';

export type Visitor = ReturnType<typeof request.agent>;

/** A browser that keeps its cookies. */
export function visitor({ url }: Theatre): Visitor {
  return request.agent(url);
}

/** The hidden fields of the form that posts to `action`, or of the first form of the page. */
export function formFields(page: string, action?: string): Record<string, string> {
  const forms = [...page.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)];
  const form = forms.find(([, head = '']) => action === undefined || head.includes(`action="${action}"`));
  if (!form) throw new Error(`No form posts to ${action ?? 'anywhere'}.`);
  const hidden = [...(form[2] ?? '').matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
}

/** A page without the spans that only say where a line may break. */
export function unmarked(page: string): string {
  return page.replaceAll(/<span class="(?:nowrap|long|unbroken)">([^<]*)<\/span>/g, '$1');
}

/** The cookies that went with a request. */
export function cookiesOf(answer: request.Response): string {
  const asked: unknown = answer.request;
  return typeof asked === 'object' && asked !== null && 'cookies' in asked ? String(asked.cookies) : '';
}

/** Presses the button behind the link of Camille's letter. */
export async function enters(theatre: Theatre, who = visitor(theatre), link = theatre.link()): Promise<Visitor> {
  const { text } = await who.get(link).expect(200);
  await who.post(link).type('form').send(formFields(text)).expect(303);
  return who;
}

/** A code is good once: whoever comes in again in the same test reads the next, then the last, of their application. */
const STEPS = [0, 30, -30];
const used = new WeakMap<Theatre, Map<string, number>>();

function nextCode(theatre: Theatre, email: string): Promise<string> {
  const times = used.get(theatre) ?? new Map<string, number>();
  used.set(theatre, times);
  const step = STEPS[times.get(email) ?? 0];
  if (step === undefined) throw new Error(`${email} has no fourth code in one minute.`);
  times.set(email, (times.get(email) ?? 0) + 1);
  return generate({ secret: CODE_SECRET, epoch: Math.floor(Date.parse(theatre.clock.now()) / 1000) + step });
}

/** Comes in at the desk with address, password and one-time code. */
export async function signsIn(theatre: Theatre, { email }: StaffMember): Promise<Visitor> {
  const who = visitor(theatre);
  const { text } = await who.get('/guichet/entrer').expect(200);
  const code = await nextCode(theatre, email);
  const typed = { ...formFields(text), email, password: PASSWORD, code };
  await who
    .post('/guichet/entrer')
    .type('form')
    .send(typed)
    .expect(303, /guichet/);
  return who;
}
