import type { SenderAuthentication } from '../../src/domain/mail-authentication';
import type { VenueView } from '../../src/domain/order-view';
import { Refusal } from '../../src/domain/refusal';
import type { Change, Reviewer, VenueSettings } from '../../src/ports/settings/venue-settings';
import type { TextPlace, TextVersion, VenueTexts } from '../../src/ports/settings/venue-texts';

/** A venue's texts in memory, with the rules of the port. */
export function fakeVenueTexts(): VenueTexts {
  const kept: (TextVersion & TextPlace)[] = [];
  const at = (place: TextPlace) => kept.filter((one) => keyOf(one) === keyOf(place)).toReversed();
  return {
    current: async (place) => {
      const [last] = at(place);
      return { version: last?.version ?? 0, text: last?.text };
    },
    own: async (venue, language) => {
      const own = new Map(kept.filter((one) => one.venue === venue && one.language === language).map((one) => [one.kind, one.text]));
      return Object.fromEntries([...own].filter(([, text]) => text !== undefined));
    },
    latest: async (venue) => [...new Map(kept.filter((one) => one.venue === venue).map((one) => [keyOf(one), one])).values()],
    versions: async (place) => at(place),
    write: async (place, { base, by, door, ...text }) => {
      const version = (at(place)[0]?.version ?? 0) + 1;
      if (base !== version - 1) throw new Refusal('text-changed-meanwhile', 'Not the last one.', { field: 'base' });
      kept.push({ ...place, ...text, version, by: 'id' in by ? `${by.role}:${by.id}` : `${by.role} ${door}` });
      return version;
    },
  };
}

function keyOf({ venue, kind, language }: TextPlace): string {
  return `${venue}/${kind}/${language}`;
}

/** One venue's settings in memory; `house` is the venue as it stands. */
export function fakeVenueSettings(venue: VenueView, asked: readonly Reviewer[]) {
  let now = venue;
  let reviewers = [...asked];
  let authentication: SenderAuthentication = { mode: 'ar', authservId: 'mx.theatre-des-mariniers.example', sameTenant: false };
  const changes: Change[] = [];
  const settings: VenueSettings = {
    venue: async (id) => (id === now.id ? now : undefined),
    reviewers: async () => reviewers,
    inboxes: async (besides) => (besides === now.id ? [] : [now.inboxAddress]),
    writtenTo: async () => reviewers.filter(({ active }) => active).map(({ address }) => address),
    authentication: async () => authentication,
    changeAuthentication: async (_venue, what, change) => {
      authentication = what(authentication);
      changes.push(change);
    },
    change: async (_venue, what, change) => {
      now = { ...now, ...what(now) };
      changes.push(change);
    },
    addReviewer: async (_venue, { name, address }, change) => {
      const known = reviewers.find((one) => one.address === address);
      const added = { id: known?.id ?? reviewers.length + 1, name, address, active: true };
      reviewers = [...reviewers.filter(({ id }) => id !== added.id), added];
      changes.push(change);
      return added.id;
    },
    renameReviewer: async (_venue, { id, name }, change) => alter(id, { name }, change),
    retireReviewer: async (_venue, id, change) => {
      if (reviewers.every((one) => one.id === id || !one.active)) throw new Refusal('last-reviewer', 'The last one.');
      alter(id, { active: false }, change);
    },
  };
  return { ...settings, changes, house: () => now };

  function alter(id: number, by: Partial<Reviewer>, change: Change): void {
    if (!reviewers.some((one) => one.id === id)) throw new Refusal('reviewer-not-found', `No reviewer ${id}.`);
    reviewers = reviewers.map((one) => (one.id === id ? { ...one, ...by } : one));
    changes.push(change);
  }
}
