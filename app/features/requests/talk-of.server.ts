import { saidIn, type Said as Words } from '../../lib/mentions.ts';
import type { Times, Told } from '../../lib/times.server.ts';
import type { Case } from './tracker-words.server.ts';

/** One thing said about a request. */
export interface Said {
  readonly id: string;
  readonly by: string;
  readonly me: boolean;
  readonly when: Told;
  /** What was said; null when it was erased. */
  readonly text: readonly Words[] | null;
  readonly question: boolean;
}

/** Comments, questions and answers in the order in which they were said. */
export function talkOf({ comments, asks, people }: Case, me: string, times: Times): readonly Said[] {
  const said = (id: string, by: string, at: number, more: Pick<Said, 'text' | 'question'>) => ({
    at,
    entry: { id, by: people[by] ?? by, me: by === me, when: times.when(at), ...more },
  });
  return [
    ...comments.map(({ id, by, at, text, mentions }) => {
      const mentioned = mentions.map((person) => ({ id: person, name: people[person] ?? '' }));
      const words = text === undefined ? null : saidIn(text, mentioned, me);
      return said(id, by, at, { text: words, question: false });
    }),
    ...asks.map(({ id, by, at, question }) =>
      said(`${id} asked`, by, at, { text: [question], question: true }),
    ),
    ...asks.flatMap(({ id, answeredAt, answeredBy, answer }) =>
      answeredAt === null
        ? []
        : [
            said(`${id} answered`, answeredBy ?? '', answeredAt, {
              text: answer === null ? null : [answer],
              question: false,
            }),
          ],
    ),
  ]
    .sort((one, other) => one.at - other.at)
    .map(({ entry }) => entry);
}
