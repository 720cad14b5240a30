import type { StaffMember } from '../../../src/ports/staff';
import { ORDER, withSeats } from '../../people';
import type { Theatre } from '../harness';
import { HELENE_AT_THE_TILL, MEHDI_IN_THE_OFFICE, openTheatre, SOPHIE_AT_THE_DESK } from '../harness';
import { formFields, signsIn, unmarked, type Visitor } from '../visitor';

/** What a page of the desk offers, whoever reads it may do: every link is followed, and every form sent empty. */
jest.setTimeout(60_000);

const MAIL = {
  ...{ id: 7, receivedAt: '2027-01-11T16:00:00.000Z', verdict: 'unclear', why: 'No verdict was found.', order: ORDER.reference },
  ...{ sender: 'sophie@theatre-des-mariniers.example', subject: 'Re: Camille', extract: 'Ça dépend.', needsAPerson: true },
  raw: Buffer.from('Subject: Re\r\n\r\nÇa dépend.'),
};
/** An answer that can still be taken back, and money that came twice. */
const ANSWERED = {
  ...withSeats(ORDER, { 3: { proof: 'approved', settling: true } }),
  ...{
    reference: '9Z8Y-7X6W',
    undoUntil: '2027-01-11T17:00:00.000Z',
    settling: [{ command: 'desk-1', settlesAt: '2027-01-11T17:00:00.000Z', seats: [3] }],
  },
  payments: [ORDER.payments[0]!, { ...ORDER.payments[0]!, id: 2, tooMany: true, status: 'refund-due' as const }],
};
const FROM = ['/guichet', '/guichet/recherche?q=Camille', '/guichet/commandes/7K2M-4Q9T', '/guichet/commandes/9Z8Y-7X6W'];

let theatre: Theatre;
beforeEach(async () => {
  theatre = await openTheatre({ orders: [ORDER, ANSWERED], mails: [MAIL] });
});
afterEach(() => theatre.close());

interface Walked {
  readonly seen: ReadonlySet<string>;
  readonly forms: ReadonlySet<string>;
  readonly forbidden: readonly string[];
}

async function walk(who: Visitor): Promise<Walked> {
  const [seen, forms, forbidden] = [new Set<string>(), new Set<string>(), new Array<string>()];
  const todo = [...FROM];
  for (let path = todo.pop(); path !== undefined; path = todo.pop()) {
    const [page = ''] = path.split('?');
    if (seen.has(page)) continue;
    seen.add(page);
    const { status, type, text: body, headers } = await who.get(path);
    const text = type === 'text/html' ? body : '';
    if (status === 403) forbidden.push(path);
    const links = [...text.matchAll(/ (?:href|src)="(\/(?:guichet|controle)[^"#]*)"/g)].map(([, link = '']) => link);
    todo.push(...links.map((link) => link.replaceAll('&amp;', '&')), ...(headers['location'] ? [headers['location']] : []));
    for (const [, action = ''] of text.matchAll(/<form\b[^>]*method="post"[^>]*action="([^"?]*)/g)) forms.add(action);
  }
  return { seen, forms, forbidden };
}

async function refusedForms(who: Visitor, forms: ReadonlySet<string>): Promise<readonly string[]> {
  const { _csrf } = formFields((await who.get('/guichet/recherche')).text);
  const refused: string[] = [];
  for (const action of forms) {
    if (action === '/guichet/quitter') continue;
    const { status } = await who.post(action).type('form').send({ _csrf });
    if (status === 403) refused.push(action);
  }
  return refused;
}

const PAGES: readonly (readonly [string, StaffMember, string])[] = [
  ['reviewer', SOPHIE_AT_THE_DESK, '/guichet/controle/7K2M-4Q9T'],
  ['cashier', HELENE_AT_THE_TILL, '/guichet/caisse'],
  ['admin', MEHDI_IN_THE_OFFICE, '/guichet/reglages'],
];
it.each(PAGES)('a %s is offered nothing that is refused to them', async (_role, member, among) => {
  const who = await signsIn(theatre, member);
  const { seen, forms, forbidden } = await walk(who);
  expect([...seen]).toContain(among);
  expect(forms.size).toBeGreaterThan(3);
  expect(forbidden).toEqual([]);
  expect(await refusedForms(who, forms)).toEqual([]);
});

it('a cashier comes in at the till, and reads of no proofs to be judged', async () => {
  const helene = await signsIn(theatre, HELENE_AT_THE_TILL);
  await helene.get('/guichet').expect(303, /guichet\/caisse/);
  for (const path of ['/guichet/caisse', '/guichet/commandes/7K2M-4Q9T', '/guichet/controle/7K2M-4Q9T']) {
    const { text } = await helene.get(path);
    expect(unmarked(text)).not.toMatch(/À contrôler \(|>Contrôler<|votre regard/);
  }
});
