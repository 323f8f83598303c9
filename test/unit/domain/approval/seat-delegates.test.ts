import { describe, it } from 'vitest';
import { delegation, now, person } from './gate-setting.ts';
import { all, away, expectSeats, type SeatCase, signers } from './seat-case.ts';

const cases: Record<string, SeatCase> = {
  'an absent approver is replaced by a delegate': {
    given: { ...signers('ana'), people: [away('ana')], delegations: [delegation('ana', 'bo')] },
    sit: ['bo for ana (delegate)'],
    removed: ['ana: away'],
  },
  'a deactivated approver is replaced by a delegate': {
    given: {
      ...signers('ana'),
      people: [person('ana', { active: false })],
      delegations: [delegation('ana', 'bo')],
    },
    sit: ['bo for ana (delegate)'],
    removed: ['ana: inactive'],
  },
  'leave counts from its first instant': {
    given: { ...signers('ana', 'bo'), people: [person('ana', { leave: [{ from: now, until: now + 1 }] })] },
    sit: ['bo'],
    removed: ['ana: on-leave'],
  },
  'leave is over at its end': {
    given: { ...signers('ana'), people: [person('ana', { leave: [{ from: 0, until: now }] })] },
    sit: ['ana'],
  },
  'away is over at its end': {
    given: { ...signers('ana'), people: [person('ana', { away: { since: 0, until: now } })] },
    sit: ['ana'],
  },
  'away begins at its instant': {
    given: { ...signers('ana'), people: [person('ana', { away: { since: now + 1, until: null } })] },
    sit: ['ana'],
  },
  'a person nobody knows is absent': {
    given: { people: ['lea'], roles: { lead: ['lea'] } },
    step: { approvers: [{ field: 'sponsor' }], backup: [{ role: 'lead' }] },
    about: { values: { sponsor: 'ghost' } },
    sit: ['lea (backup)'],
    removed: ['ghost: unknown'],
  },
  'a delegate may sign beside an approver who is there': {
    given: { ...signers('ana'), delegations: [delegation('ana', 'bo')] },
    sit: ['ana', 'bo for ana (delegate)'],
  },
  'the delegation that began first is used': {
    given: {
      ...signers('ana'),
      delegations: [
        delegation('ana', 'zoe', { startsAt: now - 2 }),
        delegation('ana', 'bo', { startsAt: now - 1 }),
      ],
    },
    sit: ['ana', 'zoe for ana (delegate)'],
  },
  'of delegations that began together the first id is used': {
    given: {
      ...signers('ana'),
      delegations: [delegation('ana', 'zoe', { id: 'b' }), delegation('ana', 'bo', { id: 'a' })],
    },
    sit: ['ana', 'bo for ana (delegate)'],
  },
  'and two with one id in their order': {
    given: {
      ...signers('ana'),
      delegations: [delegation('ana', 'bo', { id: 'a' }), delegation('ana', 'zoe', { id: 'b' })],
    },
    sit: ['ana', 'bo for ana (delegate)'],
  },
  'a delegation is not passed on': {
    given: {
      ...signers('ana'),
      people: [away('ana'), away('bo')],
      delegations: [delegation('ana', 'bo'), delegation('bo', 'cy')],
    },
    sit: [],
    incident: 'nobody',
    removed: ['ana: away', 'bo for ana: away'],
  },
  'a delegation ends at its instant': {
    given: {
      ...signers('ana'),
      people: [away('ana')],
      delegations: [delegation('ana', 'bo', { endsAt: now })],
    },
    sit: [],
    incident: 'nobody',
  },
  'a delegation begins at its instant': {
    given: {
      ...signers('ana'),
      people: [away('ana')],
      delegations: [delegation('ana', 'bo', { startsAt: now })],
    },
    sit: ['bo for ana (delegate)'],
  },
  'a delegation of other types does not apply': {
    given: {
      ...signers('ana'),
      people: [away('ana')],
      delegations: [delegation('ana', 'bo', { types: ['refund'] })],
    },
    sit: [],
    incident: 'nobody',
  },
  'a delegation of this type applies': {
    given: {
      ...signers('ana'),
      people: [away('ana')],
      delegations: [delegation('ana', 'bo', { types: ['vendor'] })],
    },
    sit: ['bo for ana (delegate)'],
  },
  'a delegation up to the amount applies': {
    given: {
      ...signers('ana'),
      people: [away('ana')],
      delegations: [delegation('ana', 'bo', { amountUpTo: 500 })],
    },
    sit: ['bo for ana (delegate)'],
  },
  'a delegation up to less does not': {
    given: {
      ...signers('ana'),
      people: [away('ana')],
      delegations: [delegation('ana', 'bo', { amountUpTo: 499 })],
    },
    sit: [],
    incident: 'nobody',
  },
  'an unknown amount is beyond every limit': {
    given: {
      ...signers('ana'),
      people: [away('ana')],
      delegations: [delegation('ana', 'bo', { amountUpTo: 500 })],
    },
    about: { amount: null },
    sit: [],
    incident: 'nobody',
  },
  'a delegate who is the requester is refused': {
    given: { ...signers('ana'), people: [away('ana')], delegations: [delegation('ana', 'rita')] },
    sit: [],
    incident: 'nobody',
    removed: ['ana: away', 'rita for ana: requester'],
  },
  'a delegate who could not open the case is refused': {
    given: { ...signers('ana'), people: [away('ana')], delegations: [delegation('ana', 'bo')] },
    about: { couldOpen: (id) => id !== 'bo' },
    sit: [],
    incident: 'nobody',
    removed: ['ana: away', 'bo for ana: could-not-open'],
  },
  'a delegate with a seat of their own does not take another': {
    given: { ...signers('ana', 'bo'), people: [away('ana')], delegations: [delegation('ana', 'bo')] },
    step: all,
    sit: ['bo'],
    needed: 2,
    incident: 'too-few',
    removed: ['ana: away', 'bo for ana: has-own-seat'],
  },
  'a delegate stands in for one absent person only': {
    given: {
      ...signers('ana', 'bo'),
      people: [away('ana'), away('bo')],
      delegations: [delegation('ana', 'cy'), delegation('bo', 'cy')],
    },
    step: all,
    sit: ['cy for ana (delegate)'],
    needed: 2,
    incident: 'too-few',
    removed: ['ana: away', 'bo: away', 'cy for bo: stands-in-already'],
  },
  'a delegate the absent need is offered nowhere else': {
    given: {
      ...signers('ana', 'bo'),
      people: [away('bo')],
      delegations: [delegation('ana', 'cy'), delegation('bo', 'cy')],
    },
    step: all,
    sit: ['ana', 'cy for bo (delegate)'],
    needed: 2,
  },
};

describe('who stands in for the absent', () => {
  it.each(Object.entries(cases))('%s', (_, seats) => expectSeats(seats));
});
