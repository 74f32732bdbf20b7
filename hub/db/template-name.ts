/** The file stands beside the built programs. */
export const templateName = 'empty-register.tar.gz';
