/** An event a listener may prevent, as Electron makes them. */
export function preventable<T extends object>(details: T): T & { readonly defaultPrevented: boolean; preventDefault(): void } {
  let defaultPrevented = false;
  return Object.defineProperties(details, {
    defaultPrevented: { get: () => defaultPrevented },
    preventDefault: { value: () => (defaultPrevented = true) },
  }) as T & { readonly defaultPrevented: boolean; preventDefault(): void };
}
