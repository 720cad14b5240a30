import type { Browser } from 'playwright-core';
import { becomesTrue, openBrowser, violations } from '../browser';
import { ORDER } from '../../people';
import type { Theatre } from '../harness';
import { SIGNER } from '../harness';
import { heleneAtTheDoor, scan } from './door-tab';
import { codeOf, HOUSE, NEXT_DAY, openEvening, OWING } from './evening';

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

it('with a network, what waits is told first, and a number of another evening has its date at once', async () => {
  const { page } = await helene();
  await page.context().setOffline(true);
  await scan(page, codeOf(1), 'Entrée');
  await page.evaluate('window.addEventListener("online", (event) => event.stopImmediatePropagation(), true)');
  await page.context().setOffline(false);
  await scan(page, '12470', 'Autre représentation');
  expect(theatre.checkIns.entries.map(({ uid }) => uid)).toEqual(['CM-7K2M-4Q9T-1', 'CM-8H3N-5R7V-1']);
});

it('without a network too nobody goes in days before, by the server’s clock', async () => {
  theatre = await openEvening([OWING], '2027-01-14T10:00:00.000Z');
  const { page } = await heleneAtTheDoor(browser, theatre);
  await page.locator('[data-kept]').waitFor();
  await page.context().setOffline(true);
  await scan(page, codeOf(1), 'Trop tôt');
  expect(await page.locator('#answer [data-detail]').textContent()).toContain('à partir du samedi 16 janvier, 17\u00a0h\u00a045');
  await scan(page, codeOf(1), 'Trop tôt'); // nothing was marked
});

it('the first of a month is « 1er » there too', async () => {
  const { page } = await helene();
  await page.context().setOffline(true);
  await scan(page, codeOf(1, { performanceId: 32, performanceAt: Date.parse('2027-02-01T19:30:00.000Z') / 1000 }), 'Autre représentation');
  expect(await page.locator('#answer [data-detail]').textContent()).toContain('lundi 1er février, 20\u00a0h\u00a030');
});

it('a ticket that is held before the scanner a moment too long is one entry, and is not told as a new one', async () => {
  const { page } = await helene();
  for (const network of ['with', 'without']) {
    await page.context().setOffline(network === 'without');
    const ticket = network === 'with' ? codeOf(1) : codeOf(5);
    await scan(page, ticket, 'Entrée');
    await page.locator('#ticket').fill(ticket);
    await page.keyboard.press('Enter');
    await page.getByText('Lu à nouveau').waitFor();
    expect(await page.locator('#answer h2').textContent()).toBe('Entrée, déjà comptée');
    await scan(page, 'https://theatre.example/promo', 'Pas un billet de chez nous');
    await scan(page, ticket, 'Déjà entré'); // somebody else, with the same paper
  }
});

it.each(['with', 'without'])('a number that is typed once more a moment later is somebody else, %s a network', async (network) => {
  const { page } = await helene();
  await page.context().setOffline(network === 'without');
  await scan(page, 'CM-7K2M-4Q9T-1', 'Comparez avec le billet');
  await page.getByRole('button', { name: 'C’est bien ce billet, faire entrer' }).dblclick(); // one showing
  await page.getByRole('heading', { level: 2, name: 'Entrée' }).waitFor();
  await scan(page, 'CM-7K2M-4Q9T-1', 'Déjà entré');
  expect(await page.locator('#answer h2').textContent()).toBe('Déjà entré');
});

it('of two tickets shown at once, the answer that stays is that of the last one', async () => {
  const { page } = await helene();
  let asked = 0;
  await page.route('**/entrees', async (route) => {
    asked += 1;
    if (asked === 1) await new Promise((done) => setTimeout(done, 700));
    await route.continue();
  });
  for (const ticket of [codeOf(2), codeOf(1)]) {
    await page.locator('#ticket').fill(ticket);
    await page.keyboard.press('Enter');
  }
  await page.getByRole('heading', { level: 2, name: 'Entrée', exact: true }).waitFor();
  await page.waitForTimeout(1000);
  expect(await page.locator('#answer h2').textContent()).toBe('Entrée');
});

