import { Form, useNavigation } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import type { Entries } from '../../forms/entries.ts';
import { Answers, type AnswersSection } from '../../ui/answers.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './submit.module.css';

/** What would be sent, to be read once more; sending it twice is sending it once. */
export function Review({
  answer: { key, entries, sections },
  version,
}: {
  readonly answer: {
    readonly key: string;
    readonly entries: Entries;
    readonly sections: readonly AnswersSection[];
  };
  readonly version: number;
}) {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const { state, formData } = useNavigation();
  const sending = state !== 'idle' && formData?.get('_intent') === 'send';
  const kept = entries.map(([name, text], index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a name may stand several times, and nothing here moves
    <input key={index} type="hidden" name={name} value={text} />
  ));
  return (
    <div className={styles.review}>
      <div className={styles.reviewHead}>
        <h2 tabIndex={-1} ref={head}>
          Read it once more
        </h2>
        <p className="second">Nothing is sent yet.</p>
      </div>
      <Answers sections={sections} />
      <div className={styles.foot}>
        <Form method="post">
          {kept}
          <input type="hidden" name="_key" value={key} />
          <input type="hidden" name="_version" value={version} />
          <input type="hidden" name="_intent" value="send" />
          <Button kind="primary" size="form">
            {sending ? 'Sending …' : 'Send the request'}
          </Button>
        </Form>
        <Form method="post">
          {kept}
          <input type="hidden" name="_intent" value="change" />
          <Button size="form">Change answers</Button>
        </Form>
      </div>
    </div>
  );
}
