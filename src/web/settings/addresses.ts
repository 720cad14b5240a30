import { Router } from 'express';
import type { Request } from 'express';
import { z } from 'zod';
import type { VenueAddresses } from '../../domain/venue-settings';
import { readField, stillAs } from '../forms/as-read';
import { questionsAbout, SHOWN_SLIPS } from '../likely-slips';
import { NotFound } from '../problem';
import { ROUTES } from '../paths';
import type { Site } from '../visit';
import { ADDRESS_FIELDS, TypedAddresses } from './address-fields';
import { addressesPage } from './addresses-page';
import { doneIn, obey } from './settings';
import type { SettingsVisit } from './settings-visit';
import { settingsVisit } from './settings-visit';

const Address = z.string().trim().max(320);
const Added = z.object({ name: z.string().max(500), address: Address });
const Shown = z.object({ [SHOWN_SLIPS]: z.string().max(2000).catch('') });
const Renamed = Added.pick({ name: true });

/** « Adresses »: who is written to, and where answers come in. */
export function deskAddresses(site: Site): Router {
  const { deeds, venueSettings } = site.needs;
  const { changeSettings } = deeds;
  const router = Router();
  router.get(ROUTES.deskAddresses, async (request, response) => {
    const opened = await settingsVisit(site, request, response);
    response.send(await page(opened, { done: doneIn(request, 'Les prochaines lettres suivent ces adresses.') }));
  });

  router.post(ROUTES.deskAddresses, site.csrf.guard, async (request, response) => {
    const opened = await settingsVisit(site, request, response);
    const typed = TypedAddresses.parse(request.body);
    const { senderName: _name, ...written } = typed;
    const addresses = { ...opened.venue, ...typed };
    const questions = questionsAsked(request, Object.values(written));
    if (questions.length > 0) return void response.status(422).send(await page(opened, { addresses, errors: questions }));
    await obey(response, 'deskAddresses', {
      deed: () => changeSettings.addresses(opened.venue.id, typed, { ...opened.by, unchanged: stillAs(request, addressesOf) }),
      refused: (errors) => page(opened, { addresses, errors }),
    });
  });

  router.post(ROUTES.deskReviewers, site.csrf.guard, async (request, response) => {
    const opened = await settingsVisit(site, request, response);
    const added = Added.parse(request.body);
    const questions = questionsAsked(request, [added.address]);
    if (questions.length > 0) return void response.status(422).send(await page(opened, { added, errors: questions }));
    await obey(response, 'deskAddresses', {
      deed: () => changeSettings.addReviewer(opened.venue.id, added, opened.by),
      refused: (errors) => page(opened, { added, errors }),
    });
  });

  router.post(ROUTES.deskReviewer, site.csrf.guard, async (request, response) => {
    const opened = await settingsVisit(site, request, response);
    const { name } = Renamed.parse(request.body);
    await obey(response, 'deskAddresses', {
      deed: () => changeSettings.renameReviewer(opened.venue.id, { id: reviewerIn(request), name }, opened.by),
      refused: (errors) => page(opened, { errors }),
    });
  });

  router.post(ROUTES.deskReviewerRetire, site.csrf.guard, async (request, response) => {
    const opened = await settingsVisit(site, request, response);
    await obey(response, 'deskAddresses', {
      deed: () => changeSettings.retireReviewer(opened.venue.id, reviewerIn(request), opened.by),
      refused: (errors) => page(opened, { errors }),
    });
  });
  return router;

  async function page(
    { desk, venue }: SettingsVisit,
    shown: Partial<Omit<Parameters<typeof addressesPage>[1], 'reviewers' | 'read'>>,
  ): Promise<string> {
    return addressesPage(desk, {
      addresses: venue,
      read: readField(addressesOf(venue)),
      ...shown,
      reviewers: await venueSettings.reviewers(venue.id),
    });
  }
}

function addressesOf(venue: VenueAddresses) {
  return ADDRESS_FIELDS.map(({ field }) => venue[field]);
}

function questionsAsked(request: Request, addresses: readonly string[]): readonly string[] {
  return questionsAbout(addresses, Shown.parse(request.body)[SHOWN_SLIPS]);
}

function reviewerIn(request: Request): number {
  const id = Number(request.params['reviewer']);
  if (!Number.isSafeInteger(id) || id < 1) throw new NotFound();
  return id;
}
