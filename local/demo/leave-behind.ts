import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Company } from './company';
import { INBOX, SHARED_DESK, SOPHIE } from './company';
import type { MainScene } from './scenes/main';
import { storiesAt } from '../temporal';

export const LEFT_BEHIND = join('.local', 'demo');

/** The files that the demo leaves, under the names that docs/contracts.md promises. */
export async function leaveBehind(
  company: Company,
  { reference, tickets, email }: MainScene,
  spectators: readonly string[],
): Promise<void> {
  const mails = join(LEFT_BEHIND, 'mails');
  rmSync(mails, { recursive: true, force: true });
  mkdirSync(mails, { recursive: true });
  writeFileSync(join(LEFT_BEHIND, `tickets-${reference}.pdf`), tickets);
  const names: string[] = [];
  for (const address of new Set([email, ...spectators, SOPHIE, SHARED_DESK]))
    names.push(...(await save(company, { address, folder: 'INBOX' }, mails)));
  for (const folder of ['INBOX', 'Traités', 'À vérifier']) names.push(...(await save(company, { address: INBOX, folder }, mails)));
  writeFileSync(join(LEFT_BEHIND, 'index.html'), indexPage(company, { reference, names }));
}

async function save(
  { mailbox }: Company,
  { address, folder }: { readonly address: string; readonly folder: string },
  into: string,
): Promise<readonly string[]> {
  const letters = await mailbox(address, folder);
  return letters.map(({ uid, raw, mail }) => {
    const kind = mail.headers.get('x-contremarque-letter');
    const what = typeof kind === 'string' ? kind : 'reply';
    const box = `${address.split('@')[0]}${
      folder === 'INBOX'
        ? ''
        : `-${folder
            .normalize('NFD')
            .replaceAll(/[^A-Za-z]/g, '')
            .toLowerCase()}`
    }`;
    const name = `${box}-${String(uid).padStart(3, '0')}-${what}.eml`;
    writeFileSync(join(into, name), raw);
    return name;
  });
}

function indexPage(
  { app, stack }: Company,
  { reference, names }: { readonly reference: string; readonly names: readonly string[] },
): string {
  const link = (href: string, words: string) => `<li><a href="${href}">${words}</a></li>`;
  const temporal = stack.temporalUiUrl ? [link(storiesAt(stack.temporalUiUrl), 'Temporal : toutes les histoires')] : [];
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>Contremarque : ce que la démonstration a laissé</title></head><body>
<h1>Ce que la démonstration a laissé</h1>
<p>Ces pages ne répondent que pendant la démonstration ; <code>make up</code> en ouvre d’autres, qui restent.</p>
<h2>Pages</h2><ul>
${[link(`${app.publicUrl}/commande/${reference}`, `Mes justificatifs, commande ${reference}`), link(`${app.publicUrl}/guichet`, 'Le guichet'), link(`${app.publicUrl}/api/docs`, 'L’API'), ...temporal].join('\n')}
</ul><h2>Billets</h2><ul>${link(`tickets-${reference}.pdf`, `Billets de la commande ${reference}`)}</ul>
<h2>E-mails</h2><ul>
${names.map((name) => link(`mails/${name}`, name)).join('\n')}
</ul></body></html>
`;
}
