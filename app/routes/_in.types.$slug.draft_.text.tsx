import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { Overview } from '../features/types/overview.tsx';
import { TypeFrame } from '../features/types/type-frame.tsx';
import styles from '../features/types/types.module.css';
import { Empty } from '../ui/empty.tsx';
import { loader } from './_in.types.$slug.draft_.text.server.ts';

export { loader };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Draft of ${data?.title ?? 'a request type'} in words · Signalbox` },
];

export default function DraftText() {
  const { slug, title, sections, refused } = useLoaderData<typeof loader>();
  return (
    <TypeFrame slug={slug} title={title} at="draft">
      <div className={styles.head}>
        <p className={styles.which}>
          <strong>The draft in words</strong>
          <span className="second">It reads like this once it is published.</span>
        </p>
        <p className={styles.ways}>
          <Link to={`/types/${slug}/draft`}>Edit the draft</Link>
        </p>
      </div>
      {refused === null ? (
        <Overview sections={sections} />
      ) : (
        <Empty title="It cannot be put into words yet">{refused.detail}</Empty>
      )}
    </TypeFrame>
  );
}
