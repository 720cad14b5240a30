import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';

/** 32 bytes that open the keys of the files, and the name under which a file remembers which one. */
interface MasterKey {
  readonly id: string;
  readonly key: Buffer;
}

/** New files use `current`; `others` still open what was sealed before a change of key. */
export interface MasterKeys {
  readonly current: MasterKey;
  readonly others: readonly MasterKey[];
}

export interface FileKeys {
  /** A new key, and the form in which it may lie beside the file. */
  create(proofId: string): { readonly key: Buffer; readonly wrapped: string };
  unwrap(proofId: string, wrapped: string): Buffer;
}

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

const Wrapped = z.strictObject({ masterKey: z.string(), iv: z.base64(), key: z.base64(), tag: z.base64() });

export function createFileKeys(masterKeys: MasterKeys): FileKeys {
  const known = [masterKeys.current, ...masterKeys.others];
  for (const master of known) {
    if (master.key.length !== KEY_BYTES) throw new Error(`The master key ${master.id} must have ${KEY_BYTES} bytes.`);
  }

  return {
    create(proofId) {
      const key = randomBytes(KEY_BYTES);
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', masterKeys.current.key, iv, { authTagLength: TAG_BYTES });
      cipher.setAAD(label(proofId));
      const sealed = Buffer.concat([cipher.update(key), cipher.final()]);
      const wrapped = {
        masterKey: masterKeys.current.id,
        iv: iv.toString('base64'),
        key: sealed.toString('base64'),
        tag: cipher.getAuthTag().toString('base64'),
      } satisfies z.infer<typeof Wrapped>;
      return { key, wrapped: JSON.stringify(wrapped) };
    },

    unwrap(proofId, text) {
      const wrapped = Wrapped.parse(JSON.parse(text));
      const master = known.find((each) => each.id === wrapped.masterKey);
      if (!master) throw new Error(`Proof ${proofId} was sealed with the master key ${wrapped.masterKey}, which is not configured.`);
      const decipher = createDecipheriv('aes-256-gcm', master.key, Buffer.from(wrapped.iv, 'base64'), { authTagLength: TAG_BYTES });
      decipher.setAAD(label(proofId));
      decipher.setAuthTag(Buffer.from(wrapped.tag, 'base64'));
      try {
        return Buffer.concat([decipher.update(Buffer.from(wrapped.key, 'base64')), decipher.final()]);
      } catch (fault) {
        throw new Error(`The key of proof ${proofId} does not open with the master key ${master.id}.`, { cause: fault });
      }
    },
  };
}

function label(proofId: string): Buffer {
  return Buffer.from(`${proofId}/key`);
}
