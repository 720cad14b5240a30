/** Who did it. `reviewer` is an address of the venue, `staff` a person signed in at the desk, `api-key` a program. */
export type Actor =
  | { readonly role: 'customer' }
  | { readonly role: 'system' }
  | { readonly role: 'reviewer'; readonly id: number }
  | { readonly role: 'staff'; readonly id: number }
  | { readonly role: 'api-key'; readonly id: number };

export const SYSTEM = { role: 'system' } as const satisfies Actor;
export const CUSTOMER = { role: 'customer' } as const satisfies Actor;

/** `reviewer:3`, as audit rows carry it. */
export function actorName(actor: Actor): string {
  return 'id' in actor ? `${actor.role}:${actor.id}` : actor.role;
}
