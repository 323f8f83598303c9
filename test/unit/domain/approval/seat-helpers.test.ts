import { describe, it } from 'vitest';
import { delegation } from './gate-setting.ts';
import { all, away, expectSeats, type SeatCase, signers, two } from './seat-case.ts';

const cases: Record<string, SeatCase> = {
  'the backup signs when nobody else can': {
    given: { roles: { signer: ['ana'], lead: ['lea', 'leo'] }, people: [away('ana')] },
    step: { backup: [{ role: 'lead' }] },
    sit: ['lea (backup)', 'leo (backup)'],
  },
  'the backup has no seat while the approvers are enough': {
    given: { roles: { signer: ['ana', 'bo'], lead: ['lea'] }, people: [away('ana')] },
    step: { backup: [{ role: 'lead' }] },
    sit: ['bo'],
  },
  'the backup helps where too few are left': {
    given: { roles: { signer: ['ana', 'bo'], lead: ['lea'] }, people: [away('ana')] },
    step: { ...two, backup: [{ role: 'lead' }] },
    sit: ['bo', 'lea (backup)'],
    needed: 2,
  },
  'the escalation helps where the backup is too few': {
    given: { roles: { signer: ['ana'], lead: ['lea'], head: ['hal'] }, people: [away('lea')] },
    step: { ...two, backup: [{ role: 'lead' }] },
    gate: { escalation: [{ role: 'head' }] },
    sit: ['ana', 'hal (escalation)'],
    needed: 2,
    removed: ['lea: away'],
  },
  'where all must sign each helper stands for one seat': {
    given: {
      roles: { signer: ['ana', 'bo', 'cy'], lead: ['lea', 'leo', 'lou'] },
      people: [away('ana'), away('bo')],
    },
    step: { ...all, backup: [{ role: 'lead' }] },
    sit: ['cy', 'lea for ana (backup)', 'leo for bo (backup)', 'lou for ana (backup)'],
    needed: 3,
  },
  'the escalation takes the seats the backup could not': {
    given: {
      roles: { signer: ['ana', 'bo'], lead: ['lea'], head: ['hal'] },
      people: [away('ana'), away('bo')],
    },
    step: { ...all, backup: [{ role: 'lead' }] },
    gate: { escalation: [{ role: 'head' }] },
    sit: ['lea for ana (backup)', 'hal for bo (escalation)'],
    needed: 2,
  },
  'a seat nobody can take is an incident where all must sign': {
    given: { ...signers('ana', 'bo'), people: [away('ana')] },
    step: all,
    sit: ['bo'],
    needed: 2,
    incident: 'too-few',
  },
  'where all must sign and the role is empty the whole backup signs': {
    given: { roles: { signer: [], lead: ['lea', 'leo'] } },
    step: { ...all, backup: [{ role: 'lead' }] },
    sit: ['lea (backup)', 'leo (backup)'],
    needed: 2,
  },
  'a helper who was a mere alternative helps': {
    given: { roles: { signer: ['ana'], lead: ['bo'] }, delegations: [delegation('ana', 'bo')] },
    step: { ...two, backup: [{ role: 'lead' }] },
    sit: ['ana', 'bo (backup)'],
    needed: 2,
  },
  'a delegate the absent need does not help elsewhere': {
    given: {
      roles: { signer: ['ana', 'bo'], lead: ['cy'] },
      people: [away('ana')],
      delegations: [delegation('ana', 'cy')],
    },
    step: { quorum: { kind: 'n', n: 3 }, backup: [{ role: 'lead' }] },
    sit: ['bo', 'cy for ana (delegate)'],
    needed: 3,
    incident: 'too-few',
  },
  'more than there are is an incident': {
    given: signers('ana', 'bo'),
    step: { quorum: { kind: 'n', n: 3 } },
    sit: ['ana', 'bo'],
    needed: 3,
    incident: 'too-few',
  },
  'a share is rounded up': {
    given: signers('ana', 'bo', 'cy'),
    step: { quorum: { kind: 'percent', percent: 50 } },
    sit: ['ana', 'bo', 'cy'],
    needed: 2,
  },
  'a share is one at least': {
    given: { roles: { signer: [], lead: ['lea'] } },
    step: { quorum: { kind: 'percent', percent: 1 }, backup: [{ role: 'lead' }] },
    sit: ['lea (backup)'],
    needed: 1,
  },
  'a share counts the absent': {
    given: { ...signers('ana', 'bo', 'cy', 'di'), people: [away('ana')] },
    step: { quorum: { kind: 'percent', percent: 75 } },
    sit: ['bo', 'cy', 'di'],
    needed: 3,
  },
};

describe('who helps out', () => {
  it.each(Object.entries(cases))('%s', (_, seats) => expectSeats(seats));
});
