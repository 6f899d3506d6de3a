import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { enrolmentCode, enrolmentCodeBytes, enrolmentCodeIn, enrolmentCodeOf } from "../../src/wire/enrolment.ts";

const random = fc.uint8Array({ minLength: enrolmentCodeBytes, maxLength: enrolmentCodeBytes });

describe("a code that lets a tablet in", () => {
  it("is three groups of four, whatever the chance", () => {
    fc.assert(fc.property(random, (bytes) => enrolmentCode.safeParse(enrolmentCodeOf(bytes)).success));
  });

  it("is found however it was typed or scanned", () => {
    const address = (code: string) => `https://report.example.org/ar/point/#enrol=${code}`;
    const typed = [
      (code: string) => code.toLowerCase(),
      (code: string) => code.replaceAll("-", " "),
      (code: string) => ` ${code.replaceAll("-", "")} `,
      (code: string) => code.replaceAll("0", "o").replaceAll("1", "l"),
      address,
    ];
    fc.assert(
      fc.property(random, fc.constantFrom(...typed), (bytes, type) => {
        const code = enrolmentCodeOf(bytes);
        expect(enrolmentCodeIn(type(code))).toBe(code);
      }),
    );
  });

  it.each(["", "7K2M-0QXD", "7K2M-0QXD-PZ4U", "https://report.example.org/en-GB/point/", "7K2M-0QXD-PZ41-7K2M"])(
    "is not found in %j",
    (text) => expect(enrolmentCodeIn(text)).toBeNull(),
  );
});
