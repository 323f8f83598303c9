import { describe, expect, it } from 'vitest';
import { becameOf, type Moved, refusedFor } from '../../../../../app/features/inbox/became-of.server.ts';

const now = 10_000_000;
const about = { me: 'me', now };
type Gate = Moved['gates'][number];

function gateOf(more: Partial<Gate>): Gate {
  return {
    ...{ id: 'finance', title: 'Finance approval', round: 1, status: 'approved', openedAt: 1, closedAt: 2 },
    ...{ why: null, decides: [], step: null, votes: [], mine: { may: false }, returnable: false },
    ...more,
  };
}

function caseOf(more: Partial<Moved> = {}): Moved & { readonly number: string } {
  return {
    ...{ number: 'REF-1', open: true, owner: null, assignedAt: null, gates: [] },
    people: { isla: 'Isla McGregor', noor: 'Noor Haddad' },
    state: { id: 'done', title: 'Paid', category: 'done', since: 1, outcome: null },
    ...more,
  };
}

const voted = (decision: 'approve' | 'reject', minutes: number) =>
  gateOf({
    votes: [{ person: 'noor', decision, at: now - minutes * 60_000, basis: 'b', step: 'one' }],
  });

describe('what became of a case', () => {
  it('names who took it and when', () => {
    expect(becameOf(caseOf({ owner: 'isla', assignedAt: now - 120_000 }), about)).toBe(
      'Isla McGregor took this 2 m ago',
    );
    expect(becameOf(caseOf({ owner: 'isla', assignedAt: now - 5_000 }), about)).toBe(
      'Isla McGregor took this just now',
    );
  });

  it('names who decided when that came last', () => {
    const moved = caseOf({ owner: 'isla', assignedAt: now - 3_600_000, gates: [voted('reject', 3)] });
    expect(becameOf(moved, about)).toBe('Noor Haddad rejected it 3 m ago');
  });

  it('says that it is closed, and nothing of what is as it was', () => {
    expect(becameOf(caseOf({ open: false }), about)).toBe('Closed: Paid');
    expect(becameOf(caseOf(), about)).toBeNull();
  });
});

describe('why one of many was refused', () => {
  it('names who has it', () => {
    expect(refusedFor(caseOf({ owner: 'isla', assignedAt: 1 }), 'claim', about)).toBe('Isla McGregor has it');
    expect(refusedFor(caseOf({ owner: 'me', assignedAt: 1 }), 'claim', about)).toBe('you have it already');
  });

  it('names who decided', () => {
    expect(refusedFor(caseOf({ gates: [voted('approve', 4)] }), 'approve', about)).toBe(
      'Noor Haddad approved it 4 m ago',
    );
  });

  it('says why a gate that waits is not for the reader', () => {
    const whyNot = { code: 'SELF_DECISION' as const, message: 'You asked for it yourself.', data: {} };
    const gate = gateOf({ status: 'open', mine: { may: false, whyNot } });
    expect(refusedFor(caseOf({ gates: [gate] }), 'reject', about)).toBe('You asked for it yourself.');
  });

  it('leaves the words to the refusal where the reader may still decide', () => {
    const gate = gateOf({ status: 'open', mine: { may: true } });
    expect(refusedFor(caseOf({ gates: [gate] }), 'approve', about)).toBeNull();
    expect(refusedFor(caseOf({ open: false }), 'approve', about)).toBe('it is closed already (Paid)');
  });
});
