import { Router } from 'express';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { LARGEST_PROOF, PROOF_FORMATS } from '../../domain/proof-rules';
import type { VenueView } from '../../domain/order-view';
import { RefusedEntry } from '../../domain/catalogue/refused-entry';
import { Refusal } from '../../domain/refusal';
import { DEADLINE_OUTCOMES } from '../../domain/venue-policy';
import { pathOf, ROUTES } from '../paths';
import type { Site } from '../visit';
import { CHANGED_MEANWHILE, readField, stillAs } from '../forms/as-read';
import { refusalWords } from '../words/refusals';
import { typeset } from '../../wording/typography';
import { delaysPage, DELAY_UNITS } from './delays-page';
import { proofsPage } from './proofs-page';
import { settingsIndex, type SettingsRoute } from './settings-page';
import { settingsVisit } from './settings-visit';

const YesNo = z.enum(['yes', 'no']).transform((word) => word === 'yes');
const Proofs = z
  .object({
    proofsOnline: YesNo,
    attachProofs: YesNo,
    labelFr: z.string().trim().max(200),
    labelEn: z.string().trim().max(200),
    formats: z.union([z.enum(PROOF_FORMATS).transform((one) => [one]), z.array(z.enum(PROOF_FORMATS))]).default([]),
    maxBytes: z.coerce.number().int().max(LARGEST_PROOF),
  })
  .transform(({ labelFr, labelEn, formats, maxBytes, ...switches }) => ({
    ...switches,
    proofsLabel: { fr: labelFr, en: labelEn },
    proofRules: { formats, maxBytes },
  }));
const Delay = (unit: number) => z.coerce.number().min(0).max(10_000).transform((count) => Math.round(count * unit)); // prettier-ignore
const Delays = z.object({
  deadlineMs: Delay(DELAY_UNITS.deadlineMs),
  undoMs: Delay(DELAY_UNITS.undoMs),
  gatherMs: Delay(DELAY_UNITS.gatherMs),
  nudgeAfterMs: Delay(DELAY_UNITS.nudgeAfterMs),
  deadlineOutcome: z.enum(DEADLINE_OUTCOMES),
  fullPriceAtOnce: YesNo,
  doorAllowed: YesNo,
});

/** « Réglages »: the index, and the venue's switches. */
export function deskSettings(site: Site): Router {
  const { changeSettings } = site.needs.deeds;
  const router = Router();
  router.get(ROUTES.deskSettings, async (request, response) => {
    const { desk } = await settingsVisit(site, request, response);
    response.send(settingsIndex(desk));
  });

  router.get(ROUTES.deskProofSettings, async (request, response) => {
    const { desk, venue } = await settingsVisit(site, request, response);
    response.send(
      proofsPage(desk, {
        settings: proofsOf(venue),
        read: readField(proofsOf(venue)),
        done: doneIn(request, 'Les réglages des justificatifs sont enregistrés.'),
      }),
    );
  });

  router.post(ROUTES.deskProofSettings, site.csrf.guard, async (request, response) => {
    const { desk, venue, by } = await settingsVisit(site, request, response);
    const settings = Proofs.parse(request.body);
    await obey(response, 'deskProofSettings', {
      deed: () => changeSettings.proofs(venue.id, settings, { ...by, unchanged: stillAs(request, proofsOf) }),
      refused: (errors) => proofsPage(desk, { settings, read: readField(proofsOf(venue)), errors }),
    });
  });

  router.get(ROUTES.deskDelays, async (request, response) => {
    const { desk, venue } = await settingsVisit(site, request, response);
    const done = doneIn(request, 'Les délais valent pour les prochaines commandes.');
    response.send(delaysPage(desk, { policy: venue.policy, read: readField(delaysOf(venue)), done }));
  });

  router.post(ROUTES.deskDelays, site.csrf.guard, async (request, response) => {
    const { desk, venue, by } = await settingsVisit(site, request, response);
    const policy = Delays.parse(request.body);
    await obey(response, 'deskDelays', {
      deed: () => changeSettings.deadlines(venue.id, policy, { ...by, unchanged: stillAs(request, delaysOf) }),
      refused: (errors) => delaysPage(desk, { policy: { ...venue.policy, ...policy }, read: readField(delaysOf(venue)), errors }),
    });
  });
  return router;
}

/** What the page of the proofs shows, and its form may change. */
function proofsOf({ proofsLabel, proofRules, attachProofs, policy: { proofsOnline } }: VenueView) {
  return { proofsLabel, proofRules, attachProofs, proofsOnline };
}

function delaysOf({ policy: { proofsOnline: _elsewhere, ...delays } }: VenueView) {
  return delays;
}

interface Deed {
  readonly deed: () => Promise<unknown>;
  readonly refused: (errors: readonly string[]) => string | Promise<string>;
}

/** Done and shown again, or the page with what was typed and why it was refused. */
export async function obey(response: Response, page: SettingsRoute, { deed, refused }: Deed): Promise<void> {
  try {
    await deed();
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    response.status(refusalWords(refusal.code).status).send(await refused(refusedWords(refusal)));
    return;
  }
  response.redirect(303, pathOf(page, undefined, { fait: 'oui' }));
}

/** Where a field is at fault, in the words of this page's field; else in those of the rule. */
function refusedWords(refusal: Refusal): readonly string[] {
  if (refusal instanceof RefusedEntry)
    return refusal.faults.map(({ pointer, says }) => FIELD_WORDS[pointer.replace('#/', '')] ?? typeset(says.fr));
  if (refusal.code === 'changed-meanwhile') return [typeset(CHANGED_MEANWHILE)];
  return [FIELD_WORDS[String(refusal.detail['field'])] ?? refusalWords(refusal.code).words.fr];
}

export function doneIn(request: Request, words: string): string | undefined {
  return request.query['fait'] === 'oui' ? words : undefined;
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  'proofRules/formats': 'Gardez au moins un format de fichier.',
  'proofRules/maxBytes': 'Le poids va d’un demi-mégaoctet à 5\u00a0Mo.',
  deadlineMs: 'La date limite va de 3 heures à 7 jours avant la séance.',
  undoMs: 'Le temps pour revenir sur une réponse va de 0 à 120\u00a0minutes.',
  gatherMs: 'L’attente des autres justificatifs va de 0 à 120\u00a0minutes.',
  nudgeAfterMs: 'La relance part après 1 heure au moins, 7 jours au plus.',
  authservId: 'Le nom du serveur va avec le premier choix, et seulement avec lui : des lettres, des chiffres, des points et des tirets.',
  sameTenant: 'Le courrier interne n’est cru qu’avec le deuxième choix.',
  name: 'Ce nom n’est pas lisible : une ligne, avec des lettres.',
};
