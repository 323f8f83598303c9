import { describe, expect, it } from 'vitest';
import { caseBasis } from '../../../../../domain/stream/case/case-basis.ts';
import {
  decideAnswer,
  decideAsk,
  decideAttach,
  decideComment,
} from '../../../../../domain/stream/case/commands/talk.ts';
import { decideEscalate, decidePriority } from '../../../../../domain/stream/case/commands/urgency.ts';
import { by, given } from '../../../../support/case-bench.ts';
import { routedTo, submitted, takes } from '../../../../support/case-steps.ts';
import { monday, purchase } from '../../../../support/case-world.ts';

const says = (who: string, text: string, mentions: readonly string[] = []) =>
  by(who, (state, world) => decideComment(state, { text, visibility: 'public', mentions }, world));
const asks = (who: string, to?: string, question = 'Which desk?') =>
  by(who, (state, world) => decideAsk(state, { question, ...(to === undefined ? {} : { to }) }, world));
const answers = (who: string, ask?: string, answer = 'The big one.') =>
  by(who, (state, world) => decideAnswer(state, { answer, ...(ask === undefined ? {} : { ask }) }, world));
const attaches = (id: string, field: string | null = null) =>
  by('ria', (state, world) =>
    decideAttach(state, { id, digest: `d-${id}`, size: 9, name: 'offer.pdf', field }, world),
  );
const closed = [submitted(), takes('ria', 'withdraw')];

describe('commenting', () => {
  it('seals the words, and tells those mentioned who work here, who watch from then on', () => {
    const { state, owes, decision } = given(submitted()).when(
      says('bo', ' Call first. ', ['bea', 'gus', 'zoe']),
    );
    expect(decision.events[0]).toMatchObject({
      kind: 'commented',
      data: { visibility: 'public', mentions: ['bea'] },
      human: { text: 'Call first.' },
    });
    expect(state).toMatchObject({ comments: 1, watchers: ['bea'], firstTouchAt: monday });
    expect(owes).toEqual(['notify:mentioned:bea']);
  });

  it('is no first touch by the requester, and is possible on a closed case', () => {
    expect(given(submitted()).when(says('ria', 'Hurry.')).state.firstTouchAt).toBeNull();
    given(...closed)
      .when(says('bo', 'Too late.'))
      .leadsTo('commented');
  });

  it('is refused without words and beyond 20,000 characters', () => {
    given(submitted()).when(says('bo', '  ')).isRefused('VALIDATION_FAILED');
    given(submitted())
      .when(says('bo', 'x'.repeat(20_001)))
      .isRefused('VALIDATION_FAILED');
    given(submitted())
      .when(says('bo', 'x'.repeat(20_000)))
      .leadsTo('commented', 'clock-changed');
  });
});

