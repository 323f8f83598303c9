import { expect, it } from 'vitest';
import type { Gate } from '../../../../domain/approval/gate-schema.ts';
import { decidersOf } from '../../../../domain/definition/deciders-of.ts';

const gate = (id: string, approvers: Gate['steps'][number]['approvers']): Gate => ({
  ...{ id, title: id },
  steps: [{ id: 'one', title: 'One', approvers, quorum: { kind: 'any' } }],
});
const owner = { role: 'sales-lead' };

it('names who answers for it, by the title of the role where it has one', () => {
  expect(decidersOf({ owner })).toEqual({ accountable: 'the sales lead', approvers: [] });
  expect(decidersOf({ owner }, { roles: { 'sales-lead': 'Head of sales' } }).accountable).toBe(
    'the head of sales',
  );
});

it('names approvers once, in the order of the gates, to whoever asks', () => {
  const gates = [
    gate('a', [{ manager: true }, { team: 'privacy' }]),
    gate('b', [{ role: 'finance-lead' }, { manager: true }]),
    gate('c', [{ field: 'sponsor' }, { accountOwner: true }, { team: 'legal' }]),
  ];
  expect(decidersOf({ owner, gates }, { teams: { privacy: 'Data protection' } }).approvers).toEqual([
    'your manager',
    'the team Data protection',
    'the finance lead',
    'the person you name',
    'the account’s owner',
    'the team legal',
  ]);
});
