import { describe, expect, it } from 'vitest';
import { decideExpired, decideWithdraw } from '../../../../../domain/stream/case/commands/move.ts';
import { decideAttach } from '../../../../../domain/stream/case/commands/talk.ts';
import { relationsOf } from '../../../../../domain/stream/case/relations.ts';
import { by, given, givenOf, worldOn } from '../../../../support/case-bench.ts';
import { queued, routedTo, submitted, takes, votes } from '../../../../support/case-steps.ts';
import { hour, monday, purchaseWith } from '../../../../support/case-world.ts';

const day = 24 * hour;
const withdraws = (who: string, reason = '') =>
  by(who, (state, world) => decideWithdraw(state, { reason }, world));

describe('a step of the workflow', () => {
  it('enters the state, keeps the owner where that has no chain, and puts the words on record', () => {
    const { state, decision } = given(submitted(), routedTo('bo'))
      .when(takes('bo', 'order', ' ordered at Acme '))
      .leadsTo('commented', 'clock-changed', 'state-entered');
    expect(state).toMatchObject({ state: 'ordered', category: 'approved', owner: 'bo', epoch: 1 });
    expect(decision.events[0]?.human).toEqual({ text: 'ordered at Acme' });
    expect(decision.events[0]?.data).toMatchObject({ transition: 'order', visibility: 'public' });
  });

  it('routes the case where the state has a chain', () => {
    const definition = purchaseWith({ '/workflow/states/1/chain': 'intake' });
    const { state, owes } = givenOf(definition, submitted(), routedTo('bo')).when(takes('bo', 'order'));
    expect(state).toMatchObject({ epoch: 2, epochCause: 'entered:ordered', owner: 'bo' });
    expect(owes).toContain('route:2');
  });

  it('closes the case: its seat is owed, nothing else of it is, and those who asked are told', () => {
    const outcome = given(
      submitted(500, { behalf: 'ben' }),
      routedTo('bo', { acknowledgeWithin: { duration: '1h' } }),
      takes('bo', 'order'),
    ).when(takes('bo', 'finish'));
    const { state, pending } = outcome;
    const dueAt = outcome.dueAt('notify:closed:ria');
    expect(state).toMatchObject({ open: false, outcome: 'approved', closedAt: monday, owner: 'bo' });
    expect(pending.filter((key) => !key.startsWith('notify:')).sort()).toEqual(['seat:bo']);
    expect(pending).toContain('notify:closed:ben');
    expect(dueAt).toBe(monday + 8_000);
  });

  it('tells no service that its case is closed', () => {
    const { owes } = given(submitted(500, { requesterKind: 'service' }), routedTo('bo')).when(
      takes('bo', 'reject', 'no'),
    );
    expect(owes.filter((key) => key.startsWith('notify:'))).toEqual([]);
  });

  it('gives a closed case back to those who may reopen it', () => {
    const { state, owes } = given(submitted(), routedTo('bo'), takes('bo', 'reject', 'no'))
      .when(takes('lea', 'reopen', 'a mistake'))
      .leadsTo('commented', 'state-entered', 'clock-started', 'routing-asked');
    expect(state).toMatchObject({ open: true, closedAt: null, outcome: null, owner: 'bo', epoch: 2 });
    expect(owes).toEqual(['clock:whole', 'route:2', 'seat:bo']);
  });

  it.each([
    ['that leaves from elsewhere', takes('bo', 'finish'), 'TRANSITION_NOT_OFFERED'],
    ['that is for others', takes('ria', 'order'), 'NOT_ALLOWED'],
    ['that asks for words, without', takes('bo', 'reject'), 'REASON_REQUIRED'],
  ])('is refused one %s', (_which, step, code) => {
    given(submitted(), routedTo('bo')).when(step).isRefused(code);
  });

  it('is refused on a closed case', () => {
    given(submitted(), routedTo('bo'), takes('bo', 'reject', 'no'))
      .when(takes('bo', 'order'))
      .isRefused('CASE_CLOSED');
  });

  it('counts a field as filled by the file that answers it', () => {
    const definition = purchaseWith({
      '/form/fields/4': { id: 'offer', kind: 'file', label: 'Offer' },
      '/form/sections/0/fields/4': 'offer',
      '/workflow/transitions/0/requires': ['offer'],
    });
    const attaches = (field: string | null) =>
      by('bo', (state, world) =>
        decideAttach(state, { id: 'f1', digest: 'd', size: 1, name: 'offer.pdf', field }, world),
      );
    givenOf(definition, submitted(), routedTo('bo'), attaches(null))
      .when(takes('bo', 'order'))
      .isRefused('VALIDATION_FAILED');
    const { state } = givenOf(definition, submitted(), routedTo('bo'), attaches('offer')).when(
      takes('bo', 'order'),
    );
    expect(state.state).toBe('ordered');
  });
});

describe('automatic steps', () => {
  const auto = (id: string, from: string, to: string) => ({
    id,
    title: id,
    from: [from],
    to,
    who: [],
    auto: true,
  });

  it('follow one another within one command', () => {
    const definition = purchaseWith({
      '/workflow/transitions/0/auto': true,
      '/workflow/transitions/1/auto': true,
    });
    const { state, pending } = givenOf(definition).when(submitted());
    expect(state).toMatchObject({ state: 'done', open: false });
    expect(pending.filter((key) => key.startsWith('route:'))).toEqual([]);
  });

  it('come to an end, even in a circle', () => {
    const definition = purchaseWith({
      '/workflow/transitions/5': auto('there', 'review', 'ordered'),
      '/workflow/transitions/6': auto('back', 'ordered', 'review'),
    });
    expect(() => givenOf(definition, submitted())).toThrow('automatic steps come to an end');
  });

  it('wait for the gates of their state', () => {
    const definition = purchaseWith({ '/workflow/transitions/0/auto': true });
    expect(givenOf(definition, submitted(5_000)).state.state).toBe('review');
    const { state } = givenOf(definition, submitted(5_000)).when(votes('fay', 'approve'));
    expect(state.state).toBe('ordered');
  });
});

