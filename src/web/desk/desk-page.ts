import type { Html, Piece } from '../page/html';
import { html } from '../page/html';
import type { Page } from '../page/layout';
import { wholePage } from '../page/layout';
import { shortBody, type ShortPage } from '../page/short-page';
import { pathOf } from '../paths';
import { speakerOf } from '../visit';
import { typeset } from '../../wording/typography';
import type { DeskVisit } from './desk-visit';
import { inboxNotice } from '../mails/inbox-notice';
import { REVIEWERS, SELLERS } from './desk-visit';

export interface DeskPage {
  readonly title: string;
  readonly at: 'queue' | 'search' | 'sales' | 'mails' | 'till' | 'statistics' | 'door' | 'settings' | 'account';
  readonly body: Piece;
  readonly error?: boolean;
  readonly scripts?: NonNullable<Page['scripts']>;
}

/** A page of the desk: what waits is on top, and who looks. */
export function deskPage(desk: DeskVisit, { at, body, ...page }: DeskPage): string {
  return wholePage('fr', {
    ...page,
    title: `${page.title} · Contremarque`,
    style: 'desk.css',
    body: html`<div class="desk">
      ${header(desk, at)}
      <main id="main" tabindex="-1">${inboxNotice(desk.mailboxes, desk.visit)} ${body}</main>
    </div>`,
  });
}

/** Who reads, and what waits, as far as it may be asked: a page that tells a fault asks the database nothing. */
export interface DeskFrame {
  readonly visit: DeskVisit['visit'];
  readonly who?: DeskVisit['who'] | undefined;
  readonly waiting?: DeskVisit['waiting'] | undefined;
}

/** What was refused or went wrong at the desk, in the desk's own frame. */
export function deskErrorPage(frame: DeskFrame, { title, over, text, way, after }: ShortPage): string {
  return wholePage('fr', {
    title: `${title} · Contremarque`,
    style: 'desk.css',
    error: true,
    body: html`<div class="desk">
      ${header(frame)}
      <main id="main" tabindex="-1" class="text">${shortBody({ title, over, text, way, after })}</main>
    </div>`,
  });
}

function header({ who, visit, waiting }: DeskFrame, at?: DeskPage['at']): Html {
  const count = (things?: number) => (things === undefined ? '' : ` (${counted(things)})`);
  const tab = (name: DeskPage['at'], href: string, words: string) =>
    html`<a href="${href}" ${name === at && html`aria-current="page"`}>${words}</a>`;
  const reviews = who && REVIEWERS.includes(who.role);
  return html`<header class="site">
    <a class="brand" href="${pathOf('desk')}"
      ><img src="${pathOf('assets')}/icon.svg" alt="" width="32" height="32" /> <span>Contremarque</span></a
    >
    <nav aria-label="Guichet">
      ${reviews && tab('queue', pathOf('desk'), typeset(`À contrôler${count(waiting?.orders)}`))}
      ${tab('search', pathOf('deskSearch'), 'Rechercher')}
      ${reviews && tab('mails', pathOf('deskMails'), `Courriers à vérifier${count(waiting?.mails)}`)}
      ${who?.role === 'admin' && tab('sales', pathOf('deskSales'), 'Séances')}
      ${who && SELLERS.includes(who.role) && tab('till', pathOf('deskTill'), 'Caisse')}
      ${tab('statistics', pathOf('deskStatistics'), 'Statistiques')}
      ${who && SELLERS.includes(who.role) && tab('door', pathOf('checkIn'), 'Entrées')}
      ${who?.role === 'admin' && tab('settings', pathOf('deskSettings'), 'Réglages')}
    </nav>
    ${who && signOut(visit, who)}
  </header>`;
}

function signOut(visit: DeskVisit['visit'], { name }: DeskVisit['who']): Html {
  return html`<form class="who" method="post" action="${pathOf('deskSignOut')}">
    ${visit.guardField()}
    <p>
      ${speakerOf(visit) !== undefined && `${speakerOf(visit)}, `}<a href="${pathOf('deskAccount')}">${name}</a> ·
      <button class="link" type="submit">Quitter</button>
    </p>
  </form>`;
}

function counted(count: number): string {
  return count >= 100 ? '99+' : `${count}`;
}
