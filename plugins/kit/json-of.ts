import type { Json } from './json.ts';

/** The JSON value a text holds, or undefined when it holds none. */
export function jsonOf(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
