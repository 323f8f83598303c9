import { describe, expect, it } from 'vitest';
import { CaseCourse } from '../../../../../domain/stream/case/case-course.ts';
import { decideComment } from '../../../../../domain/stream/case/commands/talk.ts';
import { decideEscalate } from '../../../../../domain/stream/case/commands/urgency.ts';
import { decideUnwatch, decideWatch } from '../../../../../domain/stream/case/commands/watch.ts';
import { evolveCase } from '../../../../../domain/stream/case/evolve-case.ts';
import { oweNotice, tellWatchers } from '../../../../../domain/stream/case/notices.ts';
import { by, given, type Step, worldOn } from '../../../../support/case-bench.ts';
import { routedTo, submitted, takes, votes } from '../../../../support/case-steps.ts';
import { companyPerson, hour, monday } from '../../../../support/case-world.ts';

const watches = (who: string): Step => by(who, decideWatch);
const stops = (who: string): Step => by(who, decideUnwatch);
const says = (
  who: string,
  mentions: readonly string[] = [],
  visibility: 'public' | 'internal' = 'public',
): Step => by(who, (state, world) => decideComment(state, { text: 'Look.', visibility, mentions }, world));
const many = Array.from({ length: 30 }, (_one, i) => `w${i}`);
const crowd = many.map(watches);

describe('watching', () => {
  it('begins and ends by oneself, on record and without moving what others saw', () => {
    const watching = given(submitted()).when(watches('mia')).leadsTo('watched');
    expect(watching.state.watchers).toEqual(['mia']);
    expect(watching.bench.doc.rev).toBe(watching.before.doc.rev);
    const over = given(submitted(), watches('mia'), watches('ben')).when(stops('mia')).leadsTo('unwatched');
    expect(over.state.watchers).toEqual(['ben']);
  });

  it('leads to nothing when it is so already', () => {
    given(submitted(), watches('mia')).when(watches('mia')).leadsTo();
    given(submitted()).when(stops('mia')).leadsTo();
  });

  it('is ended by somebody who was mentioned too', () => {
    expect(given(submitted(), says('bo', ['bea'])).when(stops('bea')).state.watchers).toEqual([]);
  });

  it('leaves a decision as it is: it can still be taken back', () => {
    const decided = given(submitted(5_000), votes('fay', 'approve'), watches('mia'));
    expect(decided.state.retractable).toMatchObject({ by: 'fay' });
  });

  it('is for 30 people at most, and drops nobody for another', () => {
    const full = given(submitted(), ...crowd);
    full.when(watches('mia')).isRefused('LIMIT_EXCEEDED');
    full.when(says('bo', ['bea'])).isRefused('LIMIT_EXCEEDED');
    full.when(watches('w3')).leadsTo();
    full.when(says('bo')).leadsTo('commented', 'clock-changed');
    expect(full.when(stops('w3')).state.watchers).toHaveLength(29);
  });

  it('keeps the last 30 where more were mentioned before that was refused', () => {
    const { state } = given(submitted(), ...crowd);
    const mentions = ['bea'];
    const event = { kind: 'commented', at: monday, seq: 9, actor: { kind: 'person', id: 'bo' } as const };
    const after = evolveCase(state, { ...event, data: { mentions }, human: {} });
    expect(after.watchers).toEqual([...many.slice(1), 'bea']);
  });
});

describe('telling those who watch', () => {
  const watched = [submitted(), watches('mia'), watches('ben')];

  it('tells of a public comment, not of an internal one, and never whoever did it', () => {
    const { owes } = given(...watched).when(says('ben'));
    expect(owes.filter((key) => key.startsWith('notify:'))).toEqual(['notify:commented:mia:watching']);
    expect(given(...watched).when(says('bo', [], 'internal')).owes).toEqual([]);
  });

  it('tells whoever is mentioned that, and nothing else', () => {
    const { owes } = given(...watched).when(says('bo', ['mia']));
    expect(owes.filter((key) => key.startsWith('notify:'))).toEqual([
      'notify:mentioned:mia',
      'notify:commented:ben:watching',
    ]);
  });

  it('tells of the end of the case, never whoever ended it', () => {
    const ended = given(...watched, watches('ria')).when(takes('ria', 'withdraw'));
    const { owes } = ended;
    expect(owes.filter((key) => key.startsWith('notify:'))).toEqual([
      'notify:closed:mia:watching',
      'notify:closed:ben:watching',
    ]);
    expect(ended.dueAt('notify:closed:mia:watching')).toBe(monday + 8_000);
  });

  it('tells of a decision when it can no longer be taken back, whatever state follows', () => {
    const decided = given(submitted(5_000), watches('mia'), watches('ria')).when(votes('fay', 'approve'));
    expect(decided.owes.filter((key) => key.endsWith('watching'))).toEqual(['notify:decided:mia:watching']);
    expect(decided.owes).toContain('notify:decided:ria:finance');
    expect(decided.dueAt('notify:decided:mia:watching')).toBe(monday + 8_000);
  });

  it('tells nothing of the rest, such as an escalation', () => {
    const escalates = by('ria', (state, world) => decideEscalate(state, { reason: 'stuck' }, world));
    expect(
      given(...watched)
        .when(escalates)
        .owes.join(),
    ).not.toContain('watching');
  });
});

describe('one command', () => {
  const course = () => {
    const { bench } = given(submitted(), routedTo('bo'), watches('mia'), watches('lea'));
    const world = worldOn({ ...bench, now: monday + hour }, 'bea');
    return { world, course: new CaseCourse(bench.doc.state, world.now, world.actor.actor) };
  };

  it('tells a watcher the weightiest of what it leads to', () => {
    const { course: one, world } = course();
    tellWatchers(one, world, 'changed');
    tellWatchers(one, world, 'closed');
    tellWatchers(one, world, 'changed');
    expect(one.keysOf('notify')).toEqual(['notify:closed:mia:watching', 'notify:closed:lea:watching']);
  });

  it('leaves out who is told something nearer, before or after, by name or by role', () => {
    const { course: one, world } = course();
    expect(companyPerson('lea')?.roles).toEqual(['procurement-lead']);
    tellWatchers(one, world, 'changed');
    oweNotice(one, world, { to: 'role:procurement-lead', why: 'unassigned' });
    oweNotice(one, world, { to: 'mia', why: 'assigned' });
    tellWatchers(one, world, 'closed');
    expect(one.keysOf('notify')).toEqual(['notify:unassigned:role:procurement-lead', 'notify:assigned:mia']);
  });
});
