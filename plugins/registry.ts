import { email } from './email/email.ts';
import { httpSync } from './http-sync/http-sync.ts';
import type { Plugin } from './kit/plugin.ts';
import { webhook } from './webhook/webhook.ts';

/** Every plugin of this installation; taking one out means deleting its folder and its line here. */
export const plugins: readonly Plugin[] = [email, webhook, httpSync];

/** The plugin of an id, or undefined. */
export function findPlugin(id: string): Plugin | undefined {
  return plugins.find((plugin) => plugin.id === id);
}
