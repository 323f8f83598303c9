import { describe, expect, it } from 'vitest';
import { signWords } from '../../../../../app/features/case/sign-words.server.ts';

type Asked = Parameters<typeof signWords>[0];
type Step = NonNullable<Asked['gates'][number]['step']>;

function asked(maySign: Step['maySign'], more: Partial<Asked['gates'][number]> = {}): Asked {
  const step = { id: 'one', title: 'One signs', needed: 1, dueAt: null, left: null, incident: null, maySign };
  return {
    people: { priya: 'Priya Raman', luc: 'Luc Moreau', ana: 'Ana Costa' },
    gates: [
      {
        ...{
          id: 'finance',
          title: 'Finance approval',
          round: 1,
          status: 'open',
          openedAt: 1,
          closedAt: null,
        },
        ...{
          why: 'Spend per year €48,000 is over €25,000',
          decides: ['spend'],
          votes: [],
          returnable: false,
        },
        ...{ mine: { may: true }, step },
        ...more,
      },
    ],
  };
}

describe('why a signature is asked of somebody', () => {
  it('is told with the reason, the right, and who else may', () => {
    const words = signWords(
      asked([
        { person: 'priya', via: 'role:finance-approver' },
        { person: 'luc', via: 'role:finance-approver' },
        { person: 'ana', via: 'role:finance-lead', as: 'backup' },
      ]),
      'priya',
    );
    expect(words).toEqual({
      title: 'You are asked to sign “Finance approval”',
      lines: [
        'Spend per year €48,000 is over €25,000.',
        'You may sign as a finance approver.',
        'Luc Moreau and Ana Costa may sign it too; one signature is enough.',
      ],
    });
  });

  it.each([
    [{ via: 'role:operations-lead', as: 'backup' as const }, 'as a backup: as an operations lead'],
    [{ via: 'team:legal', for: 'luc', as: 'delegate' as const }, 'for Luc Moreau, who is away and chose you'],
    [{ via: 'role:x', as: 'escalation' as const }, 'because nobody else signed in time'],
    [{ via: 'manager' }, 'as the manager of whoever asked'],
    [{ via: 'accountOwner' }, 'as the owner of the account'],
    [{ via: 'field:owner' }, 'because the request names you'],
  ])('says by what right: %o', (seat, right) => {
    const lines = signWords(asked([{ person: 'priya', ...seat }]), 'priya')?.lines ?? [];
    expect(lines[1]).toContain(`You may sign ${right}`);
    expect(lines[2]).toBe('Nobody else may sign it.');
  });

  it('is nothing for somebody of whom none is asked', () => {
    expect(signWords(asked([], { mine: { may: false } }), 'priya')).toBeNull();
  });
});
