import { requireAbility } from '../../domain/access/require-ability.ts';
import type { Json } from '../../domain/hash/canonical-json.ts';
import { stageAttachment } from '../use-cases/attachment/stage-attachment.ts';
import { actorOf } from '../use-cases/case/case-request.ts';
import { submitCase } from '../use-cases/case/submit-case.ts';
import type { DemoStage } from './demo-stage.ts';
import type { Story } from './stories/story.ts';

const unitMs = { d: 86_400_000, h: 3_600_000 } as const;

/** Hands a story's request in as its requester would, files first; answers the id of the case. */
export async function handIn(stage: DemoStage, story: Story): Promise<string> {
  const { services, clock } = stage;
  const { slug, requester, source, scores, proposal, onBehalfOf } = story;
  const ability = await stage.ability(requester);
  const values = { ...datedValues(story.values, clock.now()), ...(await upload(stage, story)) };
  const { id } = await submitCase(
    services.deps,
    {
      actor: actorOf(ability.viewer),
      commandId: stage.command(['submit', slug]).id,
      authorise: ({ definition: { document } }) =>
        requireAbility(ability, 'submit', {
          subject: 'RequestType',
          slug: document.slug,
          live: true,
          submitters: document.who?.submit ?? ['everyone'],
        }),
    },
    {
      slug,
      values,
      source,
      ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
      ...(scores === undefined ? {} : { scores }),
      ...(proposal === undefined ? {} : { proposal }),
    },
  );
  return id;
}

/** Writes `@-20d` as the day and `@-3h` as the moment that long before or after an instant. */
export function datedValues(values: Readonly<Record<string, Json>>, at: number): Record<string, Json> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, dated(value, at)]));
}

function dated(value: Json, at: number): Json {
  const found = typeof value === 'string' ? /^@([+-]\d+)([dh])$/.exec(value) : null;
  if (found === null) return value;
  const unit = found[2] === 'h' ? 'h' : 'd';
  const moment = new Date(at + Number(found[1]) * unitMs[unit]).toISOString();
  return unit === 'h' ? moment : moment.slice(0, 10);
}

async function upload(stage: DemoStage, story: Story): Promise<Record<string, Json>> {
  const { deps } = stage.services;
  const fields: Record<string, Json> = {};
  for (const [field, names] of Object.entries(story.files ?? {})) {
    const ids: string[] = [];
    for (const name of names) {
      const bytes = contentOf(`${name}: an invented file of the demo, handed in by ${story.requester}.\n`);
      const staged = await stageAttachment(deps, { uploader: story.requester, name, bytes, key: null });
      ids.push(staged.id);
    }
    fields[field] = ids;
  }
  return fields;
}

async function* contentOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
