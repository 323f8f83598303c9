import { maybe, whoever } from '../../lib/api.server.ts';
import type { AppContext } from '../../lib/app-context.ts';

/** One thing to do before anybody can request anything. */
export interface FirstStep {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly to: string;
  readonly link: string;
  /** Whether it is done; null where nobody can tell. */
  readonly done: boolean | null;
}

interface Roles {
  readonly items: readonly { readonly id: string; readonly people: readonly unknown[] }[];
}

/** What to do first on an installation in which nothing can be requested yet, for whoever can do it; empty for everybody else. */
export async function firstSteps(context: AppContext): Promise<readonly FirstStep[]> {
  const { id, roles } = whoever(context);
  const publish: FirstStep = {
    id: 'type',
    title: 'Publish the first request type',
    says: 'Take in one that comes with Signalbox as a draft. General request needs nothing but the people there are; for the others one button makes what your organisation lacks. Then publish it.',
    to: '/types',
    link: 'Request types',
    done: false,
  };
  if (!roles.includes('admin')) return roles.includes('designer') ? [publish] : [];
  const [known, people, health] = await Promise.all([
    maybe<Roles>(context, 'listRoles'),
    maybe<{ readonly items: readonly unknown[] }>(context, 'listPeople', { query: { limit: 2 } }),
    maybe<{ readonly mailFrom: string | null }>(context, 'getInstallationHealth'),
  ]);
  const designers = known?.items.find((role) => role.id === 'designer')?.people.length ?? 0;
  return [
    {
      id: 'people',
      title: 'Add the people who will work here',
      says: 'Then the teams and pools they belong to. Each gets a link to choose a password.',
      to: '/directory/people',
      link: 'People',
      done: (people?.items.length ?? 0) > 1,
    },
    {
      id: 'designer',
      title: 'Let somebody design request types',
      says: 'Whoever set up Signalbox has the role Designer. Give it to others who will make request types.',
      to: `/directory/people/${id}`,
      link: 'Your roles',
      done: designers > 0,
    },
    publish,
    {
      id: 'mail',
      title: 'Let it send e-mail',
      says: 'So that people hear of what waits for them. Everything works without it, too.',
      to: '/settings',
      link: 'Health',
      done: health === null ? null : health.mailFrom !== null,
    },
    {
      id: 'key',
      title: 'Write down the fingerprint of the log',
      says: 'Keep it where nobody who runs this server can change it: with it anybody can prove later what was decided.',
      to: '/log/verify',
      link: 'The fingerprint',
      done: null,
    },
  ];
}
