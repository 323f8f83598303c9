import { Icon } from '../../ui/icon.tsx';
import styles from './draft.module.css';
import type { ShownDraft } from './draft-desk.tsx';

type Tests = NonNullable<ShownDraft['tests']>;
type Result = NonNullable<Tests['run']>['results'][number];

/** The tests kept with a draft: which pass, and what differs where one does not. */
export function TestRunView({ tests: { run, refused } }: { readonly tests: Tests }) {
  const results = run?.results ?? [];
  const failing = results.filter(({ passed }) => !passed);
  return (
    <section className={styles.part} aria-labelledby="tests">
      <h2 id="tests">
        Tests <span className={styles.count}>{results.length}</span>
      </h2>
      {refused === null ? null : (
        <p className="second">They can be run once the draft has the form of a definition.</p>
      )}
      {run === null ? null : (
        <p className={failing.length === 0 ? styles.fine : styles.bad}>
          <Icon name={failing.length === 0 ? 'check' : 'x'} />
          {summary(results.length, failing.length)}
        </p>
      )}
      {failing.length === 0 ? null : <FailingTests failing={failing} />}
      {results.length === failing.length ? null : (
        <details className={styles.passing}>
          <summary>{results.length - failing.length} that pass</summary>
          <ul>
            {results
              .filter(({ passed }) => passed)
              .map(({ id, title }) => (
                <li key={id}>
                  <Icon name="check" />
                  {title}
                </li>
              ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function summary(all: number, failing: number): string {
  if (all === 0) return 'No case is kept with it. Add some, so that a change shows what it breaks.';
  if (failing === 0) return all === 1 ? 'It passes.' : `All ${all} pass.`;
  return `${failing} of ${all} ${failing === 1 ? 'fails' : 'fail'}.`;
}

function FailingTests({ failing }: { readonly failing: readonly Result[] }) {
  return (
    <div className={styles.scroll}>
      <table className={styles.failing}>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Expected</th>
            <th scope="col">Got</th>
          </tr>
        </thead>
        {failing.map(({ id, title, failures }) => (
          <tbody key={id}>
            <tr>
              <th scope="rowgroup" colSpan={3}>
                {title}
              </th>
            </tr>
            {failures.map(({ what, expected, got }) => (
              <tr key={what}>
                <td>{what}</td>
                <td>{expected}</td>
                <td>{got}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
