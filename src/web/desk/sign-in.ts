import { Router } from 'express';
import { z } from 'zod';
import { Refusal } from '../../domain/refusal';
import { limitTo } from '../limits';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { wholePage } from '../page/layout';
import { errorNotice } from '../page/notice';
import { pathOf, ROUTES } from '../paths';
import { letOut, letStaffIn } from '../session';
import type { Site, Visit } from '../visit';
import { visitOf } from '../visit';
import { refusalWords } from '../words/refusals';

const Typed = z.object({ email: z.string().max(320), password: z.string().max(500), code: z.string().max(20) });

/** The door of the desk: address, password and one-time code, judged together. */
export function deskSignIn(site: Site): Router {
  const { deeds, secrets, clock, settings } = site.needs;
  const router = Router();
  router.get(ROUTES.deskSignIn, async (request, response) => {
    response.send(signInPage(await visitOf(site, request, response)));
  });

  router.post(ROUTES.deskSignIn, limitTo(settings.limits.secrets), site.csrf.guard, async (request, response) => {
    const typed = Typed.parse(request.body);
    try {
      const who = await deeds.signIn({ ...typed, who: secrets.hash(request.ip ?? '') });
      await letStaffIn(request, who.id, clock.now());
      response.redirect(303, pathOf('desk'));
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      const { status, words } = refusalWords(refusal.code);
      response.status(status).send(signInPage(await visitOf(site, request, response), { error: words.fr, email: typed.email }));
    }
  });

  router.post(ROUTES.deskSignOut, site.csrf.guard, async (request, response) => {
    await letOut(request);
    response.redirect(303, pathOf('deskSignIn'));
  });
  return router;
}

function signInPage(visit: Visit, { error, email = '' }: { readonly error?: string; readonly email?: string } = {}): string {
  return wholePage('fr', {
    title: 'Entrer au guichet · Contremarque',
    style: 'desk.css',
    scripts: ['door-left.js'],
    error: error !== undefined,
    body: html`<div class="desk">
      <main id="main" class="text" tabindex="-1">
        <p class="over">Contremarque</p>
        <h1>Entrer au guichet</h1>
        ${error !== undefined && errorNotice('Vous n’êtes pas entré', [error])} ${form(visit, email)}
      </main>
    </div>`,
  });
}

function form(visit: Visit, email: string): Html {
  return html`<form class="fields" method="post" action="${pathOf('deskSignIn')}">
    ${visit.guardField()}
    <label for="email">Adresse e-mail</label>
    <input id="email" name="email" type="email" value="${email}" required autocomplete="username" />
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
  </form>`;
}
