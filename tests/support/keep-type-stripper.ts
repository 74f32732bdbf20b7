/**
 * Does nothing: that it is written in TypeScript makes the process that imports it load Node's type stripper, a WebAssembly module, and
 * hold its code to the end. Worker threads then share that code. Without it each thread that a test starts from a `.ts` file compiles and
 * frees it, and V8 now and then ends the whole process over it ("Check failed: jit_page.has_value()").
 */
const isKept: boolean = true;
export { isKept };
