import { Form } from '@remix-run/react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { type KnownKey, keyPlaces, knownKeys } from '../../lib/key-list.ts';
import { type OwnKeys, ownKey, shownKey } from '../../lib/own-keys.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './keys-form.module.css';
import settings from './settings.module.css';

/** Keys that were not kept: what was typed, and what is wrong with which. */
interface Refused {
  readonly typed: Readonly<Record<string, string>>;
  readonly wrong: Readonly<Record<string, string>>;
}

/** Every single key with what it does, each to be changed; by pressing the key wherever there are scripts. */
export function KeysForm({
  own,
  saved,
  refused,
}: {
  readonly own: OwnKeys;
  readonly saved: boolean;
  readonly refused: Refused | null;
}) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (refused !== null) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [refused]);
  const many = Object.keys(refused?.wrong ?? {}).length;
  return (
    <Form
      method="post"
      ref={form}
      className={`${settings.form} ${styles.keys}`}
      aria-labelledby="own-keys"
      preventScrollReset
    >
      <input type="hidden" name="what" value="keys" />
      <div className={settings.field}>
        <h3 id="own-keys" className={settings.label}>
          Your keys
        </h3>
        <p className={settings.hint}>
          Go to a field and press the key you want there; Shift with a letter is a key of its own. An empty
          field takes the usual key. Enter, Escape, Tab, the arrows, Ctrl K and Ctrl Enter stay as they are.
        </p>
      </div>
      {keyPlaces.map(({ id, title }) => (
        <fieldset className={styles.place} key={id}>
          <legend className={styles.title}>{title}</legend>
          {knownKeys
            .filter(({ place }) => place === id)
            .map((known) => (
              <KeyField key={known.name} known={known} own={own} refused={refused} />
            ))}
        </fieldset>
      ))}
      <div className={settings.formFoot}>
        <Button kind="primary" size="form">
          Keep these keys
        </Button>
        <Button size="form" name="usual" value="yes">
          Back to the usual keys
        </Button>
        <p className={settings.saved} role="status">
          {saved && refused === null ? 'Kept: these are your keys in this browser.' : ''}
        </p>
        {many === 0 ? null : (
          <p className={settings.error} role="alert">
            {many === 1 ? 'Not kept: one key cannot be taken.' : `Not kept: ${many} keys cannot be taken.`}
          </p>
        )}
      </div>
    </Form>
  );
}

function KeyField({
  known: { name, does },
  own,
  refused,
}: {
  readonly known: KnownKey;
  readonly own: OwnKeys;
  readonly refused: Refused | null;
}) {
  const now = shownKey(ownKey(own, name));
  const first = shownKey(ownKey({}, name));
  const wrong = refused?.wrong[name];
  const id = `key-${name.codePointAt(0)}-${name.codePointAt(name.length - 1)}`;
  const notes = [now === first ? '' : `${id}-usual`, wrong === undefined ? '' : `${id}-wrong`];
  return (
    <div className={styles.key}>
      <label htmlFor={id}>{does}</label>
      <input
        key={now}
        id={id}
        className={`${settings.input} ${styles.input}`}
        name={`key ${name}`}
        defaultValue={refused?.typed[name] ?? now}
        maxLength={12}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-invalid={wrong === undefined ? undefined : true}
        aria-describedby={notes.join(' ').trim() || undefined}
        onKeyDown={take}
        onFocus={(event) => event.currentTarget.select()}
      />
      {now === first ? null : (
        <span className={styles.usual} id={`${id}-usual`}>
          usually {first}
        </span>
      )}
      {wrong === undefined ? null : (
        <p className={`${settings.error} ${styles.wrong}`} id={`${id}-wrong`}>
          <Icon name="alert" />
          {wrong}
        </p>
      )}
    </div>
  );
}

/** The key that is pressed fills the field; those that move about or correct keep doing so. */
function take(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey || [...event.key].length !== 1) return;
  event.preventDefault();
  event.currentTarget.value = shownKey(event.key);
}
