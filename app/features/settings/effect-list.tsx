import { Form, Link } from '@remix-run/react';
import { Banner } from '../../ui/banner.tsx';
import buttons from '../../ui/button.module.css';
import { Button } from '../../ui/button.tsx';
import { ExactTime } from '../../ui/exact-time.tsx';
import { Locked } from '../../ui/locked.tsx';
import styles from './settings.module.css';

/** One piece of work that stopped. */
interface EffectLine {
  readonly id: string;
  readonly what: string;
  readonly on: { readonly label: string; readonly to: string | null };
  /** The case it tells of, where another thing owes it. */
  readonly about: { readonly label: string; readonly to: string } | null;
  readonly why: string;
  readonly tries: number;
  readonly since: { readonly words: string; readonly exact: string };
}

/** Work that stopped, to be started again one by one or several at once. */
export function EffectList({
  page: { lines, mayRedrive, key },
  result,
}: {
  readonly page: {
    readonly lines: readonly EffectLine[];
    readonly mayRedrive: boolean;
    readonly key: string;
  };
  readonly result:
    | { readonly tried: number; readonly refused: readonly { readonly id: string; readonly why: string }[] }
    | undefined;
}) {
  return (
    <>
      {result === undefined ? null : <Result result={result} />}
      {lines.length === 0 ? null : (
        <Form method="post" key={key}>
          <input type="hidden" name="_key" value={key} />
          <table className={styles.table}>
            <thead>
              <tr>
                {mayRedrive ? (
                  <th scope="col">
                    <span className="only-read">Chosen</span>
                  </th>
                ) : null}
                <th scope="col">What it was to do</th>
                <th scope="col">For</th>
                <th scope="col">Why it stopped</th>
                <th scope="col">Tries</th>
                <th scope="col">Due since</th>
                <th scope="col">
                  <span className="only-read">What you can do</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <Row key={line.id} line={line} mayRedrive={mayRedrive} />
              ))}
            </tbody>
          </table>
          <div className={styles.more}>
            {mayRedrive ? (
              <Button>Try the chosen again</Button>
            ) : (
              <Locked label="Try again" reason="Administrators start stopped work again." />
            )}
          </div>
        </Form>
      )}
    </>
  );
}

function Row({ line, mayRedrive }: { readonly line: EffectLine; readonly mayRedrive: boolean }) {
  const { id, what, on, about, why, tries, since } = line;
  const name = `${what}, for ${on.label}${about === null ? '' : `, ${about.label}`}`;
  return (
    <tr>
      {mayRedrive ? (
        <td>
          <label className={styles.pick}>
            <input type="checkbox" name="id" value={id} aria-label={`Choose: ${name}`} />
          </label>
        </td>
      ) : null}
      <td className={styles.strong}>{what}</td>
      <td data-label="For" className={styles.words}>
        {on.to === null ? on.label : <Link to={on.to}>{on.label}</Link>}
        {about === null ? null : (
          <>
            , <Link to={about.to}>{about.label}</Link>
          </>
        )}
      </td>
      <td data-label="Why it stopped" className={styles.words}>
        {why}
      </td>
      <td data-label="Tries">{tries}</td>
      <td data-label="Due since" className="nowrap">
        <ExactTime at={since} />
      </td>
      <td className={styles.deed}>
        {mayRedrive ? (
          <button
            className={buttons.button}
            type="submit"
            name="only"
            value={id}
            aria-label={`Try again: ${name}`}
          >
            Try again
          </button>
        ) : null}
      </td>
    </tr>
  );
}

function Result({
  result: { tried, refused },
}: {
  readonly result: {
    readonly tried: number;
    readonly refused: readonly { readonly id: string; readonly why: string }[];
  };
}) {
  const none = tried === 0 && refused.length === 0;
  return (
    <div className={styles.notice}>
      {none ? <Banner>Choose what is to try again first.</Banner> : null}
      {tried === 0 ? null : (
        <Banner tone="success">
          {tried === 1 ? 'One tries again now.' : `${tried} try again now.`} What fails once more comes back
          to this list after its tries.
        </Banner>
      )}
      {refused.length === 0 ? null : (
        <Banner tone="warning" title={refused.length === 1 ? 'One stayed' : `${refused.length} stayed`}>
          <ul>
            {refused.map(({ id, why }) => (
              <li key={id}>{why}</li>
            ))}
          </ul>
        </Banner>
      )}
    </div>
  );
}
