import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { CommandHead } from '../../ports/order-runs';
import type { Html } from '../page/html';
import { html } from '../page/html';

const Typed = z.object({ command: z.uuid().catch(() => randomUUID()) });

/** Each form is one deed: pressed twice, or sent again from a page that was left open, it is the same one. */
export function commandField(): Html {
  return html`<input type="hidden" name="command" value="${randomUUID()}" />`;
}

export function customerCommand(body: unknown): CommandHead {
  return { command: `customer-${Typed.parse(body ?? {}).command}`, by: { role: 'customer' }, door: 'customer-area' };
}
