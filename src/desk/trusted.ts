/** The part of Trusted Types that the desk uses; TypeScript's DOM library does not know it yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ): { readonly createScriptURL: (address: string) => string };
}

/** Lets through only scripts of our own origin. Made once: the page's policy allows one of this name. */
const policy = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy("connect", {
  createScriptURL(address) {
    if (new URL(address, location.origin).origin !== location.origin) throw new Error("a script of another origin");
    return address;
  },
});

/** The address of one of our own scripts in the form in which a browser with Trusted Types believes it. */
export const scriptAddress = (address: string): string => policy?.createScriptURL(address) ?? address;
