/** A number to call. It reads left to right in every language and can be touched to call. */
export function Phone({ number, large }: { number: string; large?: boolean }) {
  return (
    <a class={`phone ${large ? "phone--large" : ""}`} href={`tel:${number.replaceAll(" ", "")}`} dir="ltr">
      {number}
    </a>
  );
}
