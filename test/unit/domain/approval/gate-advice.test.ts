import { describe, expect, it } from 'vitest';
import { checkGates } from '../../../../domain/approval/check-gates.ts';
import type { GateContext } from '../../../../domain/approval/gate-context.ts';
import type { Gate } from '../../../../domain/approval/gate-schema.ts';
import { gateOf } from './gate-setting.ts';
import { context, deadline, registry, seen, sequence, step } from './gate-surroundings.ts';

describe('acceptance and advice', () => {
  it.each<[string, Gate, GateContext?]>([
    ['a plain gate', gateOf()],
    [
      'a gate with all there is',
      gateOf(
        { deadline, onDeadline: 'escalate', backup: [{ role: 'lead' }] },
        {
          when: { '>': [{ var: 'spend.base' }, 5] },
          inputs: ['spend'],
          escalation: [{ team: 'legal' }],
          onApproved: 'approve',
        },
      ),
    ],
    [
      'approvers that depend on the case',
      gateOf({
        approvers: [{ field: 'sponsor' }, { manager: true }, { accountOwner: true }],
        quorum: { kind: 'n', n: 2 },
      }),
    ],
    ['two of three', gateOf({ approvers: [{ team: 'legal' }], quorum: { kind: 'n', n: 2 } })],
    ['approvers who can read what they decide on', gateOf(), seen],
    [
      'a single holder who cannot submit',
      gateOf({ approvers: [{ role: 'solo' }] }),
      { ...context, registry: { ...registry, submitters: new Set(['rita']) } },
    ],
    ['a sequence of different people', gateOf({}, sequence('signer', 'lead'))],
    [
      'a sequence that depends on the case',
      gateOf(
        {},
        {
          steps: [
            { ...step, id: 'a', approvers: [{ manager: true }] },
            { ...step, id: 'b', approvers: [{ role: 'signer' }] },
          ],
        },
      ),
    ],
  ])('finds nothing wrong with %s', (_, gate, around = context) => {
    expect(checkGates([gate], around)).toEqual([]);
  });

  it('looks nobody up where nobody is known', () => {
    const { registry: _, ...unknown } = context;
    expect(
      checkGates(
        [
          gateOf({
            approvers: [{ role: 'ghost' }],
            quorum: { kind: 'n', n: 9 },
            deadline: { duration: '1d', calendar: 'moon' },
            onDeadline: 'remind',
          }),
        ],
        unknown,
      ),
    ).toEqual([]);
    expect(checkGates([gateOf({}, sequence('signer', 'signer', 'signer'))], unknown)).toEqual([]);
  });

  it('counts a number of signatures in a sequence', () => {
    const steps = [
      { ...step, id: 'a', approvers: [{ role: 'signer' }], quorum: { kind: 'n', n: 1 } },
      { ...step, id: 'b', approvers: [{ team: 'legal' }], quorum: { kind: 'n', n: 2 } },
    ];
    expect(checkGates([gateOf({}, { steps })], context)).toEqual([]);
  });

  it.each<[string, Gate, RegExp]>([
    ['a gate no state asks for', gateOf({}, { id: 'spare' }), /no state asks/],
    ['silence that approves', gateOf({ deadline, onDeadline: 'approve' }), /silence approves/],
    [
      'a number that leaves nobody to spare',
      gateOf({ quorum: { kind: 'n', n: 2 } }),
      /all 2 who can sign have to/,
    ],
  ])('advises on %s, and blocks nothing', (_, gate, message) => {
    const found = checkGates([gate], context);
    expect(found.map(({ blocking }) => blocking)).toEqual([false]);
    expect(found[0]?.message).toMatch(message);
  });
});
