import type { Language } from '../../domain/language';
import { assetUrl } from '../assets';
import { carryingButton, enterButton } from '../forms/carried-form';
import type { ScriptName } from '../page-scripts';
import { pathOf, ROUTES } from '../paths';
import { noticePath, termsPath } from './venue-pages';
import type { Visit } from '../visit';
import { speakerOf } from '../visit';
import type { Html, Piece } from './html';
import { html, withLineBreaks } from './html';

export interface Page {
  readonly title: string;
  readonly body: Piece;
  /** Something was refused: the title says so first (WCAG 3.3.1). */
  readonly error?: boolean;
  readonly scripts?: readonly ScriptName[];
  /** Without scripts the page is looked up again after so many seconds. */
  readonly looksAgainAfter?: number | undefined;
  readonly width?: 'text';
  /** Its own style beside that of the site. */
  readonly style?: 'desk.css';
  /** The id of its form, where there is one to fill in: what was typed comes along into the other language. */
  readonly form?: string | undefined;
  /** That form goes back to the basket with what was typed: so does the tab of the basket. */
  readonly keptInBasket?: boolean;
}

/** A page for spectators: sign of the venue on top, how to reach it at the foot. */
export function publicPage(visit: Visit, page: Page): string {
  return wholePage(visit.language, {
    ...page,
    title: [page.title, speakerOf(visit) ?? []].flat().join(' · '),
    body: [
      publicHeader(visit, page),
      html`<main id="main" tabindex="-1" class="${page.width ?? 'wide'}">${page.body}</main>`,
      publicFooter(visit),
    ],
  });
}

/** The outermost markup of every page, the desk's included. */
export function wholePage(language: Language, { title, body, error, scripts = [], looksAgainAfter, style }: Page): string {
  const words = WORDS[language];
  const page = html`<html lang="${language}" data-theme="light">
    <head>
      <meta charset="utf-8" />
      <title>${error ? words.error : ''}${title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light" />
      <meta name="robots" content="noindex" />
      <link rel="icon" href="${pathOf('assets')}/icon.svg" type="image/svg+xml" />
      <link rel="stylesheet" href="${assetUrl('site.css')}" />
      ${style && html`<link rel="stylesheet" href="${assetUrl(style)}" />`}
      ${looksAgainAfter !== undefined && html`<noscript><meta http-equiv="refresh" content="${looksAgainAfter}" /></noscript>`}
      ${scripts.map((script) => html`<script src="${assetUrl(script)}" defer></script>`)}
    </head>
    <body>
      <a class="skip" href="#main">${words.skip}</a>
      ${body}
    </body>
  </html>`;
  return `<!doctype html>\n${withLineBreaks(page.markup)}`;
}

function publicHeader(visit: Visit, { form, keptInBasket = false }: Page): Html {
  const { house, language, path, request } = visit;
  // The page that tells a fault may come before there is a session.
  const seats = request.session?.basket?.seats.length ?? 0;
  const words = WORDS[language];
  const basketName = `${words.basket} (${seats})`;
  const tab = (href: string, name: string, under: readonly string[]) => html`<a href="${href}" ${isHere(path, href, under)}>${name}</a>`;
  return html`<header class="site${seats > 0 && ' full'}">
    <a class="brand" href="${pathOf('home')}"
      >${house && html`<img src="${pathOf('logoOfVenue', { venue: house.id })}" alt="" width="36" height="36" />`}
      <span>${speakerOf(visit) ?? 'Contremarque'}</span></a
    >
    <nav aria-label="${words.nav}">
      ${form !== undefined && enterButton(form)} ${tab(pathOf('home'), words.programme, SHOP)}
      ${seats > 0 && (keptInBasket && form !== undefined ? basketButton(form, basketName) : tab(pathOf('basket'), basketName, BASKET))}
      ${tab(pathOf('findOrder'), words.myTickets, MINE)} ${languageSwitch(visit, form)}
    </nav>
  </header>`;
}

