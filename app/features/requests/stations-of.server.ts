import type { PathStation } from '../../../server/use-cases/case/case-path.ts';
import type { PathGate } from '../../../server/use-cases/case/path-gates.ts';
import type { Times } from '../../lib/times.server.ts';
import type { Station } from '../../ui/line.tsx';
import type { Case } from './tracker-words.server.ts';

/** The way of a request as its requester sees it: its states, and behind each the approvals asked there. */
export function stationsOf(
  path: readonly PathStation[],
  shown: Pick<Case, 'gates' | 'people'>,
  times: Times,
): readonly Station[] {
  return path.flatMap((station, index) => [
    stationOf(station, index === path.length - 1, times),
    ...station.gates.map((gate) => gateStation(station.state, gate, shown)),
  ]);
}

function stationOf({ state, title, at, since }: PathStation, isLast: boolean, times: Times): Station {
  return {
    id: `${state} ${since ?? ''}`,
    title,
    at: at === 'ahead' && isLast ? 'end' : at,
    ...(since === null ? {} : { when: times.when(since) }),
  };
}

/** An approval asked now is track not yet set: the case stands in the state before it. */
function gateStation(
  state: string,
  { id, title, at, why, signers }: PathGate,
  { gates, people }: Pick<Case, 'gates' | 'people'>,
): Station {
  const because = why === null ? '' : ` ${why}`;
  const key = `${state} ${id}`;
  if (at === 'passed') return { id: key, title, at: 'passed', note: 'Agreed.' };
  const asked = gates.find((gate) => gate.id === id)?.step?.maySign ?? [];
  const names = [...new Set(asked.map(({ person }) => people[person] ?? person))];
  const note =
    at === 'here' && names.length > 0
      ? `Asked now: ${names.slice(0, 3).join(', ')}.${because}`
      : `To be asked: ${signers.join(', then ')}.${because}`;
  return { id: key, title, at: 'ahead', note };
}
