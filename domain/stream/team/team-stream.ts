import type { TeamView } from '../../routing/directory.ts';
import { type DirectoryState, directoryStream } from '../directory/directory-stream.ts';

/** A team: its members see its queue and its cases. */
export interface TeamState extends DirectoryState {
  readonly title: string;
  readonly members: readonly string[];
  readonly lead: string | null;
  readonly calendarId: string | null;
  readonly email: string | null;
}

/** The stream of one team. Look-up: `team-of:` each member, while the team is in use. */
export const teamStream = directoryStream<TeamState>({
  kind: 'team',
  initial: {
    active: false,
    createdAt: 0,
    reason: '',
    title: '',
    members: [],
    lead: null,
    calendarId: null,
    email: null,
  },
  indexOf: (state, id) => ({
    lists: [
      'team',
      ...(state.active ? ['team|active', ...state.members.map((person) => `team-of:${person}`)] : []),
    ],
    sort: `${state.title.toLowerCase()} ${id}`,
  }),
  more: {
    joined: (state, { data }) => {
      const person = String(data['person']);
      return { ...state, members: [...state.members.filter((other) => other !== person), person] };
    },
    left: (state, { data }) => ({
      ...state,
      members: state.members.filter((other) => other !== data['person']),
      lead: state.lead === data['person'] ? null : state.lead,
    }),
  },
});

/** A team as decisions see it; one out of use has no members. */
export function viewOfTeam(id: string, rev: number, state: TeamState): TeamView {
  return {
    id,
    rev,
    members: state.active ? state.members : [],
    lead: state.active ? state.lead : null,
    calendarId: state.calendarId,
  };
}
