import { z } from './zod';

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().openapi({ description: 'Stable: what a program decides by.' }),
    reference: z.string().optional().openapi({ description: 'To quote when the fault is ours.' }),
    errors: z
      .array(
        z.object({
          in: z.enum(['body', 'query', 'path', 'header']),
          pointer: z.string().openapi({ description: 'JSON pointer (RFC 6901) into that part of the request.' }),
          detail: z.string(),
          line: z.int().optional().openapi({ description: 'Of a file, from 1.' }),
          column: z.int().optional(),
        }),
      )
      .optional()
      .openapi({ description: 'Every field at fault.' }),
    facts: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .optional()
      .openapi({ description: 'What the title is about, such as the seconds to wait.' }),
  })
  .openapi('Problem', {
    description: 'RFC 9457. Title and details are in the language of the request (`?lang=en`, else `Accept-Language`).',
  });
