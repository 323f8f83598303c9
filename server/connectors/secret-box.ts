import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { Fault } from '../../domain/error/fault.ts';
import { deriveKey } from './derive-key.ts';

/** Seals secrets for storage; `place` (such as `connection:01J…:credential`) binds a sealed text to where it is kept. */
export interface SecretBox {
  /** A text `sb1.<key id>.<nonce>.<ciphertext and tag>`, different at every call. */
  seal(plain: string, place: string): string;
  /** @throws Fault `SECRET_UNREADABLE` (not retryable) for another key, another place, or a changed text. */
  open(sealed: string, place: string): string;
  /** Whether a sealed text was made under a former key and should be sealed again. */
  isFormer(sealed: string): boolean;
}

const version = 'sb1';
const nonceBytes = 12;
const tagBytes = 16;

/** Makes a box that seals with AES-256-GCM under a key from `secret`, and also opens what former secrets sealed. */
export function createSecretBox(secret: string, formerSecrets: readonly string[] = []): SecretBox {
  const current = keyOf(secret);
  const keys = new Map([...formerSecrets.map(keyOf), current].map((each) => [each.id, each.key]));
  return {
    seal: (plain, place) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', current.key, nonce, { authTagLength: tagBytes });
      cipher.setAAD(boundTo(current.id, place));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return [version, current.id, nonce.toString('base64url'), body.toString('base64url')].join('.');
    },
    open: (sealed, place) => {
      const [format, id = '', nonceText = '', bodyText = '', ...rest] = sealed.split('.');
      const key = keys.get(id);
      if (format !== version || rest.length > 0) throw unreadable('its format is not known');
      if (!key) throw unreadable('it was sealed under another SIGNALBOX_SECRET');
      const nonce = Buffer.from(nonceText, 'base64url');
      const body = Buffer.from(bodyText, 'base64url');
      if (nonce.length !== nonceBytes || body.length < tagBytes) throw unreadable('it is damaged');
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
      decipher.setAAD(boundTo(id, place));
      decipher.setAuthTag(body.subarray(-tagBytes));
      try {
        return Buffer.concat([decipher.update(body.subarray(0, -tagBytes)), decipher.final()]).toString(
          'utf8',
        );
      } catch {
        throw unreadable('it was changed or moved');
      }
    },
    isFormer: (sealed) => sealed.split('.')[1] !== current.id,
  };
}

function keyOf(secret: string): { readonly id: string; readonly key: Buffer } {
  const key = deriveKey(secret, 'secret box');
  const id = createHash('sha256').update('key id').update(key).digest('hex').slice(0, 8);
  return { id, key };
}

function boundTo(keyId: string, place: string): Buffer {
  return Buffer.from(JSON.stringify([version, keyId, place]), 'utf8');
}

function unreadable(why: string): Fault {
  return new Fault('SECRET_UNREADABLE', `A stored secret cannot be opened: ${why}.`, { retryable: false });
}
