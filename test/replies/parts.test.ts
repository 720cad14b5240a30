import { charsetInFact } from '../../src/replies/parts/charset';
import { essentialMail } from '../../src/replies/parts/essential-mail';
import { keptOfAStranger, keptToJudge } from '../../src/replies/parts/kept-mail';
import { leavesOf } from '../../src/replies/parts/mime-parts';
import { readMail } from '../../src/replies/read-mail';
import { textOfHtml } from '../../src/replies/reply/html-text';
import { understand } from '../../src/replies/understand';

const mail = (type: string, body: string) => Buffer.from(`From: camille@mairie.example\r\nContent-Type: ${type}\r\n\r\n${body}`);
const asHtml = async (html: string) => understand(await readMail(mail('text/html; charset=utf-8', html)), [1, 2, 3]).meaning;

describe('the charset of bytes', () => {
  it.each([
    ['nothing said, UTF-8', Buffer.from('périmé'), undefined, 'utf-8'],
    ['nothing said, Latin-1', Buffer.from('périmé', 'latin1'), undefined, 'windows-1252'],
    ['nothing said, Macintosh', Buffer.from('p\u008Erim\u008E', 'latin1'), undefined, 'macintosh'],
    ['nothing said, nothing known', Buffer.from([0x50, 0x81, 0x8d, 0xa4, 0xb3]), undefined, undefined],
    ['UTF-8 said, Latin-1 sent', Buffer.from('périmé', 'latin1'), 'utf-8', 'windows-1252'],
    ['UTF-8 said, bitten', Buffer.concat([Buffer.from('périmé, ça va'), Buffer.from([0xc3])]), 'utf-8', 'utf-8'],
    ['Latin-1 said, UTF-8 sent', Buffer.from('périmé'), 'ISO-8859-1', 'utf-8'],
    ['Latin-1 said, Windows sent', Buffer.from('d\u0092\u00E9t\u00E9', 'latin1'), 'iso-8859-1', 'windows-1252'],
    ['Latin-1 said and sent', Buffer.from('périmé', 'latin1'), 'iso-8859-1', undefined],
    ['Cyrillic said', Buffer.from([0xd0, 0xc5]), 'koi8-r', undefined],
    ['plain ASCII', Buffer.from('OUI'), undefined, undefined],
  ])('%s', (_what, bytes, declared, expected) => {
    expect(charsetInFact(bytes, declared)).toBe(expected);
  });
});

