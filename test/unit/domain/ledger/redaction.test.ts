import { describe, expect, it } from 'vitest';
import { planRedaction, RedactionPlan } from '../../../../domain/ledger/redaction.ts';
import { SampleLog } from './sample-log.ts';
import { verify } from './verify.ts';

const person = (id: string) => ({ kind: 'person', id }) as const;

function history(): SampleLog {
  const log = new SampleLog();
  const values = { amount: 12, note: 'private' };
  log.add({
    stream: 'case-1',
    kind: 'submitted',
    actor: person('ann'),
    data: { requester: 'ann' },
    human: values,
  });
  log.add({
    stream: 'case-2',
    kind: 'submitted',
    actor: person('bob'),
    data: { requester: 'bob' },
    human: values,
  });
  log.add({ stream: 'case-1', kind: 'decided', actor: person('bob'), human: { reason: 'Ann may' } });
  log.add({ stream: 'case-2', kind: 'commented', actor: person('ann'), human: { comment: 'mine' } });
  log.add({ stream: 'case-2', kind: 'decided', actor: person('cid'), human: { reason: 'no' } });
  log.add({
    stream: 'case-3',
    kind: 'submitted',
    actor: person('bob'),
    data: { requester: 'bob', behalf: 'ann' },
    human: values,
  });
  log.add({ stream: 'person:ann', kind: 'renamed', actor: person('cid'), human: { name: 'Ann' } });
  log.add({ stream: 'case-1', kind: 'routed', actor: { kind: 'system', id: 'ann' }, data: { place: 1 } });
  log.add({
    stream: 'case-2',
    kind: 'proposed',
    actor: { kind: 'service', id: 'ann' },
    human: { intent: 'x' },
  });
  log.sign();
  return log;
}

describe('the plan to erase a person', () => {
  it('names what they entered and what is about them, as requester or by name, and nothing of others', () => {
    expect(planRedaction('ann', history().rows)).toEqual([
      { position: 1, stream: 'case-1', seq: 1, names: ['amount', 'note'] },
      { position: 3, stream: 'case-1', seq: 2, names: ['reason'] },
      { position: 4, stream: 'case-2', seq: 2, names: ['comment'] },
      { position: 6, stream: 'case-3', seq: 1, names: ['amount', 'note'] },
      { position: 7, stream: 'person:ann', seq: 1, names: ['name'] },
    ]);
  });

  it('is empty once it was carried out', () => {
    const { rows } = history();
    const plan = planRedaction('ann', rows);
    const left = rows.map((row) =>
      plan.some(({ position }) => position === row.position) ? { ...row, sealed: {} } : row,
    );
    expect(planRedaction('ann', left)).toEqual([]);
  });

  it('takes the word of its caller on who a request is from', () => {
    const plan = new RedactionPlan('ann', () => ['ann']);
    const row = new SampleLog().add({ stream: 'case-9', actor: person('bob'), human: { note: 1 } });
    expect(plan.row(row)).toEqual({ position: 1, stream: 'case-9', seq: 1, names: ['note'] });
  });

  it('leaves an export that still verifies, with the same root', () => {
    const log = history();
    const before = verify(log.complete());
    for (const { position, names } of planRedaction('ann', log.rows)) {
      const row = log.rows[position - 1];
      if (row === undefined) throw new Error('the plan names rows that are there');
      const sealed = Object.fromEntries(Object.entries(row.sealed).filter(([name]) => !names.includes(name)));
      log.rows[position - 1] = { ...row, sealed };
    }
    const after = verify(log.complete());
    expect(before).toMatchObject({ verified: true, erased: 0, opened: 11 });
    expect(after).toMatchObject({ verified: true, erased: 7, opened: 4, root: before.root });
    expect(log.complete().join()).not.toContain('private","salt');
    expect(verify(log.filtered(({ event }) => event.stream === 'case-1'))).toMatchObject({
      verified: true,
      erased: 3,
    });
  });
});
