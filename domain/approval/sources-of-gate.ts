import { sourceInWord } from './approver-source-schema.ts';
import type { Gate } from './gate-schema.ts';

/** Every source a gate may ask for signatures, each once and in a word: approvers and backups of its steps, and its escalation. */
export function sourcesOfGate({ steps, escalation = [] }: Gate): ReadonlySet<string> {
  const sources = steps.flatMap(({ approvers, backup = [] }) => [...approvers, ...backup]);
  return new Set([...sources, ...escalation].map(sourceInWord));
}
