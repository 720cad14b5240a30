import type { Browser } from 'playwright-core';
import { TYPED_IDENTIFIERS, TYPED_NUMBERS, TYPED_OTHERWISE } from '../../typed-tickets';
import { openBrowser, overflows, violations } from '../browser';
import type { Theatre } from '../harness';
import { heleneAtTheDoor, scan } from './door-tab';
import { codeOf, NEXT_DAY, openEvening, OWING } from './evening';

let browser: Browser;
let theatre: Theatre;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(() => theatre.close());

async function helene(orders = [OWING, NEXT_DAY]) {
  theatre = await openEvening(orders);
  const tab = await heleneAtTheDoor(browser, theatre);
  await tab.page.locator('[data-kept]').waitFor();
  return tab;
}

it.each(['012 470', 'CM-8H3N-5R7V-1'])(
  '%s, of another evening, is not on the list; asked again with a network, it has its date',
  async (ticket) => {
    const { page } = await helene();
    await page.context().setOffline(true);
    await scan(page, ticket, 'Pas dans la liste');
    const said = await page.locator('#answer').textContent();
    expect(said).toContain('n’est pas dans la liste de cette représentation, prise à 19\u00a0h\u00a050');
    expect(said).toContain('peut-être d’une autre date');
    expect(await violations(page)).toEqual([]);
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Demander à nouveau' }).click();
    await page.getByRole('heading', { level: 2, name: 'Autre représentation' }).waitFor();
    expect(await page.locator('#answer').textContent()).toContain('dimanche 17\u00a0janvier à\u00a017\u00a0h');
  },
);

it('what names no ticket at all is no ticket of ours, with or without a network; a number that nobody has is a number', async () => {
  const { page } = await helene();
  await scan(page, '99999', 'Numéro inconnu');
  await scan(page, 'https://theatre.example/promo', 'Pas un billet de chez nous');
  await page.context().setOffline(true);
  await scan(page, '99999', 'Pas dans la liste');
  await scan(page, 'https://theatre.example/promo', 'Pas un billet de chez nous');
  await page.context().setOffline(false);
  expect(theatre.checkIns.entries.map(({ ticket, verdict }) => [ticket, verdict])).toEqual([[{ number: 99_999 }, 'unknown']]);
});

it('what is typed off a ticket is read alike with a network and without', async () => {
  const { page } = await helene();
  await scan(page, 'Billet n° 012-458', 'Comparez avec le billet');
  await page.context().setOffline(true);
  await scan(page, 'Billet n° 012-458', 'Comparez avec le billet');
  for (const [typed] of [...TYPED_NUMBERS, ...TYPED_IDENTIFIERS]) await scan(page, typed, 'Pas dans la liste');
  for (const typed of TYPED_OTHERWISE.filter((said) => said !== '')) await scan(page, typed, 'Pas un billet de chez nous');
  expect(await page.locator('[data-admitted]').textContent()).toBe('0');
});

it('a code that is spelled another way than we print it is no ticket, with a network and without', async () => {
  const { page } = await helene();
  const code = codeOf(1);
  const spelledOtherwise = `${code.slice(0, -1)}${String.fromCharCode(code.charCodeAt(code.length - 1) + 1)}`; // bits that no signature has
  await scan(page, spelledOtherwise, 'Pas un billet de chez nous');
  await page.context().setOffline(true);
  await scan(page, spelledOtherwise, 'Pas un billet de chez nous');
  expect(await page.locator('[data-admitted]').textContent()).toBe('0');
});

it('a code of another evening tells its date without a network too', async () => {
  const { page } = await helene();
  await page.context().setOffline(true);
  await scan(page, codeOf(1, { performanceId: 99 }), 'Autre représentation');
  expect(await page.locator('#answer').textContent()).toContain('ce billet est pour le vendredi 15 janvier, 9\u00a0h.');
});

it('a browser that knows no Ed25519 calls no ticket a stranger’s: it asks for the number', async () => {
  const { page } = await helene();
  await page.addInitScript('crypto.subtle.importKey = () => Promise.reject(new DOMException("", "NotSupportedError"))');
  await page.reload();
  await page.context().setOffline(true);
  await scan(page, codeOf(1), 'Code non vérifié');
  expect(await page.locator('#answer').textContent()).toContain('tapez l’un des deux numéros');
  await scan(page, '12458', 'Comparez avec le billet');
});

it('a device without a list says that it has none', async () => {
  const { page } = await helene();
  await page.context().setOffline(true);
  await page.evaluate('localStorage.clear()');
  for (const [ticket, title] of [
    [codeOf(1), 'Code non vérifié'],
    ['12458', 'Pas dans la liste'],
  ] as const) {
    await scan(page, ticket, title);
    expect(await page.locator('#answer').textContent()).toContain('n’a pas la liste');
  }
});

it('free seating: the two numbers and the initials are compared where there is no seat', async () => {
  const anywhere = { ...OWING, seats: OWING.seats.map((seat) => ({ ...seat, place: undefined })) };
  const { page } = await helene([anywhere]);
  await scan(page, '12458', 'Comparez avec le billet');
  const asked = await page.locator('#answer').textContent();
  expect(asked).toContain('le nom, le tarif et CM-7K2M-4Q9T-1 doivent être ceux du papier');
  expect(asked).toContain('Camille Roussel, plein tarif');
  await page.context().setOffline(true);
  await scan(page, 'CM-7K2M-4Q9T-1', 'Comparez avec le billet');
  expect(await page.locator('#answer [data-seat]').textContent()).toBe(
    'N° 012\u00a0458, CM-7K2M-4Q9T-1\u00a0· Initiales C.\u00a0R.\u00a0· 1, parterre, placement libre',
  );
  expect(await overflows(page)).toBe(false);
});

it('a number typed for a ticket that owes a proof is one step, with a network and without', async () => {
  const { page } = await helene();
  await scan(page, '12459', 'Comparez avec le billet');
  expect(await page.locator('#answer').textContent()).toContain(
    'Justificatif à demander\u00a0: carte d’étudiant ou certificat de scolarité. Sans justificatif, 10,00\u00a0€ de différence',
  );
  await page.context().setOffline(true);
  await scan(page, '12459', 'Comparez avec le billet');
  expect(await page.locator('#answer').textContent()).toContain('Justificatif à voir avant d’entrer');
  await page.getByRole('button', { name: 'C’est bien ce billet, justificatif vu, faire entrer' }).click();
  await page.getByRole('heading', { level: 2, name: 'Entrée' }).waitFor();
  await page.context().setOffline(false);
  await page.locator('[data-network]').waitFor({ state: 'hidden' });
  expect(theatre.checkIns.entries.at(-1)).toMatchObject({ uid: 'CM-7K2M-4Q9T-2', typed: true, proofSeen: true, verdict: 'admitted' });
});
