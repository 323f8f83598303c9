import type { Json } from '../../hash/canonical-json.ts';
import type { Decision } from '../decision.ts';
import type { EffectKind, NewEffect } from '../effect.ts';
import type { Actor, NewEvent } from '../event.ts';
import { asideOf, asidesOf, type Happening, isNewsTo, wakeKey } from './asides.ts';
import type { CaseState } from './case-state.ts';
import { evolveCase } from './evolve-case.ts';

/**
 * A command under way: what it has led to so far, folded, so that what follows decides on what came before.
 * Lives within one call of a decide function.
 */
export class CaseCourse {
  private current: CaseState;
  private readonly events: NewEvent[] = [];
  private readonly effects = new Map<string, NewEffect>();
  private readonly cancelled = new Set<string>();
  private readonly now: number;
  private readonly actor: Actor;

  constructor(state: CaseState, now: number, actor: Actor) {
    this.current = state;
    this.now = now;
    this.actor = actor;
  }

  /** The case as the events so far leave it. */
  get state(): CaseState {
    return this.current;
  }

  /** Records that something happened; every event of a case names its request type, which the log is filtered by. */
  happened(kind: string, data: Record<string, Json | undefined>, human: Record<string, Json> = {}): void {
    const kept: Record<string, Json> = { type: this.current.type };
    for (const [key, value] of Object.entries(data)) if (value !== undefined) kept[key] = value;
    this.add({ kind, data: kept, ...(Object.keys(human).length === 0 ? {} : { human }) });
  }

  /** Records what is somebody's own affair: it is on record, and what others saw of the case is still what it is. */
  noted(kind: string, data: Record<string, Json> = {}): void {
    this.add({ kind, data: { type: this.current.type, ...data }, raises: false });
  }

  private add(event: NewEvent): void {
    this.events.push(event);
    const before = this.current;
    const { kind, data, human = {} } = event;
    this.current = evolveCase(before, { kind, at: this.now, seq: 0, actor: this.actor, data, human });
    this.wake({ event, by: this.actor.id, before, after: this.current });
  }

  /** What was put aside comes back with news of it; nothing comes back of what has ended. */
  private wake(happening: Happening): void {
    for (const { person } of asidesOf(happening.before)) {
      const isAside = asideOf(happening.after, person) !== undefined;
      if (!isAside) this.cancel(wakeKey(person));
      else if (isNewsTo(person, happening)) this.noted('woken', { person, why: 'news' });
    }
  }

  /** Owes an effect; the same key is owed once. */
  owe(effect: NewEffect): void {
    this.cancelled.delete(effect.key);
    this.effects.set(effect.key, effect);
  }

  /** What this command owes of a kind. */
  owed(kind: EffectKind): NewEffect[] {
    return [...this.effects.values()].filter((effect) => effect.kind === kind);
  }

  /** The keys of what this command owes of a kind. */
  keysOf(kind: EffectKind): string[] {
    return this.owed(kind).map(({ key }) => key);
  }

  /** Does not owe what this command would have; what is pending under this key stays. */
  forgo(key: string): void {
    this.effects.delete(key);
  }

  /** Puts off what this command owes of a kind: nothing of it is due before `dueAt`. */
  putOff(kind: EffectKind, dueAt: number): void {
    for (const [key, effect] of this.effects)
      if (effect.kind === kind && effect.dueAt < dueAt) this.effects.set(key, { ...effect, dueAt });
  }

  /** Owes nothing under this key any more. */
  cancel(key: string): void {
    this.effects.delete(key);
    this.cancelled.add(key);
  }

  decision(): Decision {
    return { events: this.events, effects: [...this.effects.values()], cancel: [...this.cancelled] };
  }
}
