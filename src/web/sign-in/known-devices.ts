import type { Request, Response } from 'express';
import type { StaffMember } from '../../ports/staff';
import { letStaffIn } from '../session';
import type { Site } from '../visit';

const NAME = /^(?:__Host-)?appareil-[1-9]\d{0,14}$/;
/** No browser keeps a cookie longer. */
const LASTS_MS = 400 * 24 * 3_600_000;
/** Colleagues who share a machine: more are nobody's. */
const MOST = 20;

/** What this browser keeps of those who came in with it before: a cookie each. They are judged with the account. */
export function knownDevices(request: Request): readonly string[] {
  const cookies: Readonly<Record<string, unknown>> = request.cookies;
  const values = Object.entries(cookies).flatMap(([name, value]) => (NAME.test(name) && typeof value === 'string' ? [value] : []));
  return values.slice(0, MOST);
}

/** In, with a session of their own, and this browser is one that they came in with. */
export async function letMemberIn(
  { needs }: Site,
  { request, response }: { readonly request: Request; readonly response: Response },
  { member, device }: { readonly member: StaffMember; readonly device: string },
): Promise<void> {
  await letStaffIn(request, member, needs.clock.now());
  rememberDevice(response, { staff: member.id, device, secure: needs.settings.publicUrl.startsWith('https:') });
}

interface Remembered {
  readonly staff: number;
  readonly device: string;
  readonly secure: boolean;
}

function rememberDevice(response: Response, { staff, device, secure }: Remembered): void {
  const name = `${secure ? '__Host-' : ''}appareil-${staff}`;
  response.cookie(name, device, { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: LASTS_MS });
}
