declare const brandName: unique symbol;

/** A value that only its own constructor or check may make, although it is a plain string or number at run time. */
export type Brand<Value, Name extends string> = Value & { readonly [brandName]: Name };
