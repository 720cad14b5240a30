import { Refusal } from '../../domain/refusal';
import { MAIL_LISTS } from '../../ports/mail/inbound-mail';
import { line } from '../typed-text';
import type { Site } from '../visit';
import { mailBody } from '../api/bodies';
import { commandHead } from '../api/command-head';
import type { ApiRoute } from '../api/route';
import { keyRoute } from '../api/route';
import { Mail, MailLine } from './mail-schemas';
import { Answer, Obeyed } from '../orders/command-schemas';
import { namingMember } from '../orders/member-at-fault';
import { Id, Reference } from '../api/fields';
import { pageOf } from '../api/page-size';
import { z } from '../api/zod';

const TAG = 'Mails';
const ROLES = ['reviewer', 'admin'] as const;
const ofMail = z.object({ id: Id });

/** Mails that came in, and what a person makes of those that no machine could make sense of. */
export function mailRoutes({ needs }: Site): readonly ApiRoute[] {
  const { inboundMail, deeds, secrets } = needs;
  const head = commandHead(secrets);
  const list = keyRoute(
    {
      method: 'get',
      path: '/mails',
      tag: TAG,
      roles: ROLES,
      summary: 'Mails that came in, newest first',
      query: z.object({
        show: z.enum(MAIL_LISTS).default('to-check').openapi({
          description: '`to-check`: those that wait for a person. `not-applied`: all that decided nothing, machines and duplicates too.',
        }),
        verdict: z.string().max(40).optional(),
        order: Reference.optional(),
        sender: z.string().max(320).optional(),
        before: Id.optional().openapi({ description: 'The `next` of the page before.' }),
        limit: pageOf({ most: 200, otherwise: 50 }),
      }),
      says: 'One page of the list',
      response: z.object({ mails: z.array(MailLine), next: z.int().optional() }).openapi('MailList'),
    },
    async ({ query }) => {
      const mails = await inboundMail.list(query);
      return { mails: mails.map(mailBody), next: mails.length === query.limit ? mails.at(-1)?.id : undefined };
    },
  );

  const show = keyRoute(
    {
      method: 'get',
      path: '/mails/{id}',
      tag: TAG,
      roles: ROLES,
      summary: 'One mail, as it came',
      params: ofMail,
      says: 'The mail',
      response: Mail,
      refuses: ['mail-not-found'],
    },
    async ({ params }) => {
      const mail = await inboundMail.find(params.id);
      if (!mail) throw new Refusal('mail-not-found', `No mail ${params.id}.`);
      return { ...mailBody(mail), raw: mail.raw.toString('base64') };
    },
  );

  const apply = keyRoute(
    {
      method: 'post',
      path: '/mails/{id}/apply',
      tag: TAG,
      roles: ROLES,
      summary: 'Decide as the mail meant it; its attachments become no proofs',
      params: ofMail,
      body: z
        .strictObject({ order: Reference.optional(), answers: z.array(Answer).min(1).max(50), attested: z.boolean().optional() })
        .openapi('MailMeaning', {
          description:
            '`order`: needed when the mail is not known to be about one. `attested`: true to accept; you have checked the proof, and keep no copy.',
        }),
      says: 'Recorded, and off the list',
      response: Obeyed,
      refuses: ['mail-not-found', 'mail-already-settled', 'mail-of-another-order', 'order-not-found', 'already-decided', 'not-allowed-now', 'proof-not-seen', 'reason-needed', 'note-needed', 'attestation-needed'], // prettier-ignore
    },
    async ({ params, body, key, idempotencyKey }) => {
      const by = head({ key, idempotencyKey }).by;
      const meaning = { ...body, attested: body.attested === true, by, door: 'api' } as const;
      const { command, seq, late } = await namingMember(body, () => deeds.settleMail.apply(params.id, meaning));
      return { command, seq, late: [...late] };
    },
  );

  const dismiss = keyRoute(
    {
      method: 'post',
      path: '/mails/{id}/dismiss',
      tag: TAG,
      roles: ROLES,
      summary: 'Take a mail off the list',
      params: ofMail,
      body: z.strictObject({ reason: line(500) }).openapi('Dismissal'),
      says: 'Off the list',
      response: z.object({ dismissed: z.literal(true) }),
      refuses: ['mail-not-found', 'mail-already-settled'],
    },
    async ({ params, body, key }) => {
      await deeds.settleMail.dismiss(params.id, { ...body, by: { role: 'api-key', id: key.id } });
      return { dismissed: true as const };
    },
  );
  return [list, show, apply, dismiss];
}
