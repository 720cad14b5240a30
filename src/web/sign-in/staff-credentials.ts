import { hash, hashSync, verify } from '@node-rs/argon2';
import { generateSecret, generateURI, verify as verifyTotp } from 'otplib';
import type { Credentials } from '../../use-cases/access/sign-in';

/** OWASP's second profile for Argon2id: 42 ms on a small machine. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** A clock that is half a minute off still signs in (RFC 6238 5.2). */
const SECONDS_OFF = 30;

export interface NewCredentials {
  hashPassword(password: string): Promise<string>;
  newCodeSecret(): string;
  /** `otpauth://…`, for the QR code of an authenticator. */
  codeAddress(secret: string, email: string): string;
}

/** Passwords by Argon2id, one-time codes by TOTP. */
export function createStaffCredentials(): Credentials & NewCredentials {
  return {
    nobodysHash: hashSync('nobody', ARGON2ID),
    verifyPassword: (passwordHash, password) => verify(passwordHash, password),
    async verifyCode(secret, code, now) {
      if (secret === '' || !/^\d{6}$/.test(code)) return false;
      const epoch = Math.floor(Date.parse(now) / 1000);
      const { valid } = await verifyTotp({ secret, token: code, epoch, epochTolerance: SECONDS_OFF });
      return valid;
    },
    hashPassword: (password) => hash(password, ARGON2ID),
    newCodeSecret: () => generateSecret(),
    codeAddress: (secret, email) => generateURI({ issuer: 'Contremarque', label: email, secret }),
  };
}
