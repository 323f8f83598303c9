import type { Problem } from '../error/problem.ts';
import type { ClockDefinition } from '../sla/clock-schema.ts';
import { conditionProblems } from '../workflow/condition-problems.ts';
import type { DefinitionUnderCheck } from './definition-under-check.ts';
import { lookUp, repeatedIds } from './look-up.ts';

/** What is wrong with clocks within their definition: conditions, states, queues, calendars, and who is told. */
export function clockProblems(under: DefinitionUnderCheck): readonly Problem[] {
  const clocks = under.definition.clocks ?? [];
  return [
    ...repeatedIds('/clocks', 'clock', clocks),
    ...clocks.flatMap((clock, index) => {
      const at = `/clocks/${index}`;
      return [
        ...stateProblems(at, clock, under),
        ...targetProblems(at, clock, under),
        ...thresholdProblems(at, clock, under),
      ];
    }),
  ];
}

function stateProblems(at: string, clock: ClockDefinition, { states }: DefinitionUnderCheck): Problem[] {
  const lists: [string, readonly string[]][] = [['pauseIn', clock.pauseIn]];
  if ('onEnter' in clock.start) lists.push(['start/onEnter', clock.start.onEnter]);
  if ('onEnter' in clock.stop) lists.push(['stop/onEnter', clock.stop.onEnter]);
  if ('onLeave' in clock.stop) lists.push(['stop/onLeave', clock.stop.onLeave]);
  return lists.flatMap(([where, ids]) =>
    ids.flatMap((id, index) => lookUp(`${at}/${where}/${index}`, 'state', id, states)),
  );
}

function targetProblems(
  at: string,
  clock: ClockDefinition,
  { catalogue, registry }: DefinitionUnderCheck,
): Problem[] {
  return clock.targets.flatMap(({ when, calendar }, index) => {
    const pointer = `${at}/targets/${index}`;
    return [
      ...conditionProblems(`${pointer}/when`, when, catalogue),
      ...(typeof calendar === 'string'
        ? lookUp(`${pointer}/calendar`, 'calendar', calendar, registry?.calendars)
        : []),
    ];
  });
}

function thresholdProblems(at: string, clock: ClockDefinition, under: DefinitionUnderCheck): Problem[] {
  return clock.thresholds.flatMap(({ steps }, index) =>
    steps.flatMap((step, position) => {
      const pointer = `${at}/thresholds/${index}/steps/${position}`;
      if (step.do === 'queue') return lookUp(`${pointer}/queue`, 'queue', step.queue, under.queues);
      if (step.do !== 'notify') return [];
      return step.to.flatMap((to, i) => recipientProblems(`${pointer}/to/${i}`, to, under));
    }),
  );
}

type Told = Extract<ClockDefinition['thresholds'][number]['steps'][number], { do: 'notify' }>['to'][number];

function recipientProblems(at: string, to: Told, { registry }: DefinitionUnderCheck): Problem[] {
  if (registry === undefined) return [];
  if ('role' in to) return lookUp(`${at}/role`, 'role', to.role, registry.roles);
  if ('team' in to) return lookUp(`${at}/team`, 'team', to.team, registry.teams);
  return 'pool' in to ? lookUp(`${at}/pool`, 'pool', to.pool, registry.pools) : [];
}
