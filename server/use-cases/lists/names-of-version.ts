import type { CompiledDefinition } from '../../../domain/definition/compile-definition.ts';
import { type Text, textIn } from '../../../domain/form/text-schema.ts';

type Titles = Readonly<Record<string, string>>;

/** What one version of a request type calls its own things, by id. */
export interface NamesOfVersion {
  readonly states: Titles;
  readonly transitions: Titles;
  readonly gates: Titles;
  readonly clocks: Titles;
  readonly queues: Titles;
  /** Rules, screens and suppressions of every chain. */
  readonly rules: Titles;
  readonly fields: Titles;
}

/** The names of those things that are asked for, without the fields kept from whoever reads. */
export function namesOfVersion(
  { document }: Pick<CompiledDefinition, 'document'>,
  asked: ReadonlySet<string>,
  masked: readonly string[],
): NamesOfVersion {
  const { form, workflow, gates = [], clocks = [], queues = [], chains } = document;
  const named = (items: readonly { readonly id: string; readonly name: Text }[]): Titles =>
    Object.fromEntries(
      items.flatMap(({ id, name }) => (asked.has(id) ? [[id, textIn(name, form.language)] as const] : [])),
    );
  const titled = (items: readonly { readonly id: string; readonly title: Text }[]): Titles =>
    named(items.map(({ id, title }) => ({ id, name: title })));
  const shown = form.fields.filter(({ id }) => !masked.includes(id));
  return {
    states: titled(workflow.states),
    transitions: titled(workflow.transitions),
    gates: titled(gates),
    clocks: titled(clocks),
    queues: titled(queues),
    rules: named(
      chains.flatMap(({ screen = [], suppress = [], rules }) => [...screen, ...suppress, ...rules]),
    ),
    fields: named(shown.flatMap(({ id, label }) => (label === undefined ? [] : [{ id, name: label }]))),
  };
}
