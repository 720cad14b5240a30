import { DEADLINE_OUTCOMES, POLICY_LIMITS } from '../../domain/venue-policy';
import type { DeadlineOutcome, PolicyDuration, VenuePolicy } from '../../domain/venue-policy';
import { HOUR } from '../../domain/time';
import type { Html } from '../page/html';
import { html } from '../page/html';
import { pathOf } from '../paths';
import type { DeskVisit } from '../desk/desk-visit';
import { settingsPage } from './settings-page';

interface Shown {
  readonly policy: VenuePolicy;
  readonly read: Html;
  readonly done?: string | undefined;
  readonly errors?: readonly string[] | undefined;
}

const MINUTE = 60_000;

/** In which unit each delay is typed. */
export const DELAY_UNITS = { deadlineMs: HOUR, undoMs: MINUTE, gatherMs: MINUTE, nudgeAfterMs: HOUR } as const satisfies Record<
  PolicyDuration,
  number
>;

/** How long one waits, and what happens then. */
export function delaysPage(desk: DeskVisit, { policy, read, done, errors }: Shown): string {
  return settingsPage(desk, {
    title: 'Délais',
    intro: 'Vaut pour les commandes payées après ce changement. Une commande déjà payée garde les délais du jour de son paiement.',
    done,
    errors,
    body: html`<form class="fields" method="post" action="${pathOf('deskDelays')}">
      ${desk.visit.guardField()} ${read} ${deadline(policy)} ${seats(policy)} ${answers(policy)}
      <button type="submit">Enregistrer ces délais</button>
    </form>`,
  });
}

function deadline(policy: VenuePolicy): Html {
  return html`${delay(policy, {
      name: 'deadlineMs',
      title: 'Date limite des justificatifs, en heures avant la séance',
      how: 'Payée plus tard que cela, une commande a 4 heures, et 2 heures avant la séance au plus tard ; après, le justificatif est demandé à l’entrée.',
    })}
    <fieldset class="ticks">
      <legend>À la date limite, pour une place sans justificatif accepté</legend>
      ${DEADLINE_OUTCOMES.map(
        (outcome) =>
          html`<label
            ><input type="radio" name="deadlineOutcome" value="${outcome}" ${policy.deadlineOutcome === outcome && html`checked`} />
            ${OUTCOMES[outcome]}</label
          >`,
      )}
      <p class="small">
        Une place que vous n’avez pas encore vérifiée part toujours, à présenter à l’entrée : notre retard ne lui coûte rien.
      </p>
    </fieldset>`;
}

const OUTCOMES: Readonly<Record<DeadlineOutcome, string>> = {
  'check-at-door': 'Le billet part, le justificatif est demandé à l’entrée',
  'full-price-then-door': 'Le plein tarif est proposé jusqu’à deux heures avant la séance, puis le billet part, à vérifier à l’entrée',
  refund: 'La place est remboursée et retourne à la vente',
};

function seats({ fullPriceAtOnce, doorAllowed }: VenuePolicy): Html {
  return html`<fieldset class="ticks">
      <legend>Places à plein tarif d’une commande qui attend un justificatif</legend>
      <label
        ><input type="radio" name="fullPriceAtOnce" value="no" ${!fullPriceAtOnce && html`checked`} /> Partent avec les premiers billets
        acceptés</label
      >
      <label><input type="radio" name="fullPriceAtOnce" value="yes" ${fullPriceAtOnce && html`checked`} /> Partent dès le paiement</label>
    </fieldset>
    <fieldset class="ticks">
      <legend>Montrer son justificatif à l’accueil plutôt que l’envoyer</legend>
      <label><input type="radio" name="doorAllowed" value="yes" ${doorAllowed && html`checked`} /> Le spectateur peut le choisir</label>
      <label><input type="radio" name="doorAllowed" value="no" ${!doorAllowed && html`checked`} /> Ce choix n’est pas proposé</label>
    </fieldset>`;
}

function answers(policy: VenuePolicy): Html {
  return html`${delay(policy, {
    name: 'undoMs',
    title: 'Temps pour revenir sur une réponse, en minutes',
    how: 'Les billets partent ensuite. 0 : ils partent aussitôt. Aucun délai à moins de deux heures de la séance.',
  })}
  ${delay(policy, {
    name: 'gatherMs',
    title: 'Attente des autres justificatifs d’une même commande, en minutes',
    how: 'Après un premier envoi, avant d’écrire à ceux qui vérifient : une seule lettre pour tous.',
  })}
  ${delay(policy, {
    name: 'nudgeAfterMs',
    title: 'Relance de ceux qui vérifient, en heures sans réponse',
    how: 'Si la date limite approche, la relance part plus tôt, puis une alerte à l’adresse prévue.',
  })}`;
}

interface Delay {
  readonly name: PolicyDuration;
  readonly title: string;
  readonly how: string;
}

function delay(policy: VenuePolicy, { name, title, how }: Delay): Html {
  const unit = DELAY_UNITS[name];
  const { least, most } = POLICY_LIMITS[name];
  const value = Math.round((policy[name] / unit) * 100) / 100;
  return html`<label for="${name}">${title}</label>
    <p class="small" id="${name}-how">De ${Math.ceil(least / unit)} à ${most / unit}. ${how}</p>
    <input
      id="${name}"
      name="${name}"
      type="number"
      min="${least / unit}"
      max="${most / unit}"
      step="any"
      value="${value}"
      required
      aria-describedby="${name}-how"
    />`;
}
