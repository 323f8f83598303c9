import type { SkillNeed } from '../directory.ts';
import { pickByDeficit } from './deficit-ledger.ts';
import type { Candidate, Strategy } from './strategy.ts';

/** How often a need has been relaxed after waiting so long. */
function stepsWaited(need: SkillNeed, waitingMs: number): number {
  return need.relax === undefined ? 0 : Math.floor(waitingMs / (need.relax.everyMinutes * 60_000));
}

/** The level a need asks for after `steps` relaxations; never below its floor. */
function relaxedLevel(need: SkillNeed, steps: number): number {
  if (need.relax === undefined) return need.level;
  const floor = Math.min(need.relax.atLeast, need.level);
  return Math.max(floor, need.level - need.relax.by * steps);
}

/** The level a need asks for after a time of waiting, in milliseconds. */
export function levelAfter(need: SkillNeed, waitingMs: number): number {
  return relaxedLevel(need, stepsWaited(need, waitingMs));
}

/**
 * Fair share, by weight, among those who meet the tightest levels anybody meets:
 * levels relax step by step with waiting time, and only as far as they must.
 */
export const skills: Strategy = (candidates, pool, context) => {
  const { needs, waitingMs, key } = context;
  const allowed = Math.max(0, ...needs.map((need) => stepsWaited(need, waitingMs)));
  let fit: readonly Candidate[] = candidates;
  for (const step of relaxations(needs, allowed)) {
    const meeting = candidates.filter((c) => needs.every((need) => meets(c, need, step, waitingMs)));
    if (meeting.length === 0) continue;
    fit = meeting;
    break;
  }
  return pickByDeficit(fit, pool, key);
};

function meets(candidate: Candidate, need: SkillNeed, step: number, waitingMs: number): boolean {
  const steps = Math.min(step, stepsWaited(need, waitingMs));
  return (candidate.skills[need.skill] ?? 0) >= relaxedLevel(need, steps);
}

/** Steps at which some level still changes: a case that waited a year is not tried a million times. */
function relaxations(needs: readonly SkillNeed[], allowed: number): number[] {
  const useful = needs.map((need) => (need.relax === undefined ? 0 : Math.ceil(need.level / need.relax.by)));
  const last = Math.min(allowed, Math.max(0, ...useful));
  return Array.from({ length: last + 1 }, (_, step) => step);
}
