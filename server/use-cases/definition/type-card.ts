import type { Durations } from '../../../domain/analysis/summarise.ts';
import type { Condition } from '../../../domain/condition/condition.ts';
import type { CompiledDefinition } from '../../../domain/definition/compile-definition.ts';
import { type Deciders, decidersOf, signersOfGate } from '../../../domain/definition/deciders-of.ts';
import { speaker } from '../../../domain/definition/speaker.ts';
import { targetTimeOf } from '../../../domain/definition/target-time-of.ts';
import { textIn } from '../../../domain/form/text-schema.ts';
import { wayAhead } from '../../../domain/workflow/way-ahead.ts';
import type { WorkflowState } from '../../../domain/workflow/workflow-schema.ts';
import type { Store } from '../../ports/store.ts';
import { namesOfOthers } from './names-of-others.ts';
import { whyAsked } from './why-asked.ts';

/** Who decides on requests of a type, and how long they take. */
export interface TypeCard extends Deciders {
  /** The time they are to be finished in, in words; null where no clock says so. */
  readonly target: string | null;
  /** How long those took that ended lately, in ms; null where too few did. */
  readonly finished: { readonly count: number; readonly p50: number; readonly p95: number } | null;
}

/** What a card of the catalogue says of a type beside its title. */
export async function typeCard(
  { store }: { readonly store: Store },
  { document }: CompiledDefinition,
  times: Durations | undefined,
): Promise<TypeCard> {
  const { count = 0, p50 = null, p95 = null } = times ?? {};
  return {
    ...decidersOf(document, await namesOfOthers(store, [document])),
    target: targetTimeOf(document),
    finished: p50 === null || p95 === null ? null : { count, p50, p95 },
  };
}

/** An approval that requests of a type may need, and when. */
export interface TypeGate {
  readonly id: string;
  readonly title: string;
  /** Title of the state it is asked in. */
  readonly state: string;
  readonly when: Condition | null;
  /** What the designer says of when it is asked, else its condition in words; null where it always is. */
  readonly why: string | null;
  readonly signers: readonly string[];
}

/** The approvals a request may need: those on the shortest way to what it asks for in its order, then those of other states. */
export async function typeGates(
  { store }: { readonly store: Store },
  definition: CompiledDefinition,
): Promise<readonly TypeGate[]> {
  const { document, gates } = definition;
  const others = await namesOfOthers(store, [document]);
  const say = speaker(definition, others);
  const way = wayOf(definition);
  const beside = document.workflow.states.filter((state) => !way.includes(state));
  return [...way, ...beside].flatMap((state) =>
    (state.gates ?? []).flatMap((id) => {
      const gate = gates.get(id);
      if (gate === undefined) return [];
      const { when = null, title } = gate;
      return [
        {
          id,
          title: say.text(title),
          state: say.text(state.title),
          when,
          why: whyAsked(gate, say),
          signers: signersOfGate(gate, others),
        },
      ];
    }),
  );
}

/** Titles of the states a request passes on the shortest way to what it asks for, its first one included. */
export function titlesOnTheWay(definition: CompiledDefinition): readonly string[] {
  const { language } = definition.document.form;
  return wayOf(definition).map(({ title }) => textIn(title, language));
}

function wayOf({ document: { workflow }, states }: CompiledDefinition): readonly WorkflowState[] {
  const first = states.get(workflow.initial);
  return [...(first === undefined ? [] : [first]), ...wayAhead(workflow, workflow.initial)];
}
