import { type StepState, seatOf } from '../../approval/gate-state.ts';
import { presentStep } from '../../approval/open-gate.ts';
import type { AggregateIndex } from '../aggregate.ts';
import type { StreamSpec } from '../stream-spec.ts';
import { type CaseState, emptyCase } from './case-state.ts';
import { evolveCase } from './evolve-case.ts';
import { readersOf } from './readers-of.ts';
import { termsOf } from './terms-of.ts';

/** Newest first under ascending order. */
export function sortOfCase(submittedAt: number): string {
  return String(9_999_999_999_999 - submittedAt).padStart(13, '0');
}

/** The list of cases that carry a reader token, alone or narrowed by `type:…`, `category:…` or `unassigned`. */
export function readingList(token: string, facet?: string): string {
  return facet === undefined ? `reads:${token}` : `reads:${token}|${facet}`;
}

/**
 * The lists a case stands in: each reader's token, alone and narrowed by type, category and state, so that every list a person pages
 * is one range per token; and the look-ups `owner:`, `requester:`, `waiting:` (a pool's), `duplicate:`, `account:`, `gated` (a signature
 * is waited for) and `signer:` (whoever is asked for it, is stood in for, or would be asked were they here).
 */
export function listsOfCase(state: CaseState): string[] {
  const readers = readersOf(state);
  const narrowed = readers.flatMap((token) => [
    readingList(token),
    readingList(token, `type:${state.type}`),
    readingList(token, `category:${state.category}`),
    ...(state.placement === 'unassigned' && state.open ? [readingList(token, 'unassigned')] : []),
  ]);
  const lookups = [
    `requester:${state.requester}`,
    ...(state.behalf === null ? [] : [`requester:${state.behalf}`]),
  ];
  if (state.open) {
    if (state.owner !== null) lookups.push(`owner:${state.owner}`);
    if (state.placement === 'waiting' && state.pool !== null) lookups.push(`waiting:${state.pool}`);
    lookups.push(`open-type:${state.type}`, `open-requester:${state.requester}|${state.type}`);
    if (state.account !== null) lookups.push(`open-account:${state.account}|${state.type}`);
    const steps = state.gates.flatMap((gate) => presentStep(gate) ?? []);
    if (steps.length > 0) lookups.push('gated');
    for (const person of steps.flatMap(signersOfStep)) lookups.push(`signer:${person}`);
  }
  for (const key of state.duplicateKeys) lookups.push(`duplicate:${key}`);
  return ['case', ...new Set([...narrowed, ...lookups])];
}

const signersOfStep = ({ approvers, missing = [] }: StepState): string[] => [
  ...approvers.flatMap((one) => [one.person, seatOf(one)]),
  ...missing.map(({ person }) => person),
];

function indexOf(state: CaseState): AggregateIndex {
  return {
    readers: readersOf(state),
    lists: listsOfCase(state),
    terms: termsOf({
      number: state.number,
      title: state.title,
      people: [state.requester, ...(state.owner === null ? [] : [state.owner])],
      searchable: state.searchable,
    }),
    sort: sortOfCase(state.submittedAt),
  };
}

/** The stream of one case. */
export const caseStream: StreamSpec<CaseState> = {
  kind: 'case',
  initial: emptyCase,
  evolve: evolveCase,
  indexOf,
};
