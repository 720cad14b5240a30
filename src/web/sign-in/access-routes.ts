import { ACCOUNT_DEEDS } from '../../use-cases/access/manage-accounts';
import { NEW_LINK_LETTERS } from '../../use-cases/access/new-link-letter';
import { ROLES } from '../../ports/staff';
import type { Site } from '../visit';
import { line, mailAddress } from '../typed-text';
import { commandHead } from '../api/command-head';
import type { ApiRoute } from '../api/route';
import { keyRoute } from '../api/route';
import { Id, Instant, OfOrder } from '../api/fields';
import { byKey } from '../settings/of-venue';
import { z } from '../api/zod';

const HEAD = { tag: 'Access', roles: ['admin'] } as const;
const Name = line(120);
const RoleName = z.enum(ROLES);

const Accounts = z.object({
  accounts: z.array(
    z
      .object({
        id: z.int(),
        name: z.string(),
        email: z.string(),
        role: RoleName,
        active: z.boolean(),
        invited: z.boolean().openapi({ description: 'Has a password still to choose.' }),
        signedInAt: Instant.optional(),
      })
      .openapi('Account'),
  ),
});
const Keys = z.object({
  keys: z.array(
    z.object({ id: z.int(), name: z.string(), role: RoleName, createdAt: Instant, revokedAt: Instant.optional() }).openapi('ApiKey'),
  ),
});
const DEEDS = {
  retire: 'Let a person in no more',
  restore: 'Undo that',
  invite: 'End what lets them in, and send a new invitation',
} as const;

/** Who may come in, people and programs, and how that is taken back: at once, sessions included. */
export function accessRoutes(site: Site): readonly ApiRoute[] {
  return [...accountRoutes(site), ...apiKeyRoutes(site), renewalRoute(site), correctionRoute(site)];
}

function accountRoutes({ needs }: Site): readonly ApiRoute[] {
  const { manageAccounts: manage } = needs.deeds;
  const all = { ...HEAD, path: '/staff', says: 'All accounts, retired ones too', response: Accounts } as const;
  const standing = async () => ({ accounts: [...(await needs.accounts.list())] });
  const OfAccount = z.object({ id: Id });
  return [
    keyRoute({ ...all, method: 'get', summary: 'Who may come in at the desk' }, standing),
    keyRoute(
      {
        ...{ ...all, method: 'post', summary: 'Invite somebody: they choose their own password', status: 201 },
        ...{ body: z.strictObject({ name: Name, email: line(254), role: RoleName }), refuses: ['already-exists', 'address-not-accepted'] },
      },
      async ({ body, key }) => {
        await manage.invite(body, byKey(key));
        return standing();
      },
    ),
    keyRoute(
      {
        ...{ ...all, method: 'put', path: '/staff/{id}/role', summary: 'Change what somebody may do' },
        ...{ params: OfAccount, body: z.strictObject({ role: RoleName }), refuses: ['account-not-found', 'last-admin'] },
      },
      async ({ params, body, key }) => {
        await manage.changeRole(params.id, body.role, byKey(key));
        return standing();
      },
    ),
    ...ACCOUNT_DEEDS.map((deed) =>
      keyRoute(
        {
          ...{ ...all, method: 'post', path: `/staff/{id}/${deed}`, summary: DEEDS[deed], params: OfAccount },
          refuses: ['account-not-found', 'last-admin', ...(deed === 'invite' ? (['address-not-accepted'] as const) : [])],
        },
        async ({ params, key }) => {
          await (deed === 'invite' ? manage.inviteAgain(params.id, byKey(key)) : manage[deed](params.id, byKey(key)));
          return standing();
        },
      ),
    ),
  ];
}

function apiKeyRoutes({ needs }: Site): readonly ApiRoute[] {
  const { manageAccounts: manage } = needs.deeds;
  const all = { ...HEAD, path: '/api-keys', says: 'All keys, revoked ones too', response: Keys } as const;
  const standing = async () => ({ keys: [...(await needs.accounts.keys())] });
  return [
    keyRoute({ ...all, method: 'get', summary: 'The programs that have a key' }, standing),
    keyRoute(
      {
        ...{ ...HEAD, method: 'post', path: '/api-keys', summary: 'Make a key', status: 201, says: 'The key, told this once' },
        ...{
          body: z.strictObject({ name: Name, role: RoleName }),
          response: z.object({ id: z.int(), key: z.string() }).openapi('NewApiKey'),
        },
      },
      ({ body, key }) => manage.addKey(body, byKey(key)),
    ),
    ...(['revoke', 'restore'] as const).map((deed) =>
      keyRoute(
        {
          ...{ ...all, method: 'post', path: `/api-keys/{id}/${deed}`, params: z.object({ id: Id }) },
          ...{ summary: deed === 'revoke' ? 'End a key, at once' : 'Undo that', refuses: ['key-not-found'] },
        },
        async ({ params, key }) => {
          await manage[deed === 'revoke' ? 'revokeKey' : 'restoreKey'](params.id, byKey(key));
          return standing();
        },
      ),
    ),
  ];
}

const NEW_LINK = {
  version: z.int().openapi({ description: 'Of the link that opens the order now.' }),
  letter: z.enum(NEW_LINK_LETTERS).openapi({
    description:
      'Of the letter with it: `sent`, handed to the mail host; `waiting`, the host could not be reached and the worker sends it as soon as it can; `refused`, the host takes no mail for that address: correct it; `unneeded`, the address was this one already: this call sends none.',
  }),
};

function correctionRoute({ needs }: Site): ApiRoute {
  const head = commandHead(needs.secrets);
  return keyRoute(
    {
      ...{ method: 'post', path: '/orders/{reference}/address', tag: 'Orders', roles: ['reviewer', 'cashier', 'admin'] },
      ...{ summary: 'Correct the customer’s mail address: a letter with a new link leaves to it', idempotent: true },
      ...{
        params: OfOrder,
        says: 'Corrected. Letters that had reached nobody and still are so, the tickets among them, leave to it as well',
        response: z.object(NEW_LINK).openapi('CorrectedAddress'),
      },
      body: z.strictObject({ email: mailAddress() }).openapi('NewAddress'),
      refuses: ['order-not-found', 'order-over', 'address-of-the-house', 'key-used-already'],
    },
    (call) => needs.deeds.correctAddress(call.params.reference, { ...head(call), email: call.body.email }),
  );
}

function renewalRoute({ needs }: Site): ApiRoute {
  const head = commandHead(needs.secrets);
  return keyRoute(
    {
      ...{ method: 'post', path: '/orders/{reference}/link/renewal', tag: 'Orders', roles: ['reviewer', 'cashier', 'admin'] },
      ...{ summary: 'Replace the customer’s link: the earlier ones open nothing any more, a letter leaves', idempotent: true },
      ...{ params: OfOrder, says: 'Replaced', response: z.object(NEW_LINK).openapi('RenewedLink') },
      refuses: ['order-not-found', 'order-over', 'no-address'],
    },
    (call) => needs.deeds.renewCustomerLink(call.params.reference, head(call)),
  );
}
