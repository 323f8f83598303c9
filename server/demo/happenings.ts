import { assert } from '../../domain/error/assert.ts';
import { DomainError } from '../../domain/error/domain-error.ts';
import type { CaseState } from '../../domain/stream/case/case-state.ts';
import { readGallery } from '../use-cases/definition/gallery.ts';
import { pagesOf } from '../use-cases/directory/list-pages.ts';
import { doDeed } from './deeds.ts';
import type { DemoStage } from './demo-stage.ts';
import type { DemoType } from './demo-types.ts';
import { publishText } from './publish-gallery.ts';

/** Something of the month that is no case's own story. */
export interface Happening {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly run: () => Promise<void>;
}

type Slug = DemoType;

/** A change of a published type: how many days before the end, why, and which words of it become which. */
interface Revision {
  readonly slug: Slug;
  readonly daysAgo: number;
  readonly reason: string;
  readonly changes: readonly (readonly [from: string, to: string])[];
}

const revisions: readonly Revision[] = [
  {
    slug: 'refund',
    daysAgo: 19.1,
    reason: 'People look for a double charge, and found nothing',
    changes: [['  - return\n', '  - return\n  - double charge\n']],
  },
  {
    slug: 'customer-issue',
    daysAgo: 12.1,
    reason: 'Brownouts are reported, too',
    changes: [['  - outage\n', '  - outage\n  - brownout\n']],
  },
  {
    slug: 'refund',
    daysAgo: 5.1,
    reason: 'Two signatures took two days too often: the second now has one day',
    changes: [
      ['  - return\n', '  - return\n  - double charge\n'],
      [
        'approvers: [ { role: finance-approver }, { role: refund-approver } ]\n        deadline: { calendar: hq, duration: 2d }',
        'approvers: [ { role: finance-approver }, { role: refund-approver } ]\n        deadline: { calendar: hq, duration: 1d }',
      ],
    ],
  },
];

const dayMs = 86_400_000;

/** What the designer publishes on the way, and what people try that a rule refuses; both through the product's own commands. */
export function happeningsOf(stage: DemoStage, designer: string): Happening[] {
  const daysAgo = (days: number): number => Math.round(stage.until - days * dayMs);
  return [
    ...revisions.map((revision) => ({
      at: daysAgo(revision.daysAgo),
      run: () => revise(stage, designer, revision),
    })),
    ...[17.3, 9.4, 4.35, 2.4].map((days) => ({ at: daysAgo(days), run: () => signOwn(stage) })),
  ];
}

async function revise(
  stage: DemoStage,
  designer: string,
  { slug, reason, changes }: Revision,
): Promise<void> {
  let text = await readGallery(slug);
  for (const [from, to] of changes) {
    assert(text.includes(from), `${slug} says ${from}`);
    text = text.replace(from, to);
  }
  await publishText(stage, designer, { slug, text, reason });
}

/** Somebody signs their own request, which nobody may: the attempt stays on record. */
async function signOwn(stage: DemoStage): Promise<void> {
  const waiting = await newestWithGate(stage);
  if (waiting === undefined) return;
  const { id, state } = waiting;
  const gate = state.gates.find(({ status }) => status === 'open');
  assert(gate !== undefined, 'a gate is open');
  try {
    await doDeed(stage, state.requester, id, {
      ...{ do: 'vote', gate: gate.gate, decision: 'approve', comment: 'It is urgent.', retracts: false },
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}

async function newestWithGate({
  services: {
    deps: { store },
  },
}: DemoStage): Promise<{ readonly id: string; readonly state: CaseState } | undefined> {
  let newest: { readonly id: string; readonly state: CaseState } | undefined;
  for await (const ids of pagesOf(store.aggregates, 'case'))
    for (const { _id, state } of await store.aggregates.loadMany<CaseState>(ids))
      if (
        state.open &&
        state.requesterKind === 'person' &&
        state.gates.some(({ status }) => status === 'open') &&
        state.submittedAt > (newest?.state.submittedAt ?? 0)
      )
        newest = { id: _id, state };
  return newest;
}
