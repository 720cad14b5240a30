import { Router } from 'express';
import type { Request } from 'express';
import { z } from 'zod';
import { SHORTEST_PASSWORD } from '../../../use-cases/access/own-account';
import { Refusal } from '../../../domain/refusal';
import type { Account } from '../../../ports/accounts';
import { limitTo } from '../../limits';
import type { Html } from '../../page/html';
import { html } from '../../page/html';
import { wholePage } from '../../page/layout';
import { errorNotice } from '../../page/notice';
import { pathOf, ROUTES } from '../../paths';
import type { Site, Visit } from '../../visit';
import { speakerOf, visitOf } from '../../visit';
import { refusalWords } from '../../words/refusals';
import { letMemberIn } from '../known-devices';
import { createStaffCredentials } from '../staff-credentials';
import { codeLink } from './code-link';

const Chosen = z.object({
  password: z.string().max(500),
  again: z.string().max(500),
  codeSecret: z.string().max(64),
  newCode: z.string().max(20),
});

/** Somebody new, or let in anew, chooses a password and links their application: only then is the link used up. */
export function deskInvitation(site: Site): Router {
  const { deeds, staff, settings } = site.needs;
  const credentials = createStaffCredentials();
  const router = Router();
  const dam = limitTo(settings.limits.secrets);
  router.get(ROUTES.deskInvitation, dam, async (request, response) => {
    const account = await invitedBy(request);
    response.send(page(await visitOf(site, request, response), { account, secret: credentials.newCodeSecret() }));
  });

  router.post(ROUTES.deskInvitation, dam, site.csrf.guard, async (request, response) => {
    const account = await invitedBy(request);
    const { again, newCode: code, ...typed } = Chosen.parse(request.body);
    try {
      if (again !== typed.password) throw new Refusal('code-wrong', 'Two passwords.', { field: 'again' });
      const id = await deeds.ownAccount.accept(secretIn(request), { ...typed, code });
      const member = await staff.byId(id);
      if (!member) throw new Refusal('link-expired', 'The account has been retired meanwhile.');
      await letMemberIn(site, { request, response }, { member, device: deeds.ownAccount.newDevice(member) });
      response.redirect(303, pathOf('desk'));
    } catch (refusal) {
      if (!(refusal instanceof Refusal) || refusal.code === 'link-expired') throw refusal;
      const error = refusedWords(refusal);
      const visit = await visitOf(site, request, response);
      response.status(refusalWords(refusal.code).status).send(page(visit, { account, secret: typed.codeSecret, error }));
    }
  });
  return router;

  async function invitedBy(request: Request): Promise<Account> {
    const account = await deeds.ownAccount.invited(secretIn(request));
    if (!account) throw new Refusal('link-expired', 'An invitation that opens nothing, or no longer.');
    return account;
  }

  function page(visit: Visit, { account, secret, error }: Shown): string {
    const address = credentials.codeAddress(secret, account.email);
    return wholePage('fr', {
      title: 'Votre accès au guichet · Contremarque',
      style: 'desk.css',
      error: error !== undefined,
      body: html`<div class="desk">
        <main id="main" class="text" tabindex="-1">
          <p class="over">${speakerOf(visit) ?? 'Contremarque'}</p>
          <h1>Votre accès au guichet</h1>
          ${error !== undefined && errorNotice('Rien n’est encore enregistré', [error])} ${form(visit, { account, secret, address })}
        </main>
      </div>`,
    });
  }
}

interface Shown {
  readonly account: Account;
  readonly secret: string;
  readonly error?: string;
}

function secretIn(request: Request): string {
  return String(request.params['secret']);
}

/** What was refused of the two things that one chooses. */
export function refusedWords(refusal: Refusal): string {
  return FIELD_WORDS[String(refusal.detail['field'])] ?? refusalWords(refusal.code).words.fr;
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  again: 'Les deux mots de passe ne sont pas les mêmes. Tapez-les à nouveau.',
  newCode: 'Ce code n’est pas celui de l’application que vous venez de lier. Attendez le suivant, puis recopiez-le.',
};

function form(visit: Visit, { account, secret, address }: Omit<Shown, 'error'> & { readonly address: string }): Html {
  return html`<form class="fields" method="post">
    ${visit.guardField()}
    <label for="email">Adresse e-mail</label>
    <input id="email" type="text" value="${account.email}" readonly autocomplete="username" />
    <h2>Un mot de passe</h2>
    ${passwordFields()}
    <h2>Un code à chaque entrée</h2>
    ${codeLink({ secret, address })}
    <button type="submit">Entrer au guichet</button>
  </form>`;
}

/** Typed twice: a slip would be found only at the next entry. */
export function passwordFields(): Html {
  return html`<label for="password">Nouveau mot de passe</label>
    <p class="small" id="password-how">${SHORTEST_PASSWORD} signes au moins. Quelques mots sans lien entre eux se retiennent bien.</p>
    <input
      id="password"
      name="password"
      type="password"
      minlength="${SHORTEST_PASSWORD}"
      maxlength="500"
      required
      autocomplete="new-password"
      aria-describedby="password-how"
    />
    <label for="again">Le même, une seconde fois</label>
    <input id="again" name="again" type="password" maxlength="500" required autocomplete="new-password" />`;
}
