import { describe, expect, it } from 'vitest';
import { logListsOf } from '../../../../domain/ledger/log-lists.ts';
import type { StreamEvent } from '../../../../domain/stream/event.ts';

const event = (more: Partial<StreamEvent> = {}): StreamEvent => ({
  v: 1,
  stream: 'case-1',
  seq: 1,
  kind: 'decided',
  at: 0,
  actor: { kind: 'person', id: 'p1' },
  command: { id: 'c1', body: '' },
  data: {},
  ...more,
});

const always = ['all', 'stream:case-1', 'kind:decided', 'actor:p1'];

describe('the lists an event is paged by', () => {
  it('are all, its stream, its kind and its actor at least', () => {
    expect(logListsOf(event())).toEqual(always);
  });

  it('are its type, rule and decision when the event names them', () => {
    const data = { type: 'refund', rule: 'r7', decision: 'approve' };
    expect(logListsOf(event({ data }))).toEqual([...always, 'type:refund', 'rule:r7', 'decision:approve']);
  });

  it('are those the committing side knows, the event’s own first, none twice', () => {
    const known = { type: 'refund', rules: ['r7', 'r8'] };
    expect(logListsOf(event(), known)).toEqual([...always, 'type:refund', 'rule:r7', 'rule:r8']);
    const data = { type: 'access', rule: 'r8' };
    expect(logListsOf(event({ data }), known)).toEqual([...always, 'type:access', 'rule:r8', 'rule:r7']);
  });

  it('take no notice of empty words and of what is no text', () => {
    expect(logListsOf(event({ data: { type: '', rule: 7, decision: null } }))).toEqual(always);
  });

  it.each([
    ['refusals:2026-01-05', 'decided', true],
    ['refusals/2026-01-05', 'decided', true],
    ['case-1', 'refused', true],
    ['refusals2', 'decided', false],
    ['case-refusals', 'decided', false],
  ])('of %s, kind %s, hold refused attempts: %s', (stream, kind, expected) => {
    expect(logListsOf(event({ stream, kind })).includes('refused')).toBe(expected);
  });
});