/** The way back to the basket that the form itself has. */
function basketButton(form: string, name: string): Html {
  return html`<button class="tab" type="submit" form="${form}" name="back" value="1" formnovalidate aria-current="true">${name}</button>`;
}

function languageSwitch({ language, path }: Visit, form: string | undefined): Html {
  const other = language === 'fr' ? 'en' : 'fr';
  const words = html`<span class="narrow">${other.toUpperCase()}</span><span class="roomy">${WORDS[language].other}</span>`;
  if (form !== undefined) return carryingButton(form, { language: other, words });
  return html`<a href="${path}?lang=${other}" lang="${other}" hreflang="${other}">${words}</a>`;
}

const SHOP = ['/spectacles/', '/seances/'];
const BASKET = [`${ROUTES.basket}/`];
const MINE = ['/commande/', '/c/', '/entrer/'];

/** The page itself, or one of its part of the site. */
function isHere(path: string, href: string, under: readonly string[]): Html | false {
  if (path === href) return html`aria-current="page"`;
  return under.some((start) => path.startsWith(start)) && html`aria-current="true"`;
}

function publicFooter(visit: Visit): Html {
  const { language } = visit;
  const words = WORDS[language];
  return html`<footer class="site">
    ${contacts(visit)} ${signOutForm(visit)}
    <p>
      <a href="${pathOf('accessibility')}">${words.accessibility}</a> · <a href="${pathOf('personalData')}">${words.personalData}</a> ·
      <a href="${termsPath(visit)}">${words.termsOfSale}</a> · <a href="${noticePath(visit)}">${words.legalNotice}</a>
    </p>
  </footer>`;
}

/** Of the venue that speaks, or of each. */
function contacts({ house, venues, language }: Visit): readonly Html[] {
  const words = WORDS[language];
  return (house ? [house] : venues).map(
    ({ name, phone, openingHours, email }) =>
      html`<p>
        <strong>${house ? words.question : `${name}${words.colon}`}</strong>
        <a class="plain nowrap" href="tel:${phone.replaceAll(/[^\d+]/g, '')}">${phone}</a>, ${openingHours[language]}, ${words.or}
        <a class="unbroken" href="mailto:${email}">${email}</a>
      </p>`,
  );
}

/** Whoever was let in can close the door behind them; pages that tell a fault carry no form. */
function signOutForm({ request, language, guardField }: Visit): Html | undefined {
  if ((request.session?.orders ?? []).length === 0) return undefined;
  const guard = guardField();
  if (guard.markup === '') return undefined;
  return html`<form method="post" action="${pathOf('signOut')}">
    ${guard}
    <p><button class="link" type="submit">${WORDS[language].signOut}</button></p>
  </form>`;
}

const WORDS = {
  fr: {
    error: 'Erreur\u00a0: ',
    skip: 'Aller au contenu',
    nav: 'Navigation principale',
    programme: 'Programme',
    basket: 'Panier',
    myTickets: 'Mes billets',
    other: 'English',
    question: 'Une question\u202f?',
    colon: '\u00a0:',
    or: 'ou',
    accessibility: 'Accessibilité\u00a0: non conforme',
    personalData: 'Données personnelles',
    signOut: 'Fermer mes commandes sur cet appareil',
    termsOfSale: 'Conditions de vente',
    legalNotice: 'Mentions légales',
  },
  en: {
    error: 'Error: ',
    skip: 'Skip to content',
    nav: 'Main navigation',
    programme: 'Programme',
    basket: 'Basket',
    myTickets: 'My tickets',
    other: 'Français',
    question: 'A question?',
    colon: ':',
    or: 'or',
    accessibility: 'Accessibility: not compliant',
    personalData: 'Personal data',
    signOut: 'Close my orders on this device',
    termsOfSale: 'Terms of sale',
    legalNotice: 'Legal notice',
  },
} as const satisfies Record<Language, Readonly<Record<string, string>>>;
