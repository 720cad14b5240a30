import { CHECK_IN_VERDICTS } from '../../domain/check-in';
import type { AloneVerdict } from '../../domain/check-in-alone';
import { UNTOLD } from '../../domain/check-in-alone';
import type { PerformanceView } from '../../domain/order-view';
import type { CheckInAnswer } from '../../ports/tickets/check-ins';
import { assetsOfAPage } from '../assets';
import { deskPage } from '../desk/desk-page';
import type { DeskVisit } from '../desk/desk-visit';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { pathOf } from '../paths';
import type { Visit } from '../visit';
import type { CountAtTheDoor } from './device';
import { DEVICE_WORDS, PAGE_WORDS } from './page-words';
import { confirmWords, toConfirm, verdictBlock } from './verdict';
import { verdictTitle, WORDS } from './words';

/** Somebody at the door. The frame is the desk's, in French; the door itself speaks to them in the language that they chose. */
export interface AtTheDoor extends DeskVisit {
  readonly reader: Visit;
}

interface Door {
  readonly performance: PerformanceView;
  readonly count: CountAtTheDoor;
  /** The id of the next entry. */
  readonly entry: string;
  readonly shown?: { readonly ticket: string; readonly typed: boolean; readonly answer: CheckInAnswer } | undefined;
}

const SCRIPTS = ['door.js'] as const;

/** One field for the scanner, one answer that is seen from afar. Without JavaScript each ticket is a form sent. */
export function doorPage(desk: AtTheDoor, door: Door): string {
  const { performance, count, shown, entry } = door;
  const { reader } = desk;
  const { language } = reader;
  const words = PAGE_WORDS[language];
  const title = words.entries(performance.showTitle);
  return deskPage(desk, {
    at: 'door',
    // A page that was sent is read from its title on: the answer comes first.
    title: shown ? `${verdictTitle(language, shown.answer)} · ${title}` : title,
    scripts: SCRIPTS,
    body: html`<div
      class="door"
      lang="${language}"
      data-door="${performance.id}"
      data-zone="${reader.timeZone}"
      data-entries="${pathOf('checkInEntries', { performance: performance.id })}"
      data-list="${pathOf('checkInList', { performance: performance.id })}"
      data-reader="${pathOf('assets')}/jsqr.js"
      data-alone="${pathOf('checkInScript')}"
      data-scope="${pathOf('checkIn')}/"
      data-keep="${assetsOfAPage(...SCRIPTS).join(' ')}"
      data-words="${JSON.stringify(DEVICE_WORDS[language])}"
    >
      <h1 class="review-title">${performance.showTitle}</h1>
      <p class="small">
        ${reader.calendar.weekdayMoment(performance.startsAt)}, ${performance.room} · <a href="${pathOf('checkIn')}">${words.another}</a> ·
        ${languageLink(reader)}
      </p>
      <div role="alert" data-alarms></div>
      <div id="answer" role="status" aria-live="assertive">${shown && verdictBlock(reader, { performance, ...shown, entry })}</div>
      ${scanForm(reader, door)} ${countLine(count, reader)}
      <p class="small" role="status" data-network></p>
      <p class="small" role="status" data-kept></p>
      <template data-kept-words>${words.keptHere}</template>
      ${aloneTemplates(reader)} ${leaveTemplates(reader)}
    </div>`,
  });
}

/** To the same page in the other language. */
export function languageLink({ language, request }: Visit): Html {
  const other = language === 'fr' ? 'en' : 'fr';
  return html`<a href="${request.path}?lang=${other}" lang="${other}" hreflang="${other}">${PAGE_WORDS[language].language}</a>`;
}

function scanForm({ guardField, language }: Visit, { performance, entry }: Door): Html {
  const words = PAGE_WORDS[language];
  return html`<form class="scan" method="post" action="${pathOf('checkInHouse', { performance: performance.id })}" data-show>
      ${guardField()}<input type="hidden" name="id" value="${entry}" />
      <label for="ticket">${words.ticket}</label>
      <p class="small" id="ticket-where">
        ${words.where} <span class="nowrap">000 123</span> ${words.orLike} <span class="nowrap">CM-7K2M-4Q9T-2</span>.
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
      <button type="submit">${words.check}</button>
    </form>
    <p><button class="link" type="button" data-camera hidden>${DEVICE_WORDS[language].openCamera}</button></p>
    <video data-view hidden muted playsinline aria-label="${words.cameraView}"></video>`;
}

