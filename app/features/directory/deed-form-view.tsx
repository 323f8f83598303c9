import { Form, Link, useNavigation } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './directory.module.css';
import type { DeedForm, FieldSpec, Problem } from './directory-view.ts';
import { controlId } from './field-control.tsx';
import { FormField } from './form-field.tsx';
import { SectionView } from './section-view.tsx';

/** One form: what it does, what it asks, and why it was refused; nothing that was typed is lost. */
export function DeedFormView({
  form,
  headed = true,
}: {
  readonly form: DeedForm;
  /** Whether its title stands above it, as it does where it is one part of a page. */
  readonly headed?: boolean;
}) {
  const sending = useNavigation().state === 'submitting';
  const box = useRef<HTMLFormElement>(null);
  const { id, problems, said } = form;
  const refused = problems.length > 0 || said !== null;
  useEffect(() => {
    const first = box.current?.querySelector<HTMLElement>(
      refused ? '[data-refused]' : `input:not([type="hidden"]), select, textarea, button`,
    );
    if (id !== '') first?.focus();
  }, [id, refused]);
  return (
    <Form
      method="post"
      className={styles.form ?? ''}
      id="deed"
      aria-label={form.title}
      preventScrollReset
      ref={box}
    >
      {headed ? <h2>{form.title}</h2> : null}
      {form.lead === null ? null : <p className="second">{form.lead}</p>}
      {refused ? <Refusal problems={problems} said={said} fields={form.fields} /> : null}
      <input type="hidden" name="deed" value={form.id} />
      <input type="hidden" name="key" value={form.key} key={form.key} />
      <input type="hidden" name="rev" value={form.rev} key={`rev ${form.rev}`} />
      {form.before.map((section) => (
        <SectionView key={section.title} section={section} address="" />
      ))}
      {form.fields.length === 0 ? null : (
        <div className={styles.fields}>
          {form.fields.map((field) => (
            <FormField key={field.name} field={field} values={form.values} problems={problems} />
          ))}
        </div>
      )}
      <div className={styles.send}>
        <Button kind="primary" size="form">
          {sending ? 'Sending …' : form.verb}
        </Button>
        <Link to={form.cancel} preventScrollReset>
          Cancel
        </Link>
      </div>
    </Form>
  );
}

function Refusal({
  problems,
  said,
  fields,
}: {
  readonly problems: readonly Problem[];
  readonly said: string | null;
  readonly fields: readonly FieldSpec[];
}) {
  return (
    <div className={styles.errors} role="alert" tabIndex={-1} data-refused>
      <Icon name="error" />
      <div>
        <strong>
          {said ??
            (problems.length === 1
              ? 'One answer needs a change.'
              : `${problems.length} answers need a change.`)}
        </strong>
        <ul>
          {problems.map(({ name, detail }) => (
            <li key={`${name} ${detail}`}>
              {name === '' ? (
                detail
              ) : (
                <a href={`#${controlId(name)}`}>{`${labelOf(name, fields)}: ${detail}`}</a>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function labelOf(name: string, fields: readonly FieldSpec[]): string {
  const [first = '', row, column] = name.split('.');
  const field = fields.find((one) => one.name === name) ?? fields.find((one) => one.name === first);
  const cell = field?.columns?.find((one) => one.name === column);
  if (field === undefined) return name;
  return cell === undefined
    ? field.label
    : `${field.label}, row ${Number(row) + 1}, ${cell.label.toLowerCase()}`;
}
