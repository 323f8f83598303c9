import { randomUUID } from 'node:crypto';
import { writeDefinitionYaml } from '../../../domain/definition/definition-yaml.ts';
import type { Difference } from '../../../domain/definition/difference.ts';
import { titleOf } from '../../../domain/definition/part-names.ts';
import { placeInWords } from '../../../domain/definition/place-in-words.ts';
import type { TestRun } from '../../../domain/definition/run-tests.ts';
import type { Problem } from '../../../domain/error/problem.ts';
import type { Json } from '../../../domain/hash/canonical-json.ts';
import { maybe, must, type Refused, refusedOf, whoever } from '../../lib/api.server.ts';
import type { AppContext } from '../../lib/app-context.ts';
import { type Times, timesIn } from '../../lib/times.server.ts';
import { needsOfDraft } from './needs.server.ts';
import { mayDesign } from './type-page.server.ts';

interface DraftAnswer {
  readonly rev: number;
  readonly base: number | null;
  readonly saved: { readonly at: number; readonly by: string } | null;
  readonly document: Readonly<Record<string, Json>>;
}

/** What is live of a type that has a draft, if anything is. */
interface LiveType {
  readonly title: string;
  readonly live: number | null;
}

/** A draft as its page shows it: the text, what is wrong, what its tests say, and what publishing it changes. */
export async function draftPage(context: AppContext, slug: string) {
  const { zone, roles } = whoever(context);
  const about = { params: { slug } };
  const type = await maybe<LiveType>(context, 'getRequestType', about);
  const draft = await maybe<DraftAnswer>(context, 'getDraft', about);
  const designs = mayDesign(roles);
  const head = { slug, title: type?.title ?? slug, live: type?.live ?? null, designs };
  const keys = {
    ...{ save: randomUUID(), publish: randomUUID(), reset: randomUUID() },
    ...{ start: randomUUID(), needs: randomUUID() },
  };
  if (draft === null) {
    // Whoever may take its versions away may know that there is no draft.
    await must(context, type === null ? 'getDraft' : 'listRequestTypeHistory', about);
    return { head, keys, draft: null };
  }
  const [checked, tests, compared, saved, needs] = await Promise.all([
    maybe<{ readonly problems: readonly Problem[] }>(context, 'checkDraft', about),
    testsOf(context, slug),
    must<{ readonly from: number | null; readonly items: readonly Difference[] }>(
      context,
      'listDraftDifferences',
      about,
    ),
    savedBy(context, draft, timesIn(zone)),
    needsOfDraft(context, slug),
  ]);
  const title = type?.title ?? titleOf(draft.document, 'en') ?? slug;
  const problems = checked?.problems.map(({ pointer, message, mend, blocking }) => ({
    ...{ pointer, message, mend, blocking },
    place: placeInWords(draft.document, pointer),
  }));
  return {
    head: { ...head, title },
    keys,
    draft: {
      rev: draft.rev,
      base: draft.base,
      yaml: writeDefinitionYaml(draft.document),
      saved,
      problems: problems ?? null,
      tests,
      needs,
      differences: compared.from === null ? null : compared.items,
    },
  };
}

/** Tests of a draft, or why they cannot be run; null for whoever may not run them. */
async function testsOf(
  context: AppContext,
  slug: string,
): Promise<{ readonly run: TestRun | null; readonly refused: Refused | null } | null> {
  const answer = await context.api<TestRun>('testDraft', { params: { slug } });
  if (answer.ok) return { run: answer.body, refused: null };
  return answer.status === 403 || answer.status === 404 ? null : { run: null, refused: refusedOf(answer) };
}

async function savedBy(context: AppContext, { saved }: DraftAnswer, times: Times) {
  if (saved === null) return null;
  const person = await maybe<{ readonly name: string }>(context, 'getPerson', { params: { id: saved.by } });
  return { who: person?.name ?? saved.by, at: times.when(saved.at) };
}
