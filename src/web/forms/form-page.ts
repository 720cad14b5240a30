import type { Request } from 'express';

/** In the query of a page: the answer to a form that it shows (kept-answer.ts). */
export const ANSWER = 'reponse';

/** Where the form stood: by its path alone a form may have no page of its own. */
export function formPage(request: Request): string {
  const told = request.get('referer') ?? '';
  const from = URL.canParse(told) ? new URL(told) : undefined;
  return from?.host === request.get('host') ? withoutAnswer(`${from?.pathname}${from?.search}`) : request.path;
}

/** The same page, in the language that was chosen. One leading slash: two would name another host. */
export function withoutAnswer(address: string): string {
  const [path = '', query] = address.split('?', 2);
  const asked = new URLSearchParams(query);
  for (const name of [ANSWER, 'lang']) asked.delete(name);
  const here = path.replace(/^[/\\]+/, '/');
  return asked.size > 0 ? `${here}?${asked.toString()}` : here;
}

export function pathIn(address: string): string {
  return address.split('?', 1).join('');
}
