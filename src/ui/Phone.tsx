interface PhoneProps {
  readonly number: string;
  readonly large?: boolean;
  /** Touching it writes a text message instead of calling. */
  readonly text?: boolean;
}

/** A number to call, or to text. It reads left to right in every language and can be touched. */
export function Phone({ number, large, text }: PhoneProps) {
  return (
    <a
      class={`phone ${large ? "phone--large" : ""}`}
      href={`${text ? "sms" : "tel"}:${number.replaceAll(" ", "")}`}
      dir="ltr"
    >
      {number}
    </a>
  );
}
