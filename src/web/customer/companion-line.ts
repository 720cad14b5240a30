import type { Html } from '../page/html';
import { html } from '../page/html';
import type { Visit } from '../visit';
import type { Standing } from './standing';

/** Why a companion’s seat waits for no document. */
export function companionLine({ language }: Visit, { withoutHolder, goesToDoor }: Standing): Html | undefined {
  const why = withoutHolder ? WITHOUT_HOLDER : goesToDoor ? WITH_HOLDER_AT_DOOR : undefined;
  return why && html`<p>${why[language]}</p>`;
}

const WITHOUT_HOLDER = {
  fr: 'Le tarif d’accompagnateur va avec la place de la personne accompagnée, qui n’est plus à son tarif. Il n’y a plus de document à envoyer.',
  en: 'The companion’s tariff goes with the seat of the person accompanied, which is no longer at its own. There is no document to send any more.',
};
const WITH_HOLDER_AT_DOOR = {
  fr: 'La personne accompagnée présente son justificatif à l’accueil : cette place peut s’y présenter avec la sienne. Il n’y a pas de document à envoyer.',
  en: 'The person accompanied shows their proof at the door: this seat may go with theirs. There is no document to send.',
};
