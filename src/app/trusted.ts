import stretchThread from "../storage/stretch-thread.ts?worker&url";

/** The part of Trusted Types that this needs; TypeScript's DOM does not know them yet. */
interface PolicyMaker {
  createPolicy(
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ): {
    createScriptURL(address: string): string;
  };
}

/** What this app starts besides its pages. */
const scripts = { serviceWorker: "/service-worker.js", stretchThread } as const;

/** Workers are named by string, which a page under Trusted Types may do only through a policy of its own. */
const { trustedTypes } = window as { trustedTypes?: PolicyMaker };
const policy = trustedTypes?.createPolicy("connect", {
  createScriptURL: (address: string) => {
    if (!Object.values(scripts).includes(address)) throw new TypeError("not a script of this app");
    return address;
  },
});

/** The address of one of our scripts in the form in which a browser with Trusted Types believes it. */
export function scriptAddress(script: keyof typeof scripts): string {
  return policy?.createScriptURL(scripts[script]) ?? scripts[script];
}
