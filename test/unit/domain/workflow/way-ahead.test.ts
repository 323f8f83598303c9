import { describe, expect, it } from 'vitest';
import { wayAhead } from '../../../../domain/workflow/way-ahead.ts';
import type { Workflow } from '../../../../domain/workflow/workflow-schema.ts';

const state = (id: string, category: 'new' | 'in_review' | 'approved' | 'done', outcome?: string) => ({
  ...{ id, title: id, category },
  ...(outcome === undefined ? {} : { outcome }),
});
const step = (from: string, to: string, kind?: 'withdraw' | 'reopen') => ({
  ...{ id: `${from}-${to}`, title: to, from: [from], to, who: ['assignee'] },
  ...(kind === undefined ? {} : { kind }),
});
const workflow: Workflow = {
  initial: 'asked',
  states: [
    state('asked', 'new'),
    state('checked', 'in_review'),
    state('set-up', 'approved'),
    state('done', 'done'),
    state('refused', 'done', 'rejected'),
    state('gone', 'done', 'withdrawn'),
    state('stuck', 'in_review'),
  ],
  transitions: [
    step('asked', 'refused'),
    step('asked', 'gone', 'withdraw'),
    step('asked', 'checked'),
    step('checked', 'asked'),
    step('checked', 'set-up'),
    step('set-up', 'done'),
    step('done', 'asked', 'reopen'),
    step('stuck', 'refused'),
    step('stuck', 'nowhere'),
  ],
};
const ahead = (from: string): string[] => wayAhead(workflow, from).map(({ id }) => id);

describe('the way ahead', () => {
  it('leads to what was asked for, though a refusal is nearer', () => {
    expect(ahead('asked')).toEqual(['checked', 'set-up', 'done']);
    expect(ahead('checked')).toEqual(['set-up', 'done']);
  });

  it('ends where the case has ended, whatever could reopen it', () => {
    expect(ahead('done')).toEqual([]);
    expect(ahead('refused')).toEqual([]);
  });

  it('leads to any end where no other can be reached, and nowhere from an unknown state', () => {
    expect(ahead('stuck')).toEqual(['refused']);
    expect(ahead('unknown')).toEqual([]);
  });
});
