import request from 'supertest';
import { DISABLED, ORDER, withSeats } from '../../people';
import type { Theatre } from '../harness';
import { HELENE_AT_THE_TILL, SOPHIE_AT_THE_DESK } from '../harness';
import { formFields, signsIn } from '../visitor';
import { codeOf, HOUSE, openEvening, OWING } from './evening';

let theatre: Theatre;
afterEach(() => theatre.close());

async function helene() {
  theatre = await openEvening([OWING]);
  return signsIn(theatre, HELENE_AT_THE_TILL);
}

describe('the door’s page, without JavaScript', () => {
  it('lists tonight’s houses, and is nobody’s before they have signed in', async () => {
    const door = await helene();
    expect((await door.get('/controle')).text).toContain(`href="${HOUSE}"`);
    const stranger = await request(theatre.url).get(HOUSE);
    expect([stranger.status, stranger.headers['location']]).toEqual([303, '/guichet/entrer']);
  });

  it('lets a scanned code in, says where it sits, and knows it the second time', async () => {
    const door = await helene();
    const scan = async () => {
      const { text } = await door.get(HOUSE);
      return door.post(HOUSE).type('form').send({ ...formFields(text, HOUSE), ticket: codeOf(1) }); // prettier-ignore
    };
    const first = await scan();
    expect(first.text).toContain('<h2>Entrée</h2>');
    expect(first.text).toContain('Camille Roussel');
    expect((await scan()).text).toContain('<h2>Déjà entré</h2>');
  });

  it('lets nobody in days before, and says from when on', async () => {
    theatre = await openEvening([OWING], '2027-01-14T10:00:00.000Z');
    const door = await signsIn(theatre, HELENE_AT_THE_TILL);
    const { text } = await door.get(HOUSE);
    const { text: page } = await door.post(HOUSE).type('form').send({ ...formFields(text, HOUSE), ticket: codeOf(1) }); // prettier-ignore
    expect(page).toContain('<h2>Trop tôt</h2>');
    expect(page.replaceAll('\u00a0', ' ')).toContain(
      'Ce billet est pour le samedi 16 janvier à 20 h 30 : les entrées se contrôlent à partir de 17 h 45.',
    );
    expect(theatre.checkIns.entries).toMatchObject([{ verdict: 'too-early' }]);
  });

  it('sent twice, as by a page that is loaded again, is one entry', async () => {
    const door = await helene();
    const { text } = await door.get(HOUSE);
    const fields = { ...formFields(text, HOUSE), ticket: codeOf(1) };
    for (let sent = 0; sent < 2; sent += 1) {
      const { text: page } = await door.post(HOUSE).type('form').send(fields); // prettier-ignore
      expect(page).toContain('<h2>Entrée</h2>');
    }
    expect(theatre.checkIns.entries).toHaveLength(1);
  });

  it.each(['cm-7k2m-4q9t-1', 'CM–7K2M–4Q9T–1', '012\u00a0458', '12458'])(
    '%s, typed, is let in once the name was looked at',
    async (ticket) => {
      const door = await helene();
      const { text } = await door.get(HOUSE);
      const asked = await door.post(HOUSE).type('form').send({ ...formFields(text, HOUSE), ticket }); // prettier-ignore
      expect(asked.text).toContain('<h2>Comparez avec le billet</h2>');
      expect(asked.text).toContain('Camille Roussel');
      expect(theatre.checkIns.entries).toMatchObject([{ verdict: 'number-to-confirm' }]);
      const typed = await door.post(HOUSE).type('form').send({ ...formFields(asked.text, HOUSE) }); // prettier-ignore
      expect(typed.text).toContain('<h2>Entrée</h2>');
      expect(typed.text).toContain('numéro tapé');
    },
  );

  it('asks for the name and for the proof at once, and names the proof', async () => {
    const door = await helene();
    const { text } = await door.get(HOUSE);
    const first = await door.post(HOUSE).type('form').send({ ...formFields(text, HOUSE), ticket: 'CM-7K2M-4Q9T-2' }); // prettier-ignore
    expect(first.text).toContain('<title>Comparez avec le billet · Entrées, Le Phare d’hiver · Contremarque</title>');
    expect(first.text).toContain('carte d’étudiant ou certificat de scolarité. Sans justificatif, 10,00');
    const second = await door.post(HOUSE).type('form').send(formFields(first.text, HOUSE)); // prettier-ignore
    expect(second.text).toContain('<h2>Entrée</h2>');
    expect(theatre.checkIns.entries.at(-1)).toMatchObject({ typed: true, proofSeen: true });
  });

  it('names no proof that would tell of somebody’s health', async () => {
    const sick = withSeats(OWING, { 2: { tariff: DISABLED } });
    theatre = await openEvening([sick]);
    const door = await signsIn(theatre, HELENE_AT_THE_TILL);
    const { text } = await door.get(HOUSE);
    const asked = await door.post(HOUSE).type('form').send({ ...formFields(text, HOUSE), ticket: codeOf(2) }); // prettier-ignore
    expect(asked.text).toContain('Justificatif à voir avant d’entrer.');
    expect(asked.text).not.toContain('carte mobilité');
  });

  it('says how long ago a ticket came in that is shown again at once', async () => {
    const door = await helene();
    const scan = async () => {
      const { text } = await door.get(HOUSE);
      return door.post(HOUSE).type('form').send({ ...formFields(text, HOUSE), ticket: codeOf(1) }); // prettier-ignore
    };
    await scan();
    theatre.clock.set('2027-01-16T18:50:04.000Z');
    expect((await scan()).text).toContain('Entré il y a 4\u00a0secondes. CM-7K2M-4Q9T-1');
    theatre.clock.set('2027-01-16T18:52:04.000Z');
    expect((await scan()).text).toContain('Entré le 16\u00a0janvier à\u00a019\u00a0h\u00a050.');
  });

  it('takes an entry back from « Déjà entré » too, on the same day only', async () => {
    const door = await helene();
    const scan = async () => {
      const { text } = await door.get(HOUSE);
      return door.post(HOUSE).type('form').send({ ...formFields(text, HOUSE), ticket: codeOf(1) }); // prettier-ignore
    };
    await scan();
    const { text } = await scan();
    expect(text).toContain('<h2>Déjà entré</h2>');
    const [action = ''] = /\/controle\/\d+\/entrees\/[^"]+\/reprendre/.exec(text) ?? [];
    theatre.clock.set('2027-01-17T00:30:00.000Z');
    expect((await scan()).text).not.toContain('/reprendre');
    await door.post(action).type('form').send(formFields(text, action)).expect(303); // prettier-ignore
    expect((await scan()).text).toContain('<h2>Entrée</h2>');
  });

  it('the desk’s dates stay French whatever language was chosen at the door', async () => {
    const door = await helene();
    expect((await door.get('/controle?lang=en')).text).toContain('Saturday 16\u00a0January');
    const till = (await door.get('/guichet/caisse')).text;
    expect(till).not.toMatch(/January|Saturday| pm\b/);
    expect(till).toContain('samedi 16\u00a0janvier');
  });

  it('speaks English to whoever chose it', async () => {
    const door = await helene();
    const { text } = await door.get(`${HOUSE}?lang=en`);
    const { text: page } = await door.post(HOUSE).type('form').send({ ...formFields(text, HOUSE), ticket: 'CM-7K2M-4Q9T-2' }); // prettier-ignore
    expect(page).toContain('<h2>Compare with the ticket</h2>');
    expect(page).toContain(
      'Proof to ask for: student card or enrolment certificate. Otherwise €10.00 of difference, to pay at the box office',
    );
    expect(page).toContain('Paul Roussel, student');
  });

  it('judges another ticket in a form that was sent already, as after the browser’s « back »', async () => {
    const door = await helene();
    const { text } = await door.get(HOUSE);
    const send = (ticket: string) => door.post(HOUSE).type('form').send({ ...formFields(text, HOUSE), ticket }); // prettier-ignore
    expect((await send(codeOf(1))).text).toContain('<h2>Entrée</h2>');
    expect((await send(codeOf(2))).text).toContain('<h2>Justificatif à présenter</h2>');
  });

  it('is for those who meet the public, here as at the API', async () => {
    theatre = await openEvening([OWING]);
    const sophie = await signsIn(theatre, SOPHIE_AT_THE_DESK);
    expect((await sophie.get('/guichet')).text).not.toContain('href="/controle"');
    for (const path of ['/controle', HOUSE, `${HOUSE}/liste.json`]) await sophie.get(path).expect(403);
  });

  it('says of anything else that a scanner reads that it is no ticket, however long', async () => {
    const door = await helene();
    const { text } = await door.get(HOUSE);
    const { text: page } = await door.post(HOUSE).type('form').send({ ...formFields(text, HOUSE), ticket: 'x'.repeat(5000) }); // prettier-ignore
    expect(page).toContain('<h2>Pas un billet');
    expect(theatre.checkIns.entries).toHaveLength(0);
  });

  it('asks for the proof, lets in once it was seen, and takes a slip back', async () => {
    const door = await helene();
    const { text } = await door.get(HOUSE);
    const asked = await door.post(HOUSE).type('form').send({ ...formFields(text, HOUSE), ticket: codeOf(2) }); // prettier-ignore
    expect(asked.text).toContain('<h2>Justificatif à présenter</h2>');
    expect(asked.text).toContain('de différence à régler');
    const seen = await door.post(HOUSE).type('form').send({ ...formFields(asked.text, HOUSE), proofSeen: 'yes', ticket: codeOf(2) }); // prettier-ignore
    expect(seen.text).toContain('<h2>Entrée</h2>');
    const [action = ''] = /\/controle\/\d+\/entrees\/[^"]+\/reprendre/.exec(seen.text) ?? [];
    await door.post(action).type('form').send(formFields(seen.text, action)).expect(303); // prettier-ignore
    expect((await theatre.checkIns.list(ORDER.performance.id)).find(({ uid }) => uid.endsWith('-2'))?.admission).toBe('valid');
  });

  it.each([
    ['a code that was altered', () => codeOf(1).replace('.V.', '.P.'), 'Pas un billet de chez nous'],
    ['any other code', () => 'https://theatre.example/promo', 'Pas un billet de chez nous'],
    ['a ticket nobody issued', () => 'CM-7K2M-4Q9T-9', 'Numéro inconnu'],
  ])('sends %s away', async (_what, ticket, words) => {
    const door = await helene();
    const { text } = await door.get(HOUSE);
    const answer = await door.post(HOUSE).type('form').send({ ...formFields(text, HOUSE), ticket: ticket() }); // prettier-ignore
    expect(answer.text).toContain(words);
  });
});
