import { Router } from 'express';
import type { Request } from 'express';
import { z } from 'zod';
import type { OpenedOrder } from '../../desk/access/open-customer-link';
import { limitTo } from '../limits';
import { html } from '../page/html';
import { publicPage } from '../page/layout';
import { buttonLink, shortPage } from '../page/short-page';
import { pathOf, ROUTES } from '../paths';
import { letCustomerIn } from '../session';
import type { Site, Visit } from '../visit';
import { visitOf } from '../visit';
import { say } from '../words/typography';

const Asked = z.object({ reference: z.string().max(80).default(''), email: z.string().max(320) });

/** How a spectator comes in: by the link of a letter, or by one asked for here. */
export function entries(site: Site): Router {
  const { deeds, settings } = site.needs;
  const router = Router();
  const dam = limitTo(settings.limits.secrets);
  const doors = [
    { route: ROUTES.customerLink, open: deeds.openCustomerLink },
    { route: ROUTES.signInLink, open: deeds.openSignInLink },
  ] as const;
  for (const { route, open } of doors) {
    // Mail scanners open links ahead of their readers: looking opens nothing, the button does.
    router.get(route, dam, async (request, response) => {
      response.set('Cache-Control', 'no-store').send(buttonPage(await visitOf(site, request, response)));
    });
    router.post(route, dam, site.csrf.guard, async (request, response) => {
      const order = await open(String(request.params['secret']), site.needs.secrets.hash(request.ip ?? ''));
      await letCustomerIn(request, order);
      response.redirect(303, goalOf(request, order));
    });
  }

  router.get(ROUTES.findOrder, async (request, response) => {
    response.send(findPage(await visitOf(site, request, response)));
  });
  router.post(ROUTES.findOrder, dam, site.csrf.guard, async (request, response) => {
    const asked = Asked.parse(request.body);
    await deeds.askSignInLink({ ...asked, who: site.needs.secrets.hash(request.ip ?? '') });
    response.send(askedPage(await visitOf(site, request, response)));
  });
  return router;
}

/** A letter's link may name the seat it speaks of. */
function goalOf(request: Request, { reference }: OpenedOrder): string {
  const seat = Number(request.query['place']);
  return `${pathOf('order', { reference })}${Number.isInteger(seat) && seat > 0 ? `#place-${seat}` : ''}`;
}

function buttonPage(visit: Visit): string {
  const words = WORDS[visit.language];
  const way = html`<form method="post" action="">${visit.guardField()}<button type="submit">${words.enter}</button></form>`;
  return shortPage(visit, { over: words.yours, title: words.welcome, text: words.welcomeText, way, after: words.share });
}

function findPage(visit: Visit): string {
  const words = WORDS[visit.language];
  return publicPage(visit, {
    title: words.find,
    width: 'text',
    body: html`<h1>${words.find}</h1>
      <p>${words.findText}</p>
      <form class="fields" method="post">
        ${visit.guardField()}
        <label for="email">${words.email}</label>
        <input
          id="email"
          name="email"
          type="text"
          inputmode="email"
          autocapitalize="none"
          spellcheck="false"
          required
          maxlength="320"
          autocomplete="email"
        />
        <label for="reference">${words.reference}</label>
        <p class="small" id="reference-example">${words.referenceExample}</p>
        <input
          id="reference"
          name="reference"
          maxlength="80"
          autocomplete="off"
          autocapitalize="characters"
          aria-describedby="reference-example"
        />
        <button type="submit">${words.ask}</button>
      </form>`,
  });
}

function askedPage(visit: Visit): string {
  const words = WORDS[visit.language];
  const way = buttonLink(pathOf('findOrder'), words.askAgain);
  return shortPage(visit, { over: words.asked, title: words.askedTitle, text: words.askedText, way, after: words.askedAfter });
}

const WORDS = {
  fr: {
    yours: 'Votre commande',
    welcome: 'Vos billets et vos justificatifs',
    welcomeText: say`Ce lien est le vôtre : il ouvre votre commande jusqu’à la fin du spectacle.`,
    enter: 'Ouvrir ma commande',
    share: say`Ne le transmettez pas : qui l’a peut déposer des justificatifs à votre place.`,
    find: 'Retrouver mes billets',
    findText: say`Donnez l’adresse e-mail de votre commande : nous y envoyons un lien par séance à venir.`,
    reference: 'Référence de la commande, si vous l’avez',
    referenceExample: 'Huit lettres et chiffres, par exemple 7K2M-4Q9T.',
    email: 'Adresse e-mail',
    ask: 'Recevoir un lien',
    asked: 'Votre demande',
    askedTitle: 'Regardez votre messagerie',
    askedText:
      'Si une commande à venir est à cette adresse, un lien vient de partir. Il est valable un quart d’heure et ne sert qu’une fois.',
    askedAfter: say`Rien n’arrive ? Regardez dans les indésirables. L’adresse donnée en payant était peut-être mal écrite : appelez-nous, nous la corrigeons.`,
    askAgain: 'Essayer une autre adresse',
  },
  en: {
    yours: 'Your order',
    welcome: 'Your tickets and your proofs',
    welcomeText: 'This link is yours: it opens your order until the performance is over.',
    enter: 'Open my order',
    share: 'Do not pass it on: whoever has it can send proofs in your place.',
    find: 'Find my tickets',
    findText: 'Give the e-mail address of your order: we send it a link for each performance to come.',
    reference: 'Reference of the order, if you have it',
    referenceExample: 'Eight letters and digits, for example 7K2M-4Q9T.',
    email: 'E-mail address',
    ask: 'Get a link',
    asked: 'Your request',
    askedTitle: 'Look at your mailbox',
    askedText: 'If an order to come belongs to this address, a link has just left. It lasts a quarter of an hour and opens once.',
    askedAfter:
      'Nothing comes? Look among the junk mail. The address given with the payment may have been mistyped: call us, we put it right.',
    askAgain: 'Try another address',
  },
};
