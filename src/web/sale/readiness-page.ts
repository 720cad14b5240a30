import { capital } from '../../domain/first-letter';
import { READINESS_STEPS, serviceOf, type MissingStep, type ReadinessStep } from '../../domain/sale/missing-step';
import type { PerformanceReadiness } from '../../ports/sale/readiness';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { STATE_ICONS } from '../page/icons';
import { errorNotice, notice } from '../page/notice';
import { pathOf } from '../paths';
import type { Visit } from '../visit';
import { listed } from '../../domain/listed';
import { inLetters } from '../../wording/numbers';
import { doneWords, lastHeard } from '../words/readiness/done';
import { missingWords } from '../words/readiness/missing';
import { STEPS } from '../words/readiness/steps';
import { say } from '../../wording/typography';
import { deskPage } from '../desk/desk-page';
import type { DeskVisit } from '../desk/desk-visit';
import { wayTo } from './ways';

/** Whether a performance can go online: ten steps, each done or to do, with where to do it. */
export function readinessPage(desk: DeskVisit, readiness: PerformanceReadiness, error?: string): string {
  const { performance, facts } = readiness;
  const day = desk.visit.calendar.fullMoment(performance.startsAt);
  const places = facts.places.reduce((sum, { count }) => sum + count, 0);
  const seating = performance.seating === 'numbered' ? 'places numérotées' : 'placement libre';
  return deskPage(desk, {
    at: 'sales',
    title: `Mise en vente, ${performance.showTitle}, ${day}`,
    error: error !== undefined,
    body: html`<div class="readiness">
      <p class="small"><a href="${pathOf('deskSales')}">Séances</a> / ${performance.showTitle}</p>
      <div class="headline">
        <div>
          <h1>${capital(day)}</h1>
          <p class="small">${performance.showTitle}, ${performance.room}, ${seating}, ${places} places</p>
        </div>
        ${button(desk, readiness)}
      </div>
      ${error !== undefined && errorNotice('Rien n’a changé', [error])} ${news(desk, readiness)}
      <ol class="steps">
        ${READINESS_STEPS.map((step, index) => stepLine(desk, { step, no: index + 1, readiness }))}
      </ol>
      <p>
        <a href="${pathOf('deskSaleRules', { performance: performance.id })}">Règles de vente et réserves</a>
      </p>
    </div>`,
  });
}

function button({ visit }: DeskVisit, { ready, facts: { performanceId, publishedAt } }: PerformanceReadiness): Html {
  if (publishedAt !== undefined)
    return html`<form method="post" action="${pathOf('deskUnpublish', { performance: performanceId })}">
      ${visit.guardField()}<button class="plain" type="submit">Retirer de la vente en ligne</button>
    </form>`;
  const disabled = !ready && html`aria-disabled="true" aria-describedby="notice"`;
  return html`<form method="post" action="${pathOf('deskPublish', { performance: performanceId })}">
    ${visit.guardField()}<button type="submit" ${disabled}>Mettre en ligne</button>
  </form>`;
}

function news({ visit: { calendar } }: DeskVisit, { ready, missing, facts: { publishedAt } }: PerformanceReadiness): Html {
  const steps = [...new Set(missing.map(({ where }) => where))];
  const names = steps.map((step) => STEPS[step].name.fr);
  const left = say`${remaining(steps.length)} : ${listed(names, 'fr')}.`;
  if (publishedAt !== undefined && ready)
    return notice('Cette séance est en ligne', say`Depuis le ${calendar.moment(publishedAt)}. Les commandes déjà passées restent valables si vous la retirez.`); // prettier-ignore
  if (publishedAt !== undefined) return notice('Cette séance est en ligne, mais quelque chose lui manque', left);
  if (ready) return notice('Cette séance peut être mise en ligne', 'Toutes les étapes sont faites.');
  return notice('Cette séance ne peut pas encore être mise en ligne', say`${left} Le bouton s’ouvrira dès que ce sera fait.`);
}

function remaining(count: number): string {
  return say`Il reste ${count === 1 ? 'une étape' : `${inLetters(count, 'fr')} étapes`} sur ${READINESS_STEPS.length}`;
}

interface Line {
  readonly step: ReadinessStep;
  readonly no: number;
  readonly readiness: PerformanceReadiness;
}

function stepLine({ visit }: DeskVisit, { step, no, readiness: { facts, missing } }: Line): Html {
  const lacks = missing.filter(({ where }) => where === step);
  const done = lacks.length === 0;
  return html`<li class="${done ? 'done' : 'todo'}">
    <span class="no" aria-hidden="true">${no}</span>
    <div>
      <h2>${STEPS[step].title.fr}</h2>
      ${done && html`<p class="small">${doneWords(step, facts, visit.calendar)}</p>`} ${lacks.map((one) => lackLines(visit, one, facts))}
      ${!done && wayTo(visit, lacks, facts)}
    </div>
    <span class="chip ${done ? 'approved' : 'awaiting-proof'}"
      >${done ? STATE_ICONS.approved : STATE_ICONS['awaiting-proof']}<span>${done ? 'Fait' : 'À faire'}</span></span
    >
  </li>`;
}

/** What is missing; of a server also when it was last heard. */
function lackLines({ calendar }: Visit, lack: MissingStep, facts: PerformanceReadiness['facts']): readonly Html[] {
  const service = serviceOf(lack.code);
  const heard = service && lastHeard(facts, calendar, service);
  return [
    ...missingWords(lack, facts).map(({ fr }) => html`<p>${fr}</p>`),
    ...(heard === undefined ? [] : [html`<p class="small">${heard}</p>`]),
  ];
}
