import { DomainError } from '../../../domain/error/domain-error.ts';
import { caseBasis } from '../../../domain/stream/case/case-basis.ts';
import type { CaseState } from '../../../domain/stream/case/case-state.ts';
import { decideVote } from '../../../domain/stream/case/commands/decide-on.ts';
import {
  decideAssign,
  decideDecline,
  decideReroute,
} from '../../../domain/stream/case/commands/hand-over.ts';
import { decideTransition } from '../../../domain/stream/case/commands/move.ts';
import { decideRetract } from '../../../domain/stream/case/commands/retract.ts';
import { type CaseDecider, commandCase } from '../../../server/use-cases/case/case-command.ts';
import { caseIdOf, submitCase } from '../../../server/use-cases/case/submit-case.ts';
import { deactivatePerson } from '../../../server/use-cases/directory/deactivate-person.ts';
import { leavePool } from '../../../server/use-cases/directory/membership.ts';
import type { Product } from '../../support/product.ts';
import { actorOf, smallCompany } from '../../support/small-company.ts';
import { smallType } from '../../support/small-type.ts';
import type { ClientStep } from './world.ts';

/** What clients do in one run of a story; nothing of it is remembered by the next. */
export interface Script {
  /** What was done before, without anything going wrong. */
  readonly before: readonly ClientStep[];
  readonly steps: readonly ClientStep[];
}

/** Something clients do, on a company that stands ready for it. */
export interface Story {
  readonly title: string;
  /** So much comes before it that every run takes long. */
  readonly crowded?: true;
  /** The script with every submission named after the run, so that runs may follow each other on the same data. */
  readonly script: (run: string) => Script;
}

/** The company and its request type, as every story finds them. */
export async function settleIn(product: Product): Promise<void> {
  await smallCompany(product);
  await product.publish(smallType);
}

/** A submission by ria under this id. */
export function submission(commandId: string, amount = 500, atOnce = false): ClientStep {
  return {
    commandId,
    atOnce,
    send: async (product) => {
      const { id, number } = await submitCase(
        product.services.deps,
        { actor: await actorOf(product, 'ria'), commandId, authorise: () => undefined },
        { slug: 'purchase', values: { item: commandId, amount: { amount, currency: 'EUR' } }, source: 'api' },
      );
      return { stream: id, number };
    },
  };
}

interface OnCase {
  readonly commandId: string;
  readonly kind: string;
  /** The submission whose case it is about. */
  readonly about: string;
  readonly who: (state: CaseState) => string;
  readonly decide: CaseDecider;
  readonly lapses?: boolean;
}

function onCase({ commandId, kind, about, who, decide, lapses = false }: OnCase): ClientStep {
  let actor: string | undefined;
  return {
    commandId,
    lapses,
    send: async (product) => {
      const id = caseIdOf('ria', about);
      const doc = await product.store.aggregates.load<CaseState>(id);
      if (doc === undefined) throw new DomainError('NOT_FOUND', `There is no case of ${about}.`);
      actor ??= who(doc.state);
      await commandCase(
        product.services.deps,
        id,
        {
          actor: await actorOf(product, actor),
          command: { id: commandId, body: kind },
          kind,
          authorise: () => undefined,
        },
        decide,
      );
      return { stream: id };
    },
  };
}

const ownerOf = (state: CaseState): string => state.owner ?? 'lea';
const lead = (): string => 'lea';

const rejection = (about: string): ClientStep =>
  onCase({
    commandId: `reject ${about}`,
    kind: 'transition',
    about,
    who: ownerOf,
    decide: (state, world) => decideTransition(state, { transition: 'reject', comment: 'not needed' }, world),
  });

const handover = (about: string, to: string): ClientStep =>
  onCase({
    commandId: `assign ${about}`,
    kind: 'assign',
    about,
    who: lead,
    decide: (state, world) => decideAssign(state, { to, reason: 'knows the supplier' }, world),
  });

const vote = (about: string, who: string): OnCase => ({
  commandId: `approve ${about} by ${who}`,
  kind: 'decide',
  about,
  who: () => who,
  decide: (state, world) => {
    const basis = caseBasis(state, world.definition);
    return decideVote(state, { decision: 'approve', comment: 'in budget', basis }, world);
  },
});

const approval = (about: string): ClientStep => onCase(vote(about, 'fay'));

/** Nobody is asked any more where the approval before it stands. */
const secondApproval = (about: string): ClientStep => onCase({ ...vote(about, 'finn'), lapses: true });

/** May be taken back for 8 s only, which pass where something goes wrong. */
const retraction = (about: string): ClientStep =>
  onCase({
    commandId: `retract ${about}`,
    kind: 'retract',
    about,
    who: () => 'fay',
    decide: (state, world, { effects }) =>
      decideRetract(
        state,
        world,
        effects.map(({ id }) => id),
      ),
    lapses: true,
  });

