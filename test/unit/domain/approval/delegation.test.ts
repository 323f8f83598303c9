import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import {
  type Delegation,
  delegationApplies,
  type Hindrance,
  isInForce,
  refusalToDelegate,
  requireDelegation,
} from '../../../../domain/approval/delegation.ts';
import { DomainError } from '../../../../domain/error/domain-error.ts';
import { delegation, now } from './gate-setting.ts';

const hindrances: Readonly<Record<string, Hindrance>> = {
  bot: 'program',
  aud: 'only-audits',
  new: 'opens-nothing',
};
const setting = {
  existing: [] as Delegation[],
  isActive: (person: string) => person !== 'gone',
  hindrance: (person: string) => hindrances[person],
  isType: (slug: string) => slug !== 'vendr',
  at: now,
};
const wanted = delegation('ana', 'bo', { id: 'new' });
const names = (person: string) => person.toUpperCase();

describe('making a delegation', () => {
  const later = { startsAt: wanted.endsAt, endsAt: wanted.endsAt + 1 };
  it.each<[string, Partial<Delegation>, Delegation[], string | undefined, RegExp?]>([
    ['is possible', {}, [], undefined],
    ['is possible for some types up to an amount', { types: ['vendor'], amountUpTo: 100 }, [], undefined],
    ['is possible ahead of time', { startsAt: now + 1 }, [], undefined],
    ['is refused to oneself', { to: 'ana' }, [], '/to', /decide for yourself/],
    ['is refused to somebody who is not active', { to: 'gone' }, [], '/to', /GONE is not active/],
    ['is refused to a program', { to: 'bot' }, [], '/to', /BOT is a program.* Choose a person/],
    ['is refused to a mere auditor', { to: 'aud' }, [], '/to', /AUD is an auditor.* another role/],
    [
      'is refused to somebody who opens nothing',
      { to: 'new' },
      [],
      '/to',
      /NEW has no role.* ask an administrator/,
    ],
    [
      'is refused for a type there is not',
      { types: ['vendor', 'vendr'] },
      [],
      '/types/1',
      /no request type “vendr”/,
    ],
    ['is refused without a beginning', { startsAt: Number.NaN }, [], '/startsAt', /begins/],
    ['is refused without an end', { endsAt: Number.POSITIVE_INFINITY }, [], '/endsAt', /when it ends/],
    [
      'is refused when it ends as it begins',
      { startsAt: now + 5, endsAt: now + 5 },
      [],
      '/endsAt',
      /before it begins/,
    ],
    ['is refused when it is over', { startsAt: now - 5, endsAt: now }, [], '/endsAt', /over already/],
    ['is refused for no type at all', { types: [] }, [], '/types', /at least one/],
    ['is refused for an amount of nothing', { amountUpTo: 0 }, [], '/amountUpTo', /above 0/],
    ['is refused for an amount that is none', { amountUpTo: Number.NaN }, [], '/amountUpTo', /above 0/],
    ['is refused in a circle', {}, [delegation('bo', 'ana')], '/to', /BO has delegated to you/],
    [
      'is not passed on by the delegate',
      {},
      [delegation('bo', 'cy')],
      '/to',
      /BO has delegated to CY .* Choose CY/,
    ],
    ['does not pass on what was received', {}, [delegation('zoe', 'ana')], '/from', /decide for ZOE/],
    ['may follow a circle of another time', {}, [delegation('bo', 'ana', later)], undefined],
    ['may follow a circle of an earlier time', later, [delegation('bo', 'ana')], undefined],
    [
      'may cross one of other types',
      { types: ['vendor'] },
      [delegation('bo', 'cy', { types: ['refund'] })],
      undefined,
    ],
    [
      'may not cross one of a type in common',
      { types: ['vendor', 'refund'] },
      [delegation('bo', 'cy', { types: ['refund'] })],
      '/to',
      /CY/,
    ],
    ['may not cross one of all types', { types: ['vendor'] }, [delegation('bo', 'cy')], '/to', /CY/],
    [
      'may not cover all types across one of some',
      {},
      [delegation('bo', 'cy', { types: ['refund'] })],
      '/to',
      /CY/,
    ],
    ['may stand beside another of one’s own', {}, [delegation('ana', 'cy')], undefined],
    ['is not held against itself when changed', {}, [delegation('bo', 'ana', { id: 'new' })], undefined],
  ])('%s', (_, ...[change, existing, pointer, message = /./]) => {
    const asked = { ...wanted, ...change };
    const full = { ...setting, existing, nameOf: names };
    const refusal = refusalToDelegate(asked, full);
    expect(refusal?.details[0]?.pointer).toBe(pointer);
    if (refusal === undefined) return requireDelegation(asked, full);
    expect(refusal.code).toBe('DELEGATION_INVALID');
    expect(refusal.message).toMatch(message);
    expect(() => requireDelegation(asked, full)).toThrow(DomainError);
  });

  it('names people by id where no names are known', () => {
    expect(refusalToDelegate({ ...wanted, to: 'gone' }, setting)?.message).toMatch(/^gone is not active/);
    expect(refusalToDelegate(wanted, { ...setting, existing: [delegation('bo', 'cy')] })?.message).toMatch(
      /^bo has delegated to cy/,
    );
  });

  const random = fc.record({
    from: fc.constantFrom('a', 'b', 'c', 'd'),
    to: fc.constantFrom('a', 'b', 'c', 'd'),
    startsAt: fc.integer({ min: 0, max: 20 }),
    endsAt: fc.integer({ min: 0, max: 20 }),
  });
  test.prop([fc.array(random, { maxLength: 12 }), fc.integer({ min: 0, max: 20 })])(
    'never lets anybody decide for somebody who decides for somebody else at one moment',
    (asked, moment) => {
      const made: Delegation[] = [];
      for (const [index, one] of asked.entries()) {
        const next = { ...one, id: String(index) };
        if (
          !refusalToDelegate(next, {
            existing: made,
            isActive: () => true,
            hindrance: () => undefined,
            isType: () => true,
            at: 0,
          })
        )
          made.push(next);
      }
      const inForce = made.filter((one) => isInForce(one, moment));
      for (const one of inForce) {
        expect(one.from).not.toBe(one.to);
        expect(inForce.filter((other) => other.from === one.to)).toEqual([]);
      }
    },
  );
});

describe('the scope of a delegation', () => {
  it.each<[string, Partial<Delegation>, number | null, number, boolean]>([
    ['begins at its instant', { startsAt: now }, 5, now, true],
    ['has not begun just before', { startsAt: now }, 5, now - 1, false],
    ['ends at its instant', { endsAt: now }, 5, now, false],
    ['holds just before its end', { endsAt: now }, 5, now - 1, true],
    ['includes the amount itself', { amountUpTo: 5 }, 5, now, true],
    ['excludes a larger one', { amountUpTo: 5 }, 5.01, now, false],
    ['excludes one that is not known', { amountUpTo: 5 }, null, now, false],
    ['without a limit includes one that is not known', {}, null, now, true],
    ['excludes other types', { types: ['refund'] }, 5, now, false],
  ])('%s', (_, ...[change, amount, at, applies]) => {
    expect(delegationApplies(delegation('ana', 'bo', change), { type: 'vendor', amount }, at)).toBe(applies);
  });
});
