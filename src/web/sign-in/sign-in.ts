import { Router } from 'express';
import type { Request } from 'express';
import { z } from 'zod';
import { isMarked } from '../../use-cases/access/known-device';
import { Refusal } from '../../domain/refusal';
import { limitTo } from '../limits';
import { addressField } from '../page/address-field';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { wholePage } from '../page/layout';
import { errorNotice } from '../page/notice';
import { pathOf, ROUTES } from '../paths';
import { letOut } from '../session';
import type { Site, Visit } from '../visit';
import { visitOf } from '../visit';
import { typeset } from '../../wording/typography';
import { refusalWords } from '../words/refusals';
import { knownDevices, letMemberIn } from './known-devices';

const Typed = z.object({ email: z.string().max(320), password: z.string().max(500), code: z.string().max(20) });

/** The door of the desk: address, password and one-time code, judged together. */
export function deskSignIn(site: Site): Router {
  const { deeds, secrets, settings } = site.needs;
  const router = Router();
  router.get(ROUTES.deskSignIn, async (request, response) => {
    response.send(signInPage(await visitOf(site, request, response), { ended: request.query['fini'] === '1' }));
  });

  // Whoever shares a network with somebody who tries and tries is not kept out by it.
  const skip = (request: Request) => knownDevices(request).some((device) => isMarked(device, secrets));
  router.post(ROUTES.deskSignIn, limitTo(settings.limits.secrets, { skip }), site.csrf.guard, async (request, response) => {
    const typed = Typed.parse(request.body);
    try {
      const who = secrets.hash(request.ip ?? '');
      const comer = await deeds.signIn({ ...typed, who, devices: knownDevices(request) });
      await letMemberIn(site, { request, response }, comer);
      response.redirect(303, pathOf('desk'));
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      const { status } = refusalWords(refusal.code);
      const { seconds } = refusal.detail;
      if (typeof seconds === 'number') response.set('Retry-After', String(Math.ceil(seconds)));
      response.status(status).send(signInPage(await visitOf(site, request, response), { error: wordsOf(refusal), email: typed.email }));
    }
  });

  router.post(ROUTES.deskSignOut, site.csrf.guard, async (request, response) => {
    await letOut(request);
    response.redirect(303, pathOf('deskSignIn'));
  });
  return router;
}

function wordsOf({ code, detail: { seconds } }: Refusal): string {
  if (code !== 'too-many-tries' || typeof seconds !== 'number') return refusalWords(code).words.fr;
  const wait = seconds < 90 ? `${Math.ceil(seconds)}\u00a0s` : `${Math.ceil(seconds / 60)}\u00a0minutes`;
  return `Trop d’essais d’affilée. Réessayez dans ${wait}.`;
}

interface Told {
  readonly error?: string;
  readonly email?: string;
  /** Something was sent without a session. */
  readonly ended?: boolean;
}

const ENDED = 'Ou votre accès a été retiré. Ce que vous veniez d’envoyer n’a pas été fait : rien n’a été vendu ni enregistré.';

function signInPage(visit: Visit, { error, email = '', ended = false }: Told): string {
  return wholePage('fr', {
    title: 'Entrer au guichet · Contremarque',
    style: 'desk.css',
    scripts: ['door-left.js'],
    error: error !== undefined || ended,
    body: html`<div class="desk">
      <main id="main" class="text" tabindex="-1">
        <p class="over">Contremarque</p>
        <h1>Entrer au guichet</h1>
        ${ended && errorNotice('Votre session est terminée', [typeset(ENDED)])}
        ${error !== undefined && errorNotice('La connexion n’a pas abouti', [error])} ${form(visit, email)}
      </main>
    </div>`,
  });
}

function form(visit: Visit, email: string): Html {
  return html`<form class="fields" method="post" action="${pathOf('deskSignIn')}">
    ${visit.guardField()} ${addressField({ label: 'Adresse e-mail', value: email, autocomplete: 'username' })}
    <label for="password">Mot de passe</label>
    <input id="password" name="password" type="password" required autocomplete="current-password" />
    <label for="code">Code à six chiffres</label>
    <p class="small" id="code-where">Celui que montre votre application d’authentification.</p>
    <input
      id="code"
      name="code"
      inputmode="numeric"
      pattern="[0-9 ]*"
      maxlength="7"
      required
      autocomplete="one-time-code"
      aria-describedby="code-where"
    />
    <button type="submit">Entrer</button>
    <p class="small">Mot de passe oublié, téléphone perdu ? La personne qui gère les comptes vous envoie un nouvel accès.</p>
  </form>`;
}
