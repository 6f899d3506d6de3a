/** The token in an `Authorization: Bearer` header; `null` when what is there is no token of ours. */
export function bearerToken(authorization: string): string | null {
  return /^Bearer ([\w-]{20,100})$/i.exec(authorization)?.[1] ?? null;
}
