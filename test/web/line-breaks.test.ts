import request from 'supertest';
import { html, mailAddress, wholeWords, withLineBreaks } from '../../src/web/page/html';
import type { Theatre } from './harness';
import { openTheatre } from './harness';

const broken = (page: ReturnType<typeof html>) => withLineBreaks(page.markup);

it('« e-mail » is one word of a line, in text alone', () => {
  expect(broken(html`<p>L’e-mail, des E-mails</p>`)).toBe(
    '<p>L’<span class="nowrap">e-mail</span>, des <span class="nowrap">E-mails</span></p>',
  );
  const others = [
    html`<title>Un e-mail</title>`,
    html`<input value="un e-mail" />`,
    html`<textarea>Un e-mail</textarea>`,
    html`<option>e-mail</option>`,
    html`<a href="/e-mail" title="${'un e-mail > deux'}">là</a>`,
  ];
  for (const page of others) expect(broken(page)).toBe(page.markup);
});

it('what somebody dials, copies or looks up is one word of a line', () => {
  const nowrap = (word: string) => `<span class="nowrap">${word}</span>`;
  for (const [said, whole] of [
    ['La commande 9Z8Y-7X6W est payée.', '9Z8Y-7X6W'],
    ['Appelez-nous au 02 61 91 40 20 : nous', '02 61 91 40 20'],
    ['or +33 2 61 91 40 20.', '+33 2 61 91 40 20'],
    ['Licences L-R-20-003412.', 'L-R-20-003412'],
  ] as const)
    expect(wholeWords(said).markup).toBe(said.replace(whole, nowrap(whole)));
  const two = wholeWords('PLATESV-D-2024-001172, PLATESV-D-2024-001173').markup;
  expect(two).toBe(`${nowrap('PLATESV-D-2024-001172')}, ${nowrap('PLATESV-D-2024-001173')}`);
  expect(wholeWords('Écrivez à a.b@c-d.example, ou <rien>').markup).toBe(
    'Écrivez à <span class="unbroken">a.b@c-d.example</span>, ou &lt;rien&gt;',
  );
  for (const plain of ['le 16 janvier 2027 à 20 h 30', '24,00 €', '2 places, 10 jours']) expect(wholeWords(plain).markup).toBe(plain);
});

it('an article of the law is one word of a line', () => {
  expect(broken(html`<p>(article L221-28).</p>`)).toBe('<p>(article <span class="nowrap">L221-28</span>).</p>');
});

it('« · » stays with what it follows', () => {
  const link = html`<a href="/">Oui</a>`;
  expect(broken(html`<p>Le 1er janvier · ${link} · ${link}</p>`)).toBe(
    '<p>Le 1er janvier\u00a0· <a href="/">Oui</a>\u00a0· <a href="/">Oui</a></p>',
  );
  expect(broken(html`<title>Oui · Non</title>`)).toBe('<title>Oui · Non</title>');
});

it('an address that is longer than its line is broken after its @', () => {
  expect(broken(html`<dd>${mailAddress('camille.roussel@courriel.example')}</dd>`)).toBe(
    '<dd>camille.roussel@<wbr />courriel.example</dd>',
  );
  expect(mailAddress(undefined).markup).toBe('');
});

it('a word longer than a line may be broken, and stays the same word', () => {
  const word = `<${'a'.repeat(40)}`;
  expect(broken(html`<td>De ${word}</td>`)).toBe(`<td>De <span class="long">&lt;${'a'.repeat(40)}</span></td>`);
  expect(broken(html`<td>12 345 678 de mots courts et liés</td>`)).not.toContain('long');
});

describe('pages', () => {
  let theatre: Theatre;
  afterEach(() => theatre.close());

  it('have both in what is read, and neither in what is typed', async () => {
    theatre = await openTheatre();
    const { text } = await request(theatre.url).get('/mes-billets');
    expect(text).toContain('<span class="nowrap">e-mail</span>');
    expect(text.replaceAll('<span class="nowrap">e-mail</span>', '')).not.toMatch(/>[^<]*e-mail/);
  });
});
