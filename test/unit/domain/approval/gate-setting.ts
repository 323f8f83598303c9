import type {
  ApproverDirectory,
  ApproverPerson,
  DecidedMatter,
} from '../../../../domain/approval/approver-directory.ts';
import type { GateChange } from '../../../../domain/approval/close-step.ts';
import { applyVote, requireDecision, type VoteResult } from '../../../../domain/approval/decide-gate.ts';
import type { DecisionAttempt } from '../../../../domain/approval/decision-attempt.ts';
import type { Delegation } from '../../../../domain/approval/delegation.ts';
import { exclusionsOf } from '../../../../domain/approval/exclusions.ts';
import { type Gate, gateSchema } from '../../../../domain/approval/gate-schema.ts';
import type { GateState } from '../../../../domain/approval/gate-state.ts';
import { openGate, openNextStep, presentStep } from '../../../../domain/approval/open-gate.ts';
import { resolveApprovers, type Seating } from '../../../../domain/approval/resolve-approvers.ts';

/** The moment every test begins at. */
export const now = 1_000_000;

/** A person who is there, but for what is said otherwise. */
export function person(id: string, more: Partial<ApproverPerson> = {}): ApproverPerson {
  return { id, active: true, managerId: null, leave: [], away: null, ...more };
}

/** Who there is: ids or people, roles, teams and delegations. */
export interface Company {
  readonly people?: readonly (string | ApproverPerson)[];
  readonly roles?: Readonly<Record<string, readonly string[]>>;
  readonly teams?: Readonly<Record<string, readonly string[]>>;
  readonly delegations?: readonly Delegation[];
}

/** The directory of a company; whoever a role or team names and nobody describes is simply there. */
export function directoryOf({
  people = [],
  roles = {},
  teams = {},
  delegations = [],
}: Company): ApproverDirectory {
  const known = new Map<string, ApproverPerson>();
  const named = [...Object.values(roles), ...Object.values(teams)].flat();
  const delegates = delegations.flatMap(({ from, to }) => [from, to]);
  for (const id of [...named, ...delegates]) known.set(id, person(id));
  for (const one of people)
    known.set(typeof one === 'string' ? one : one.id, typeof one === 'string' ? person(one) : one);
  return {
    person: (id) => known.get(id),
    holdersOf: (role) => roles[role] ?? [],
    membersOf: (team) => teams[team] ?? [],
    delegations,
  };
}

/** A delegation in force around `now`, of everything. */
export function delegation(from: string, to: string, more: Partial<Delegation> = {}): Delegation {
  return { id: `${from}-${to}`, from, to, startsAt: now - 1000, endsAt: now + 1_000_000, ...more };
}

/** A case of `rita`, which everybody could open. */
export const matter: DecidedMatter = {
  type: 'vendor',
  amount: 500,
  requester: 'rita',
  behalf: null,
  editors: ['rita'],
  values: {},
  accountOwner: null,
  couldOpen: () => true,
};

/** A gate of one step, signed by the holders of `signer`; a key that is undefined is left out. */
export function gateOf(step: object = {}, more: object = {}): Gate {
  const steps = [
    { id: 's1', title: 'Signs', approvers: [{ role: 'signer' }], quorum: { kind: 'any' }, ...step },
  ];
  const gate = {
    id: 'security',
    title: 'Security review',
    steps,
    onRejected: 'reject',
    onReturned: 'back',
    ...more,
  };
  return gateSchema.parse(JSON.parse(JSON.stringify(gate)));
}

/** A gate, who there is, and the case it is about. */
export interface Scene {
  readonly gate: Gate;
  readonly directory: ApproverDirectory;
  readonly matter: DecidedMatter;
}

/** The seating of a step as it would be now. */
export function seatingFor(scene: Scene, state?: GateState, at = now): Seating {
  return resolveApprovers({ ...scene, step: state?.step ?? 0, ...(state ? { state } : {}), at });
}

/** The scene's gate, just opened. */
export function opened(scene: Scene, at = now): GateState {
  return openGate(scene.gate, { at, seating: seatingFor(scene, undefined, at), dueAt: null }, []);
}

/** The next step opened, when a step is done and the gate is not. */
export function carriedOn(scene: Scene, change: GateChange, at = now): GateState {
  const { gateState } = change;
  if (!change.stepDone || change.gateDone) return gateState;
  return openNextStep(scene.gate, gateState, { at, seating: seatingFor(scene, gateState, at), dueAt: null });
}

/** An attempt of somebody to approve now, but for what is said otherwise. */
export function attemptBy(
  scene: Scene,
  gateState: GateState,
  actor: string,
  more: Partial<DecisionAttempt> = {},
): DecisionAttempt {
  const at = more.at ?? now + 100;
  return {
    gate: scene.gate,
    gateState,
    ...(presentStep(gateState) ? { seating: seatingFor(scene, gateState, at) } : {}),
    exclusions: exclusionsOf(scene.matter, scene.directory, at),
    actor,
    decision: 'approve',
    commented: true,
    basis: 'b1',
    currentBasis: 'b1',
    at,
    ...more,
  };
}

/** Takes a decision that is not refused. @throws what `requireDecision` throws. */
export function decide(
  scene: Scene,
  gateState: GateState,
  actor: string,
  more: Partial<DecisionAttempt> = {},
): VoteResult {
  const attempt = attemptBy(scene, gateState, actor, more);
  requireDecision(attempt);
  return applyVote(attempt);
}
