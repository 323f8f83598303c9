import { describe, expect, it } from 'vitest';
import { hashJson } from '../../../../domain/hash/sha256.ts';
import { workflowSchema } from '../../../../domain/workflow/workflow-schema.ts';
import { vendorWorkflow } from './vendor-workflow.ts';

const state = (id: string, more: object) => ({
  ...vendorWorkflow,
  states: vendorWorkflow.states.map((one) => (one.id === id ? { ...one, ...more } : one)),
});
const step = (id: string, more: object) => ({
  ...vendorWorkflow,
  transitions: vendorWorkflow.transitions.map((one) => (one.id === id ? { ...one, ...more } : one)),
});

describe('the stored form of a workflow', () => {
  it('keeps a document as it is, byte for byte', () => {
    const stored = JSON.parse(JSON.stringify(vendorWorkflow));
    expect(hashJson(workflowSchema.parse(stored))).toBe(hashJson(stored));
  });

  it.each([
    ['an unknown key', { ...vendorWorkflow, extra: 1 }],
    ['a person as owner', state('review', { owner: { person: 'ana' } })],
    ['an id every object knows', state('review', { id: 'constructor' })],
    ['an id in capitals', state('review', { id: 'Review' })],
    ['a transition from nowhere', step('finish', { from: [] })],
    ['an unknown category', state('review', { category: 'half' })],
    [
      'a guard nested without end',
      step('finish', { guard: JSON.parse(`${'{"!":['.repeat(5000)}true${']}'.repeat(5000)}`) }),
    ],
    ['no states at all', { ...vendorWorkflow, states: [] }],
  ])('refuses %s', (_, document) => {
    expect(workflowSchema.safeParse(document).success).toBe(false);
  });
});
