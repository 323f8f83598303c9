import type { FactDeclaration, FactType } from '../../../../domain/fact/fact.ts';
import { factSet } from '../../../../domain/fact/fact-set.ts';
import type { TransitionAttempt } from '../../../../domain/workflow/transitions.ts';
import type { WorkflowContext } from '../../../../domain/workflow/workflow-context.ts';
import { type Workflow, workflowSchema } from '../../../../domain/workflow/workflow-schema.ts';

const lead = { role: 'procurement-lead' };
const backup = { role: 'operations-lead' };

/** A workflow without problems, as a designer would store it. */
export const vendorWorkflow: Workflow = workflowSchema.parse({
  initial: 'submitted',
  states: [
    { id: 'submitted', title: 'Submitted', category: 'new', owner: lead, backup, chain: 'intake' },
    {
      id: 'review',
      title: { en: 'Review', fr: 'Examen' },
      category: 'in_review',
      owner: lead,
      backup,
      gates: ['security', 'finance'],
      next: 'Check the contract of {{vendor_name}}.',
    },
    {
      id: 'payment_setup',
      title: 'Payment set-up',
      category: 'approved',
      owner: { role: 'finance-lead' },
      backup,
    },
    { id: 'done', title: 'Done', category: 'done', outcome: 'approved' },
    { id: 'rejected', title: 'Rejected', category: 'done', outcome: 'rejected' },
    { id: 'withdrawn', title: 'Withdrawn', category: 'done', outcome: 'withdrawn' },
  ],
  transitions: [
    {
      id: 'start-review',
      title: { en: 'Start review', fr: 'Examiner' },
      from: ['submitted'],
      to: 'review',
      who: ['assignee', 'accountable'],
      guard: { '<': [{ var: 'spend.base' }, 50_000] },
      guardHelp: 'Above 50,000 ask the board first.',
      requires: ['contract', 'vendor_name'],
    },
    {
      id: 'approve',
      title: 'Approve',
      from: ['review'],
      to: 'payment_setup',
      who: ['assignee', 'accountable'],
      auto: true,
    },
    {
      id: 'reject',
      title: 'Reject',
      from: ['submitted', 'review'],
      to: 'rejected',
      who: ['assignee', 'accountable'],
      comment: 'required',
    },
    {
      id: 'send-back',
      title: 'Send back',
      from: ['review'],
      to: 'submitted',
      who: ['assignee'],
      beforeGates: true,
    },
    {
      id: 'finish',
      title: 'Payment is set up',
      from: ['payment_setup'],
      to: 'done',
      who: ['assignee', 'finance-lead'],
    },
    {
      id: 'withdraw',
      title: 'Withdraw',
      from: ['submitted', 'review'],
      to: 'withdrawn',
      who: ['requester'],
      kind: 'withdraw',
    },
    {
      id: 'reopen',
      title: 'Reopen',
      from: ['done'],
      to: 'review',
      who: ['accountable'],
      comment: 'required',
      kind: 'reopen',
    },
  ],
});

const fact = (key: string, type: FactType): [string, FactDeclaration] => [
  key,
  { key, type, origin: 'form', label: key },
];

/** What surrounds it. */
export const vendorContext: WorkflowContext = {
  roles: new Set(['procurement-lead', 'operations-lead', 'finance-lead']),
  fields: new Set(['vendor_name', 'spend', 'contract']),
  catalogue: new Map([
    fact('vendor_name', 'text'),
    fact('spend.base', 'number'),
    fact('contract.count', 'number'),
    fact('fast', 'boolean'),
  ]),
  chains: new Set(['intake']),
  gates: [
    { id: 'security', onRejected: 'reject' },
    { id: 'finance', onRejected: 'reject', onReturned: 'send-back' },
  ],
};

/** The assignee begins the review of a whole request. */
export const attemptGiven: TransitionAttempt = {
  workflow: vendorWorkflow,
  state: 'submitted',
  transition: 'start-review',
  relations: ['assignee'],
  facts: factSet({ 'spend.base': 20_000 }),
  values: { vendor_name: 'Acme', contract: ['file-1'] },
  openGates: [],
};
