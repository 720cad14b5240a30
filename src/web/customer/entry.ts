import { Router } from 'express';
import type { Request } from 'express';
import { z } from 'zod';
import type { OpenedOrder } from '../../use-cases/access/open-customer-link';
import { readMailAddress } from '../../domain/mail-address';
import { probablyMeant } from '../../domain/mail-address-hint';
import type { Language } from '../../domain/language';
import { readReference } from '../../domain/sale/reference';
import { carriedTo } from '../forms/carried-form';
import { limitTo } from '../limits';
import { addressField } from '../page/address-field';
import { html } from '../page/html';
import { publicPage } from '../page/layout';
import { errorNotice } from '../page/notice';
import { buttonLink, shortPage } from '../page/short-page';
import { pathOf, ROUTES } from '../paths';
import { letCustomerIn } from '../session';
import type { Fault } from '../shop/fault';
import type { Site, Visit } from '../visit';
import { visitOf } from '../visit';
import { say } from '../../wording/typography';

const Asked = z.object({
  reference: z.string().max(80).default(''),
  email: z.string().trim().max(320),
  seen: z.string().max(320).default(''),
});

/** How a spectator comes in: by the link of a letter, or by one asked for here. */
export function entries(site: Site): Router {
  const { deeds, settings } = site.needs;
  const router = Router();
  const dam = limitTo(settings.limits.secrets);
  const doors = [
    { route: ROUTES.customerLink, open: deeds.openCustomerLink, link: 'ofLetter' },
    { route: ROUTES.signInLink, open: deeds.openSignInLink, link: 'askedFor' },
  ] as const;
  for (const { route, open, link } of doors) {
    // Mail scanners open links ahead of their readers: looking opens nothing, the button does. Nor is the secret looked up.
    router.get(route, dam, async (request, response) => {
      response.set('Cache-Control', 'no-store').send(buttonPage(await visitOf(site, request, response), link));
    });
    router.post(route, dam, site.csrf.guard, async (request, response) => {
      const order = await open(String(request.params['secret']), site.needs.secrets.hash(request.ip ?? ''));
      await letCustomerIn(request, order);
      response.redirect(303, goalOf(request, order));
    });
  }

  router.get(ROUTES.findOrder, async (request, response) => {
    const carried = Asked.safeParse(carriedTo(request));
    const asked = carried.success ? { asked: carried.data, faults: [] } : undefined;
    response.send(findPage(await visitOf(site, request, response), asked));
  });
  router.post(ROUTES.findOrder, dam, site.csrf.guard, async (request, response) => {
    const asked = Asked.parse(request.body);
    const visit = await visitOf(site, request, response);
    const faults = faultsIn(asked, visit.language);
    if (faults.length > 0) return response.status(422).send(findPage(visit, { asked, faults }));
    await deeds.askSignInLink({ ...asked, who: site.needs.secrets.hash(request.ip ?? '') });
    return response.send(askedPage(visit));
  });
  return router;
}

/** A letter's link may name the seat it speaks of. */
function goalOf(request: Request, { reference }: OpenedOrder): string {
  const seat = Number(request.query['place']);
  return `${pathOf('order', { reference })}${Number.isInteger(seat) && seat > 0 ? `#place-${seat}` : ''}`;
}

/** Says what a link of its kind does, and nothing of this one. */
function buttonPage(visit: Visit, link: 'ofLetter' | 'askedFor'): string {
  const words = WORDS[visit.language];
  const way = html`<form method="post" action="">${visit.guardField()}<button type="submit">${words.enter}</button></form>`;
  return shortPage(visit, { over: words.yours, title: words.welcome, text: words.links[link], way, after: words.share });
}

interface AskedWrongly {
  readonly asked: z.infer<typeof Asked>;
  readonly faults: readonly Fault[];
}

/** Of what was typed alone: whether there is such an order is told to nobody. */
function faultsIn({ email, reference, seen }: z.infer<typeof Asked>, language: Language): readonly Fault[] {
  const words = WORDS[language];
  const faults: Fault[] = [];
  const meant = probablyMeant(email);
  if (readMailAddress(email) === undefined) faults.push({ field: 'email', words: words.wholeEmail });
  else if (meant !== undefined && seen !== email) faults.push({ field: 'email', words: words.meant(meant), asksAbout: email });
  if (reference.trim() !== '' && readReference(reference) === undefined) faults.push({ field: 'reference', words: words.wholeReference });
  return faults;
}

