import { DEFAULT_PROOF_RULES } from '../../../src/domain/proof-rules';
import type { ProofRules } from '../../../src/domain/proof-rules';
import type { RefusalCode } from '../../../src/domain/refusal';
import { Refusal } from '../../../src/domain/refusal';
import { fileErrors } from '../../../src/web/customer/file-errors';

const PDF_ONLY: ProofRules = { ...DEFAULT_PROOF_RULES, formats: ['pdf'] };
const PHOTOS_ONLY: ProofRules = { ...DEFAULT_PROOF_RULES, formats: ['jpeg', 'png'] };

function told(code: RefusalCode, detail: Refusal['detail'] = {}, rules = DEFAULT_PROOF_RULES): readonly string[] {
  const file = { fileName: 'carte', bytes: 6_000_000, refusal: new Refusal(code, 'Refused.', detail) };
  return [...fileErrors([file], { language: 'fr', rules }), ...fileErrors([file], { language: 'en', rules })];
}

it('nobody who sent a PDF is told to send one, and nobody is told to send what the venue does not take', () => {
  expect(told('file-too-big', { kind: 'pdf' })).toEqual([
    'carte pèse 5,8\u00a0Mo et la limite est de 5\u00a0Mo. Enregistrez-le en qualité moyenne, ou envoyez une photo de la page.',
    'carte weighs 5.8\u00a0MB and the limit is 5\u00a0MB. Save it at medium quality, or send a photo of the page.',
  ]);
  expect(told('file-too-big', { kind: 'other' })[0]).toMatch(/Reprenez la photo en qualité moyenne, ou envoyez un PDF\.$/);
  expect(told('file-too-big', { kind: 'pdf' }, PDF_ONLY)[0]).toMatch(/Enregistrez-le en qualité moyenne\.$/);
  expect(told('file-too-big', { kind: 'other' }, PHOTOS_ONLY)[0]).toMatch(/Reprenez la photo en qualité moyenne\.$/);
  expect(told('pdf-locked', {}, PDF_ONLY)[0]).toBe('carte est protégé par un mot de passe. Envoyez une version sans mot de passe.');
  expect(told('file-damaged', { why: 'unreadable' }, PDF_ONLY)[0]).toBe('carte est abîmé. Enregistrez-le à nouveau.');
});

it('the answer names the formats that this venue takes', () => {
  expect(told('file-type-not-accepted', { kind: 'avif' })).toEqual([
    'carte n’est pas dans un format que nous savons ouvrir. Envoyez un fichier JPEG, PDF, GIF, PNG, WebP ou HEIC.',
    'carte is not in a format that we can open. Send a JPEG, PDF, GIF, PNG, WebP or HEIC file.',
  ]);
  expect(told('file-type-not-accepted', { kind: 'heic' }, PHOTOS_ONLY)[0]).toContain('envoyez un fichier JPEG ou PNG.');
});

it('what is too hard to open is not called damaged', () => {
  for (const why of ['time', 'crash', 'nested'])
    expect(told('file-damaged', { why })[0]).toMatch(/^carte est trop compliqué pour nous\. Prenez/);
});

it('an order that keeps too many files is told another thing than a sending of too many', () => {
  expect(told('too-many-files', { max: 50 })[0]).toContain('cette commande a déjà 50\u00a0fichiers chez nous');
  expect(told('too-many-files', { max: 10 })[1]).toBe('Ten files at most at a time. We did not take carte: choose the pages that matter.');
});

it.each(['file-empty', 'pdf-active', 'image-too-large', 'file-not-kept', 'busy-now', 'too-many-tries'] as const)(
  '%s is said in both languages, beginning with the name',
  (code) => {
    for (const sentence of told(code)) expect(sentence).toMatch(/^carte .{20,}\.$/);
  },
);
