import { runsOf } from '../../src/pdf/fonts';

describe('choosing a font', () => {
  it.each(['Œuvré à Noël : « 24,00 € », n° 12 – l’été…', 'Aïcha Delorme', 'ÀÉÈÊËÎÏÔÛÙÜÇ'])('sets %s in the Latin subset alone', (text) => {
    expect(runsOf(text, 'text')).toEqual([{ font: 'source-sans-3-400', text }]);
  });

  it.each(['Małgorzata Wiśniewska', 'Željko Čović', 'Şeyma Öğüt', 'Ștefan Țurcanu', 'Nguyễn Thị Ánh'])(
    'keeps the ticket’s own hand for %s',
    (name) => {
      const runs = runsOf(name, 'title');
      expect(runs.map((run) => run.text).join('')).toBe(name);
      expect(runs.every((run) => run.font.startsWith('spectral-600'))).toBe(true);
    },
  );

  it('sets a Greek or Russian word whole in DejaVu, and the French words beside it as ever', () => {
    expect(runsOf('Médée ou Μήδεια, Чайка', 'strong')).toEqual([
      { font: 'source-sans-3-600', text: 'Médée ou ' },
      { font: 'DejaVuSans-Bold', text: 'Μήδεια, Чайка' },
    ]);
  });
});
