import { describe, expect, it } from 'vitest';
import { formViewer, projectCase, projectEvents } from '../../../../domain/access/project-case.ts';
import { type Form, formSchema } from '../../../../domain/form/form-schema.ts';
import type { OpenedEvent } from '../../../../domain/stream/event.ts';
import { stateOf } from '../../../support/case-of.ts';
import { viewerOf } from './viewers.ts';

const form: Form = formSchema.parse({
  language: 'en',
  sections: [{ id: 's1', title: 'All', fields: ['name', 'iban', 'salary'] }],
  fields: [
    { kind: 'short_text', id: 'name', label: 'Name' },
    { kind: 'short_text', id: 'iban', label: 'IBAN', sensitive: true },
    { kind: 'short_text', id: 'salary', label: 'Salary', see: ['payroll'] },
  ],
});

const file = (id: string, field: string | null) => ({
  id,
  digest: 'd',
  size: 1,
  name: id,
  by: 'rita',
  at: 1,
  field,
});
const state = stateOf({
  values: { name: 'Ada', iban: 'DE00', salary: '1' },
  attachments: [file('a1', 'iban'), file('a2', 'name'), file('a3', null)],
  searchable: ['Ada'],
  duplicateKeys: ['k'],
});

describe('projectCase', () => {
  it('leaves out values and files that are not for the viewer, whoever that is', () => {
    const auditor = projectCase(state, form, viewerOf({ systemRoles: ['auditor'] }), []);
    expect(auditor.values).toEqual({ name: 'Ada' });
    expect(auditor.masked).toEqual(['iban', 'salary']);
    expect(auditor.attachments.map(({ id }) => id)).toEqual(['a2', 'a3']);
    expect(projectCase(state, form, viewerOf(), ['requester']).values).toEqual({ name: 'Ada', iban: 'DE00' });
    expect(projectCase(state, form, viewerOf({ roles: ['payroll'] }), ['team']).masked).toEqual([]);
  });

  it('leaves out what only finds it', () => {
    const shown = projectCase(state, form, viewerOf(), []);
    expect(shown).not.toHaveProperty('searchable');
    expect(shown).not.toHaveProperty('duplicateKeys');
  });

  it('leaves out the salt of the basis, for everybody', () => {
    expect(projectCase(stateOf({ basisSalt: 's' }), form, viewerOf(), ['requester'])).not.toHaveProperty(
      'basisSalt',
    );
  });
});

describe('formViewer', () => {
  it('knows three relations: requester, handler, approver', () => {
    const all = formViewer(viewerOf({ roles: ['payroll'] }), [
      'behalf',
      'assignee',
      'backup',
      'approver',
      'watcher',
    ]);
    expect(all).toEqual({ roles: ['payroll'], relations: ['requester', 'handler', 'approver'] });
  });

  it('does not take a system role for what somebody is to this case', () => {
    const roles = ['requester', 'approver', 'auditor'] as const;
    expect(formViewer(viewerOf({ systemRoles: roles }), [])).toEqual({ roles: ['auditor'], relations: [] });
  });
});

describe('projectEvents', () => {
  const event = (kind: string, data: OpenedEvent['data'], human: OpenedEvent['human'] = {}): OpenedEvent => ({
    kind,
    at: 1,
    seq: 1,
    actor: { kind: 'person', id: 'rita' },
    data,
    human,
  });
  const events = [
    event('submitted', {}, { 'values/name': 'Ada', 'values/iban': 'DE00', title: 'T', searchable: ['Ada'] }),
    event('attached', { field: 'iban' }, { name: 'a1' }),
    event('attached', { field: null }, { name: 'a3' }),
    event('commented', { visibility: 'internal' }, { text: 'hm' }),
    event('commented', { visibility: 'public' }, { text: 'hello' }),
  ];

  it('hides masked values and files, and internal remarks from those who only asked', () => {
    const shown = projectEvents(events, { masked: ['iban'], internal: false });
    expect(shown.map(({ human }) => human)).toEqual([
      { 'values/name': 'Ada', title: 'T' },
      { name: 'a3' },
      { text: 'hello' },
    ]);
  });

  it('shows nobody the salt of the basis', () => {
    const submitted = event('submitted', {}, { title: 'T', basisSalt: 's' });
    const [shown] = projectEvents([submitted], { masked: [], internal: true });
    expect(shown?.human).toEqual({ title: 'T' });
  });

  it('shows internal remarks to those who work on it', () => {
    expect(projectEvents(events, { masked: [], internal: true })).toHaveLength(5);
  });
});
