import { idInWords } from '../../lib/routing-reason.server.ts';
import type { Naming } from './log-names.server.ts';

/** One row of the log as the API answers it. */
export interface AnsweredRow {
  readonly position: number;
  readonly stream: string;
  readonly seq: number;
  readonly at: number;
  readonly kind: string;
  readonly actor: { readonly kind: string; readonly id: string };
  readonly command: string;
  readonly cause: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly human: Readonly<Record<string, unknown>>;
  readonly withheld: readonly string[];
  readonly hash: string;
}

/** The sentence of one kind of event. */
export type Say = (row: AnsweredRow, name: Naming) => string;

/** A text, or nothing. */
export const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Several by their names, each once. */
export const listed = (value: unknown, name: (id: string) => string): string => {
  const names = Array.isArray(value) ? value.map((id) => name(String(id))) : [];
  return [...new Set(names)].join(', ') || 'nothing that is told';
};

/** A name of a setting as words: `moveOnLeave` is `move on leave`. */
export const settingInWords = (name: string): string =>
  idInWords(name.replaceAll(/([a-z])([A-Z])/g, '$1-$2')).toLowerCase();
