import { describe, expect, it } from 'vitest';
import { checkGates } from '../../../../domain/approval/check-gates.ts';
import type { GateContext } from '../../../../domain/approval/gate-context.ts';
import type { Gate } from '../../../../domain/approval/gate-schema.ts';
import { gateOf } from './gate-setting.ts';
import { context, deadline, registry, sequence, step, unseen } from './gate-surroundings.ts';

describe('checking gates', () => {
  it.each<[string, Gate, string, RegExp, GateContext?]>([
    [
      'a condition of wrong type',
      gateOf({}, { when: { '>': [{ var: 'spend.base' }, 'much'] } }),
      '/gates/0/when/>/1',
      /number|text/,
    ],
    [
      'a condition on no fact',
      gateOf({}, { when: { '>': [{ var: 'speed' }, 1] } }),
      '/gates/0/when/>/0',
      /no fact "speed"/,
    ],
    [
      'an outcome that is no transition',
      gateOf({}, { onApproved: 'fly' }),
      '/gates/0/onApproved',
      /no transition “fly”/,
    ],
    ['a rejection that leads nowhere', gateOf({}, { onRejected: undefined }), '/gates/0', /lead nowhere/],
    ['an input that is no field', gateOf({}, { inputs: ['ghost'] }), '/gates/0/inputs/0', /no field “ghost”/],
    ['an input that is not material', gateOf({}, { inputs: ['memo'] }), '/gates/0/inputs/0', /not material/],
    [
      'a role that is not there',
      gateOf({ approvers: [{ role: 'signer' }, { role: 'ghost' }] }),
      '/gates/0/steps/0/approvers/1/role',
      /no role “ghost”/,
    ],
    [
      'a team that is not there',
      gateOf({ approvers: [{ role: 'signer' }, { team: 'ghost' }] }),
      '/gates/0/steps/0/approvers/1/team',
      /no team “ghost”/,
    ],
    [
      'a field that is not there',
      gateOf({ approvers: [{ field: 'ghost' }] }),
      '/gates/0/steps/0/approvers/0/field',
      /no field “ghost”/,
    ],
    [
      'a field that holds no person',
      gateOf({ approvers: [{ field: 'spend' }] }),
      '/gates/0/steps/0/approvers/0/field',
      /no person/,
    ],
    [
      'a backup that is not there',
      gateOf({ backup: [{ role: 'ghost' }] }),
      '/gates/0/steps/0/backup/0/role',
      /no role “ghost”/,
    ],
    [
      'an escalation that is not there',
      gateOf({}, { escalation: [{ role: 'ghost' }] }),
      '/gates/0/escalation/0/role',
      /no role “ghost”/,
    ],
    [
      'a deadline without calendar',
      gateOf({ deadline: { duration: '2d' }, onDeadline: 'remind' }),
      '/gates/0/steps/0/deadline',
      /no calendar/,
    ],
    [
      'a calendar that is not there',
      gateOf({ deadline: { duration: '2d', calendar: 'moon' }, onDeadline: 'remind' }),
      '/gates/0/steps/0/deadline/calendar',
      /no calendar “moon”/,
    ],
    ['a deadline at which nothing happens', gateOf({ deadline }), '/gates/0/steps/0', /nothing happens/],
    [
      'something that happens without a deadline',
      gateOf({ onDeadline: 'remind' }),
      '/gates/0/steps/0/onDeadline',
      /no deadline/,
    ],
    [
      'an escalation to nobody',
      gateOf({ deadline, onDeadline: 'escalate' }),
      '/gates/0/steps/0/onDeadline',
      /nobody to escalate/,
    ],
    [
      'a gate nobody can sign',
      gateOf({ approvers: [{ role: 'nobody' }] }),
      '/gates/0/steps/0/approvers',
      /nobody can sign “s1”/,
    ],
    [
      'a gate only the requester could sign',
      gateOf({ approvers: [{ role: 'solo' }] }),
      '/gates/0/steps/0/approvers',
      /only sol can sign/,
    ],
    [
      'a gate only one submitter could sign',
      gateOf({ approvers: [{ role: 'solo' }] }),
      '/gates/0/steps/0/approvers',
      /only sol/,
      { ...context, registry: { ...registry, submitters: new Set(['sol']) } },
    ],
    [
      'more signatures than people',
      gateOf({ quorum: { kind: 'n', n: 3 } }),
      '/gates/0/steps/0/quorum/n',
      /3 have to sign and only 2 can/,
    ],
    [
      'more signatures than a case can bring',
      gateOf({ approvers: [{ manager: true }, { role: 'signer' }], quorum: { kind: 'n', n: 4 } }),
      '/gates/0/steps/0/quorum/n',
      /only 3 can/,
    ],
    [
      'a field the approvers cannot read',
      gateOf(),
      '/gates/0/steps/0/approvers/0',
      /role:signer cannot read “contact”/,
      unseen,
    ],
    [
      'a field the manager may not read',
      gateOf({ approvers: [{ manager: true }] }),
      '/gates/0/steps/0/approvers/0',
      /manager cannot read “contact”/,
      unseen,
    ],
    [
      'a field the backup cannot read',
      gateOf({ approvers: [{ role: 'lead' }], backup: [{ team: 'legal' }] }),
      '/gates/0/steps/0/backup/0',
      /team:legal cannot read/,
      unseen,
    ],
    [
      'a field the escalation cannot read',
      gateOf({ approvers: [{ role: 'lead' }] }, { escalation: [{ role: 'signer' }] }),
      '/gates/0/escalation/0',
      /role:signer cannot read/,
      unseen,
    ],
    [
      'two steps with one id',
      gateOf({}, { steps: ['signer', 'lead'].map((role) => ({ ...step, id: 's', approvers: [{ role }] })) }),
      '/gates/0/steps/1/id',
      /two steps “s”/,
    ],
    [
      'a sequence with fewer people than signatures',
      gateOf({}, sequence('signer', 'signer', 'signer')),
      '/gates/0/steps',
      /need 3 different people and only 2/,
    ],
  ])('refuses %s, with its place and a mend', (_, ...[gate, pointer, message, around = context]) => {
    const found = checkGates([gate], around);
    expect(found.map((problem) => [problem.pointer, problem.blocking])).toEqual([[pointer, true]]);
    expect(found[0]?.message).toMatch(message);
    expect(found[0]?.mend).not.toBe('');
  });

  it('refuses two gates with one id', () => {
    expect(checkGates([gateOf(), gateOf()], context).map(({ pointer }) => pointer)).toEqual(['/gates/1/id']);
  });
});
