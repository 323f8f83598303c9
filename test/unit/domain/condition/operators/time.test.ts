import { prove } from './prove.ts';

const today = { var: 'time.today' };
const due = { var: 'due' };
const opened = { var: 'opened' };
const now = { var: 'time.now' };

prove('before', [
  ['is true of an earlier date', { before: [today, due] }, true],
  ['is false of the same date', { before: [due, '2026-03-05'] }, false],
  [
    'compares moments with written ones in any offset',
    { before: [opened, '2026-02-26T10:00:01+01:00'] },
    true,
  ],
  ['is unknown of a missing date', { before: [due, today] }, ['due'], { due: undefined }],
  [
    'is unknown of a date that does not exist',
    { before: [due, today] },
    ['due', 'time.today'],
    { due: '2026-02-30' },
  ],
]);

prove('after', [
  ['is true of a later date', { after: [due, today] }, true],
  ['is false of an earlier moment', { after: [opened, now] }, false],
  ['is unknown of a missing moment', { after: [opened, now] }, ['opened'], { opened: undefined }],
]);

prove('days_between', [
  ['counts days over the end of a month', { '==': [{ days_between: [today, due] }, 7] }, true],
  ['is negative backwards', { '>': [{ days_between: [due, today] }, 0] }, false],
  ['counts whole days between moments', { '==': [{ days_between: [opened, now] }, 1] }, true],
  ['is unknown of a missing date', { '>': [{ days_between: [due, today] }, 0] }, ['due'], { due: undefined }],
]);

prove('days_until', [
  ['counts towards the first date', { '==': [{ days_until: [due, today] }, 7] }, true],
  ['is negative when past', { '>=': [{ days_until: ['2026-02-25', today] }, 0] }, false],
  [
    'is unknown of what is no date',
    { '>': [{ days_until: [due, today] }, 0] },
    ['due', 'time.today'],
    { due: 'soon' },
  ],
]);
