import { canonicalJson, type Json } from '../hash/canonical-json.ts';
import { sealValue } from '../hash/seal-value.ts';
import type { Human, Sealed, StreamEvent } from '../stream/event.ts';

/** A salt is exactly 32 hex digits, so that no part of it can pass for the beginning of the value. */
export const saltPattern = /^[0-9a-f]{32}$/;

/** The sealed values of one event, held against its seals. */
export interface OpenedSeals {
  /** Values whose seal agrees. */
  readonly human: Human;
  /** Names with a seal and no value beside it: erased or withheld. */
  readonly erased: readonly string[];
  /** Names whose value does not belong to the seal, or that have no seal. */
  readonly wrong: readonly string[];
}

/** The text under a seal: the salt's 32 hex digits as they stand, followed by the RFC 8785 form of the value. */
export function sealText(salt: string, value: Json): string {
  return salt + canonicalJson(value);
}

/** Opens the seals of one event: what agrees comes out, what was erased or does not agree is named. */
export function openSeals(event: Pick<StreamEvent, 'seals'>, sealed: Sealed): OpenedSeals {
  const seals = event.seals ?? {};
  const human: Record<string, Json> = {};
  const wrong = Object.keys(sealed).filter((name) => !Object.hasOwn(seals, name));
  const erased: string[] = [];
  for (const [name, seal] of Object.entries(seals)) {
    const part = Object.hasOwn(sealed, name) ? sealed[name] : undefined;
    if (part === undefined) erased.push(name);
    else if (saltPattern.test(part.salt) && sealValue(part.salt, part.value) === seal)
      human[name] = part.value;
    else wrong.push(name);
  }
  return { human, erased, wrong };
}
