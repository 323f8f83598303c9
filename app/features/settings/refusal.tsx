import { useEffect, useRef } from 'react';
import { Banner } from '../../ui/banner.tsx';
import { fieldId, type RefusedForm } from './refused-form.ts';
import styles from './settings.module.css';

/** Why a form was refused, above it; each reason leads to its field. */
export function Refusal({
  form,
  labels,
}: {
  readonly form: RefusedForm | undefined;
  /** Field, as the API points to it, to what it is called here. */
  readonly labels: Readonly<Record<string, string>>;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (form !== undefined) box.current?.focus();
  }, [form]);
  if (form === undefined) return null;
  const { title, detail, code, errors } = form.refused;
  const nameOf = (pointer: string): string | undefined =>
    Object.keys(labels).find((name) => pointer === `/${name}` || pointer.startsWith(`/${name}/`));
  return (
    <div className={styles.refusal} ref={box} tabIndex={-1}>
      <Banner tone="danger" title={code === 'STALE' ? 'Somebody changed it meanwhile' : title}>
        <p>
          {code === 'STALE'
            ? 'What you typed is still here. Look at what it is now, then save again.'
            : detail}
        </p>
        {errors.length === 0 ? null : (
          <ul>
            {errors.map(({ pointer, detail: said }) => {
              const name = nameOf(pointer);
              return (
                <li key={`${pointer} ${said}`}>
                  {name === undefined ? (
                    said
                  ) : (
                    <a href={`#${fieldId(name === 'reason' ? `${form.intent}/reason` : name)}`}>
                      {labels[name]}: {said}
                    </a>
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </Banner>
    </div>
  );
}
