import type { SerializeFrom } from '@remix-run/node';
import { Fragment, memo } from 'react';
import styles from './inbox.module.css';
import type { InboxPage } from './inbox-page.server.ts';
import { type InboxQuery, inboxAddress } from './inbox-query.ts';
import { InboxRow } from './inbox-row.tsx';

type Row = SerializeFrom<InboxPage>['rows'][number];

/** The rows of an inbox under their headings; of thousands only those are made anew that changed. */
export const InboxRows = memo(function InboxRows({
  rows,
  query,
  whole,
  peeked,
  gone,
  became,
  choosable,
}: {
  readonly rows: readonly Row[];
  readonly query: InboxQuery;
  /** Nothing comes behind these, and nothing stands before them. */
  readonly whole: boolean;
  readonly peeked: string | null;
  /** Which left the list since it was read. */
  readonly gone: ReadonlySet<string>;
  /** What became of those, as far as it is known, by id. */
  readonly became: Readonly<Record<string, string>>;
  readonly choosable: boolean;
}) {
  const groups = groupsOf(rows);
  return (
    <table className={styles.rows}>
      <thead className="only-read">
        <tr>
          <th scope="col">Choose</th>
          <th scope="col">Number</th>
          <th scope="col">Case, what is asked, and why it is here</th>
          <th scope="col">Asked by</th>
          <th scope="col">State</th>
          <th scope="col">Due</th>
        </tr>
      </thead>
      {groups.map(({ group, rows: some }, i) => (
        <Fragment key={`${group.id} ${some[0]?.id}`}>
          <tbody className={styles.heading}>
            <tr className={styles.group}>
              <th colSpan={6} scope="colgroup">
                {group.title}{' '}
                <span data-tone={group.tone}>
                  {some.length}
                  {whole || i < groups.length - 1 ? '' : '+'}
                </span>
              </th>
            </tr>
          </tbody>
          {blocksOf(some).map((block) => (
            <Block
              key={`${block[0]?.id} ${block[0]?.asked}`}
              rows={block}
              query={query}
              peeked={block.some(({ id }) => id === peeked) ? peeked : null}
              gone={block.some(({ id }) => gone.has(id)) ? gone : none}
              became={became}
              choosable={choosable}
            />
          ))}
        </Fragment>
      ))}
    </table>
  );
});

const none: ReadonlySet<string> = new Set();

interface BlockProps {
  readonly rows: readonly Row[];
  readonly query: InboxQuery;
  readonly peeked: string | null;
  readonly gone: ReadonlySet<string>;
  readonly became: Readonly<Record<string, string>>;
  readonly choosable: boolean;
}

/** Some rows that are made anew, laid out and painted together. */
const Block = memo(function Block({ rows, query, peeked, gone, became, choosable }: BlockProps) {
  return (
    <tbody data-block={rows.length === blockLength || undefined}>
      {rows.map((row) => (
        <InboxRow
          row={row}
          key={`${row.id} ${row.asked}`}
          peek={inboxAddress(query, { peek: row.id })}
          peeked={peeked === row.id}
          gone={gone.has(row.id) ? (became[row.id] ?? 'It moved on, or somebody took it') : null}
          choosable={choosable}
        />
      ))}
    </tbody>
  );
}, isSame);

function isSame({ rows: before, ...props }: BlockProps, { rows: now, ...next }: BlockProps): boolean {
  return (
    before.length === now.length &&
    before.every((row, i) => row === now[i]) &&
    props.query === next.query &&
    props.peeked === next.peeked &&
    props.gone === next.gone &&
    (next.gone === none || props.became === next.became) &&
    props.choosable === next.choosable
  );
}

/** As the style sheet has it. */
const blockLength = 10;

function blocksOf(rows: readonly Row[]): readonly (readonly Row[])[] {
  return Array.from({ length: Math.ceil(rows.length / blockLength) }, (_, i) =>
    rows.slice(i * blockLength, (i + 1) * blockLength),
  );
}

/** Rows that follow one another under one heading. */
function groupsOf(rows: readonly Row[]): { readonly group: Row['group']; readonly rows: Row[] }[] {
  const groups: { readonly group: Row['group']; readonly rows: Row[] }[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.group.id === row.group.id) last.rows.push(row);
    else groups.push({ group: row.group, rows: [row] });
  }
  return groups;
}
