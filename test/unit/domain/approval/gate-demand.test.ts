import { describe, expect, it } from 'vitest';
import { gateInputs } from '../../../../domain/approval/gate-inputs.ts';
import type { Gate } from '../../../../domain/approval/gate-schema.ts';
import type { GateState } from '../../../../domain/approval/gate-state.ts';
import { gatesToOpen } from '../../../../domain/approval/open-gates.ts';
import { gatesAfterChange, staleGate, staleGates } from '../../../../domain/approval/stale-gates.ts';
import { factSet } from '../../../../domain/fact/fact-set.ts';
import { carriedOn, decide, directoryOf, gateOf, matter, now, opened, type Scene } from './gate-setting.ts';

const material = ['systems', 'spend', 'sponsor', 'contract'];
const named = (id: string, more: object = {}): Gate => gateOf({}, { id, ...more });
const security = named('security', { when: { '==': [{ var: 'systems' }, 'prod'] } });
const finance = named('finance', { when: { '>': [{ var: 'spend.base' }, 1000] } });
const manager = named('manager');

describe('which gates a case needs', () => {
  it('opens a gate on true and without a condition, not on false, and on unknown with what is missing', () => {
    expect(gatesToOpen([security, finance, manager], factSet({ systems: 'test' }))).toEqual({
      open: ['finance', 'manager'],
      notNeeded: ['security'],
      unknown: [{ id: 'finance', missing: ['spend.base'] }],
    });
    expect(gatesToOpen([security, finance], factSet({ systems: 'prod', 'spend.base': 1000 }))).toEqual({
      open: ['security'],
      notNeeded: ['finance'],
      unknown: [],
    });
  });

  it('demands a gate whose condition cannot be evaluated', () => {
    const broken = named('broken', { when: { nonsense: [] } });
    const { open, unknown } = gatesToOpen([broken], factSet({}));
    expect(open).toEqual(['broken']);
    expect(unknown[0]?.failure).toMatch(/cannot be used/);
  });
});

describe('the inputs of a gate', () => {
  it.each<[string, Gate, string[]]>([
    ['are the fields its condition reads', finance, ['spend']],
    ['are every material field where it reads none', manager, material],
    [
      'are every material field where it reads facts of others only',
      named('x', { when: { '==': [{ var: 'requester.department' }, 'it'] } }),
      material,
    ],
    [
      'are those it names as well',
      named('x', { when: { '>': [{ var: 'spend.base' }, 1] }, inputs: ['contract', 'note'] }),
      ['spend', 'contract'],
    ],
    ['are those its approvers come from', gateOf({ approvers: [{ field: 'sponsor' }] }), ['sponsor']],
    ['are those its backup comes from', gateOf({ backup: [{ field: 'sponsor' }] }), ['sponsor']],
    [
      'are those its escalation comes from',
      gateOf({}, { escalation: [{ field: 'sponsor' }, { role: 'head' }] }),
      ['sponsor'],
    ],
  ])('%s', (_, gate, inputs) => {
    expect(gateInputs(gate, material)).toEqual(inputs);
  });

  it('are every material field where the condition is no JSON', () => {
    const broken: object = { when: Number.NaN };
    expect(gateInputs({ ...finance, ...broken }, material)).toEqual(material);
  });
});

describe('a material change', () => {
  const scene = (gate: Gate): Scene => ({
    gate,
    directory: directoryOf({ roles: { signer: ['ana', 'bo'] } }),
    matter,
  });
  const stateOf = (gate: Gate, approved: boolean): GateState => {
    const state = { ...opened(scene(gate)), inputs: gateInputs(gate, material) };
    return approved ? decide(scene(gate), state, 'ana').gateState : state;
  };
  const approvedBoth = [stateOf(security, true), stateOf(finance, true)];

  it('makes stale only what was decided on it', () => {
    expect(staleGates(approvedBoth, ['spend'])).toEqual(['finance']);
    expect(staleGates(approvedBoth, ['spend', 'systems'])).toEqual(['security', 'finance']);
    expect(staleGates(approvedBoth, ['contract'])).toEqual([]);
    expect(staleGates([stateOf(manager, true)], ['contract'])).toEqual(['manager']);
  });

  it('does not make stale what nobody has signed, or what is no longer asked for', () => {
    expect(staleGates([stateOf(finance, false)], ['spend'])).toEqual([]);
    expect(
      staleGates(
        approvedBoth.map((state) => staleGate(state, now)),
        ['spend'],
      ),
    ).toEqual([]);
    expect(staleGate(approvedBoth[0] ?? stateOf(manager, true), now + 9)).toMatchObject({
      status: 'stale',
      closedAt: now + 9,
    });
  });

  it('makes stale what is half signed', () => {
    const step = { title: 'Signs', approvers: [{ role: 'signer' }], quorum: { kind: 'any' } };
    const two = named('finance', {
      steps: [
        { ...step, id: 's1' },
        { ...step, id: 's2' },
      ],
    });
    const half = carriedOn(
      scene(two),
      decide(scene(two), { ...opened(scene(two)), inputs: ['spend'] }, 'ana'),
    );
    expect(staleGates([half], ['spend'])).toEqual(['finance']);
    const unsigned = { ...half, steps: half.steps.map((one) => ({ ...one, votes: [] })) };
    expect(staleGates([unsigned], ['spend'])).toEqual(['finance']);
  });

  it.each<[string, GateState[], Record<string, unknown>, string[], object]>([
    [
      'opens again what is stale and needed',
      approvedBoth,
      { systems: 'prod', 'spend.base': 2000 },
      ['spend'],
      { open: [], again: ['finance'], cancel: [] },
    ],
    [
      'opens what is needed now',
      [stateOf(security, true)],
      { systems: 'prod', 'spend.base': 2000 },
      ['spend'],
      { open: ['finance'], again: [], cancel: [] },
    ],
    [
      'opens what was called off before',
      [{ ...stateOf(finance, false), status: 'cancelled' }],
      { systems: 'x', 'spend.base': 2000 },
      ['spend'],
      { open: ['finance'], again: [], cancel: [] },
    ],
    [
      'calls off what is needed no more',
      [stateOf(finance, false)],
      { systems: 'x', 'spend.base': 5 },
      ['spend'],
      { open: [], again: [], cancel: ['finance'] },
    ],
    [
      'leaves alone what has approved and is needed no more',
      [stateOf(finance, true)],
      { systems: 'x', 'spend.base': 5 },
      ['spend'],
      { open: [], again: [], cancel: [] },
    ],
    [
      'leaves alone the gates of another state',
      [stateOf(manager, false)],
      { systems: 'x', 'spend.base': 5 },
      ['spend'],
      { open: [], again: [], cancel: [] },
    ],
  ])('%s', (_, ...[states, values, changedFields, consequences]) => {
    expect(
      gatesAfterChange({ gates: [security, finance], states, facts: factSet(values), changedFields }),
    ).toEqual(consequences);
  });
});
