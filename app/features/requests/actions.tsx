import { Icon } from '../../ui/icon.tsx';
import { AddFile } from './add-file.tsx';
import type { RefusedSaying } from './refused-saying.ts';
import { Say } from './say.tsx';
import styles from './tracker.module.css';

interface May {
  readonly enabled: boolean;
  readonly whyNot: string | null;
}

/** What the reader can do about their request: answer first, then write, add a file, withdraw. */
export function Actions({
  request: { id, question, comment, attach, withdraw, keys, done },
  refused,
}: {
  readonly request: {
    readonly id: string;
    /** What was just done, and a word that tells it from other times. */
    readonly done: string | null;
    readonly question: { readonly id: string; readonly text: string } | null;
    readonly comment: May;
    readonly attach: May;
    readonly withdraw: May;
    readonly keys: Readonly<Record<'answer' | 'comment' | 'withdraw' | 'attach', string>>;
  };
  readonly refused: RefusedSaying | undefined;
}) {
  const of = (intent: string) => (refused?.intent === intent ? refused : undefined);
  const doneOf = (intent: string) => (done?.startsWith(`${intent}.`) ? done : undefined);
  return (
    <div className={styles.actions}>
      {question === null ? null : (
        <section className={styles.question} aria-labelledby="question">
          <h2 id="question">A question for you</h2>
          <p className={styles.asks}>{question.text}</p>
          <Say
            draft={`request ${id} answer`}
            done={doneOf('answer')}
            intent="answer"
            label="Your answer"
            verb="Answer"
            keyOf={keys.answer}
            refused={of('answer')}
            primary
          >
            <input type="hidden" name="ask" value={question.id} />
          </Say>
        </section>
      )}
      {comment.enabled ? (
        <details className={styles.fold} open={of('comment') !== undefined} key={doneOf('comment')}>
          <summary>
            <Icon name="message" />
            Write to those who handle it
          </summary>
          <Say
            draft={`request ${id} comment`}
            done={doneOf('comment')}
            intent="comment"
            label="Your message"
            hint="Everybody who sees this request can read it. @ mentions somebody, who can read it from then on."
            mentions
            verb="Send the message"
            keyOf={keys.comment}
            refused={of('comment')}
          />
        </details>
      ) : null}
      {attach.enabled ? <AddFile keyOf={keys.attach} refused={of('attach')} /> : null}
      <Withdraw id={id} withdraw={withdraw} keyOf={keys.withdraw} refused={of('withdraw')} />
    </div>
  );
}

function Withdraw({
  id,
  withdraw: { enabled, whyNot },
  keyOf,
  refused,
}: {
  readonly id: string;
  readonly withdraw: May;
  readonly keyOf: string;
  readonly refused: RefusedSaying | undefined;
}) {
  if (!enabled)
    return (
      <p className={styles.locked}>
        <Icon name="lock" />
        <span>
          <b>Withdraw</b>: {whyNot ?? 'It can no longer be withdrawn.'}
        </span>
      </p>
    );
  return (
    <details className={styles.fold} open={refused !== undefined}>
      <summary>
        <Icon name="undo" />
        Withdraw it
      </summary>
      <Say
        draft={`request ${id} withdraw`}
        done={undefined}
        intent="withdraw"
        label="Why you withdraw it"
        hint="Nobody works on it any more. You can send a new request at any time."
        verb="Withdraw the request"
        keyOf={keyOf}
        refused={refused}
      />
    </details>
  );
}
