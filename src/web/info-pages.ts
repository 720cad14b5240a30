import { Router } from 'express';
import type { Request, Response } from 'express';
import { textName } from '../domain/texts/text-kind';
import type { Html } from './page/html';
import { html, wholeWords } from './page/html';
import { publicPage } from './page/layout';
import { noticePath, termsPath } from './page/venue-pages';
import { venueWords } from './page/venue-words';
import { ROUTES } from './paths';
import { NotFound } from './problem';
import type { Site, Visit } from './visit';
import { atVenue, visitOf } from './visit';
import { say } from '../wording/typography';

/** Pages that are the same for everybody. */
export function infoPages(site: Site): Router {
  const router = Router();
  for (const [route, page] of [
    [ROUTES.personalData, PERSONAL_DATA],
    [ROUTES.accessibility, ACCESSIBILITY],
  ] as const) {
    router.get(route, async (request, response) => {
      const visit = await visitOf(site, request, response);
      const { title, paragraphs } = page[visit.language];
      const several = visit.house === undefined;
      const contact = (visit.house ? [visit.house] : visit.venues).map(
        ({ name, email, phone }) =>
          html`<p>${several && `${name}, `}<a href="mailto:${email}">${wholeWords(email)}</a>, ${wholeWords(phone)}</p>`,
      );
      const body = html`<h1>${title}</h1>
        ${paragraphs.map((text) => html`<p>${text}</p>`)} ${page === PERSONAL_DATA && doorInstead(visit)} ${contact}`;
      response.send(publicPage(visit, { title, body, width: 'text' }));
    });
  }
  for (const [route, kind] of [
    [ROUTES.termsOfSale, 'terms-of-sale'],
    [ROUTES.legalNotice, 'legal-notice'],
    [ROUTES.venueTerms, 'terms-of-sale'],
    [ROUTES.venueNotice, 'legal-notice'],
  ] as const) {
    router.get(route, async (request, response) => {
      const visit = await venueVisit(site, request, response);
      const title = textName(kind)[visit.language];
      if (!visit.house) return response.send(textOfEach(visit, title, kind));
      const { language, paragraphs } = await site.needs.deeds.readPageText(visit.house, kind, visit.language);
      const text = venueWords(paragraphs);
      const body = html`<h1>${title}</h1>
        ${language === visit.language ? text : inFrench(visit.house.name, text)}`;
      return response.send(publicPage(visit, { title, body, width: 'text' }));
    });
  }
  for (const route of [ROUTES.venueLogo, ROUTES.logoOfVenue]) {
    router.get(route, async (request, response) => sendLogo(response, await venueVisit(site, request, response)));
  }
  return router;

  async function sendLogo(response: Response, { house }: Visit): Promise<void> {
    const logo = house && (await site.needs.pictures.of(house.id)).logo;
    if (!logo) return response.redirect(302, `${ROUTES.assets}/icon.svg`);
    response.set('Cache-Control', 'public, max-age=3600').type(logo[0] === 0x89 ? 'png' : 'jpeg').send(logo); // prettier-ignore
  }
}

/** Where a venue offers the door: each settles it. */
function doorInstead({ venues, house, language }: Visit): Html | false {
  const offering = (house ? [house] : venues).filter(({ policy }) => policy.proofsOnline && policy.doorAllowed);
  if (offering.length === 0) return false;
  const where = !house && offering.length < venues.length && offering.map(({ name }) => name).join(', ');
  const sentence = DOOR_INSTEAD[language];
  return html`<p>${where && `${where}${language === 'fr' ? '\u00a0' : ''}: `}${sentence}</p>`;
}

const DOOR_INSTEAD = {
  fr: 'Plutôt que d’envoyer un justificatif, vous pouvez préférer le présenter à l’accueil.',
  en: 'Rather than sending a proof, you may prefer to show it at the door.',
};

function inFrench(venue: string, text: readonly Html[]): Html {
  return html`<p class="small">${venue} has written this page in French. Ask the box office for what you do not understand.</p>
    <div class="words" lang="fr">${text}</div>`;
}

