import { Form } from '@remix-run/react';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Locked } from '../../ui/locked.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Differences } from './differences.tsx';
import styles from './draft.module.css';
import type { RefusedDraft } from './draft-actions.server.ts';
import type { ShownDraft } from './draft-desk.tsx';
import type { draftPage } from './draft-page.server.ts';
import { ReasonForm } from './reason-form.tsx';
import { RefusedList } from './refused-list.tsx';
import { TestRunView } from './test-run.tsx';
import parts from './types.module.css';

type PageOfDraft = Awaited<ReturnType<typeof draftPage>>;

/** What stands between a draft and its publishing: problems, tests, what it changes, and the reason. */
export function DraftPanel({
  head,
  keys,
  draft,
  answer,
}: {
  readonly head: PageOfDraft['head'];
  readonly keys: PageOfDraft['keys'];
  readonly draft: ShownDraft;
  readonly answer: RefusedDraft | undefined;
}) {
  const { problems, tests, differences } = draft;
  return (
    <div className={styles.panel}>
      {problems === null ? null : <Problems problems={problems} />}
      {tests === null ? null : <TestRunView tests={tests} />}
      <section className={styles.part} aria-labelledby="changes">
        <h2 id="changes">
          Compared with what is live
          {differences === null ? null : <span className={styles.count}>{differences.length}</span>}
        </h2>
        {differences === null ? (
          <p className="second">Nothing is live yet: publishing makes the first version.</p>
        ) : (
          <Differences items={differences} none={`It says what version ${head.live} says.`} />
        )}
      </section>
      {head.designs ? <Publish head={head} keys={keys} draft={draft} answer={answer} /> : null}
    </div>
  );
}

function Problems({ problems }: { readonly problems: NonNullable<ShownDraft['problems']> }) {
  return (
    <section className={styles.part} aria-labelledby="problems">
      <h2 id="problems">
        Problems <span className={styles.count}>{problems.length}</span>
      </h2>
      {problems.length === 0 ? (
        <p className={styles.fine}>
          <Icon name="check" />
          Nothing is wrong with it.
        </p>
      ) : (
        <ul className={styles.problems}>
          {problems.map(({ pointer, place, message, mend, blocking }) => (
            <li key={`${pointer} ${message}`}>
              <p className={styles.where}>
                <Tag tone={blocking ? 'danger' : 'warning'}>{blocking ? 'Blocks' : 'Consider'}</Tag>
                <strong>{place}</strong>
              </p>
              <p>
                {sentence(message)} {sentence(mend)}
              </p>
              <p className={parts.place}>{pointer}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Messages of checks are halves of sentences. */
function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.?!]$/.test(words) ? '' : '.'}`;
}

function Publish({ head, keys, draft, answer }: Parameters<typeof DraftPanel>[0]) {
  const { live } = head;
  const lock = lockOf(draft);
  const refused = answer?.intent === 'publish' ? answer : undefined;
  const reset = answer?.intent === 'reset' ? answer.refused : undefined;
  const differs = draft.differences === null || draft.differences.length > 0;
  return (
    <section className={styles.part} aria-labelledby="publish">
      <h2 id="publish">Publish</h2>
      {differs ? (
        lock === undefined || refused !== undefined ? (
          <>
            <p className="second">
              Requests from now on come in under it. Cases keep the version they came in under.
            </p>
            <ReasonForm
              intent="publish"
              verb={live === null ? 'Publish version 1' : 'Publish a new version'}
              label="Why"
              keyOf={keys.publish}
              refused={refused?.refused}
              reason={refused?.reason}
              primary
            >
              <input type="hidden" name="base" value={live ?? ''} />
            </ReasonForm>
          </>
        ) : (
          <Locked label="Publish" reason={lock} />
        )
      ) : (
        <p className="second">There is nothing to publish.</p>
      )}
      {differs && live !== null ? (
        <details className={parts.more} open={reset !== undefined}>
          <summary>Discard the draft</summary>
          <Form method="post" className={parts.reason} preventScrollReset>
            <input type="hidden" name="_intent" value="reset" />
            <input type="hidden" name="_key" value={keys.reset} />
            <input type="hidden" name="rev" value={draft.rev} />
            <input type="hidden" name="base" value={live} />
            <p className="second">
              The draft says what version {live} says again. What it said stays in its history.
            </p>
            {reset === undefined ? null : <RefusedList refused={reset} />}
            <div>
              <Button>Set it back to version {live}</Button>
            </div>
          </Form>
        </details>
      ) : null}
    </section>
  );
}

function lockOf({ problems, tests }: ShownDraft): string | undefined {
  const blocking = problems?.filter((problem) => problem.blocking).length ?? 0;
  if (blocking > 0)
    return blocking === 1
      ? 'One problem blocks it. Mend it first.'
      : `${blocking} problems block it. Mend them first.`;
  const failing = tests?.run?.results.filter(({ passed }) => !passed).length ?? 0;
  if (failing > 0)
    return failing === 1
      ? 'One test fails. Mend the draft or the test.'
      : `${failing} tests fail. Mend the draft or the tests.`;
  return undefined;
}
