import { type Ability, abilityOf } from '../../domain/access/ability-of.ts';
import type { Calendar } from '../../domain/calendar/calendar.ts';
import { compileCalendar } from '../../domain/calendar/compile-calendar.ts';
import { assert } from '../../domain/error/assert.ts';
import { hashJson } from '../../domain/hash/sha256.ts';
import { personNow } from '../identity/viewer-of.ts';
import type { Services } from '../services.ts';
import type { CaseRequest } from '../use-cases/case/case-request.ts';
import type { CommandKey } from '../use-cases/command/find-command.ts';
import { demoCalendars } from './company/calendars.ts';
import { demoPeople, officeCalendarOf } from './company/people.ts';
import type { DemoClock } from './demo-clock.ts';
import { createDice, type Dice } from './dice.ts';

/** Everything a play of the invented company needs: the product, its clock, chance, and its people with their rights. */
export interface DemoStage {
  readonly services: Services;
  readonly clock: DemoClock;
  readonly dice: Dice;
  /** The beginning and the end of what is played, epoch milliseconds. */
  readonly from: number;
  readonly until: number;
  /** The id of the next command, marked as the demo's; `body` tells one from another. */
  command(body: unknown): CommandKey;
  /** Somebody's rights, as the directory says. */
  ability(person: string): Promise<Ability>;
  /** A command on a case by somebody. */
  request(person: string, body: unknown): Promise<CaseRequest>;
  /** The hours somebody is at work. */
  hoursOf(person: string): Calendar;
}

/** Sets the stage for a play from one instant to another. */
export function createDemoStage(parts: {
  readonly services: Services;
  readonly clock: DemoClock;
  readonly seed: string;
  readonly from: number;
  readonly until: number;
}): DemoStage {
  const { services, clock, seed, from, until } = parts;
  const abilities = new Map<string, Ability>();
  const hours = calendarsByPerson(from);
  let count = 0;
  const command = (body: unknown): CommandKey => {
    count += 1;
    return { id: `demo:${String(count).padStart(5, '0')}`, body: hashJson(body) };
  };
  const ability = async (person: string): Promise<Ability> => {
    const known = abilities.get(person);
    if (known !== undefined) return known;
    const found = await personNow(services.deps, person);
    assert(found !== undefined, `${person} works here`);
    const made = abilityOf(found.viewer);
    abilities.set(person, made);
    return made;
  };
  return {
    services,
    clock,
    dice: createDice(seed),
    from,
    until,
    command,
    ability,
    request: async (person, body) => ({ ability: await ability(person), command: command(body) }),
    hoursOf(person) {
      const found = hours.get(person);
      assert(found !== undefined, `${person} has hours`);
      return found;
    },
  };
}

function calendarsByPerson(now: number): ReadonlyMap<string, Calendar> {
  const compiled = new Map(
    demoCalendars(now).map(({ id, zone, week, exceptions, alwaysOpen }) => [
      id,
      compileCalendar(
        alwaysOpen === true ? { zone, week, exceptions, alwaysOpen } : { zone, week, exceptions },
      ),
    ]),
  );
  return new Map(
    demoPeople.flatMap((person) => {
      const calendar = compiled.get(officeCalendarOf(person));
      return calendar === undefined ? [] : [[person.id, calendar] as const];
    }),
  );
}
