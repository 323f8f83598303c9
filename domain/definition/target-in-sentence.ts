import type { Way } from '../routing/rule-schema.ts';
import type { Target } from '../routing/target-schema.ts';
import { joined, type Speaker, spanInWords } from './speaker.ts';

/** Whom a target means, as it stands behind “to”. */
export function targetInSentence(say: Speaker, target: Target): string {
  if ('queue' in target) return `the queue ${say.queue(target.queue)}`;
  if ('team' in target) return `the team ${say.team(target.team)}`;
  if ('pool' in target) return `the pool ${say.pool(target.pool)}`;
  if ('role' in target) return `one of the ${say.roles(target.role)}`;
  if ('field' in target) return `the person in ${say.field(target.field)}`;
  if ('manager' in target) return 'the requester’s manager';
  return 'accountOwner' in target ? 'the account’s owner' : 'the territory’s owner';
}

/** Where a way leads, with what is asked of whoever takes it. */
export function wayInSentence(say: Speaker, way: Way): string {
  const skills = (way.skills ?? []).map(({ skill, level, relax }) => {
    const less =
      relax === undefined
        ? ''
        : ` (${relax.by} less every ${relax.everyMinutes} minutes, ${relax.atLeast} at least)`;
    return `${skill} at level ${level}${less}`;
  });
  const needs = skills.length === 0 ? '' : `, to somebody with ${joined(skills, 'and')}`;
  const answer =
    way.acknowledgeWithin === undefined
      ? ''
      : `, to be accepted within ${spanInWords(way.acknowledgeWithin.duration)}`;
  return `to ${targetInSentence(say, way.to)}${needs}${answer}`;
}

/** What happens where a way finds nobody; undefined where it leads to a queue, which takes everything. */
export function nobodyInSentence(say: Speaker, way: Way, otherwise: string): string | undefined {
  if ('queue' in way.to) return undefined;
  if (way.onNobody === 'backup' && way.backup !== undefined)
    return `it goes to ${targetInSentence(say, way.backup)}`;
  if (way.onNobody === 'wait') return 'it waits for somebody';
  if (way.onNobody === 'unassigned') return 'it waits in the unassigned queue with the reason';
  return otherwise;
}