describe('asking and answering', () => {
  it('asks the person it is for, else the requester, unless somebody is named', () => {
    expect(given(submitted()).when(asks('bo')).state.asks).toMatchObject([{ by: 'bo', to: 'ria' }]);
    expect(given(submitted(5, { behalf: 'ben' })).when(asks('bo')).state.asks).toMatchObject([{ to: 'ben' }]);
    const { state, owes } = given(submitted()).when(asks('bo', 'mia'));
    expect(state.asks).toMatchObject([{ to: 'mia', question: 'Which desk?', answeredAt: null }]);
    expect(owes).toContain('notify:asked:mia:id-1-1');
  });

  it('answers the latest open question, or the one named, and tells who asked', () => {
    const two = given(submitted(), asks('bo', 'mia'), asks('bea', 'ben'));
    const latest = two.when(answers('ben'));
    expect(latest.state.asks).toMatchObject([{ answeredAt: null }, { answeredAt: monday }]);
    expect(latest.owes).toContain('notify:answered:bea:id-2-1');
    expect(two.when(answers('mia', 'id-1-1')).state.asks).toMatchObject([
      { answeredAt: monday },
      { answeredAt: null },
    ]);
  });

  it('lets the requester answer for anybody', () => {
    given(submitted(), asks('bo', 'mia')).when(answers('ria')).leadsTo('answered', 'clock-changed');
  });

  it.each([
    ['asking on a closed case', closed, asks('bo'), 'CASE_CLOSED'],
    ['asking nothing', [submitted()], asks('bo', undefined, ' '), 'VALIDATION_FAILED'],
    ['answering on a closed case', closed, answers('ria'), 'CASE_CLOSED'],
    ['answering what nobody asked', [submitted()], answers('ria'), 'NOT_FOUND'],
    ['answering twice', [submitted(), asks('bo'), answers('ria')], answers('ria', 'id-1-1'), 'NOT_FOUND'],
    ['answering for somebody else', [submitted(), asks('bo', 'mia')], answers('bea'), 'NOT_ALLOWED'],
    ['answering nothing', [submitted(), asks('bo')], answers('ria', undefined, ''), 'VALIDATION_FAILED'],
  ])('refuses %s', (_what, steps, step, code) => {
    given(...steps)
      .when(step)
      .isRefused(code);
  });
});

describe('attaching', () => {
  it('links the file and moves the basis, sealing its name', () => {
    const before = given(submitted());
    const { state, decision } = before.when(attaches('f1', 'offer')).leadsTo('attached');
    expect(state.attachments).toMatchObject([{ id: 'f1', name: 'offer.pdf', field: 'offer', by: 'ria' }]);
    expect(JSON.stringify(decision.events[0]?.data)).not.toContain('offer.pdf');
    expect(caseBasis(state, purchase)).not.toBe(caseBasis(before.state, purchase));
  });

  it('is refused beyond 100 files and on a closed case', () => {
    const full = given(submitted(), ...Array.from({ length: 100 }, (_one, i) => attaches(`f${i}`)));
    full.when(attaches('more')).isRefused('LIMIT_EXCEEDED');
    given(...closed)
      .when(attaches('f1'))
      .isRefused('CASE_CLOSED');
  });
});

describe('priority and escalation', () => {
  const sets = (value: number, reason = 'the CEO waits') =>
    by('lea', (state, world) => decidePriority(state, { value, reason }, world));
  const escalates = (who: string, reason = 'stuck') =>
    by(who, (state, world) => decideEscalate(state, { reason }, world));

  it('is set by hand with a reason, once', () => {
    expect(given(submitted()).when(sets(1)).leadsTo('priority-set').state).toMatchObject({
      priority: 1,
      priorityBy: 'hand',
    });
    given(submitted()).when(sets(3)).isRefused('CONFLICT');
    given(submitted()).when(sets(1, '')).isRefused('REASON_REQUIRED');
    given(...closed)
      .when(sets(1))
      .isRefused('CASE_CLOSED');
  });

  it('tells those who answer for the case and whoever has it, from the second time their backup too', () => {
    const first = given(submitted(), routedTo('bo'))
      .when(escalates('ria'))
      .leadsTo('escalated', 'priority-set');
    expect(first.state).toMatchObject({ escalation: 1, priority: 2, priorityBy: 'escalation' });
    expect(first.owes).toEqual(['notify:escalated:role:procurement-lead:1', 'notify:escalated:bo:1']);
    const second = given(submitted(), escalates('ria')).when(escalates('ria'));
    expect(second.owes).toEqual([
      'notify:escalated:role:procurement-lead:2',
      'notify:escalated:role:operations-lead:2',
    ]);
  });

  it('stays at the highest priority, and is refused without a reason or on a closed case', () => {
    given(submitted(), sets(1)).when(escalates('ria')).leadsTo('escalated');
    given(submitted()).when(escalates('ria', ' ')).isRefused('REASON_REQUIRED');
    given(...closed)
      .when(escalates('ria'))
      .isRefused('CASE_CLOSED');
  });
});