it('speaks English to whoever chose it, with a network and without', async () => {
  const { page } = await helene();
  await page.getByRole('link', { name: 'English' }).click();
  await page.getByLabel('Ticket').waitFor();
  await scan(page, codeOf(1), 'Let in');
  await scan(page, '12459', 'Compare with the ticket');
  await page.context().setOffline(true);
  await page.reload();
  await scan(page, codeOf(2), 'Proof to be shown');
  await scan(page, '12470', 'Not on the list');
  expect(await page.locator('#answer').textContent()).toContain('taken at 7.50\u00a0pm');
  await page.locator('[data-network]', { hasText: 'No network. You can go on.' }).waitFor();
  expect(await violations(page)).toEqual([]);
  const words = await page.evaluate(
    '[...document.querySelectorAll(".door template")].map((one) => one.content.textContent).join(" ") + document.querySelector(".door").dataset.words',
  );
  expect(words).not.toMatch(/[àâçéèêîôûœ]|billet|réseau/);
  await page.context().setOffline(false);
  await page.goto(`${theatre.url}${HOUSE}?lang=fr`);
  await scan(page, codeOf(1), 'Déjà entré');
});

/** As the rule of an evening changes after a paper was printed. */
const paperThatOwedNothing = (seat: number) =>
  SIGNER.sign({ uid: `CM-7K2M-4Q9T-${seat}`, performanceId: ORDER.performance.id, performanceAt: 1_800_000_000, proofToShow: false });

it('without a network a paper that owed nothing is asked what the newer list asks', async () => {
  const { page } = await helene();
  await page.context().setOffline(true);
  await scan(page, paperThatOwedNothing(2), 'Justificatif à présenter');
  expect(await page.locator('#answer').textContent()).not.toContain('Entrée');
});

it('without a network the count is that of the list and of what was let in here, also after the page was opened again', async () => {
  const { page } = await helene();
  expect(await page.locator('[data-kept]').textContent()).toBe('Page et liste gardées ici\u00a0: le contrôle continue sans réseau.');
  const total = await page.locator('[data-tickets]').textContent();
  await page.context().setOffline(true);
  await scan(page, codeOf(1), 'Entrée');
  await page.reload();
  await page.getByLabel('Billet').waitFor();
  await page.locator('[data-admitted]', { hasText: '1' }).waitFor();
  await scan(page, codeOf(5), 'Entrée'); // sold since
  expect(await page.locator('.count').textContent()).toMatch(new RegExp(`2 sur ${Number(total) + 1}\\s*$`));
});

it('an entry made without a network says that it was sent, once it was', async () => {
  const { page } = await helene();
  await page.context().setOffline(true);
  await scan(page, codeOf(1), 'Entrée');
  expect(await page.locator('#answer').textContent()).toContain('transmis dès que le réseau revient');
  await page.context().setOffline(false);
  await page.getByText('Entré hors ligne, transmis depuis.').waitFor();
  expect(await page.locator('#answer').textContent()).not.toContain('dès que le réseau');
});