const declination = (about: string): ClientStep =>
  onCase({
    commandId: `decline ${about}`,
    kind: 'decline',
    about,
    who: ownerOf,
    decide: (state, world) => decideDecline(state, { reason: 'not mine' }, world),
  });

const rerouting = (about: string): ClientStep =>
  onCase({
    commandId: `reroute ${about}`,
    kind: 'reroute',
    about,
    who: lead,
    decide: (state, world) => decideReroute(state, { reason: 'try again' }, world),
  });

const reopening = (about: string): ClientStep =>
  onCase({
    commandId: `reopen ${about}`,
    kind: 'transition',
    about,
    who: lead,
    decide: (state, world) => decideTransition(state, { transition: 'reopen', comment: 'needed' }, world),
  });

const director = { kind: 'person', id: 'lea' } as const;

const deactivation = (run: string): ClientStep => ({
  commandId: `${run}bo is deactivated`,
  send: async (product) => {
    const command = { id: `${run}bo is deactivated`, body: 'deactivate' };
    const { doc } = await deactivatePerson(
      product.services.deps,
      { actor: director, command },
      { person: 'bo', reason: 'has left' },
    );
    return { stream: doc._id };
  },
});

const leaving = (run: string): ClientStep => ({
  commandId: `${run}bo leaves`,
  send: async (product) => {
    const command = { id: `${run}bo leaves`, body: 'leave' };
    const { doc } = await leavePool(
      product.services.deps,
      { actor: director, command },
      { pool: 'buyers', person: 'bo' },
    );
    return { stream: doc._id };
  },
});

const sixOf = (run: string): string[] => [1, 2, 3, 4, 5, 6].map((n) => `${run}f${n}`);

/** Everything the protocol is about, each in a story of its own. */
export const stories: readonly Story[] = [
  { title: 'a submission', script: (run) => ({ before: [], steps: [submission(`${run}s`)] }) },
  {
    title: 'a submission nobody is free for',
    crowded: true,
    script: (run) => ({
      before: sixOf(run).map((id) => submission(id)),
      steps: [submission(`${run}s`)],
    }),
  },
  {
    title: 'an approval',
    script: (run) => ({ before: [submission(`${run}s`, 5_000)], steps: [approval(`${run}s`)] }),
  },
  {
    title: 'an approval taken back',
    script: (run) => ({
      before: [submission(`${run}s`, 5_000)],
      steps: [approval(`${run}s`), retraction(`${run}s`), secondApproval(`${run}s`)],
    }),
  },
  {
    title: 'an assignment by hand',
    script: (run) => ({ before: [submission(`${run}s`)], steps: [handover(`${run}s`, 'finn')] }),
  },
  {
    title: 'an assignment while it is being routed',
    script: (run) => ({
      before: [],
      steps: [submission(`${run}s`, 500, true), handover(`${run}s`, 'finn')],
    }),
  },
  {
    title: 'a case closed while another waits for the seat',
    crowded: true,
    script: (run) => ({
      before: [...sixOf(run), `${run}w`].map((id) => submission(id)),
      steps: [rejection(`${run}f1`)],
    }),
  },
  {
    title: 'a case declined',
    script: (run) => ({ before: [submission(`${run}s`)], steps: [declination(`${run}s`)] }),
  },
  {
    title: 'a case routed again by force',
    script: (run) => ({ before: [submission(`${run}s`)], steps: [rerouting(`${run}s`)] }),
  },
  {
    title: 'a case closed and opened again',
    script: (run) => ({
      before: [submission(`${run}s`)],
      steps: [rejection(`${run}s`), reopening(`${run}s`)],
    }),
  },
  {
    title: 'somebody is deactivated',
    script: (run) => ({
      before: [submission(`${run}s`), submission(`${run}t`), submission(`${run}u`)],
      steps: [deactivation(run)],
    }),
  },
  {
    title: 'somebody leaves the pool while picks are pending',
    script: (run) => ({
      before: [],
      steps: [submission(`${run}s`), submission(`${run}t`), leaving(run), submission(`${run}u`)],
    }),
  },
];

/** Everything at once, as schedules of several processes mix it up: more cases than seats, and people who come between. */
export function bustle(): ClientStep[] {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const later = [
    handover('a', 'bea'),
    declination('b'),
    rejection('c'),
    rerouting('d'),
    handover('e', 'finn'),
    rejection('f'),
    leaving(''),
    deactivation(''),
    rejection('a'),
    reopening('c'),
  ];
  return [...ids.map((id) => submission(id)), ...later];
}
