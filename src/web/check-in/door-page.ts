import { CHECK_IN_VERDICTS } from '../../domain/check-in';
import type { PerformanceView } from '../../domain/order-view';
import type { AdmissionCount, CheckInAnswer } from '../../ports/tickets/check-ins';
import { assetsOfAPage } from '../assets';
import { deskPage } from '../desk/desk-page';
import type { DeskVisit } from '../desk/desk-visit';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { pathOf } from '../paths';
import { TO_CONFIRM, verdictBlock, VERDICT_TITLES } from './verdict';

interface Door {
  readonly performance: PerformanceView;
  readonly count: AdmissionCount;
  /** The id of the next entry. */
  readonly entry: string;
  readonly shown?: { readonly ticket: string; readonly typed: boolean; readonly answer: CheckInAnswer } | undefined;
}

const SCRIPTS = ['door.js', 'door-camera.js'] as const;

/** One field for the scanner, one answer that is seen from afar. Without JavaScript each ticket is a form sent. */
export function doorPage(desk: DeskVisit, door: Door): string {
  const { performance, count, shown, entry } = door;
  const { calendar } = desk.visit;
  return deskPage(desk, {
    at: 'door',
    title: `Entrées, ${performance.showTitle}`,
    scripts: SCRIPTS,
    body: html`<div
      class="door"
      data-door="${performance.id}"
      data-zone="${desk.visit.timeZone}"
      data-entries="${pathOf('checkInEntries', { performance: performance.id })}"
      data-list="${pathOf('checkInList', { performance: performance.id })}"
      data-reader="${pathOf('assets')}/jsqr.js"
      data-alone="${pathOf('checkInScript')}"
      data-scope="${pathOf('checkIn')}/"
      data-keep="${assetsOfAPage(...SCRIPTS).join(' ')}"
    >
      <h1 class="review-title">${performance.showTitle}</h1>
      <p class="small">
        ${calendar.deadline(performance.startsAt)}, ${performance.room} · <a href="${pathOf('checkIn')}">autre représentation</a>
      </p>
      <div id="answer" role="status" aria-live="assertive">${shown && verdictBlock(desk.visit, { performance, ...shown, entry })}</div>
      ${scanForm(desk, door)} ${countLine(count)}
      <p class="small" data-network hidden></p>
      <p class="small" data-kept hidden>Page et liste gardées ici : le contrôle continue sans réseau.</p>
      ${aloneTemplates()}
    </div>`,
  });
}

function scanForm({ visit }: DeskVisit, { performance, entry }: Door): Html {
  return html`<form class="scan" method="post" action="${pathOf('checkInHouse', { performance: performance.id })}" data-show>
      ${visit.guardField()}<input type="hidden" name="id" value="${entry}" />
      <label for="ticket">Billet</label>
      <p class="small" id="ticket-where">
        Scannez le code, ou tapez l’un des deux numéros imprimés dessous, comme <span class="nowrap">000 123</span> ou
        <span class="nowrap">CM-7K2M-4Q9T-2</span>.
      </p>
      <input
        id="ticket"
        name="ticket"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        maxlength="400"
        required
        autofocus
        aria-describedby="ticket-where"
      />
      <button type="submit">Contrôler</button>
    </form>
    <p><button class="link" type="button" data-camera hidden>Scanner avec l’appareil photo</button></p>
    <video data-view hidden muted playsinline aria-label="Image de l’appareil photo"></video>`;
}

function countLine({ admitted, tickets, conflicts }: AdmissionCount): Html {
  return html`<p class="count">Entrées : <b class="left" data-admitted>${admitted}</b> sur <span data-tickets>${tickets}</span></p>
    <p class="small" data-conflicts ${conflicts === 0 && html`hidden`}>
      Hors ligne, à vérifier : <span data-conflict-count>${conflicts}</span> (billet déjà entré ailleurs, ou annulé).
    </p>`;
}

/** The answers of a device that is on its own; the same titles, the same shapes. */
function aloneTemplates(): Html {
  return html`${CHECK_IN_VERDICTS.map(
    (verdict) =>
      html`<template data-alone-verdict="${verdict}"
        ><section class="verdict ${verdict}" data-verdict="${verdict}">
          <h2>${VERDICT_TITLES[verdict]}</h2>
          <p data-detail></p>
          <p class="seat" data-seat></p>
          <p class="small">
            ${verdict === 'admitted' ? 'Hors ligne : transmis dès que le réseau revient.' : 'Hors ligne, selon la liste gardée ici.'}
          </p>
          ${TO_CONFIRM[verdict] && html`<button type="button" data-confirm="${TO_CONFIRM[verdict].says}">${TO_CONFIRM[verdict].words}</button>`}
        </section></template
      >`,
  )}`;
}
