/** Holds this thread where it is, in the middle of whatever it does, until it is ended from outside. */
export function standStill(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}
