import type { CandidateEntry, DecisionRecord } from '../../../domain/routing/decision-record.ts';
import type { NamesInCase } from '../../../server/use-cases/case/names-in-case.ts';
import { idInWords } from '../../lib/routing-reason.server.ts';

/** One person who was considered. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly me: boolean;
  readonly verdict: 'picked' | 'free' | 'out';
  readonly why: string;
}

/** People considered for one target. */
export interface CandidateGroup {
  readonly id: string;
  readonly title: string;
  readonly candidates: readonly Candidate[];
}

/** What candidates are worded with. */
interface Wording {
  readonly names: NamesInCase;
  readonly me: string;
}

/** Everybody who was considered, by the target they were considered for. */
export function candidateGroups(record: DecisionRecord, wording: Wording): CandidateGroup[] {
  const groups = new Map<string, CandidateEntry[]>();
  for (const entry of record.candidates) {
    const key = `${entry.rule} ${JSON.stringify(entry.target)}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  const { names } = wording;
  return [...groups].map(([id, entries]) => {
    const [first] = entries;
    const target: Readonly<Record<string, unknown>> = first?.target ?? {};
    const [kind = '', value] = Object.entries(target)[0] ?? [];
    const named = String(value);
    const title =
      names.pools[named] ??
      names.teams[named] ??
      (kind === 'field' ? names.facts[named] : undefined) ??
      idInWords(value === true ? kind.replaceAll(/(?=[A-Z])/g, ' ').toLowerCase() : `${kind} ${named}`);
    const order = { picked: 0, free: 1, out: 2 };
    const candidates = entries
      .map((entry) => candidateOf(entry, record, wording))
      .sort((a, b) => order[a.verdict] - order[b.verdict]);
    return { id, title, candidates };
  });
}

function candidateOf(entry: CandidateEntry, record: DecisionRecord, { names, me }: Wording): Candidate {
  const { person, removedBy, values } = entry;
  const last = record.candidates.findLast((other) => other.person === person);
  const picked = record.decision.person === person && removedBy === null && last === entry;
  return {
    id: person,
    name: person === me ? `${names.people[person] ?? 'You'} (you)` : (names.people[person] ?? person),
    me: person === me,
    verdict: picked ? 'picked' : removedBy === null ? 'free' : 'out',
    why: removedBy === null ? loadWords(values) : removalWords(removedBy, values),
  };
}

function loadWords({ open, capacity }: CandidateEntry['values']): string {
  if (typeof open !== 'number') return 'could take it';
  return typeof capacity === 'number' ? `has ${open} of ${capacity}` : `has ${open}`;
}

/** Why somebody was left out, with the values that made it a reason. */
export function removalWords(removedBy: string, values: CandidateEntry['values']): string {
  switch (removedBy) {
    case 'inactive':
      return 'no longer active';
    case 'not_permitted':
      return 'may not have this case';
    case 'lacks_skill':
      return `no ${String(values['skill'] ?? 'skill')}${Number(values['has']) > 0 ? ` at level ${String(values['level'])}` : ''}`;
    case 'on_leave':
      return 'away';
    case 'outside_hours':
      return 'outside working hours';
    case 'at_capacity':
      return `full${typeof values['open'] === 'number' ? `, ${values['open']} of ${String(values['capacity'] ?? values['open'])}` : ''}`;
    default:
      return 'left out by the rule';
  }
}
