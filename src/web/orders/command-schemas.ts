import { DECISION_KINDS, takesReason, takesWords } from '../../domain/decision/decision';
import { REASONS } from '../../domain/decision/reason';
import { paragraph } from '../typed-text';
import { saying } from '../words/field-faults';
import { SeatNo } from '../api/fields';
import { z } from '../api/zod';

export const Answer = z
  .strictObject({
    seats: z.union([z.literal('all'), z.array(SeatNo).min(1).max(50)]).openapi({ description: '`all`: every seat still under review.' }),
    kind: z.enum(DECISION_KINDS),
    reason: z.enum(REASONS).optional().openapi({ description: 'With `refuse` alone, and always there.' }),
    words: paragraph(2000).optional().openapi({ description: 'Shown to the spectator as they are; with `refuse` and `more-info`.' }),
  })
  .refine(({ kind, reason }) => reason === undefined || takesReason(kind), {
    path: ['reason'],
    ...saying('Un motif n’accompagne qu’un refus.', 'A reason goes with a refusal only.'),
  })
  .refine(({ kind, words }) => words === undefined || takesWords(kind), {
    path: ['words'],
    ...saying('Un message n’accompagne qu’un refus ou une demande de précision.', 'A message goes with a refusal or a question only.'),
  })
  .openapi('Answer');

export const Revocation = z.strictObject({ reason: z.enum(REASONS), words: paragraph(2000).optional() }).openapi('Revocation');

export const Obeyed = z
  .object({
    command: z.string(),
    seq: z.int().openapi({ description: 'Of the change, once recorded.' }),
    late: z.array(SeatNo).openapi({ description: 'Seats that somebody else had already settled.' }),
  })
  .openapi('Obeyed');
