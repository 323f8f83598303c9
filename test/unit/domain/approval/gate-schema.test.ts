import { describe, expect, it } from 'vitest';
import { type Gate, gateSchema } from '../../../../domain/approval/gate-schema.ts';
import { gateOf } from './gate-setting.ts';

const _material = ['systems', 'spend', 'sponsor', 'contract'];
const named = (id: string, more: object = {}): Gate => gateOf({}, { id, ...more });
const _security = named('security', { when: { '==': [{ var: 'systems' }, 'prod'] } });
const _finance = named('finance', { when: { '>': [{ var: 'spend.base' }, 1000] } });
const _manager = named('manager');

describe('the stored form of a gate', () => {
  it.each<[string, object]>([
    ['a person by name', gate({ approvers: [{ person: 'ana' }] })],
    ['two sources in one', gate({ approvers: [{ role: 'a', team: 'b' }] })],
    ['no approvers', gate({ approvers: [] })],
    ['a quorum of nobody', gate({ quorum: { kind: 'n', n: 0 } })],
    ['more than everybody', gate({ quorum: { kind: 'percent', percent: 101 } })],
    ['a deadline that is no time', gate({ deadline: { duration: 'soon', calendar: 'hq' } })],
    ['an outcome of silence nobody knows', gate({ onDeadline: 'shrug' })],
    ['a gate without steps', { ...gate({}), steps: [] }],
    ['an unknown key', { ...gate({}), extra: 1 }],
    ['a gate after the fact', { ...gate({}), timing: 'after' }],
  ])('refuses %s', (_, document) => {
    expect(gateSchema.safeParse(document).success).toBe(false);
  });

  it('keeps a document as it is', () => {
    const document = gate({
      deadline: { duration: '2d', calendar: 'hq' },
      onDeadline: 'escalate',
      backup: [{ manager: true }],
    });
    expect(gateSchema.parse(document)).toEqual(document);
  });
});

function gate(step: object): object {
  const steps = [
    { id: 's1', title: 'Signs', approvers: [{ role: 'signer' }], quorum: { kind: 'any' }, ...step },
  ];
  return { id: 'g', title: 'Gate', timing: 'before', steps, onRejected: 'reject' };
}
