import type { ReactNode } from 'react';
import { CopyText } from '../../ui/copy-text.tsx';
import { ExactTime } from '../../ui/exact-time.tsx';
import styles from './log.module.css';

/** How far the log reaches, in words made on the server. */
export interface LogReach {
  readonly events: string;
  readonly signed: string;
  readonly at: { readonly words: string; readonly exact: string };
}

/** How anybody checks an export without us, step by step, and what each answer means. */
export function VerifySteps({
  fingerprint,
  readsLog,
  reach,
}: {
  readonly fingerprint: string;
  readonly readsLog: boolean;
  readonly reach: LogReach | null;
}) {
  return (
    <div className={styles.verify}>
      <p className="read">
        Anybody can check a file of the log on a computer that has never seen this server: that nothing was
        changed, nothing left out, and nothing put in between. You need Node.js, one program and the file.
        {reach === null ? null : (
          <>
            {' '}
            The log holds {reach.events} events; a checkpoint over {reach.signed} of them was signed{' '}
            <ExactTime at={reach.at} />.
          </>
        )}
      </p>
      <ol className={styles.steps}>
        <li>
          <h2>Get the file</h2>
          {readsLog ? (
            <>
              <p className="second">
                Whole, as JSON Lines: only a file that was not narrowed can prove that nothing is missing.
                That you took it is noted in the access log.
              </p>
              <p>
                <a href="/api/v1/log/export?format=jsonl" download>
                  Download the whole log
                </a>
              </p>
            </>
          ) : (
            <p className="second">
              Auditors and administrators export it. Ask one of them for the whole log as JSON Lines, if you
              do not have it.
            </p>
          )}
        </li>
        <li>
          <h2>Learn the fingerprint from somebody, not from the file</h2>
          <p className="second">
            It names the key that signs this installation’s log. Compare it by another way than this page,
            such as by telephone with whoever runs Signalbox: they see it with{' '}
            <code className="fixed">npx signalbox key</code>.
          </p>
          <p className={styles.fingerprint}>{fingerprint}</p>
          <CopyText text={fingerprint} label="Copy the fingerprint" />
        </li>
        <li>
          <h2>Check the file</h2>
          <p className="second">On your own computer, with no network if you like:</p>
          <Command>{`npx signalbox verify log.jsonl --key "${fingerprint}"`}</Command>
        </li>
        <li>
          <h2>Keep a checkpoint, if you come back</h2>
          <p className="second">
            A holder of the key could write another log from the start. Keep a signed checkpoint where they
            cannot reach it; the next file must continue it:
          </p>
          <Command>{`grep '^{"checkpoint"' log.jsonl | tail -1 > checkpoint.json`}</Command>
          <Command>{`npx signalbox verify next.jsonl --key "${fingerprint}" --checkpoint checkpoint.json`}</Command>
          <p className="second">
            The first line takes the last checkpoint out of a file you have checked; the second checks a later
            file against it.
          </p>
        </li>
      </ol>
      <section aria-labelledby="answers">
        <h2 id="answers">What the answer means</h2>
        <dl className={styles.answers}>
          {answers.map(({ says, means }) => (
            <div key={says}>
              <dt>{says}</dt>
              <dd>{means}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}

function Command({ children }: { readonly children: string }): ReactNode {
  return <p className={styles.command}>{children}</p>;
}

const answers = [
  {
    says: 'VERIFIED',
    means: 'Every event stands in the signed log exactly as shown. The lines below it say what that proves.',
  },
  {
    says: 'Proves: these are all events …',
    means: 'The file was whole: nothing is missing, up to its last event. Exit code 0.',
  },
  {
    says: 'Proves: every event here …',
    means: 'The file was narrowed: what is in it is genuine, but something may have been left out.',
  },
  {
    says: 'Key: …, taken from the file',
    means: 'You gave no fingerprint. The file agrees with itself; whose log it is remains open.',
  },
  {
    says: 'NOT VERIFIED',
    means:
      'The file is not what was exported, or the log was changed. Each line names the place. It proves nothing; keep it, and ask for another. Exit code 1.',
  },
  {
    says: 'UNUSABLE',
    means: 'It is no export, or was cut off on the way. Download it again. Exit code 2.',
  },
  {
    says: '… erased or withheld',
    means:
      'Values that were erased by law, or not shown to whoever exported. Their seals stay, so the chain holds.',
  },
];
