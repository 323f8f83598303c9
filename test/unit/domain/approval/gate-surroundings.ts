import type { GateContext, GateRegistry } from '../../../../domain/approval/gate-context.ts';
import type { FactDeclaration } from '../../../../domain/fact/fact.ts';
import { workflowSchema } from '../../../../domain/workflow/workflow-schema.ts';

const owner = { owner: { role: 'lead' }, backup: { role: 'head' } };
const workflow = workflowSchema.parse({
  initial: 'review',
  states: [
    { id: 'review', title: 'Review', category: 'in_review', gates: ['security'], ...owner },
    { id: 'rejected', title: 'Rejected', category: 'done' },
  ],
  transitions: ['approve', 'reject', 'back'].map((id) => ({
    id,
    title: id,
    from: ['review'],
    to: 'rejected',
    who: ['assignee'],
  })),
});
const spend: FactDeclaration = { key: 'spend.base', type: 'number', origin: 'form', label: 'Spend' };
/** Who holds what. */
export const registry: GateRegistry = {
  roles: new Map([
    ['signer', ['ana', 'bo']],
    ['lead', ['lea', 'ana']],
    ['solo', ['sol']],
    ['nobody', []],
  ]),
  teams: new Map([['legal', ['lou', 'lev', 'lia']]]),
  calendars: new Set(['hq']),
};
/** What surrounds the gates: a workflow, three fields, a company. */
export const context: GateContext = {
  workflow,
  fields: [
    { id: 'spend', kind: 'money' },
    { id: 'sponsor', kind: 'person' },
    { id: 'memo', kind: 'long_text', material: false },
  ],
  catalogue: new Map([['spend.base', spend]]),
  registry,
};
/** Two working days. */
export const deadline = { duration: '2d', calendar: 'hq' };
/** What every step says. */
export const step = { title: 'Signs', quorum: { kind: 'any' } };
/** Surroundings in which some may not read everything. */
export const unseen: GateContext = {
  ...context,
  fields: [
    ...context.fields,
    { id: 'contact', kind: 'email', see: ['lead'] },
    { id: 'hint', kind: 'note', see: ['lead'] },
    { id: 'extra', kind: 'email', material: false, see: ['lead'] },
  ],
};
/** Surroundings in which the approvers may read everything. */
export const seen: GateContext = {
  ...context,
  fields: [
    { id: 'contact', kind: 'email', see: ['signer'] },
    { id: 'phone', kind: 'phone', see: ['approver'] },
  ],
};
/** Steps signed by one role after another. */
export const sequence = (...roles: string[]): object => ({
  steps: roles.map((role, index) => ({ ...step, id: `s${index}`, approvers: [{ role }] })),
});
