import type { Aggregate } from '../../domain/stream/aggregate.ts';
import { applyDecision, freshAggregate } from '../../domain/stream/apply-decision.ts';
import type { Decision } from '../../domain/stream/decision.ts';
import type { StreamSpec } from '../../domain/stream/stream-spec.ts';

/** A stream's document that takes decisions one after another, as the command path would. */
export function foldDecisions<S>(spec: StreamSpec<S>, id: string, start: number) {
  let doc = freshAggregate(spec, id);
  let count = 0;
  return {
    get doc(): Aggregate<S> {
      return doc;
    },
    get state(): S {
      return doc.state;
    },
    get lists(): readonly string[] {
      return doc.index.lists;
    },
    /** Applies what `decide` makes of the present state, at `now`. */
    take(decide: (state: S) => Decision, now = start): Decision {
      count += 1;
      const decision = decide(doc.state);
      doc = applyDecision(spec, doc, decision, {
        now,
        actor: { kind: 'person', id: 'admin' },
        command: { id: `c${count}`, body: '' },
        salt: () => 'ab'.repeat(16),
      });
      return decision;
    },
    /** The state folded once more from the events alone, opened. */
    refolded(): S {
      return doc.tail.reduce((state, { event, sealed }) => {
        const human = Object.fromEntries(Object.entries(sealed).map(([name, { value }]) => [name, value]));
        return spec.evolve(state, { ...event, human });
      }, spec.initial);
    },
  };
}
