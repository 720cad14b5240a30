import { senderOf } from '../../src/replies/sender';

const from = (...values: readonly string[]) => senderOf(values.map((value) => ({ name: 'from', value })));

describe('who wrote', () => {
  it.each([
    ['Camille Berthier <Camille@Mairie.example>', 'camille@mairie.example'],
    ['camille@mairie.example', 'camille@mairie.example'],
    ['"Berthier, Camille" <camille@mairie.example>', 'camille@mairie.example'],
    ['"hugo@theatre.example" <camille@mairie.example>', 'camille@mairie.example'],
    ['camille@mairie.example (Camille <hugo@theatre.example>)', 'camille@mairie.example'],
    ['=?utf-8?Q?Camille_=C3=89.?= <camille@mairie.example>', 'camille@mairie.example'],
  ])('%s', (value, address) => {
    expect(from(value)).toEqual({ kind: 'address', address, domain: 'mairie.example' });
  });

  it.each([
    ['Jean <jean@théâtre.example>', 'jean@théâtre.example', 'xn--thtre-4qa2c.example'],
    ['Jean <Jean@xn--thtre-4qa2c.example>', 'jean@théâtre.example', 'xn--thtre-4qa2c.example'],
    ['zoe\u0301@exemple.example', 'zoé@exemple.example', 'exemple.example'],
    ['用户 <用户@例子.example>', '用户@例子.example', 'xn--fsqu00a.example'],
  ])('%s, of any script', (value, address, domain) => {
    expect(from(value)).toEqual({ kind: 'address', address, domain });
  });

  it.each([
    ['', 'no-from'],
    ['Camille', 'odd-address'],
    ['Camille <camille@mairie.example>, Eve <eve@attacker.example>', 'several-addresses'],
    ['Camille <camille@mairie.example> <eve@attacker.example>', 'several-addresses'],
    ['Reviewers: camille@mairie.example;', 'several-addresses'],
    ['=?utf-8?B?Y2FtaWxsZUBtYWlyaWUuZXhhbXBsZQ==?=', 'odd-address'],
    ['<=?utf-8?Q?camille?=@mairie.example>', 'odd-address'],
    ['<camille@mairie.example', 'odd-address'],
    ['<camille@localhost>', 'odd-address'],
    ['camille@mairie.example eve@attacker.example', 'odd-address'],
  ])('refuses %j', (value, cause) => {
    expect(from(value)).toEqual({ kind: 'refused', cause });
  });

  it('refuses a mail without a From header, or with two', () => {
    expect(senderOf([])).toEqual({ kind: 'refused', cause: 'no-from' });
    expect(from('camille@mairie.example', 'camille@mairie.example')).toEqual({ kind: 'refused', cause: 'several-from' });
  });
});
