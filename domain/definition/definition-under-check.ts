import type { FactCatalogue } from '../fact/fact.ts';
import type { Field } from '../form/fields/field-kinds.ts';
import type { DefinitionRegistry } from './definition-registry.ts';
import type { Definition } from './definition-schema.ts';
import { factCatalogueOf } from './fact-catalogue-of.ts';

/** A definition with what its own parts and the organisation know by id, as each check takes it. */
export interface DefinitionUnderCheck {
  readonly definition: Definition;
  readonly catalogue: FactCatalogue;
  readonly fields: ReadonlyMap<string, Field>;
  readonly states: ReadonlySet<string>;
  readonly chains: ReadonlySet<string>;
  readonly queues: ReadonlySet<string>;
  readonly gates: ReadonlySet<string>;
  readonly clocks: ReadonlySet<string>;
  readonly registry?: DefinitionRegistry;
}

/** Makes a definition ready to be checked. */
export function definitionUnderCheck(
  definition: Definition,
  registry: DefinitionRegistry | undefined,
): DefinitionUnderCheck {
  const ids = (items: readonly { readonly id: string }[] = []) => new Set(items.map(({ id }) => id));
  return {
    definition,
    catalogue: factCatalogueOf(definition),
    fields: new Map(definition.form.fields.map((field) => [field.id, field])),
    states: ids(definition.workflow.states),
    chains: ids(definition.chains),
    queues: ids(definition.queues),
    gates: ids(definition.gates),
    clocks: ids(definition.clocks),
    ...(registry === undefined ? {} : { registry }),
  };
}
