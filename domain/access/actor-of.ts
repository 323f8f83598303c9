import type { CaseActor } from '../stream/case/case-world.ts';
import type { Viewer } from './viewer.ts';

/** A viewer as commands on cases know them. */
export function actorOf(viewer: Viewer): CaseActor {
  const { personId: id, kind, systemRoles, roles, teams, pools } = viewer;
  return {
    actor: { kind, id },
    roles: [...new Set<string>([...systemRoles, ...roles])].sort(),
    teams,
    pools,
  };
}
