import type { Problem } from './directory-view.ts';

/** What was typed cannot be sent: what is wrong with which control. */
export class Misread extends Error {
  override readonly name = 'Misread';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super('what was typed cannot be sent');
    this.problems = problems;
  }
}

/** One control that cannot be read. */
export const misread = (name: string, detail: string): Misread => new Misread([{ name, detail }]);
