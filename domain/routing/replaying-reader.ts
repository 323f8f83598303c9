import type { DecisionRecord } from './decision-record.ts';
import type { DirectoryReader } from './directory-reader.ts';
import { targetKey } from './target-key.ts';

/** A reader over what a record holds, and a list of what it was asked for in vain. */
export interface ReplayingReader {
  readonly reader: DirectoryReader;
  /** `kind:id` of what the recorded decision never looked at, and this one did. */
  notInRecord(): readonly string[];
}

/** Reads the directory as a decision record kept it. */
export function replayingReader(record: DecisionRecord): ReplayingReader {
  const { used, reach } = record;
  const gaps = new Set<string>();
  const orGap = <T>(kind: string, id: string, view: T | undefined): T | undefined => {
    if (view === undefined && !used.absent.includes(`${kind}:${id}`)) gaps.add(`${kind}:${id}`);
    return view;
  };
  const byId = <T extends { readonly id: string }>(kind: string, views: readonly T[]) => {
    const map = new Map(views.map((view) => [view.id, view]));
    return (id: string) => orGap(kind, id, map.get(id));
  };
  const reader: DirectoryReader = {
    person: byId('person', used.people),
    pool: byId('pool', used.pools),
    team: byId('team', used.teams),
    load: (person) => {
      const load = used.loads.find((count) => count.person === person);
      return orGap('load', person, load) ?? { person, rev: 0, accepts: true, open: 0 };
    },
    hours: (calendar, lookAheadMs) => {
      const same = (answer: (typeof used.hours)[number]) =>
        answer.calendar === calendar && answer.lookAheadMs === lookAheadMs;
      return orGap('calendar', calendar, used.hours.find(same));
    },
    holders: (role) => orGap('role', role, used.roles.find((entry) => entry.role === role)?.holders) ?? [],
    accounts: () => used.accounts,
    territories: () => used.territories,
    reach: (target) => reach[targetKey(target)],
  };
  return { reader, notInRecord: () => [...gaps].sort() };
}
