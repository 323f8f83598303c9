import { sourceInWord } from '../approval/approver-source-schema.ts';
import { chainReferences } from '../routing/chain-references.ts';
import type { Recipient } from '../sla/recipient-schema.ts';
import type { Definition } from './definition-schema.ts';

/** What a definition names of the directory, each id once. */
export interface DirectoryReferences {
  readonly roles: readonly string[];
  readonly teams: readonly string[];
  readonly pools: readonly string[];
  readonly calendars: readonly string[];
}

/** Everything of the directory that any part of a definition names. */
export function referencesOf(definition: Definition): DirectoryReferences {
  const found = {
    roles: new Set<string>(),
    teams: new Set<string>(),
    pools: new Set<string>(),
    calendars: new Set<string>(),
  };
  found.roles.add(definition.owner.role).add(definition.backup.role);
  for (const { owner, backup } of definition.workflow.states) {
    for (const ref of [owner, backup]) if (ref !== undefined) found.roles.add(ref.role);
  }
  for (const { team } of definition.queues ?? []) found.teams.add(team);
  for (const chain of definition.chains) chainNames(chain, found);
  for (const gate of definition.gates ?? []) gateReferences(gate, found);
  for (const clock of definition.clocks ?? []) clockReferences(clock, found);
  const listed = (ids: Set<string>) => [...ids].sort();
  return {
    roles: listed(found.roles),
    teams: listed(found.teams),
    pools: listed(found.pools),
    calendars: listed(found.calendars),
  };
}

type Found = { readonly [K in keyof DirectoryReferences]: Set<string> };

function chainNames(chain: Definition['chains'][number], found: Found): void {
  for (const { kind, id } of chainReferences(chain)) {
    if (kind === 'role' || kind === 'team' || kind === 'pool' || kind === 'calendar')
      found[`${kind}s`].add(id);
  }
}

function gateReferences(gate: NonNullable<Definition['gates']>[number], found: Found): void {
  const sources = gate.steps.flatMap((step) => [...step.approvers, ...(step.backup ?? [])]);
  for (const source of [...sources, ...(gate.escalation ?? [])]) {
    const [kind, id] = sourceInWord(source).split(':', 2);
    if (kind === 'role' && id !== undefined) found.roles.add(id);
    if (kind === 'team' && id !== undefined) found.teams.add(id);
  }
  for (const { deadline } of gate.steps)
    if (deadline?.calendar !== undefined) found.calendars.add(deadline.calendar);
}

function clockReferences(clock: NonNullable<Definition['clocks']>[number], found: Found): void {
  for (const { calendar } of clock.targets) if (typeof calendar === 'string') found.calendars.add(calendar);
  const told: readonly Recipient[] = clock.thresholds.flatMap(({ steps }) =>
    steps.flatMap((step) => (step.do === 'notify' ? step.to : [])),
  );
  for (const to of told) {
    if ('role' in to) found.roles.add(to.role);
    if ('team' in to) found.teams.add(to.team);
    if ('pool' in to) found.pools.add(to.pool);
  }
}
