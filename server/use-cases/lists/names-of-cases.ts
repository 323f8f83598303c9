import { textIn } from '../../../domain/form/text-schema.ts';
import { isClockLive } from '../../../domain/sla/clock-status.ts';
import type { Aggregate } from '../../../domain/stream/aggregate.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { dueAtOf } from '../../../domain/stream/case/work-rows.ts';
import type { CaseDeps } from '../case/case-command.ts';

/** What ids on a page of cases stand for. */
export interface NamesOfCases {
  /** Person → the name they go by. */
  readonly people: Readonly<Record<string, string>>;
  /** Case → titles of its type, of the state it is in, and of the clock it is due by, if one runs. */
  readonly cases: Readonly<
    Record<string, { readonly type: string; readonly state: string; readonly clock: string | null }>
  >;
}

/** Names for a page of cases that may be read. */
export async function namesOfCases(
  { definitions, directory }: Pick<CaseDeps, 'definitions' | 'directory'>,
  docs: readonly Aggregate<CaseState>[],
): Promise<NamesOfCases> {
  const people = [
    ...new Set(
      docs.flatMap(({ state: { requester, behalf, owner } }) =>
        [requester, behalf, owner].filter((id): id is string => id !== null && id !== ''),
      ),
    ),
  ];
  const [{ people: known }, titles] = await Promise.all([
    directory.snapshot({ people }),
    Promise.all(
      docs.map(async ({ _id, state }) => {
        const { document, states } = await definitions.byHash(state.definition);
        const { language } = document.form;
        const title = states.get(state.state)?.title ?? state.state;
        const clock = clockDue(state);
        return [
          _id,
          { type: textIn(document.title, language), state: textIn(title, language), clock },
        ] as const;
      }),
    ),
  ]);
  const named = people.flatMap((id) => {
    const name = known.get(id)?.name;
    return name === undefined ? [] : [[id, name] as const];
  });
  return { people: Object.fromEntries(named), cases: Object.fromEntries(titles) };
}

/** Of the clocks that run, the one that is due first. */
function clockDue(state: CaseState): string | null {
  const dueAt = dueAtOf(state);
  if (dueAt === null) return null;
  return state.clocks.find((clock) => isClockLive(clock) && clock.dueAt === dueAt)?.title ?? null;
}
