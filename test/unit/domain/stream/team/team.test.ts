import { describe, expect, it } from 'vitest';
import { decideCreate, decideDeactivate } from '../../../../../domain/stream/directory/decide-directory.ts';
import {
  decideJoinTeam,
  decideLeaveTeam,
  teamLimit,
  teamObject,
} from '../../../../../domain/stream/team/team-object.ts';
import { teamStream, viewOfTeam } from '../../../../../domain/stream/team/team-stream.ts';
import { foldDecisions } from '../../../../support/fold-decisions.ts';

const now = Date.UTC(2026, 0, 5);
const desk = (fields: object = {}) => {
  const stream = foldDecisions(teamStream, 'team:desk', now);
  stream.take(() =>
    decideCreate(teamObject, { id: 'desk', now, fields: { title: 'Desk', ...fields }, reason: '' }),
  );
  return stream;
};

describe('a team', () => {
  it('lets people join and leave, each once, and the lead leaves with the person', () => {
    const stream = desk({ members: ['ana'], lead: 'ana' });
    stream.take((state) => decideJoinTeam(state, { person: 'ben', reason: '' }));
    expect(decideJoinTeam(stream.state, { person: 'ben', reason: '' }).events).toEqual([]);
    expect(stream.lists).toEqual(['team', 'team|active', 'team-of:ana', 'team-of:ben']);
    stream.take((state) => decideLeaveTeam(state, { person: 'ben', reason: '' }));
    expect(stream.state).toMatchObject({ members: ['ana'], lead: 'ana' });
    stream.take((state) => decideLeaveTeam(state, { person: 'ana', reason: 'moved' }));
    expect(stream.state).toMatchObject({ members: [], lead: null, reason: 'moved' });
    expect(decideLeaveTeam(stream.state, { person: 'ana', reason: '' }).events).toEqual([]);
    expect(stream.refolded()).toEqual(stream.state);
  });

  it('has no members once it is out of use', () => {
    const stream = desk({ members: ['ana'], lead: 'ana', calendarId: 'days' });
    expect(viewOfTeam('desk', 1, stream.state)).toEqual({
      id: 'desk',
      rev: 1,
      members: ['ana'],
      lead: 'ana',
      calendarId: 'days',
    });
    stream.take((state) => decideDeactivate(state, 'merged'));
    expect(viewOfTeam('desk', 2, stream.state)).toMatchObject({ members: [], lead: null });
    expect(stream.lists).toEqual(['team']);
  });

  it('refuses a lead from outside and more members than it holds', () => {
    expect(() => desk({ members: ['ana'], lead: 'ben' })).toThrow(
      expect.objectContaining({ code: 'VALIDATION_FAILED' }),
    );
    const full = { ...teamStream.initial, members: Array.from({ length: teamLimit }, (_, i) => `p${i}`) };
    expect(() => decideJoinTeam(full, { person: 'ana', reason: '' })).toThrow(
      expect.objectContaining({ code: 'LIMIT_EXCEEDED' }),
    );
  });
});
