import type { Desk } from './desk.server.ts';
import { strategyWords } from './field-words.server.ts';
import { hoursField, rowValues } from './fields.server.ts';
import { misread } from './misread.server.ts';
import type { PlainAnswer, PlainEditor } from './plain-kind.server.ts';
import type { Posted } from './posted.server.ts';

interface SkillNeed {
  readonly skill: string;
  readonly level: number;
  readonly relax?: unknown;
}

/** A pool as the API answers it. */
export interface PoolAnswer extends PlainAnswer {
  readonly title: string;
  readonly strategy: string;
  readonly members: readonly { readonly person: string; readonly weight: number }[];
  readonly calendarId: string | null;
  readonly lookAheadMs: number;
  readonly skills: readonly SkillNeed[];
  readonly teamId: string | null;
  readonly moveOnLeave: boolean;
}

const minuteMs = 60_000;
const yesNo = [
  { id: 'no', label: 'It stays with them' },
  { id: 'yes', label: 'It is routed again' },
];

/** How a pool is described; its members join and leave by themselves. */
export function poolEditor(desk: Desk, pool: PoolAnswer | null): PlainEditor {
  return {
    controls: { lookAheadMs: 'lookAhead' },
    fields: async () => [
      { name: 'title', label: 'Name', kind: 'line', required: true },
      {
        name: 'strategy',
        label: 'How work is shared',
        kind: 'choice',
        required: true,
        options: Object.entries(strategyWords).map(([id, label]) => ({ id, label })),
      },
      {
        name: 'teamId',
        label: 'Team',
        kind: 'choice',
        hint: 'It sees what the pool works on.',
        options: await desk.teams(),
      },
      await hoursField(desk, 'Beside the hours of each member.'),
      {
        name: 'lookAhead',
        label: 'No pick before the end of a shift',
        kind: 'number',
        hint: 'In minutes; nothing means until the last.',
      },
      {
        name: 'moveOnLeave',
        label: 'What a member holds when they go on leave',
        kind: 'choice',
        required: true,
        options: yesNo,
      },
      {
        name: 'skills',
        label: 'Skills every case needs',
        kind: 'rows',
        hint: 'Beside those a rule asks for; levels from 1 to 10.',
        columns: [
          { name: 'skill', label: 'Skill', kind: 'line' },
          { name: 'level', label: 'Level', kind: 'number' },
        ],
      },
    ],
    values: async () => ({
      title: [pool?.title ?? ''],
      strategy: [pool?.strategy ?? 'round_robin'],
      teamId: [pool?.teamId ?? ''],
      calendarId: [pool?.calendarId ?? ''],
      lookAhead: pool === null || pool.lookAheadMs === 0 ? [] : [String(pool.lookAheadMs / minuteMs)],
      moveOnLeave: [pool?.moveOnLeave === true ? 'yes' : 'no'],
      ...rowValues(
        'skills',
        (pool?.skills ?? []).map(({ skill, level }) => ({ skill, level: String(level) })),
      ),
    }),
    body: async (posted) => ({
      title: posted.text('title'),
      strategy: posted.text('strategy'),
      teamId: posted.textOrNull('teamId'),
      calendarId: posted.textOrNull('calendarId'),
      lookAheadMs: (posted.number('lookAhead') ?? 0) * minuteMs,
      moveOnLeave: posted.text('moveOnLeave') === 'yes',
      skills: skillsIn(posted, pool?.skills ?? []),
    }),
  };
}

/** Skills as they were typed; how one that is there already relaxes is kept. */
function skillsIn(posted: Posted, before: readonly SkillNeed[]): SkillNeed[] {
  return posted.rows('skills').map(({ at, cell }) => {
    const skill = cell('skill');
    if (skill === '') throw misread(`${at}.skill`, 'Name the skill.');
    if (!/^([1-9]|10)$/.test(cell('level'))) throw misread(`${at}.level`, 'Give a level from 1 to 10.');
    const relax = before.find((one) => one.skill === skill)?.relax;
    return { skill, level: Number(cell('level')), ...(relax === undefined ? {} : { relax }) };
  });
}
