import { Instant, Reference } from '../api/fields';
import { z } from '../api/zod';

export const MailLine = z
  .object({
    id: z.int(),
    receivedAt: Instant,
    verdict: z.string(),
    why: z.string(),
    order: Reference.optional(),
    review: z.int().optional(),
    sender: z.string().optional(),
    subject: z.string().optional(),
    extract: z.string().optional(),
    notUnderstood: z.string().optional().openapi({ description: 'The first words that were not understood, as typed.' }),
    needsAPerson: z.boolean(),
    inPart: z
      .boolean()
      .optional()
      .openapi({ description: 'Only headers and the first part of the text are kept; the mailbox has the rest.' }),
    settled: z.object({ how: z.enum(['applied', 'dismissed']), by: z.string(), at: Instant, reason: z.string().optional() }).optional(),
  })
  .openapi('MailLine');

export const Mail = MailLine.extend({
  raw: z.base64().openapi({ description: 'The message as it came (RFC 5322), or as much of it as is kept, in base64.' }),
}).openapi('Mail');
