/** How the test and the double speak: the double tells each call the program makes, the test drives what only Electron could. */
export interface RecordedCall {
  readonly name: string;
  readonly args: readonly unknown[];
}

interface Order {
  readonly id: number;
  readonly drive: string;
  readonly arg: unknown;
}

const drives = new Map<string, (arg: never) => unknown>();

/** Names something the test may make happen. */
export function onDrive<A>(name: string, run: (arg: A) => unknown): void {
  drives.set(name, run);
}

export function report(name: string, ...args: readonly unknown[]): void {
  process.send?.({ name, args: JSON.parse(JSON.stringify(args, (_key, value: unknown) => tellable(value))) as unknown });
}

/** Functions and objects of the double say only that they are there. */
function tellable(value: unknown): unknown {
  if (typeof value === 'function') return 'function';
  return typeof value === 'object' && value !== null && 'emit' in value ? value.constructor.name : value;
}

/** The same object, each call of a method of which is reported. */
export function recorded<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get: (object, key, receiver) => {
      const value: unknown = Reflect.get(object, key, receiver);
      if (typeof value !== 'function' || typeof key !== 'string') return value;
      return (...args: unknown[]) => {
        report(`${name}.${key}`, ...args);
        return Reflect.apply(value, object, args) as unknown;
      };
    },
  });
}

process.on('message', (order: Order) => {
  void Promise.resolve()
    .then(() => drives.get(order.drive)?.(order.arg as never))
    .then((value) => process.send?.({ id: order.id, value: value ?? null }));
});