it('an entry made without a network that the server would have refused turns into an alarm as large as « Entrée »', async () => {
  const { page } = await helene();
  await page.context().setOffline(true);
  // The list does not know yet that this one owes a proof.
  await page.evaluate(
    `localStorage.setItem('porte-${ORDER.performance.id}-list', localStorage.getItem('porte-${ORDER.performance.id}-list').replaceAll('"proofToShow":true', '"proofToShow":false'))`,
  );
  await scan(page, paperThatOwedNothing(2), 'Entrée');
  await page.context().setOffline(false);
  const alarm = page.getByRole('alert');
  await alarm.getByRole('heading', { level: 2, name: 'À vérifier\u00a0: justificatif à présenter' }).waitFor();
  expect(await page.locator('#answer').textContent()).toBe('');
  expect(await alarm.textContent()).toMatch(/Entré hors ligne à 19\u00a0h\u00a05\d\. N° 012\u00a0459, CM-7K2M-4Q9T-2/);
  expect(await alarm.textContent()).toMatch(/Rang\u00a0F, fauteuil\u00a0\d+/);
  expect(await violations(page)).toEqual([]);
  await scan(page, codeOf(2), 'Déjà entré');
  expect(await page.locator('#answer').textContent()).toContain('(hors ligne, justificatif non vu)');
  await page.getByText(/^N° 012\u00a0459, .* entré à 19\u00a0h\u00a05\d sans que tout soit vérifié\.$/).waitFor();
  await page.getByRole('button', { name: 'C’est vu' }).click();
  expect(await alarm.textContent()).toBe('');
  await page.getByRole('button', { name: 'Reprendre cette entrée' }).click();
  await page.getByRole('heading', { level: 2, name: 'Déjà entré' }).waitFor({ state: 'detached' }); // another page
  await page.getByLabel('Billet').waitFor();
  await scan(page, codeOf(2), 'Justificatif à présenter');
});

it('two devices without a network let the same ticket in: both are told of it, with place and times', async () => {
  const { page } = await helene();
  theatre.clock.set('2027-01-16T18:51:00.000Z'); // a code of the application serves once
  const other = (await heleneAtTheDoor(browser, theatre)).page;
  await other.locator('[data-kept]').waitFor();
  await page.context().setOffline(true);
  await other.context().setOffline(true);
  await scan(page, codeOf(1), 'Entrée');
  await scan(other, codeOf(1), 'Entrée');
  await other.context().setOffline(false);
  await other.locator('[data-network]').waitFor({ state: 'hidden' });
  await page.context().setOffline(false);
  await page
    .getByText(/^N° 012\u00a0458, rang\u00a0F, fauteuil\u00a012, 1, parterre\u00a0: entré à 19\u00a0h\u00a05\d et à 19\u00a0h\u00a05\d\.$/)
    .waitFor();
  await scan(other, 'CM-7K2M-4Q9T-1', 'Déjà entré');
  await other.getByText('un appareil hors ligne a fait entrer').waitFor();
  expect(await other.locator('[data-admitted]').textContent()).toBe('1');
  expect(await violations(other)).toEqual([]);
});

it('an entry that waits under the id of another ticket’s goes again under its own, and holds up no other', async () => {
  const { page } = await helene();
  await scan(page, codeOf(1), 'Entrée');
  const taken = theatre.checkIns.entries[0]?.id ?? '';
  const of = (id: string, ticket: string) => ({
    id,
    ticket,
    proofSeen: true,
    typed: false,
    offlineAt: '2027-01-16T18:50:00.000Z',
    uid: ticket,
  });
  const waiting = [of(taken, codeOf(2)), of('7d1c2a44-52d7-4f0e-9a51-0d5b1f9a7c10', 'CM-7K2M-4Q9T-1')];
  await page.evaluate(
    `localStorage.setItem('porte-' + document.querySelector('[data-door]').dataset.door + '-waiting', ${JSON.stringify(JSON.stringify(waiting))})`,
  );
  await page.reload();
  await becomesTrue(page, `localStorage.getItem('porte-${ORDER.performance.id}-waiting') === '[]'`);
  const heard = theatre.checkIns.entries.map(({ uid, verdict }) => [uid, verdict]);
  expect(heard).toEqual([
    ['CM-7K2M-4Q9T-1', 'admitted'],
    ['CM-7K2M-4Q9T-1', 'already-used'],
    ['CM-7K2M-4Q9T-2', 'admitted'],
  ]);
  expect(theatre.checkIns.entries.at(-1)?.id).not.toBe(taken);
});
