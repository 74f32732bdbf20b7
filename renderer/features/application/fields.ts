/** The element id of a field of an application, so that problems and drafts can name the place. */
export function fieldId(field: string): string {
  return `field-${field.replaceAll('.', '-')}`;
}

const typable = 'input:not([type="hidden"]):not([type="file"]):not(:disabled),select:not(:disabled),textarea:not(:disabled)';

/** Where the keys may stand in a form, in order; a group of radio buttons is one place. */
export function fieldsIn(form: HTMLElement): readonly HTMLElement[] {
  const all = [...form.querySelectorAll<HTMLElement>(typable)].filter((field) => field.offsetParent !== null);
  return all.filter((field) => !(field instanceof HTMLInputElement) || field.type !== 'radio' || holdsItsGroup(field, all));
}

function holdsItsGroup(radio: HTMLInputElement, all: readonly HTMLElement[]): boolean {
  const group = all.filter((field): field is HTMLInputElement => field instanceof HTMLInputElement && field.name === radio.name);
  return (group.find((field) => field.checked) ?? group[0]) === radio;
}

/** Puts the keys on a field by its name; false where the screen does not show it. */
export function focusField(field: string): boolean {
  const named = document.getElementById(fieldId(field));
  const place =
    named?.matches('input,select,textarea,button') === true ? named : named?.querySelector<HTMLElement>('input,select,textarea,button');
  place?.scrollIntoView({ block: 'nearest' });
  place?.focus({ preventScroll: true });
  return place !== undefined && place !== null;
}

/** Puts the keys on the field most people begin with, else on the first, else on the form itself so that its keys work. */
export function focusFirst(form: HTMLElement | null): void {
  if (form === null) return;
  const likeliest = form.querySelector<HTMLElement>('[data-autofocus]');
  (likeliest ?? fieldsIn(form)[0] ?? form).focus({ preventScroll: true });
}

/** Whether two elements are one place for the keys: the same field, or buttons of one radio group. */
export function isSamePlace(one: HTMLElement, other: HTMLElement): boolean {
  if (one === other) return true;
  const areRadios = one instanceof HTMLInputElement && other instanceof HTMLInputElement && one.type === 'radio' && other.type === 'radio';
  return areRadios && one.name === other.name;
}