function findPage(visit: Visit, { asked, faults }: AskedWrongly = { asked: { email: '', reference: '', seen: '' }, faults: [] }): string {
  const words = WORDS[visit.language];
  const faultOf = (field: string) => faults.find((fault) => fault.field === field);
  const [email, reference] = [faultOf('email'), faultOf('reference')];
  return publicPage(visit, {
    title: words.find,
    width: 'text',
    form: 'find',
    error: faults.length > 0,
    body: html`${
        faults.length > 0 &&
        errorNotice(
          words.notAsked,
          faults.map((fault) => html`<a href="#${fault.field}">${fault.words}</a>`),
        )
      }
      <h1>${words.find}</h1>
      <p>${words.findText}</p>
      <form class="fields" id="find" method="post" action="${pathOf('findOrder')}">
        ${visit.guardField()} <input type="hidden" name="seen" value="${email?.asksAbout ?? asked.seen}" />
        ${addressField({ label: words.email, value: asked.email, fault: email?.words, autocomplete: 'email' })}
        <label for="reference">${words.reference}</label>
        <p class="small" id="reference-example">${words.referenceExample}</p>
        ${reference && html`<p class="fault" id="reference-fault">${reference.words}</p>`}
        <input
          id="reference"
          name="reference"
          value="${asked.reference}"
          maxlength="80"
          autocomplete="off"
          autocapitalize="characters"
          aria-describedby="${reference ? 'reference-example reference-fault' : 'reference-example'}"
          ${reference && html`aria-invalid="true"`}
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
    links: {
      ofLetter: say`Le lien d’un de nos messages ouvre la commande jusqu’à la fin du spectacle, tant qu’un nouveau lien ne l’a pas remplacé.`,
      askedFor: say`Un lien demandé depuis « Mes billets » ouvre la commande une seule fois, dans le quart d’heure qui suit la demande.`,
    },
    enter: 'Ouvrir ma commande',
    share: say`Ne le transmettez pas : qui l’a peut déposer des justificatifs à votre place.`,
    find: 'Retrouver mes billets',
    notAsked: 'Aucun lien n’est parti',
    wholeEmail: 'Écrivez une adresse e-mail complète, par exemple camille@courriel.example : le lien y partira.',
    meant: (address: string) => say`Vouliez-vous écrire ${address} ? Corrigez, ou envoyez une seconde fois si l’adresse est bien celle-ci.`,
    wholeReference: say`Une référence compte huit lettres et chiffres, par exemple 7K2M-4Q9T. Laissez vide si vous ne l’avez pas.`,
    findText: say`Donnez l’adresse e-mail de votre commande : nous y envoyons un lien par séance à venir.`,
    reference: 'Référence de la commande, si vous l’avez',
    referenceExample: 'Huit lettres et chiffres, par exemple 7K2M-4Q9T.',
    email: 'Adresse e-mail',
    ask: 'Recevoir un lien',
    asked: 'Votre demande',
    askedTitle: 'Regardez votre messagerie',
    askedText:
      'Si une commande à venir est à cette adresse, un lien lui est envoyé. Il est valable un quart d’heure et ne sert qu’une fois.',
    askedAfter: say`Rien n’arrive ? Regardez dans les indésirables. L’adresse donnée en payant était peut-être mal écrite : appelez-nous, nous la corrigeons.`,
    askAgain: 'Essayer une autre adresse',
  },
  en: {
    yours: 'Your order',
    welcome: 'Your tickets and your proofs',
    links: {
      ofLetter: 'The link in one of our messages opens the order until the performance is over, unless a newer link has replaced it.',
      askedFor: 'A link asked for on “My tickets” opens the order once, within a quarter of an hour.',
    },
    enter: 'Open my order',
    share: 'Do not pass it on: whoever has it can send proofs in your place.',
    find: 'Find my tickets',
    notAsked: 'No link has left',
    wholeEmail: 'Write a whole e-mail address, for example camille@courriel.example: the link will be sent to it.',
    meant: (address: string) => `Did you mean ${address}? Correct it, or send it a second time if the address is right.`,
    wholeReference: 'A reference has eight letters and digits, for example 7K2M-4Q9T. Leave it empty if you do not have it.',
    findText: 'Give the e-mail address of your order: we send it a link for each performance to come.',
    reference: 'Reference of the order, if you have it',
    referenceExample: 'Eight letters and digits, for example 7K2M-4Q9T.',
    email: 'E-mail address',
    ask: 'Get a link',
    asked: 'Your request',
    askedTitle: 'Look at your mailbox',
    askedText: 'If an order to come belongs to this address, a link is sent to it. It lasts a quarter of an hour and opens once.',
    askedAfter:
      'Nothing comes? Look among the junk mail. The address given with the payment may have been mistyped: call us, we put it right.',
    askAgain: 'Try another address',
  },
};
