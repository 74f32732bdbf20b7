/** For the `ref` of a field that comes once something is known, when a dialog has given its focus away already: the keys go there as it appears. */
export function takeFocus(field: HTMLElement | null): void {
  field?.focus();
}
