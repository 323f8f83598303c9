import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasWords, linesOf, sentenceOf } from '../../../../../app/features/log/log-words.server.ts';
import type { AnsweredRow } from '../../../../../app/features/log/say.server.ts';
import { caseEventKinds } from '../../../../../domain/stream/case/evolve-case.ts';
import type { NamesInLog } from '../../../../../server/use-cases/lists/names-in-log.ts';

const names: NamesInLog = {
  people: { amy: 'Amy Admin', rob: 'Rob Reader' },
  cases: { c1: 'VEN-1' },
  things: { 'pool:buyers-emea': 'Buyers EMEA', 'team:legal': 'Legal' },
  roles: { 'finance-lead': 'Finance lead' },
  types: { vendor: 'Vendor onboarding' },
  versions: {
    c1: {
      states: { review: 'In review' },
      transitions: {},
      gates: { finance: 'Finance approval' },
      clocks: {},
      queues: { desk: 'Vendor desk' },
      rules: { emea: 'The rest of the region' },
      fields: { country: 'Country' },
    },
  },
};

const row = (event: Partial<AnsweredRow>): AnsweredRow => ({
  ...{ position: 1, stream: 'c1', seq: 1, at: 1_000, kind: 'seen', command: 'x', cause: null, hash: 'h' },
  ...{ actor: { kind: 'person', id: 'amy' }, data: {}, human: {}, withheld: [] },
  ...event,
});

/** Every kind that the streams of the domain are evolved by, and those that commands write, as their sources name them. */
function kindsInSource(): string[] {
  const folders = [
    'domain/stream',
    'server/use-cases/log',
    'server/use-cases/definition',
    'server/use-cases/delivery',
  ];
  const sources = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
  );
  const patterns = [
    /happened\(\s*'([a-z-]+)'/g,
    /\bevent\('([a-z-]+)'/g,
    /\{ kind: '([a-z-]+)', data\b/g,
    /const event(?:: NewEvent)? = \{ kind: '([a-z-]+)'/g,
    /\bkind: [a-zA-Z.]+ \? '([a-z-]+)' : '[a-z-]+', data/g,
    /\bkind: [a-zA-Z.]+ \? '[a-z-]+' : '([a-z-]+)', data/g,
    /(?:kind|event\.kind) === '([a-z-]+)'(?:\)| \|\||,).*(?:knows the event)?/g,
    /^ {4}'?([a-z]+(?:-[a-z]+)*)'?: \(state/gm,
    /kind: 'created' \| '(changed)'/g,
  ];
  const found = sources.flatMap((text) =>
    patterns.flatMap((it) => [...text.matchAll(it)].map(([, kind = '']) => kind)),
  );
  const notEvents = new Set([
    'nothing',
    'remind',
    'owner',
    'escalate',
    'breached',
    'state',
    'withdraw',
    'cancelled',
    'resolution',
    'service',
    'person',
    'satisfied',
    'case',
    'system',
  ]);
  return [...new Set(found)].filter((kind) => !notEvents.has(kind)).sort();
}

describe('the log in words', () => {
  it('has a sentence for every kind of event of a case', () => {
    expect(caseEventKinds.length).toBeGreaterThan(20);
    expect(caseEventKinds.filter((kind) => !hasWords(kind))).toEqual([]);
  });

  it('has a sentence for every kind that any stream is written with', () => {
    const kinds = kindsInSource();
    expect(kinds).toEqual(
      expect.arrayContaining([
        ...['created', 'deactivated', 'published', 'retired', 'saved', 'refused', 'replayed'],
        ...['delegated', 'role-granted', 'joined', 'stopped-accepting', 'pick-returned', 'demo-finished'],
      ]),
    );
    expect(kinds.filter((kind) => !hasWords(kind))).toEqual([]);
  });

  const gate = { gate: 'finance', status: 'open', round: 1 };
  const clock = {
    id: 'ready',
    title: 'Ready to order',
    intervals: [{ kind: 'started', at: 1_000 }],
    fired: [],
  };
  it.each<[Partial<AnsweredRow>, string]>([
    [
      { kind: 'decided', data: { gateId: 'finance', vote: 'approve', outcome: 'approved' } },
      'Finance approval: approved',
    ],
    [
      { kind: 'decided', data: { gateId: 'finance', vote: 'approve', outcome: 'open' } },
      'Finance approval: approved, more signatures are needed',
    ],
    [{ kind: 'decided', data: { gateId: 'finance' } }, 'Finance approval: a signature was given'],
    [
      { kind: 'voted', data: { gate, decision: 'reject', for: 'rob' } },
      'Finance approval: rejected, for Rob Reader',
    ],
    [
      { kind: 'routed', data: { kind: 'waiting', pool: 'buyers-emea', rule: 'emea' } },
      'Waits for somebody in Buyers EMEA · rule “The rest of the region”',
    ],
    [
      { kind: 'routed', data: { kind: 'queued', queue: 'desk', rule: 'default' } },
      'Sent to the queue Vendor desk · everything no rule is for',
    ],
    [
      { kind: 'routed', data: { kind: 'queued', team: 'legal', rule: 'default' } },
      'Sent to the team Legal · everything no rule is for',
    ],
    [
      {
        kind: 'routed',
        data: { kind: 'unassigned', reason: 'nobody for pool buyers-emea: 3 outside hours' },
      },
      'Unassigned: nobody in Buyers EMEA was free: 3 outside their hours',
    ],
    [{ kind: 'routing-asked', data: { cause: 'submitted' } }, 'Routing began'],
    [{ kind: 'routing-asked', data: { cause: 'edited:country' } }, 'Routing again: “Country” changed'],
    [{ kind: 'clock-started', data: { clock } }, 'Clock started: Ready to order'],
    [
      { kind: 'edited', data: { fields: ['country', 'iban'] } },
      'Changed answers: Country, an answer kept from you',
    ],
    [
      { kind: 'role-granted', stream: 'person:rob', data: { role: 'finance-lead' } },
      'Gave Rob Reader the role Finance lead',
    ],
    [
      { kind: 'changed', stream: 'pool:buyers-emea', data: { fields: ['lookAheadMs'] } },
      'Changed the pool “Buyers EMEA”: how far it looks ahead',
    ],
    [
      { kind: 'published', stream: 'requestType:vendor', data: { type: 'vendor', n: 2 } },
      'Published “Vendor onboarding”, version 2',
    ],
  ])('says %j as %j', (event, said) => {
    expect(sentenceOf(row(event), names)).toBe(said);
  });

  it('names whoever is gone without their id, and a case by its number', () => {
    const [line] = linesOf([row({ actor: { kind: 'person', id: 'zoe' } })], names, 'UTC');
    expect(line).toMatchObject({
      who: { name: 'Somebody who left' },
      on: { label: 'VEN-1', to: '/cases/c1' },
      tone: 'plain',
    });
  });
});
