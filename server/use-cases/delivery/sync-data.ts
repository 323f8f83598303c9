import type { FactSet } from '../../../domain/fact/fact-set.ts';
import type { Json } from '../../../domain/hash/canonical-json.ts';
import type { JsonObject } from '../../../plugins/kit/json.ts';
import type { ReadableCase } from '../case/readable-case.ts';

/** The facts of a case that a connection may see: those of a field that is kept from it are left out; a fact belongs to the field its key begins with. */
export function factsOutside({ shown }: ReadableCase, facts: FactSet): JsonObject {
  const masked = new Set(shown.masked);
  const kept: Record<string, Json> = {};
  for (const [key, value] of Object.entries(facts.values)) {
    const field = key.split('.', 1)[0] ?? key;
    if (value !== undefined && !masked.has(field)) kept[key] = value as Json;
  }
  return {
    ...kept,
    'case.title': shown.title,
    'case.category': shown.category,
    'case.outcome': shown.outcome,
  };
}

/** What a connection without a mapping is told: where the case stands, and the values it may see. */
export function standingOutside({ shown }: ReadableCase): JsonObject {
  const { title, state, category, outcome, priority, owner, team, queue, values } = shown;
  return { title, state, category, outcome, priority, owner, team, queue, values };
}
