import { cents } from '../../../src/domain/money';
import { fakeStatistics } from '../../fakes/till';
import { PHARE } from '../../people';
import { openTheatre, SOPHIE_AT_THE_DESK, type Theatre } from '../harness';
import { signsIn } from '../visitor';

let theatre: Theatre;
afterEach(() => theatre.close());

describe('statistics', () => {
  const line = { performance: PHARE, seats: 3, amount: cents(7200), owed: cents(0) };
  const lines = [
    { ...line, channel: 'INTERNET', online: true, tariff: { code: 'PLEIN', name: { fr: 'Plein tarif', en: 'Full' } } },
    { ...line, channel: 'GUICHET', online: false, tariff: { code: '=SOMME(1)', name: { fr: 'Étudiant; "réduit"', en: 'Student' } } },
  ];

  it('are a table and a picture', async () => {
    theatre = await openTheatre({ needs: () => ({ statistics: fakeStatistics(lines) }) });
    const { text } = await (await signsIn(theatre, SOPHIE_AT_THE_DESK)).get('/guichet/statistiques');
    expect(text).toContain('Internet 50\u00a0%, guichet 50\u00a0%');
    expect(text).toMatch(/<b class="left">6<\/b>\s+places vendues/);
    expect(text).toMatch(/, frais et\s+envois compris/);
    for (const channel of ['Internet', 'Guichet']) expect(text).toContain(`<td>${channel}</td>`);
    expect(text).not.toMatch(/INTERNET|GUICHET/);
    expect(text).not.toContain('places annulées');
    expect(text).toContain('Chaque place compte au tarif de sa vente');
  });

  it('tell, of what was taken, what is still to be given back', async () => {
    const owing = [...lines, { ...lines[0]!, seats: -1, amount: cents(0), owed: cents(2400) }];
    theatre = await openTheatre({ needs: () => ({ statistics: fakeStatistics(owing) }) });
    const sophie = await signsIn(theatre, SOPHIE_AT_THE_DESK);
    const { text } = await sophie.get('/guichet/statistiques');
    expect(text).toMatch(/, dont <b class="left">24,00\u00a0€<\/b> à rembourser pour des places annulées/);
    expect(text.match(/<td data-label="Dont à rembourser" class="amount">24,00\u00a0€/g)).toHaveLength(3);
    expect((await sophie.get('/guichet/statistiques/ventes.csv')).text.split('\r\n')[3]).toMatch(/;-1;0,00;24,00$/);
  });

  it('of days the wrong way round say so, not that nothing was sold', async () => {
    theatre = await openTheatre({ needs: () => ({ statistics: fakeStatistics([]) }) });
    const sophie = await signsIn(theatre, SOPHIE_AT_THE_DESK);
    const { text } = await sophie.get('/guichet/statistiques?du=2027-01-10&au=2027-01-08');
    expect(text).toContain('Les dates sont inversées');
    expect(text).not.toContain('Aucune place vendue');
    expect((await sophie.get('/guichet/statistiques?du=2027-01-08&au=2027-01-08')).text).toContain('Aucune place vendue');
  });

  it('that are all of the web fill the bar from end to end', async () => {
    theatre = await openTheatre({ needs: () => ({ statistics: fakeStatistics(lines.slice(0, 1)) }) });
    const { text } = await (await signsIn(theatre, SOPHIE_AT_THE_DESK)).get('/guichet/statistiques');
    expect(text).toMatch(
      /<svg width="100%"[^>]*aria-label="Internet 100\u00a0%, guichet 0\u00a0%">.*<rect width="100%" height="100%" fill="#0a5564"/,
    );
  });

  it('are a file that a French spreadsheet opens, in which nothing is a formula', async () => {
    theatre = await openTheatre({ needs: () => ({ statistics: fakeStatistics(lines) }) });
    const { text, headers } = await (await signsIn(theatre, SOPHIE_AT_THE_DESK)).get('/guichet/statistiques/ventes.csv');
    expect(headers['content-type']).toContain('text/csv');
    const rows = text.replace('\u{FEFF}', '').split('\r\n');
    expect(rows[0]).toBe('Filière;Code du tarif;Tarif;Spectacle;Séance;Places;Recette (€);Dont à rembourser (€)');
    expect(rows[2]).toContain(`Guichet;'=SOMME(1);"Étudiant; ""réduit""";`);
    expect(rows[1]).toMatch(/;3;72,00;0,00$/);
  });
});