describe('withdrawing', () => {
  it('takes the way the workflow has for that, whatever gates are open', () => {
    const { state } = given(submitted(5_000)).when(withdraws('ria', 'no longer needed'));
    expect(state).toMatchObject({ state: 'withdrawn', outcome: 'withdrawn', comments: 1 });
  });

  it('is refused to others, where there is no way, and when it is closed', () => {
    given(submitted()).when(withdraws('bo')).isRefused('NOT_ALLOWED');
    const none = purchaseWith({ '/workflow/transitions/3/from': ['ordered'] });
    givenOf(none, submitted()).when(withdraws('ria')).isRefused('TRANSITION_NOT_OFFERED');
    given(submitted(), withdraws('ria')).when(withdraws('ria')).isRefused('CASE_CLOSED');
  });
});

describe('a time-boxed stay', () => {
  const boxed = (field: object) =>
    purchaseWith({
      '/form/fields/4': { id: 'ends', label: 'Ends', ...field },
      '/form/sections/0/fields/4': 'ends',
      '/workflow/states/4': { id: 'revoked', title: 'Revoked', category: 'done', outcome: 'revoked' },
      '/workflow/states/5': { id: 'withdrawn', title: 'Withdrawn', category: 'done', outcome: 'withdrawn' },
      '/workflow/transitions/5': {
        id: 'revoke',
        title: 'Revoke',
        from: ['ordered'],
        to: 'revoked',
        who: ['system'],
        kind: 'revoke',
      },
      '/expiry': { state: 'ordered', field: 'ends', transition: 'revoke' },
    });
  const byDate = boxed({ kind: 'date' });
  const item = { item: 'Desk', amount: { amount: 5, currency: 'EUR' } };
  const due = { transition: 'revoke', state: 'ordered' };
  const expires = by('system', (state, world) => decideExpired(state, due, world));
  const ordered = (ends: string | number) => [
    submitted(5, { values: { ...item, ends } }),
    routedTo('bo'),
    takes('bo', 'order'),
  ];
  const endOf = (definition: typeof byDate, ends: string | number) =>
    givenOf(definition, ...ordered(ends)).bench.doc.effects.find(({ id }) => id === 'expiry');

  it('ends with the day given, or that many days after it began', () => {
    expect(endOf(byDate, '2026-03-10')).toMatchObject({
      kind: 'escalate',
      dueAt: Date.UTC(2026, 2, 11),
      payload: { what: 'expiry', ...due },
    });
    expect(endOf(boxed({ kind: 'number' }), 30)?.dueAt).toBe(monday + 30 * day);
  });

  it('never ends without an end, and is not owed elsewhere', () => {
    expect(endOf(byDate, 'soon')).toBeUndefined();
    const none = givenOf(byDate, submitted(5), routedTo('bo'), takes('bo', 'order'));
    expect(none.bench.doc.effects.map(({ id }) => id)).not.toContain('expiry');
    const elsewhere = givenOf(byDate, submitted(5, { values: { ...item, ends: '2026-03-10' } }));
    expect(elsewhere.bench.doc.effects.map(({ id }) => id)).not.toContain('expiry');
  });

  it('is over by the step the type names, if the case still stays there', () => {
    const { state } = givenOf(byDate, ...ordered('2026-03-10')).when(expires);
    expect(state).toMatchObject({ state: 'revoked', outcome: 'revoked' });
    givenOf(byDate, submitted(5)).when(expires).leadsTo();
    givenOf(byDate, ...ordered('2026-03-10'), takes('bo', 'finish'))
      .when(expires)
      .leadsTo();
  });

  it('is called off when the case is closed before', () => {
    const { pending } = givenOf(byDate, ...ordered('2026-03-10')).when(takes('bo', 'finish'));
    expect(pending).not.toContain('expiry');
  });
});

describe('what somebody is to a case', () => {
  it.each([
    ['ria', ['requester']],
    ['ben', ['behalf', 'watcher']],
    ['bo', ['assignee', 'team']],
    ['bea', ['team']],
    ['lea', ['accountable']],
    ['otto', ['backup']],
    ['fay', ['approver']],
    ['system', ['system']],
    ['una', []],
  ])('%s is %j', (who, relations) => {
    const { bench } = given(submitted(5_000, { behalf: 'ben' }), routedTo('bo'));
    const state = { ...bench.doc.state, watchers: ['ben'] };
    expect(relationsOf(state, worldOn(bench, who).actor)).toEqual(relations);
  });

  it('is of the pool where no team is known, and no approver once it has been decided', () => {
    const { bench } = given(submitted(5_000), queued);
    const { actor } = worldOn(bench, 'bea');
    expect(relationsOf({ ...bench.doc.state, team: null, pool: 'buyers' }, actor)).toContain('team');
    expect(relationsOf({ ...bench.doc.state, team: null }, actor)).toEqual([]);
    const signed = given(submitted(5_000), votes('fay', 'approve'));
    expect(relationsOf(signed.state, worldOn(signed.bench, 'finn').actor)).toEqual([]);
  });
});
