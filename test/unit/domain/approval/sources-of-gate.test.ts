import { expect, it } from 'vitest';
import { sourcesOfGate } from '../../../../domain/approval/sources-of-gate.ts';
import { gateOf } from './gate-setting.ts';

it('names every source of a gate once: approvers, backups and the escalation', () => {
  const first = { id: 's1', title: 'Signs', quorum: { kind: 'any' } };
  const gate = gateOf(
    {},
    {
      steps: [
        { ...first, approvers: [{ role: 'signer' }, { manager: true }], backup: [{ team: 'legal' }] },
        { ...first, id: 's2', approvers: [{ role: 'signer' }, { accountOwner: true }] },
      ],
      escalation: [{ role: 'head' }],
    },
  );
  expect([...sourcesOfGate(gate)]).toEqual([
    'role:signer',
    'manager',
    'team:legal',
    'accountOwner',
    'role:head',
  ]);
  expect([...sourcesOfGate(gateOf())]).toEqual(['role:signer']);
});