describe('the essential of a mail', () => {
  const photo = `--b\r\nContent-Type: image/jpeg; name=a.jpg\r\nContent-Transfer-Encoding: base64\r\n\r\n${'QUFB\r\n'.repeat(500_000)}`;
  const whole = mail(
    'multipart/mixed; boundary=b',
    `--b\r\n\r\nOUI 1\r\n${photo}--b\r\nContent-Type: text/plain\r\n\r\nNON 2 illisible\r\n--b--\r\n`,
  );

  it('leaves the contents of attachments out, and no word of the texts', async () => {
    expect(essentialMail(whole).raw.length).toBeLessThan(70_000);
    const read = await readMail(whole);
    expect(read).toMatchObject({ attachments: ['image/jpeg'], size: whole.length });
    expect(read.text).toMatch(/OUI 1[\s\S]*NON 2 illisible/);
  });

  it.each([
    [
      'an attachment',
      mail('multipart/mixed; boundary=b', `--b\r\n\r\nOUI 1\r\n--b\r\nContent-Type: image/jpeg\r\n\r\n${'QUFB\r\n'.repeat(4_000_000)}`),
    ],
    ['a text', mail('text/plain', `OUI 1\r\n${'lorem ipsum\r\n'.repeat(2_000_000)}`)],
    [
      'what stands between its parts',
      mail('multipart/mixed; boundary=b', `${'lorem ipsum\r\n'.repeat(2_000_000)}--b\r\n\r\nOUI 1\r\n--b--`),
    ],
    ['one header', Buffer.from(`From: camille@mairie.example\r\nX: ${'y'.repeat(24_000_000)}\r\n\r\nOUI 1`)],
  ])('keeps little of 24 MB of %s, and its headers', (_what, large) => {
    expect(keptToJudge(large).length).toBeLessThanOrEqual(128 * 1024);
    expect(keptOfAStranger(large).length).toBeLessThanOrEqual(48 * 1024);
    expect(keptOfAStranger(large).toString('latin1')).toContain('From: camille@mairie.example');
  });

  it('changes no byte of a small mail that needs no mending', () => {
    const small = mail('multipart/mixed; boundary="b"', '--b\r\n\r\nOUI\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n');
    expect(essentialMail(small)).toEqual({ raw: small, textCut: false, htmlSaysMore: false });
  });

  it('says that a text was cut', async () => {
    const long = mail('text/plain', `OUI\r\n${'=\r\n'.repeat(600_000)}sauf la 3`);
    expect(essentialMail(long).textCut).toBe(true);
    expect(understand(await readMail(long), [1, 2, 3]).meaning.intent).toBe('unclear');
  });

  it('finds no more leaves than anybody reads', () => {
    const nested = Array.from({ length: 3_000 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`).join('');
    expect(leavesOf(Buffer.from(nested)).length).toBeLessThan(5);
    expect(leavesOf(mail('multipart/mixed; boundary=b', '--b\r\n\r\nx\r\n'.repeat(50_000))).length).toBeLessThanOrEqual(201);
  });

  it('reads a mail whose lines end as those of an old Macintosh', async () => {
    expect(await readMail(Buffer.from('From: camille@mairie.example\rSubject: Re: x\r\rOUI 1\r'))).toMatchObject({
      subject: 'Re: x',
      text: 'OUI 1\n',
    });
  });
});

describe('HTML of any depth and length', () => {
  it.each([
    ['30,000 nested tables', `OUI${'<table><tr><td>'.repeat(30_000)}`],
    ['a quotation under 60,000 empty elements', `OUI<div class="gmail_quote">${'<b></b>'.repeat(60_000)}x</div>`],
  ])('reads what stands above %s', async (_what, html) => {
    expect(await asHtml(html)).toMatchObject({ intent: 'decision', decisions: [{ seats: 'all', decision: 'approve' }] });
  });

  it.each([
    ['200,000 list items', `OUI${'<ul><li>'.repeat(100_000)}sauf la 3`],
    ['a million signs', `OUI${'<'.repeat(1_000_000)}sauf la 3`],
    ['entities without end', `OUI${'&amp;'.repeat(200_000)}`],
    ['tags without end', `OUI${'<i>'.repeat(40_000)}sauf la 3`],
  ])('decides nothing where words lie beyond %s', async (_what, html) => {
    expect((await asHtml(html)).intent).toBe('unclear');
  });

  it.each(['<ul><li>', '<i>'])('stops at the bounds of depth and tags, and says so: %s', (tags) => {
    const { whole, cut } = textOfHtml(`OUI${tags.repeat(50_000)}sauf la 3`);
    expect([cut, whole.includes('sauf')]).toEqual([true, false]);
  });

  it.each([
    [
      'under the quotation',
      '<div>OUI</div><div class="gmail_quote">Le 2/11/2026, Théâtre a écrit :<blockquote>Place 1</blockquote></div><div>sauf la 3</div>',
    ],
    ['in an indented paragraph', '<div>OUI</div><blockquote style="margin-left:40px">sauf la 3</blockquote>'],
    ['under a line above them', '<div>OUI</div><div style="border-top:solid #E1E1E1 1.0pt">sauf la 3</div>'],
    ['where scripts are missing', 'OUI<noscript> à revoir</noscript>'],
  ])('reads the writer’s own words %s', async (_what, html) => {
    expect((await asHtml(html)).decisions).toEqual([]);
  });

  it.each([
    [
      'in its line',
      '<p>OUI</p><blockquote>On Mon, 2 Nov 2026 at 10:12, Box office &lt;box@mairie.example&gt; wrote: NON 3 périmé…</blockquote>',
    ],
    ['under it', '<p>OUI</p><blockquote><p>Le 2 nov. 2026 à 10:12, Billetterie a écrit :</p><p>NON 3 périmé</p></blockquote>'],
  ])('takes a blockquote that begins with a header for a quotation, with the letter %s', async (_what, html) => {
    expect((await asHtml(html)).decisions).toEqual([{ seats: 'all', decision: 'approve' }]);
    expect((await asHtml(`${html}<p>sauf la 3</p>`)).decisions).toEqual([]);
  });

  it('decides nothing by a text beside which an HTML part says more', async () => {
    const parts = '--b\r\nContent-Type: text/plain\r\n\r\nOUI\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>sauf la 3</p>\r\n--b--';
    expect(understand(await readMail(mail('multipart/mixed; boundary=b', parts)), [1, 2, 3]).meaning.decisions).toEqual([]);
    expect(understand(await readMail(mail('multipart/alternative; boundary=b', parts)), [1, 2, 3]).meaning.decisions).toHaveLength(1);
  });

  it('shows lines, lists, rules and struck words, and neither styles nor pictures', () => {
    const html =
      '<head><title>x</title><style>p{color:red}</style></head><p>Bonjour,</p><ol><li>OUI<li>NON</ol><hr><p>a <s>b</s> <span style="text-decoration:line-through">c</span></p><img alt="logo"><img alt="👍"><pre>d\n e</pre>';
    expect(textOfHtml(html)).toEqual({
      whole: `Bonjour,\n\n1. OUI\n2. NON\n\n${'-'.repeat(40)}\n\na ~~b~~ ~~c~~\n\n👍\nd\n e`,
      cut: false,
    });
  });
});
