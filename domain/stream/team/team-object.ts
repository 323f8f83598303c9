import { z } from 'zod';
import { DomainError } from '../../error/domain-error.ts';
import { type Decision, nothingDecided } from '../decision.ts';
import { whyIn } from '../directory/decide-directory.ts';
import { type DirectoryObject, namedIn } from '../directory/directory-object.ts';
import { emailSchema, lineSchema, setOf, slugSchema } from '../directory/field-schemas.ts';
import { type TeamState, teamStream } from './team-stream.ts';

/** The most members a team has. */
export const teamLimit = 500;

const fields = z.strictObject({
  title: lineSchema(200),
  members: setOf(slugSchema, teamLimit),
  lead: slugSchema.nullable(),
  calendarId: slugSchema.nullable(),
  email: emailSchema.nullable(),
});

/** Teams: a lead is one of the members. */
export const teamObject: DirectoryObject<TeamState> = {
  kind: 'team',
  stream: teamStream,
  create: fields.partial().required({ title: true }),
  patch: fields.partial(),
  references: (given) => [
    ...namedIn(given, 'members', 'person'),
    ...namedIn(given, 'lead', 'person'),
    ...namedIn(given, 'calendarId', 'calendar'),
  ],
  check(next) {
    if (next.lead === null || next.members.includes(next.lead)) return;
    throw new DomainError('VALIDATION_FAILED', 'The lead of a team is one of its members.', {
      details: [{ pointer: '/lead', detail: 'Name a member, or add the person to the members.' }],
    });
  },
};

/** Adds a member at once; nothing when they are in already. @throws DomainError LIMIT_EXCEEDED. */
export function decideJoinTeam(state: TeamState, command: { person: string; reason: string }): Decision {
  if (state.members.includes(command.person)) return nothingDecided;
  if (state.members.length >= teamLimit)
    throw new DomainError('LIMIT_EXCEEDED', `A team has ${teamLimit} members at most.`);
  return { events: [{ kind: 'joined', data: { person: command.person }, ...whyIn(command.reason) }] };
}

/** Removes a member at once, and the lead with them when it is the same person; nothing when they are not in. */
export function decideLeaveTeam(state: TeamState, command: { person: string; reason: string }): Decision {
  if (!state.members.includes(command.person)) return nothingDecided;
  return { events: [{ kind: 'left', data: { person: command.person }, ...whyIn(command.reason) }] };
}
