import type { RequestHandler } from 'express';
import type { WebSettings } from './needs';
import { ForeignForm } from './problem';

const READING: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];
/** `none`: the person did it, no page (Fetch Metadata Request Headers, 2.3). */
const OURS: readonly string[] = ['same-origin', 'none'];

/**
 * What changes something comes from a page of this very site: browsers say where it comes from, beside the token of the
 * form. A program that says nothing has no cookie of anybody's to misuse.
 */
export function ownFormsOnly({ publicUrl }: Pick<WebSettings, 'publicUrl'>): RequestHandler {
  const ourHost = new URL(publicUrl).host;
  return (request, _response, next) => {
    if (READING.includes(request.method)) return next();
    const site = request.get('sec-fetch-site');
    const origin = request.get('origin');
    const foreign =
      site === undefined ? origin !== undefined && ![ourHost, request.get('host')].includes(hostOf(origin)) : !OURS.includes(site);
    return next(foreign ? new ForeignForm() : undefined);
  };
}

/** `Origin: null` is nobody's. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