/** Each venue has its own. */
function textOfEach(visit: Visit, title: string, kind: 'terms-of-sale' | 'legal-notice'): string {
  if (visit.venues.length === 0) throw new NotFound();
  const path = kind === 'terms-of-sale' ? termsPath : noticePath;
  const body = html`<h1>${title}</h1>
    <ul>
      ${visit.venues.map(({ id, name }) => html`<li><a href="${path({ venue: id })}">${name}</a></li>`)}
    </ul>`;
  return publicPage(visit, { title, body, width: 'text' });
}

/** Of the venue in the address; the plain address is that of the only one, or of the organizer. */
async function venueVisit(site: Site, request: Request, response: Response): Promise<Visit> {
  const visit = await visitOf(site, request, response);
  const named = request.params['venue'];
  if (named === undefined) return visit;
  const venue = /^\d{1,9}$/.test(String(named)) ? await site.needs.venueSettings.venue(Number(named)) : undefined;
  if (!venue) throw new NotFound();
  return atVenue(visit, venue);
}

const PERSONAL_DATA = {
  fr: {
    title: 'Données personnelles',
    paragraphs: [
      'Vos nom et adresse e-mail servent à vous envoyer vos billets et à vous reconnaître à l’accueil.',
      say`Votre justificatif sert uniquement à vérifier votre droit au tarif réduit. Il est gardé chiffré, consulté par les agents de billetterie habilités, et chaque consultation est consignée. Il est supprimé automatiquement : la date est écrite à côté de chaque fichier. Il reste alors seulement notre réponse.`,
      say`Un document qui touche à la santé n’est lu qu’avec votre accord, et supprimé dès notre réponse.`,
      'Vous pouvez demander à consulter, corriger ou effacer ce qui vous concerne, ou vous opposer à son usage, en écrivant à la billetterie. Vous pouvez aussi saisir la CNIL.',
      'Ce site pose seulement les cookies nécessaires à votre commande et à la langue choisie. Ce que vous tapez pour commander reste dans l’onglet de votre navigateur tant que vous ne l’envoyez pas. Le site ne mesure ni ne partage rien.',
    ],
  },
  en: {
    title: 'Personal data',
    paragraphs: [
      'Your name and e-mail address serve to send you your tickets and to recognise you at the door.',
      'Your proof is used only to check your right to the reduced tariff. It is kept encrypted, seen by authorised box-office staff, and every look is recorded. It is deleted automatically: the date stands beside each file. Only our answer remains.',
      'A document that concerns health is read with your agreement only, and deleted as soon as we have answered.',
      'You may ask to see, correct or erase what concerns you, or object to its use, by writing to the box office. You may also turn to the French data protection authority, the CNIL.',
      'This site sets only the cookies that your order and your choice of language need. What you type for an order stays in your browser’s tab until you send it. The site measures and shares nothing.',
    ],
  },
};

/** Without an audit a service is « non conforme » (RGAA, « Déclaration d’accessibilité » ; décret 2019-768, art. 5). */
const ACCESSIBILITY = {
  fr: {
    title: 'Accessibilité',
    paragraphs: [
      say`État de conformité : non conforme. Aucun audit n’a encore été mené selon le référentiel général d’amélioration de l’accessibilité (RGAA) : tant qu’il reste à faire, un site se déclare ainsi, et nous ne pouvons pas dire quels critères il respecte.`,
      say`Ces pages sont faites pour être lues par tous : au clavier, sans JavaScript, agrandies, ou par un lecteur d’écran. Un outil automatique les vérifie à chaque changement ; il ne voit qu’une partie des défauts.`,
      say`Quelque chose vous arrête ? Écrivez-nous ou appelez-nous : nous prenons vos justificatifs et vos demandes aussi par ces voies.`,
      say`Si notre réponse ne vous aide pas, vous pouvez saisir le Défenseur des droits (defenseurdesdroits.fr).`,
    ],
  },
  en: {
    title: 'Accessibility',
    paragraphs: [
      'Conformance: not compliant. No audit by the French accessibility reference (RGAA) was made yet: until there is one, a site declares itself so, and we cannot say which criteria it meets.',
      'These pages are made to be read by everybody: by keyboard, without JavaScript, enlarged, or by a screen reader. An automatic tool checks them at each change; it sees a part of the flaws only.',
      'Does something stop you? Write or call: we take your proofs and requests that way too.',
      'If our answer does not help you, you may turn to the French Defender of Rights (defenseurdesdroits.fr).',
    ],
  },
};