function countLine({ admitted, tickets, conflicts }: CountAtTheDoor, { language }: Visit): Html {
  const words = PAGE_WORDS[language];
  return html`<p class="count">
      ${words.entered} <b class="left" data-admitted>${admitted}</b> ${words.outOf} <span data-tickets>${tickets}</span>
    </p>
    <div class="small" role="status" data-conflicts>
      ${
        conflicts.length > 0 &&
        html`<p>${words.conflicts}</p>
          <ul>
            ${conflicts.map((line) => html`<li>${line}</li>`)}
          </ul>`
      }
    </div>
    <template data-conflict-words>${words.conflicts}</template>`;
}

/** The answers of a device that is on its own; the same titles, the same shapes. */
function aloneTemplates({ language }: Visit): Html {
  const verdicts: readonly AloneVerdict[] = [...CHECK_IN_VERDICTS, ...UNTOLD];
  const words = PAGE_WORDS[language];
  return html`${verdicts.map(
    (verdict) =>
      html`<template data-alone-verdict="${verdict}"
        ><section class="verdict ${verdict}" data-verdict="${verdict}">
          <h2>${WORDS[language].titles[verdict]}</h2>
          <p data-detail>${detailAlone({ language }, verdict)}</p>
          <p class="seat" data-seat></p>
          ${verdict === 'number-to-confirm' && html`<p data-proof>${words.proofAlone}</p>`}
          <p class="small" ${verdict === 'admitted' && html`data-sent-later`}>
            ${verdict === 'admitted' ? words.sentLater : words.byTheList}
          </p>
          ${confirmAlone({ language }, verdict)} ${isUntold(verdict) && html`<button type="button" data-again>${words.askAgain}</button>`}
        </section></template
      >`,
  )}`;
}

type Spoken = Pick<Visit, 'language'>;

/** What is so whichever ticket it is; the device fills in the others. */
function detailAlone({ language }: Spoken, verdict: AloneVerdict): string {
  const words = PAGE_WORDS[language];
  if (verdict === 'number-to-confirm') return words.compareAlone;
  if (verdict === 'proof-to-show') return words.proofAlone;
  if (verdict === 'cancelled') return words.cancelledAlone;
  return verdict === 'unknown' ? WORDS[language].scanAgain : '';
}

function isUntold(verdict: AloneVerdict): verdict is (typeof UNTOLD)[number] {
  return UNTOLD.some((one) => one === verdict);
}

/** One step, whatever the ticket still owes: the device takes the button that fits. */
function confirmAlone({ language }: Spoken, verdict: AloneVerdict): readonly Html[] {
  if (isUntold(verdict)) return [];
  const steps = verdict === 'number-to-confirm' ? [false, true] : [false];
  return steps.flatMap((proofToShow) => {
    const said = toConfirm(verdict, proofToShow);
    return said.length === 0
      ? []
      : [
          html`<button type="button" data-confirm="${said.join(' ')}" data-proof-to-show="${String(proofToShow)}">
            ${confirmWords(language, said)}
          </button>`,
        ];
  });
}

/** Without a network nobody is signed out, and no page but this one opens: this page asks, and this page says so. */
function leaveTemplates({ language }: Visit): Html {
  const words = PAGE_WORDS[language];
  return html`<dialog class="leave" data-leave aria-labelledby="leave-title">
      <h2 id="leave-title" data-without-network="${words.leaveTitle}" data-unsent="${words.leaveUnsent}"></h2>
      <p data-leave-unsent></p>
      <p>${words.leaveErases} <span data-leave-later>${words.leaveLater}</span></p>
      <form method="dialog">
        <button value="stay" autofocus>${words.stay}</button>
        <button class="link" value="leave">${words.leave}</button>
      </form>
    </dialog>
    <template data-left
      ><section class="text" data-left-page>
        <h1 tabindex="-1">${words.leftTitle}</h1>
        <p>${words.leftMeans}</p>
        <p data-leave-unsent></p>
        <p><button type="button" data-close>${words.closeNow}</button></p>
      </section></template
    >`;
}
