import type { Deed } from './deeds.ts';
import { colleaguesOf, deedTurn, happensOnce, type Scene, type Turn } from './scene.ts';
import type { Twist } from './stories/story.ts';
import { escalationReasons, handOverReasons, words } from './words.ts';

/** What somebody does when a twist happens; undefined where it cannot. */
interface Twisting {
  readonly twist: Twist;
  /** Minutes of working time it takes. */
  readonly minutes: number;
  readonly by: 'owner' | 'requester';
  readonly deed: (scene: Scene, owner: string) => Deed | undefined;
}

const say = ({ played, stage }: Scene, kind: 'notes' | 'questions' | 'news'): string =>
  stage.dice.one(words[played.story.slug][kind]);

const question = (scene: Scene): Deed | undefined =>
  scene.state.requesterKind === 'person' ? { do: 'ask', question: say(scene, 'questions') } : undefined;

const twistings: readonly Twisting[] = [
  {
    twist: 'discussed',
    minutes: 40,
    by: 'owner',
    deed: (scene) => ({ do: 'comment', text: say(scene, 'notes'), visibility: 'internal' }),
  },
  { twist: 'asked', minutes: 90, by: 'owner', deed: question },
  { twist: 'asked-without-answer', minutes: 90, by: 'owner', deed: question },
  {
    twist: 'praised',
    minutes: 40,
    by: 'owner',
    deed: (scene) => ({ do: 'comment', text: say(scene, 'news'), visibility: 'public' }),
  },
  {
    twist: 'escalated',
    minutes: 30,
    by: 'requester',
    deed: ({ state, stage }) =>
      state.requesterKind === 'person'
        ? { do: 'escalate', reason: stage.dice.one(escalationReasons) }
        : undefined,
  },
  {
    twist: 'priority',
    minutes: 20,
    by: 'owner',
    deed: ({ state }) =>
      state.priority > 1
        ? { do: 'priority', value: state.priority - 1, reason: 'The date was moved forward.' }
        : undefined,
  },
  {
    twist: 'handed-over',
    minutes: 30,
    by: 'owner',
    deed: (scene, owner) => {
      const colleagues = colleaguesOf(scene, owner);
      if (colleagues.length === 0) return undefined;
      const { dice } = scene.stage;
      return { do: 'assign', to: dice.one(colleagues), reason: dice.one(handOverReasons) };
    },
  },
  {
    twist: 'routed-again',
    minutes: 20,
    by: 'owner',
    deed: ({ state }) =>
      state.pool === null
        ? undefined
        : { do: 'reroute', reason: 'The request was changed by phone; let the rules look again.' },
  },
];

/** The next thing that happens beside the way of a case, each once. */
export function planTwist(scene: Scene, owner: string): Turn | undefined {
  for (const { twist, minutes, by, deed } of twistings) {
    if (!happensOnce(scene, twist)) continue;
    const done = deed(scene, owner);
    if (done !== undefined)
      return deedTurn(scene, by === 'owner' ? owner : scene.state.requester, done, minutes);
  }
  return undefined;
}
