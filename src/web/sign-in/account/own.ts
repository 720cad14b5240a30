import { Router } from 'express';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Refusal } from '../../../domain/refusal';
import type { StaffMember } from '../../../ports/staff';
import type { Html } from '../../page/html';
import { html } from '../../page/html';
import { errorNotice, notice } from '../../page/notice';
import { pathOf, ROUTES } from '../../paths';
import type { Site } from '../../visit';
import { refusalWords } from '../../words/refusals';
import { deskPage } from '../../desk/desk-page';
import type { DeskVisit } from '../../desk/desk-visit';
import { deskVisit } from '../../desk/desk-visit';
import { letMemberIn } from '../known-devices';
import { createStaffCredentials } from '../staff-credentials';
import { codeLink } from './code-link';
import { passwordFields, refusedWords } from './invitation';

const Short = z.string().max(500);
const Proof = { current: Short, code: z.string().max(20) };
const Password = z.object({ ...Proof, password: Short, again: Short });
const Code = z.object({ ...Proof, codeSecret: z.string().max(64), newCode: z.string().max(20) });

/** « Mon compte »: what people of the venue change of their own access. Their other sessions end with it. */
export function deskAccount(site: Site): Router {
  const { deeds, staff } = site.needs;
  const credentials = createStaffCredentials();
  const router = Router();
  router.get(ROUTES.deskAccount, async (request, response) => {
    const desk = await deskVisit(site, request, { response });
    response.send(page(desk, { secret: credentials.newCodeSecret(), done: doneOf(request.query['fait']) }));
  });

  router.post(ROUTES.deskAccountPassword, site.csrf.guard, async (request, response) => {
    const desk = await deskVisit(site, request, { response });
    const { current, code, password, again } = Password.parse(request.body);
    await change(desk, { request, response, done: 'mot-de-passe' }, async () => {
      if (again !== password) throw new Refusal('input-invalid', 'Two passwords.', { field: 'again' });
      await deeds.ownAccount.changePassword(desk.who, { password: current, code }, password);
    });
  });

  router.post(ROUTES.deskAccountCode, site.csrf.guard, async (request, response) => {
    const desk = await deskVisit(site, request, { response });
    const { current, code, codeSecret, newCode } = Code.parse(request.body);
    await change(desk, { request, response, done: 'code', secret: codeSecret }, () =>
      deeds.ownAccount.changeCode(desk.who, { password: current, code }, { codeSecret, code: newCode }),
    );
  });
  return router;

  async function change(desk: DeskVisit, { request, response, done, secret }: Changing, deed: () => Promise<void>): Promise<void> {
    try {
      await deed();
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      const { status } = refusalWords(refusal.code);
      const { seconds } = refusal.detail;
      if (typeof seconds === 'number') response.set('Retry-After', String(Math.ceil(seconds)));
      response.status(status).send(page(desk, { secret: secret ?? credentials.newCodeSecret(), error: refusedWords(refusal) }));
      return;
    }
    // This browser goes on under the new version; the others do not.
    const member = await asItIsNow(desk.who);
    await letMemberIn(site, { request, response }, { member, device: deeds.ownAccount.newDevice(member) });
    response.redirect(303, pathOf('deskAccount', undefined, { fait: done }));
  }

  async function asItIsNow({ id }: StaffMember): Promise<StaffMember> {
    const member = await staff.byId(id);
    if (!member) throw new Refusal('not-signed-in', 'The account has been retired meanwhile.');
    return member;
  }

  function page(desk: DeskVisit, shown: Shown): string {
    const { secret, error, done } = shown;
    const address = credentials.codeAddress(secret, desk.who.email);
    return deskPage(desk, {
      at: 'account',
      title: 'Mon compte',
      error: error !== undefined,
      body: html`<div class="settings">
        <div class="headline">
          <div>
            <h1>Mon compte</h1>
            <p class="small">${desk.who.name}, ${desk.who.email}</p>
          </div>
        </div>
        ${error !== undefined && errorNotice('Rien n’a changé', [error])}
        ${error === undefined && done !== undefined && notice('C’est enregistré', done)} ${passwordForm(desk)}
        ${codeForm(desk, { secret, address })}
      </div>`,
    });
  }
}

interface Changing {
  readonly request: Request;
  readonly response: Response;
  readonly done: string;
  /** The picture that was scanned stays the one that is shown. */
  readonly secret?: string;
}

interface Shown {
  readonly secret: string;
  readonly error?: string;
  readonly done?: string | undefined;
}

const DONE: Readonly<Record<string, string>> = {
  'mot-de-passe': 'Votre mot de passe est changé. Vos autres appareils demanderont à entrer de nouveau.',
  code: 'Votre nouvelle application donne désormais les codes. Vos autres appareils demanderont à entrer de nouveau.',
};

function doneOf(what: unknown): string | undefined {
  return typeof what === 'string' ? DONE[what] : undefined;
}

function passwordForm({ visit }: DeskVisit): Html {
  return html`<form class="fields" method="post" action="${pathOf('deskAccountPassword')}">
    ${visit.guardField()}
    <h2>Changer de mot de passe</h2>
    ${proofFields('password')} ${passwordFields()}
    <button class="plain" type="submit">Changer mon mot de passe</button>
  </form>`;
}

function codeForm({ visit }: DeskVisit, { secret, address }: { readonly secret: string; readonly address: string }): Html {
  return html`<form class="fields" method="post" action="${pathOf('deskAccountCode')}">
    ${visit.guardField()}
    <h2>Lier une autre application</h2>
    <p class="small">Un autre téléphone ? Liez-le ici tant que l’ancien donne encore des codes. Sinon, demandez un nouvel accès à la personne qui gère les comptes.</p>
    ${proofFields('link')} ${codeLink({ secret, address })}
    <button class="plain" type="submit">Lier cette application</button>
  </form>`; // prettier-ignore
}

function proofFields(id: string): Html {
  return html`<label for="${id}-current">Mot de passe actuel</label>
    <input id="${id}-current" name="current" type="password" maxlength="500" required autocomplete="current-password" />
    <label for="${id}-code">Code actuel</label>
    <input id="${id}-code" name="code" inputmode="numeric" pattern="[0-9 ]*" maxlength="7" required autocomplete="one-time-code" />`;
}
