/** What a page that could not be shown says. */
export interface TroubleWords {
  readonly title: string;
  readonly says: string;
  /** What was wrong in particular. */
  readonly details: readonly string[];
  /** Whether trying the same again may help. */
  readonly again: boolean;
}

/** The refusal of an endpoint, where a page passed it on. */
interface Refusal {
  readonly detail?: unknown;
  readonly errors?: unknown;
}

const noConnection: TroubleWords = {
  title: 'No connection',
  says: 'The page could not be loaded. What you typed into a form is kept in this browser; go on when the connection is back.',
  details: [],
  again: true,
};

const broken: TroubleWords = {
  title: 'Something went wrong here',
  says: 'Nothing you entered was lost on the server. Try again; if it stays, tell your administrator the time.',
  details: [],
  again: true,
};

/** What to say of an answer with this status, and of the refusal in it. */
export function troubleOfStatus(status: number, data: unknown): TroubleWords {
  const { detail, errors } = refusalIn(data);
  const details = Array.isArray(errors) ? errors.flatMap(detailOf) : [];
  const told = typeof detail === 'string' && detail !== '' ? detail : null;
  switch (status) {
    case 403:
      return {
        title: 'This is not yours to see',
        says: `${told ?? 'Your roles do not allow it.'} If you need it for your work, ask an administrator for the role.`,
        ...{ details, again: false },
      };
    case 404:
    case 405:
      return {
        title: 'There is no such page for you',
        says: 'Either the address is wrong, or your roles do not let you see what is there. If somebody sent it to you, ask them, or an administrator for the role you need.',
        ...{ details: [], again: false },
      };
    case 400:
    case 422:
      return {
        title: 'This address asks for something that is not right',
        says: told ?? 'Something in it is not as it has to be.',
        ...{ details, again: false },
      };
    case 429:
      return {
        title: 'Too much at once',
        says: told ?? 'Wait a minute, then try again.',
        ...{ details: [], again: true },
      };
    case 503:
      return {
        title: 'Not ready just now',
        says: told ?? 'Signalbox starts, or its store cannot be reached. Try again in a minute.',
        ...{ details: [], again: true },
      };
    default:
      return status >= 500 || told === null
        ? broken
        : { title: 'This could not be done', says: told, details, again: true };
  }
}

/** What to say of a failure in the browser: one of the connection is told from a mistake. */
export function troubleOfError(error: unknown): TroubleWords {
  return error instanceof TypeError && /fetch|network|load failed/i.test(error.message)
    ? noConnection
    : broken;
}

const refusalIn = (data: unknown): Refusal => (typeof data === 'object' && data !== null ? data : {});

function detailOf(error: unknown): readonly string[] {
  if (typeof error !== 'object' || error === null || !('detail' in error)) return [];
  return typeof error.detail === 'string' ? [error.detail] : [];
}
