import { describe, expect, it } from 'vitest';
import { emptyCase } from '../../../../../domain/stream/case/case-state.ts';
import { caseEventKinds, evolveCase } from '../../../../../domain/stream/case/evolve-case.ts';
import { given, givenOf } from '../../../../support/case-bench.ts';
import { submitted } from '../../../../support/case-steps.ts';
import { monday, purchaseWith } from '../../../../support/case-world.ts';

describe('submitting', () => {
  it('puts the request on record, starts its clocks, enters the first state and owes its routing', () => {
    const { state, owes, bench } = given()
      .when(submitted(500))
      .leadsTo('submitted', 'clock-started', 'clock-started', 'state-entered', 'routing-asked');
    expect(state).toMatchObject({
      number: 'PUR-1001',
      type: 'purchase',
      state: 'review',
      category: 'in_review',
      open: true,
      epoch: 1,
      epochCause: 'submitted',
      placement: 'undecided',
      accountable: 'procurement-lead',
      backup: 'operations-lead',
      requester: 'ria',
      lastEditor: 'ria',
      priority: 3,
      title: 'Desk',
      searchable: ['Desk'],
      submittedAt: monday,
      stateSince: monday,
    });
    expect(owes).toEqual(['clock:first', 'clock:whole', 'route:1']);
    expect(bench.doc.effects.find(({ id }) => id === 'route:1')).toMatchObject({
      kind: 'route',
      dueAt: monday,
      payload: { epoch: 1 },
    });
  });

  it('seals each value by itself and keeps what was entered out of the event', () => {
    const { decision } = given().when(submitted(500, { searchable: [] }));
    const [first] = decision.events;
    expect(Object.keys(first?.human ?? {})).toEqual(
      expect.arrayContaining(['values/item', 'values/amount', 'title']),
    );
    expect(JSON.stringify(first?.data)).not.toContain('Desk');
  });

  it('takes its priority from the table', () => {
    const values = { item: 'Desk', amount: { amount: 5, currency: 'EUR' }, urgency: 'high' };
    expect(given(submitted(5, { values })).state.priority).toBe(2);
  });

  it('names its accountable role from the type where the state has none', () => {
    const definition = purchaseWith({
      '/workflow/states/0/owner': undefined,
      '/workflow/states/0/backup': undefined,
      '/workflow/states/0/next': undefined,
    });
    expect(givenOf(definition, submitted()).state).toMatchObject({
      accountable: 'procurement-lead',
      backup: 'operations-lead',
      next: null,
    });
  });

  it('links the files that answer its fields, and keeps scores and the proposal of an agent', () => {
    const file = { id: 'f1', digest: 'd1', size: 9, name: 'offer.pdf', field: 'offer' };
    const proposal = { account: 'acme', intent: 'buy', confidence: 0.9 };
    const { state } = given(submitted(500, { files: [file], proposal, scores: { risk: 4 } }));
    expect(state.attachments).toEqual([{ ...file, by: 'ria', at: monday }]);
    expect(state).toMatchObject({ proposal, scores: { risk: 4 } });
  });

  it('keeps that a service asked', () => {
    expect(given(submitted(500, { requesterKind: 'service' })).state.requesterKind).toBe('service');
  });
});

describe('the folds of a case', () => {
  const at = { at: 7, seq: 1, actor: { kind: 'person', id: 'ria' } as const };

  it('refuse an event no case has', () => {
    const unknown = { ...at, kind: 'exploded', data: {}, human: {} };
    expect(() => evolveCase(emptyCase, unknown)).toThrow('a case knows the event exploded');
    const inherited = { ...at, kind: 'toString', data: {}, human: {} };
    expect(() => evolveCase(emptyCase, inherited)).toThrow('toString');
  });

  it('leave the place of what was erased empty, whatever the event', () => {
    for (const kind of caseEventKinds.filter((one) => !/gate|clock|vote/.test(one))) {
      const state = evolveCase(emptyCase, { ...at, kind, data: {}, human: {} });
      expect(state.updatedAt).toBe(7);
    }
  });

  it('keep the link to another system by its connection', () => {
    const linked = { ...at, kind: 'linked', data: { connection: 'erp', id: 'PO-7', link: 'https://erp' } };
    expect(evolveCase(emptyCase, { ...linked, human: {} }).external).toEqual({
      erp: { id: 'PO-7', link: 'https://erp' },
    });
  });
});
